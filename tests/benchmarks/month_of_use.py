"""A person who uses the cards of Today for days, in the real window, with a clock that is moved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
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
from engine.bootstrap.mind_advice import build_adviser
from engine.bootstrap.mind_models import ModelsInUse
from engine.domain.advice_json import advice_to_json
from engine.domain.clock import MS_PER_HOUR, Instant, SystemClock
from engine.settings import Settings

if TYPE_CHECKING:
    from engine.api import Engine


class MovedClock:
    """The time of the whole process."""

    def __init__(self, now_ms: int) -> None:
        self.now_ms = now_ms

        def now(_clock: SystemClock) -> Instant:
            return Instant(self.now_ms, self.now_ms, self.now_ms, "UTC")

        SystemClock.now = now  # type: ignore[assignment,method-assign]


class InProcess:
    """Answers like the process that knows the models, at the moved time."""

    def __init__(self, engine: Engine) -> None:
        database = engine._database
        self._adviser = build_adviser(database, engine.paths, ModelsInUse(database, engine.paths).models)

    def ask(self, _question: Mapping[str, Any], *, seconds: float) -> dict[str, Any]:
        """Advise."""
        return {"advice": advice_to_json(self._adviser.advise(SystemClock(lambda: "UTC").now()))}

    def close(self) -> None:
        """Nothing was started."""


@dataclass
class Told:
    """What was done and what was not as it should be."""

    counts: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def check(self, good: bool, what: str) -> None:
        """Remember what does not hold."""
        if not good:
            self.wrong.append(what)


class Month:
    """The window, and a person who uses it."""

    def __init__(self, app: QApplication, engine: Engine, clock: MovedClock, settings: Settings) -> None:
        self._app, self._clock, self._engine = app, clock, engine
        look, speech = Look(app, settings.look.theme), Speech(app)
        speech.speak(settings.look.language)
        window = MainWindow(look.theme)
        self.desk = Desk(app, Frame(look, speech, window, sample=True), engine.paths, settings, lambda _paths: engine)
        self.told = Told()
        self.less: dict[int, int] = {}
        window.resize(1280, 1000)
        window.show()
        self.desk.open()
        self.settle()

    @property
    def panel(self) -> AdvicePanel:
        """The cards on Today."""
        page: Any = self.desk.window.page
        panel: AdvicePanel = page.advice
        return panel

    def settle(self, at_least_ms: int = 0) -> None:
        """Let everything be answered and laid out."""
        quiet = 0
        if at_least_ms:
            QTest.qWait(at_least_ms)
        while quiet < 4:
            self._app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
            waiting = self.desk.background.waiting + self.desk.adviser.waiting
            quiet = 0 if waiting else quiet + 1

    def look(self) -> None:
        """Look at Today for long enough to have seen it."""
        self.desk.bridge.refresh()
        self.desk.adviser.look_now()
        self.settle(SEEN_MS + 300)

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

    def day(self, number: int) -> None:
        """Use the cards for a day: in the morning, and an hour later."""
        self.look()
        self._check_cards(number)
        self._explain()
        if self.panel.rating_card.isVisible():
            self.click(self.panel.rating.taps[number % 5])
            self.told.counts["rated"] += 1
        if self.shown():
            self._heed(number)
        if self.panel.block.block is not None:
            self._decide(number)
        self._clock.now_ms += MS_PER_HOUR

    def _check_cards(self, number: int) -> None:
        block = self.panel.block.block
        self.told.counts["days"] += 1
        self.told.counts["blocks"] += int(block is not None)
        self.told.counts["documents"] += len(self.shown())
        said = self.panel.block.sentence.text()
        self.told.check(block is not None or bool(said), f"day {number}: neither a time nor a word why")
        if block is not None:
            self.told.check(block.interval.end_ms > self._clock.now_ms, f"day {number}: a time that is over")
        young = {one for one, day in self.less.items() if number - day < 7}
        self.told.check(not young & set(self.shown()), f"day {number}: less like this was not heeded")

    def _explain(self) -> None:
        """Open Why? of the time and of the first document; what is written has to add up."""
        buttons = [self.panel.block.why_button] if self.panel.block.block is not None else []
        for button in buttons:
            self.click(button)
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
        self.told.check(abs(sum(numbers[:-1]) - numbers[-1]) < 0.11, f"{numbers} do not add up")
        self.told.counts["why"] += 1
        self.click(dialog.close_button)

    def _heed(self, number: int) -> None:
        """Open one document, say something of another; it goes at once, and comes back where that is undone."""
        self.click(self.panel.picks.rows[0])
        self.told.counts["opened"] += 1
        last = len(self.shown()) - 1
        text = ("Not now", "Wrong", "Less like this")[number % 3]
        gone = self.say(last, text)
        self.told.check(gone not in self.shown(), f"day {number}: “{text}” did not work at once")
        if number % 7 == 6:
            self.click(self.panel.toast.button)
            self.told.check(gone in self.shown(), f"day {number}: undo did not bring it back")
            self.told.counts["undone"] += 1
        elif text == "Less like this":
            self.less[gone] = number

    def _decide(self, number: int) -> None:
        """Take the time or another one; what was refused is not offered again that day."""
        card = self.panel.block
        held = card.block
        if held is None or not card.plan_button.isVisible():
            return
        if number % 2:
            self.click(card.plan_button)
            self.told.counts["taken"] += 1
            self.told.check(card.note.isVisible(), f"day {number}: taking a time was not said to be remembered")
            return
        self.click(card.refuse_button)
        self.told.counts["not today"] += 1
        same = card.block is not None and card.block.interval == held.interval
        self.told.check(not same, f"day {number}: “Not today” did not work at once")
