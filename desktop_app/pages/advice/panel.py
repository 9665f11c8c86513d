"""The two cards of advice on Today, the row that asks for a rating, and what is done with them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop_app.dialogs.error_words import error_sentence
from desktop_app.dialogs.reason_words import ReasonWords
from desktop_app.pages.advice.block_card import BlockCard
from desktop_app.pages.advice.picks_card import PicksCard, is_in_sight, title_of
from desktop_app.pages.advice.verdicts import Said
from desktop_app.pages.advice.words import AdviceWords
from desktop_app.pages.documents.opening import Opener
from desktop_app.pages.documents.words import place
from desktop_app.theme import ThemeHolder, spacing
from desktop_app.widgets.card import Card
from desktop_app.widgets.format import Wording
from desktop_app.widgets.key_binding import on_keys
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.plain_text import isolated
from desktop_app.widgets.rating_row import RatingRow
from desktop_app.widgets.sentences import joined
from desktop_app.widgets.toast import Toast
from engine.domain.clock import Clock
from engine.domain.documents import Document, DocumentKind, DocumentState, Identity
from engine.domain.errors import KairosError
from engine.domain.recommended import Abstention, Advice, DocumentPick, FocusBlock, Kind, Notice, Verdict

if TYPE_CHECKING:
    from desktop_app.dialogs.why import WhyDialog
    from desktop_app.pages.advice.adviser import Adviser

_NARROW: Final = 700
SEEN_MS: Final = 1_000
"""So long a suggestion must lie in sight to have been seen."""


class AdvicePanel(QWidget):
    """Hidden until there is something to say; emits folders_wanted to name a folder with documents.

    session_wanted(FocusBlock): a focus session as long as that is wanted now.
    """

    folders_wanted = Signal()
    session_wanted = Signal(object)

    def __init__(self, theme: ThemeHolder, wording: Wording, clock: Clock, page: QWidget) -> None:
        super().__init__(page)
        self._theme, self._clock = theme, clock
        self._adviser: Adviser | None = None
        self._has_day = False
        self._advice: Advice | None = None
        self.words, self.reasons = AdviceWords(wording, self), ReasonWords(self)
        self.rating_card = Card("", self)  # first, as it stands first: when it goes the keyboard moves to what is next
        self.rating = RatingRow(self.rating_card)
        self.block = BlockCard(self.words, self.reasons, self)
        self.picks = PicksCard(theme, self.words, self.reasons, self)
        self.notices = Paragraph("", "secondary", self)
        self.error = Paragraph("", "strong", self)
        self.error.setObjectName("error")
        self.rating_card.body.addWidget(self.rating)
        self.toast = Toast(page)
        self.opener = Opener(self)
        self.dialog: WhyDialog | None = None
        self._sight = QTimer(self, interval=SEEN_MS)
        self._arrange()
        self._connect(page)

    def _arrange(self) -> None:
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(spacing.L)
        self._row.addWidget(self.block, 1)
        self._row.addWidget(self.picks, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing.L)
        column.addWidget(self.rating_card)
        column.addLayout(self._row)
        column.addWidget(self.notices)
        column.addWidget(self.error)
        for part in (self.rating_card, self.notices, self.error, self):
            part.hide()

    def _connect(self, page: QWidget) -> None:
        self.block.taken.connect(self._plan)
        self.block.start_wanted.connect(self.session_wanted)
        self.block.removal_wanted.connect(self._take_out)
        self.block.refused.connect(lambda block: self._say(block, Verdict.NOT_NOW))
        self.block.why_wanted.connect(self._explain_block)
        self.picks.said.connect(self._say)
        self.picks.open_wanted.connect(self._open)
        self.picks.why_wanted.connect(self._explain_pick)
        self.picks.folders_wanted.connect(self.folders_wanted)
        self.opener.said.connect(self.toast.say)
        self._sight.timeout.connect(self._tell_seen)
        on_keys(page, QKeySequence.StandardKey.Undo, self.undo)

    def serve(self, adviser: Adviser) -> None:
        """Show what this adviser says from now on."""
        self._adviser = adviser
        adviser.taken.changed.connect(self._show_planned)
        adviser.taken.failed.connect(self._refuse)
        self._show_planned()
        adviser.advised.connect(self._show)
        adviser.acted.connect(lambda advice: self._show(advice, at_once=True))
        adviser.failed.connect(self._fail)
        adviser.rating_wanted.connect(self._ask_rating)
        self.rating.rated.connect(adviser.rate)
        self.rating.rated.connect(lambda _value: self.toast.say(self.tr("Thank you. That is kept on this computer.")))
        self.rating.skipped.connect(adviser.skip_rating)
        if adviser.advice is not None:
            self._show(adviser.verdicts.left(adviser.advice))
        if self.isVisible():
            adviser.want(self, wanted=True)

    def show_day(self, *, filled: bool) -> None:
        """Know whether today holds anything: where it does there is advice to wait for."""
        self._has_day = filled
        self._show_parts()

    def write(self) -> None:
        """Write everything in the window's language."""
        self.block.write()
        self.picks.write()
        self.rating.write()
        if self._advice is not None:
            self._show(self._advice)

    def move_now(self, now_ms: int) -> None:
        """Say the time of the block as it is called by now: tomorrow becomes today, and today now."""
        self.block.move_now(now_ms)

    # ---------------------------------------------------------------- showing

    def _show(self, advice: Advice, *, at_once: bool = False) -> None:
        self._advice = advice
        self.error.hide()
        self.block.show_advice(advice, self._clock.now().wall_ms)
        self.picks.show_advice(advice, at_once=at_once)
        text = joined(*(self.words.notice(one) for one in _telling(advice.notices)))
        self.notices.setText(text)
        self.notices.setVisible(bool(text))
        self._show_parts()
        self._watch()

    def _show_parts(self) -> None:
        """Show the cards where they say more than the page does: not on a profile without any history."""
        if self._adviser is None:
            return
        if self._advice is None:
            self.setVisible(self._has_day)
            self.block.show_waiting()
            self.picks.show_waiting()
        else:
            silent = self._advice.no_block is Abstention.NO_HISTORY and not self._advice.documents
            self.setVisible(not silent)

    def _fail(self, error: KairosError) -> None:
        self.error.setText(f"⚠ {error_sentence(error)}")
        self.error.show()

    def _ask_rating(self, wanted: bool) -> None:
        self.rating_card.setVisible(wanted)

    # ---------------------------------------------------------------- saying

    def _say(self, about: DocumentPick | FocusBlock, verdict: Verdict) -> None:
        if self._adviser is None:
            return
        self._adviser.verdicts.say(Said(about, verdict))
        self.toast.offer(self._told(about, verdict), self.undo)

    def _plan(self, block: FocusBlock) -> None:
        """Put the time into the plan, and say so once it is there."""
        if self._adviser is not None:
            self._adviser.taken.add(block, lambda: self._say(block, Verdict.ACCEPTED))

    def _take_out(self) -> None:
        adviser = self._adviser
        if adviser is not None:
            self.toast.hide()
            adviser.taken.take_out(lambda offer: adviser.verdicts.unsay(offer, Verdict.ACCEPTED))

    def _show_planned(self) -> None:
        if self._adviser is None:
            return
        planned, self.block.is_planned = self._adviser.taken.next, self._adviser.taken.holds
        self.block.show_planned(None if planned is None else planned.interval, self._clock.now().wall_ms)

    def _refuse(self, error: KairosError) -> None:
        self.toast.say(f"⚠ {error_sentence(error)}")

    def _told(self, about: DocumentPick | FocusBlock, verdict: Verdict) -> str:
        if isinstance(about, FocusBlock):
            when = self.words.when(about.interval, self._clock.now().wall_ms)
            if verdict is Verdict.ACCEPTED:
                return self.tr("In your plan: %1").replace("%1", when)
            today = self.words.is_today(about.interval, self._clock.now().wall_ms)
            text = self.tr("Not today: %1") if today else self.tr("Not that day: %1")
            return text.replace("%1", when)
        texts = {
            Verdict.NOT_NOW: self.tr("Not now: %1"),
            Verdict.WRONG: self.tr("Noted as wrong: %1"),
            Verdict.LESS: self.tr("Less like this: %1"),
        }
        return texts[verdict].replace("%1", isolated(title_of(about)))

    def undo(self) -> None:
        """Take back what was said last of the advice."""
        said = None if self._adviser is None else self._adviser.verdicts.latest
        if self._adviser is None or said is None:
            return
        if said.verdict is Verdict.ACCEPTED:
            self._adviser.taken.take_back(said.offer.id)
        self.toast.hide()
        self._adviser.verdicts.undo()

    def _open(self, pick: DocumentPick) -> None:
        """Open a document as the Documents page does; what is no longer indexed is opened with most care."""
        if self._adviser is None:
            return
        unknown = Document(pick.document_id, 0, Identity(pick.path), DocumentKind.TEXT, DocumentState.INDEXED)
        self._adviser.find(self, pick.path, self.opener.open, lambda _error: self.opener.open(unknown))
        self._adviser.verdicts.opened(pick)

    # ---------------------------------------------------------------- why

    def _explain_block(self, block: FocusBlock) -> None:
        when = self.words.when(block.interval, self._clock.now().wall_ms)
        self._explain(Kind.BLOCK, when, "", self.words.likelihood(block), block)

    def _explain_pick(self, pick: DocumentPick) -> None:
        self._explain(Kind.DOCUMENT, title_of(pick), place(pick.path), "", pick)

    def _explain(self, kind: Kind, title: str, where: str, detail: str, about: DocumentPick | FocusBlock) -> None:
        from desktop_app.dialogs.why import Recommended, WhyDialog  # noqa: PLC0415  (only when it is asked for)

        dialog = WhyDialog(self._theme, Recommended(kind, title, where, detail, about.offer, about.why), self.window())
        dialog.finished.connect(self._closed)
        self.dialog = dialog
        dialog.open()

    def _closed(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None

    # ---------------------------------------------------------------- being seen

    def _offers(self) -> list[int]:
        block = [] if self.block.block is None else [self.block.block.offer.id]
        return block + [pick.offer.id for pick in self.picks.picks]

    def _watch(self) -> None:
        """Look now and then whether suggestions lie in sight, until all are known to have been seen."""
        if self.isVisible() and self._adviser is not None and self._adviser.verdicts.untold(self._offers()):
            if not self._sight.isActive():
                self._sight.start()
        else:
            self._sight.stop()

    def _tell_seen(self) -> None:
        if self._adviser is None or self.window().isMinimized():
            return
        block = self.block.block
        seen = self.picks.visible_offers()
        if block is not None and is_in_sight(self.block.when):
            seen.append(block.offer.id)
        self._adviser.verdicts.seen(seen)
        self._watch()

    def watch_page(self, *, shown: bool) -> None:
        """Know whether the page is looked at."""
        if self._adviser is not None and isValid(self._adviser):
            self._adviser.want(self, wanted=shown)
        if shown:
            self._watch()
        else:
            self._sight.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the cards under one another where they would be too narrow side by side."""
        narrow = self.width() < _NARROW
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        super().resizeEvent(event)


def _telling(notices: Sequence[Notice]) -> list[Notice]:
    """Return the notices that say something beside each other: that rules stand in need not be said twice."""
    others: list[Notice] = [one for one in notices if one is not Notice.BASELINE]
    return others or list(notices)
