"""A person who uses the cards of Today for days, in the real window, with a clock that is moved."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.desk import Desk, Frame
from desktop_app.language import Speech
from desktop_app.look import Look
from desktop_app.main_window import MainWindow
from desktop_app.pages.advice.panel import SEEN_MS, AdvicePanel
from engine.bootstrap.mind_advice import advising
from engine.domain.clock import MS_PER_HOUR, Instant, SystemClock
from engine.domain.intervals import Interval
from engine.domain.recommended import Notice
from engine.mind.bandit.spoken import QUIET_MS
from engine.paths import ProfilePaths

if TYPE_CHECKING:
    from engine.api import Engine
    from engine.domain.blocks import Occurrence

DAY_MS = 24 * MS_PER_HOUR


class MovedClock:
    """The time of the whole process."""

    def __init__(self, now_ms: int) -> None:
        self.now_ms = now_ms

        def now(_clock: SystemClock) -> Instant:
            return Instant(self.now_ms, self.now_ms, self.now_ms, "UTC")

        SystemClock.now = now  # type: ignore[assignment,method-assign]


class InProcess:
    """Answers like the process that knows the models, at the moved time."""

    def __init__(self, paths: ProfilePaths) -> None:
        self._held = ExitStack()
        self._listener = self._held.enter_context(advising(paths))

    def ask(self, question: Mapping[str, Any], *, seconds: float) -> dict[str, Any]:
        """Answer through the same text as between processes."""
        answer: dict[str, Any] = json.loads(self._listener._answer(json.dumps({"id": 1, **question}).encode()))
        return answer

    def close(self) -> None:
        """Let go of the profile."""
        self._held.close()


@dataclass
class Told:
    """What was done and what was not as it should be."""

    counts: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def check(self, good: bool, what: str) -> None:
        """Remember what does not hold."""
        if not good:
            self.wrong.append(what)
            print(f"WRONG {what}", flush=True)


@dataclass
class Said:
    """What the person said, to be held against what is shown later and what is counted.

    less: the day by document told "less like this". quiet: until when, by document told "not now". refused: the days
    of times that were refused. accepted, opened, dismissed: the numbers of the offers.
    """

    less: dict[int, int] = field(default_factory=dict)
    quiet: dict[int, int] = field(default_factory=dict)
    refused: set[int] = field(default_factory=set)
    accepted: set[int] = field(default_factory=set)
    opened: set[int] = field(default_factory=set)
    dismissed: set[int] = field(default_factory=set)


class Month:
    """The window, and a person who uses it. grow: has the history reach to the moment it is."""

    def __init__(self, app: QApplication, engine: Engine, clock: MovedClock, grow: Callable[[], object]) -> None:
        self.app, self.clock, self.engine, self.grow = app, clock, engine, grow
        self.told, self.said = Told(), Said()
        settings = engine.preferences.load()
        look, speech = Look(app, settings.look.theme), Speech(app)
        speech.speak(settings.look.language)
        window = MainWindow(look.theme)
        self.desk = Desk(app, Frame(look, speech, window, sample=True), engine.paths, settings, lambda _paths: engine)
        self.desk.background.failed.connect(lambda error: self.told.check(False, f"told as a failure: {error!r}"))
        self._yesterday: tuple[Interval | None, tuple[int, ...]] = (None, ())
        window.resize(1280, 1000)
        window.show()
        self.desk.open()
        self.settle()

    @property
    def page(self) -> Any:
        """The page in front."""
        return self.desk.window.page

    @property
    def panel(self) -> AdvicePanel:
        """The cards on Today."""
        panel: AdvicePanel = self.page.advice
        return panel

    def settle(self, at_least_ms: int = 0) -> None:
        """Let everything be answered and laid out."""
        quiet = 0
        if at_least_ms:
            QTest.qWait(at_least_ms)
        while quiet < 4:
            self.app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
            waiting = self.desk.background.waiting + self.desk.adviser.waiting
            quiet = 0 if waiting else quiet + 1

    def look(self) -> None:
        """Look at Today for long enough to have seen it."""
        self.desk.window.show_page("today")
        self.ask_anew()
        self.settle(SEEN_MS + 300)
        self.told.check(not self.panel.error.isVisible(), f"Today says {self.panel.error.text()}")

    def ask_anew(self) -> None:
        """Have everything read at the time it is by now, as it would be by itself within seconds."""
        self.desk.bridge.refresh()
        self.desk.sessions.keeper.look()
        self.desk.adviser.taken.look()
        self.desk.adviser.look_now()
        self.settle()

    def move(self, to_ms: int) -> None:
        """Let time go by; the history grows meanwhile."""
        self.clock.now_ms = to_ms
        self.grow()

    def click(self, widget: QWidget) -> None:
        """Click, and let it work."""
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.settle()

    def say(self, row: int, text: str) -> int:
        """Choose from a document's menu by pointer; returns the document's number."""
        picks, shown = self.panel.picks.picks, self.panel.picks.rows[row]
        QTest.mouseClick(shown.more, Qt.MouseButton.LeftButton)
        menu = shown.menu_shown
        [action] = [one for one in menu.actions() if one.text() == text]
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
        self.settle()
        self.told.counts[text] += 1
        return picks[row].document_id

    def shown(self) -> list[int]:
        """Return the documents in sight."""
        return [one.document_id for one in self.panel.picks.picks]

    # ---------------------------------------------------------------- a day

    def morning(self, number: int) -> None:
        """Look at the cards, ask why, say something of them."""
        self.look()
        self._differ(number)
        self.check_cards(f"day {number}")
        self._explain()
        if self.panel.rating_card.isVisible():
            self.click(self.panel.rating.taps[number % 5])
            self.told.check(not self.panel.rating_card.isVisible(), f"day {number}: asked again at once")
            self.told.counts["rated"] += 1
        if self.shown():
            self._heed(number)

    def _differ(self, number: int) -> None:
        """Compare with the morning before."""
        block = self.panel.block.block
        cards = None if block is None else block.interval, tuple(self.shown())
        self.told.counts["days"] += 1
        self.told.counts["blocks"] += int(block is not None)
        self.told.counts["documents"] += len(self.shown())
        if number:
            self.told.check(cards != self._yesterday, f"day {number}: the very cards of the day before")
            self.told.counts["another time"] += int(cards[0] != self._yesterday[0])
            self.told.counts["another list"] += int(set(cards[1]) != set(self._yesterday[1]))
        self._yesterday = cards

    def check_cards(self, when: str) -> None:
        """Hold the cards against what is planned and what was said."""
        block, now_ms = self.panel.block.block, self.clock.now_ms
        said = self.panel.block.sentence.text()
        self.told.check(block is not None or bool(said), f"{when}: neither a time nor a word why")
        if block is not None:
            self.told.check(block.interval.end_ms > now_ms, f"{when}: a time that is over")
            over = [one for one in self.planned(block.interval) if one.block.busy]
            self.told.check(not over, f"{when}: {block.interval} lies over {[one.interval for one in over]}")
            refused = block.interval.start_ms // DAY_MS in self.said.refused
            self.told.check(not refused, f"{when}: a time on a day that was refused")
        day = now_ms // DAY_MS
        gone = {one for one, since in self.said.less.items() if day - since < 7}
        gone |= {one for one, until_ms in self.said.quiet.items() if until_ms > now_ms}
        self.told.check(not gone & set(self.shown()), f"{when}: what was said of a document was not heeded")
        notices = () if self.desk.adviser.advice is None else self.desk.adviser.advice.notices
        self.told.check(not set(notices) - {Notice.BASELINE}, f"{when}: {notices}")
        self.told.counts["looked"] += 1

    def planned(self, span: Interval) -> list[Occurrence]:
        """Return what is planned in a span."""
        return list(self.engine.plan.occurrences(span.start_ms, span.end_ms))

    def _explain(self) -> None:
        """Open Why? of the time and of the first document; what is written has to add up."""
        if self.panel.block.block is not None:
            self.click(self.panel.block.why_button)
            self._add_up()
        if self.shown():
            self.say(0, "Why?")
            self._add_up()

    def _add_up(self) -> None:
        dialog = self.panel.dialog
        self.told.check(dialog is not None, "Why? did not open")
        if dialog is None:
            return
        numbers = [float(row.text.replace("−", "-").replace(",", "")) for row in dialog.rows]
        self.told.check(len(numbers) > 1 and abs(sum(numbers[:-1]) - numbers[-1]) < 0.11, f"{numbers} do not add up")
        self.told.counts["why"] += 1
        self.click(dialog.close_button)

    def _heed(self, number: int) -> None:
        """Open one document, say something of another; it goes at once, and comes back where that is undone."""
        self.said.opened.add(self.panel.picks.picks[0].offer.id)
        self.click(self.panel.picks.rows[0])
        self.told.counts["opened"] += 1
        last = len(self.shown()) - 1
        text = ("Not now", "Wrong", "Less like this")[number % 3]
        offer = self.panel.picks.picks[last].offer.id
        gone = self.say(last, text)
        self.told.check(gone not in self.shown(), f"day {number}: “{text}” did not work at once")
        if number % 7 == 6:
            self.click(self.panel.toast.button)
            self.told.check(gone in self.shown(), f"day {number}: undo did not bring it back")
            self.told.counts["undone"] += 1
            return
        self.said.dismissed.add(offer)
        if text == "Less like this":
            self.said.less[gone] = self.clock.now_ms // DAY_MS
        elif text == "Not now":
            self.said.quiet[gone] = self.clock.now_ms + QUIET_MS
