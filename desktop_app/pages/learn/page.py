"""The Learn page itself: what is read when, and what the person does to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.dialogs.asking_dialog import AskingDialog
from desktop_app.dialogs.error_words import error_sentence
from desktop_app.pages.learn.beginning import NothingYet, guide
from desktop_app.pages.learn.items_card import ItemsCard
from desktop_app.pages.learn.minutes_card import MinutesCard
from desktop_app.pages.learn.review_card import ReviewCard
from desktop_app.pages.learn.sheet import LearnSheet, read_documents, read_sheet
from desktop_app.pages.learn.skills_card import SkillsCard
from desktop_app.pages.learn.words import LearnWords
from desktop_app.theme import ThemeHolder, spacing
from desktop_app.widgets.bar_margin import BarMargin
from desktop_app.widgets.columns import Columns
from desktop_app.widgets.error_line import ErrorLine
from desktop_app.widgets.key_binding import on_keys
from desktop_app.widgets.plain_text import foreign, isolated
from desktop_app.widgets.toast import Toast
from desktop_app.widgets.waiting import Waiting
from engine.domain.blocks import Block
from engine.domain.clock import Clock, SystemClock
from engine.domain.documents import Document
from engine.domain.errors import KairosError
from engine.domain.learning import LearningPlan, Need, Skill

if TYPE_CHECKING:
    from desktop_app.background import Background
    from desktop_app.choices import Choices
    from engine.api import Engine, Learning

_LONGEST: Final = 60
_NEEDS_MS: Final = 600_000
"""So long hints stand before the history is gone through again; it takes longer than all else."""
_AGAIN_MS: Final = 60_000
"""So long what is due stands before it is read again."""


class LearnPage(QWidget):
    """Reads by itself while it is looked at. lane: where places for the minutes are waited for."""

    def __init__(
        self,
        theme: ThemeHolder,
        choices: Choices,
        lane: Background,
        parent: QWidget | None = None,
        *,
        clock: Clock | None = None,
    ) -> None:
        super().__init__(parent)
        self._choices, self._lane = choices, lane
        self._clock = clock or SystemClock(lambda: "UTC")
        self._minutes: int | None = None
        self._reads = 0
        self._needs: tuple[Need, ...] = ()
        self._needs_of: tuple[int, tuple[Skill, ...]] | None = None  # when they were asked for, and beside which skills
        self.sheet: LearnSheet | None = None
        self.dialog: AskingDialog | None = None
        self.setProperty("role", "page")
        words = LearnWords(self)
        self.skills, self.week = SkillsCard(theme, words, self), MinutesCard(theme, words, self)
        self.review, self.items = ReviewCard(self), ItemsCard(words, self)
        self.error = ErrorLine(self)
        self.error.again.connect(self.refresh)
        self._begin, self._guide = NothingYet(theme, self), guide(theme, words, self)
        self.empty = self._begin.state
        self.toast = Toast(self)
        self._again = QTimer(self, interval=_AGAIN_MS)
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        body = QWidget()
        body.setProperty("role", "pageBody")
        column = QVBoxLayout(body)
        column.setContentsMargins(spacing.XXL, spacing.XS, spacing.XXL, spacing.L)
        column.setSpacing(spacing.L)
        column.addWidget(self.error)
        known = (self.week, self.review, self.items)
        cards = (self._begin, self.skills, self._guide, *known)
        column.addWidget(Columns(cards, (self._guide, *known[1:]), body))
        for part in (self._begin, self._guide):
            part.hide()  # until it is known that there is no skill
        column.addStretch(1)
        self.whole = QScrollArea(self)
        self.whole.setWidgetResizable(True)
        self.whole.setFrameShape(QFrame.Shape.NoFrame)
        self.whole.setWidget(body)
        BarMargin(self.whole)
        self._stack = QStackedWidget(self)
        self._nothing = Waiting(self)  # until it is known whether there is a skill
        for page in (self._nothing, self.whole):
            self._stack.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def _connect(self) -> None:
        self._choices.ready.connect(self.refresh)
        self._choices.packs_changed.connect(self.refresh)
        self._again.timeout.connect(self.refresh)
        self.empty.clicked.connect(lambda: self.edit_skill(Skill("")))
        self.skills.edit_wanted.connect(self.edit_skill)
        self.skills.packs.wanted.connect(self._choices.packs_wanted)
        self.empty.second_clicked.connect(lambda: self._choices.packs_wanted.emit("take"))
        self.skills.rated.connect(lambda skill, level: self._change(lambda known: known.skills.rate(skill, level)))
        self.week.accept_wanted.connect(self._accept)
        self.week.undo_wanted.connect(self._take_back)
        self.week.minutes_chosen.connect(self._divide)
        self.review.rated.connect(
            lambda card, rating, took: self._change(lambda known: known.cards.review(card, rating, took))
        )
        self.review.undo_wanted.connect(lambda: self._change(lambda known: known.cards.undo_review()))
        self.review.make_wanted.connect(lambda: self._with_documents(self._make_cards))
        self.items.add_wanted.connect(lambda: self._with_documents(self._add_item))
        self.items.done.connect(lambda item, done: self._change(lambda known: known.skills.finish(item, done=done)))
        self.items.removed.connect(self._remove_item)
        on_keys(self, QKeySequence.StandardKey.Undo, self.toast.undo)

    # ---------------------------------------------------------------- reading

    def refresh(self) -> None:
        """Read anew; only the last answer asked for is shown."""
        engine, background = self._choices.engine, self._choices.background
        if engine is None or background is None or not self.isVisible():
            return
        self._reads += 1
        number, minutes = self._reads, self._minutes

        def take(sheet: LearnSheet) -> None:
            if number == self._reads:
                self._show(sheet)

        background.ask(self, lambda: read_sheet(engine.learning, minutes), take, self._fail)

    def _show(self, sheet: LearnSheet) -> None:
        self.sheet = sheet
        self.skills.show_sheet(sheet)
        self.week.show_sheet(sheet)
        self.review.show_due(sheet.due)
        self.items.show_sheet(sheet)
        self._show_whole()
        self._ask_needs(sheet.skills)

    def _show_whole(self) -> None:
        """Show the cards that say something; before there is a skill those that say how to begin."""
        any_skill = self.sheet is not None and bool(self.sheet.standings)
        for known in (self.week, self.review, self.items):
            known.setVisible(any_skill)
        self._guide.setVisible(not any_skill)
        self._begin.setVisible(not (any_skill or self._needs))
        self.skills.setVisible(any_skill or bool(self._needs))
        self._stack.setCurrentWidget(self.whole)

    def _ask_needs(self, skills: tuple[Skill, ...]) -> None:
        """Have the history gone through for hints, on the lane that may wait, where that was long ago."""
        engine, now_ms = self._choices.engine, self._clock.now().boot_ms
        asked = self._needs_of
        fresh = asked is not None and asked[1] == skills and 0 <= now_ms - asked[0] < _NEEDS_MS
        if engine is None or fresh:
            return
        self._needs_of = now_ms, skills

        def take(needs: tuple[Need, ...]) -> None:
            self._needs = needs
            self.skills.show_needs(needs)
            self._show_whole()

        self._lane.ask(self, engine.learning.skills.needs, take, lambda _error: None)

    def _fail(self, error: KairosError) -> None:
        self.error.say(error_sentence(error))
        self._stack.setCurrentWidget(self.whole)
        self.whole.ensureWidgetVisible(self.error)

    def showEvent(self, event: QShowEvent) -> None:
        """Read what changed since the page was last looked at."""
        super().showEvent(event)
        self._again.start()
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Read nothing for a page that nobody sees."""
        self._again.stop()
        super().hideEvent(event)

    # ---------------------------------------------------------------- changing

    def _change(self, act: Callable[[Learning], object], done: Callable[[], object] | None = None) -> None:
        engine, background = self._choices.engine, self._choices.background
        if engine is None or background is None:
            return
        self.error.hide()

        def take(_value: object) -> None:
            if done is not None:
                done()
            self.refresh()

        background.ask(self, lambda: act(engine.learning), take, self._fail)

    def _divide(self, minutes: int) -> None:
        self._minutes = minutes
        self.refresh()

    def _accept(self, plan: LearningPlan) -> None:
        self._minutes = None
        self._change(lambda known: known.weeks.accept(plan), self._place)

    def _place(self) -> None:
        """Have places looked for on the lane that may wait."""
        engine = self._choices.engine
        if engine is not None:
            weeks = engine.learning.weeks
            self.week.show_places(self.tr("Looking for good places in the week ahead…"))
            self._lane.ask(self, lambda: weeks.place([one.key for one in weeks.propose()]), self._placed, self._fail)

    def _placed(self, blocks: list[Block]) -> None:
        none = self.tr("No place was free in the week ahead. “Suggest my week” on the Plan page says why.")
        some = self.tr("%n blocks are planned in the week ahead; the Plan page shows them.", "", len(blocks))
        self.week.show_places(some if blocks else none)

    def _remove_item(self, number: int) -> None:
        """Remove something to learn with, and offer it back; it has another number then."""
        items = () if self.sheet is None else self.sheet.items
        gone = next((one for one in items if one.id == number), None)

        def put_back(known: Learning) -> None:
            if gone is not None:
                again = known.skills.add_item(replace(gone, id=0, done_ms=None))
                known.skills.finish(again.id, done=gone.done_ms is not None)

        title = "" if gone is None else isolated(foreign(gone.title, _LONGEST))
        told = self.tr("No longer learned with: %1").replace("%1", title)
        self._change(
            lambda known: known.skills.remove_item(number),
            lambda: self.toast.offer(told, lambda: self._change(put_back)),
        )

    def _take_back(self) -> None:
        self._change(lambda known: known.weeks.take_back(), lambda: self.week.show_places(""))
        self.toast.say(self.tr("This week's learning is taken out of the plan."))

    # ---------------------------------------------------------------- dialogs

    def edit_skill(self, skill: Skill) -> None:
        """Open the dialog for a skill, one that is not stored yet for a new one."""
        from desktop_app.dialogs.edit_skill import EditSkill  # noqa: PLC0415

        engine, background = self._choices.engine, self._choices.background
        if engine is not None and background is not None:
            self._open(EditSkill(skill, engine.learning, background, self))

    def _with_documents(self, opened: Callable[[Engine, Background, list[Document]], object]) -> None:
        engine, background = self._choices.engine, self._choices.background
        if engine is not None and background is not None:
            known = engine.document_use
            background.ask(
                self, lambda: read_documents(known), lambda found: opened(engine, background, found), self._fail
            )

    def _add_item(self, engine: Engine, background: Background, documents: list[Document]) -> None:
        from desktop_app.dialogs.edit_item import EditItem  # noqa: PLC0415

        if self.sheet is not None:
            self._open(EditItem(self.sheet.skills, documents, engine.learning, background, self))

    def _make_cards(self, engine: Engine, background: Background, documents: list[Document]) -> None:
        from desktop_app.dialogs.make_cards import MakeCards  # noqa: PLC0415

        if self.sheet is not None:
            self._open(MakeCards(self.sheet.skills, documents, engine.learning, background, self))

    def _open(self, dialog: AskingDialog) -> None:
        dialog.stored.connect(self.refresh)
        dialog.finished.connect(dialog.deleteLater)
        self.dialog = dialog
        dialog.open()
