"""Between the card that asks about time away and the engine that knows what to ask."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QElapsedTimer, QObject, Signal
from shiboken6 import isValid

from desktop_app.background import Background
from desktop_app.pages.today_away import AwayCard
from engine.domain.away import Asking, Gap
from engine.domain.categories import CategoryTree
from engine.domain.errors import KairosError
from engine.domain.intervals import Interval

if TYPE_CHECKING:
    from desktop_app.dialogs.away_time import Answers, AwayTime
    from engine.api import Away
    from engine.domain.corrections import Changed

LOOK_MS: Final = 10_000
"""The day changes with every window; a gap can wait so long."""


class AwayQuestions(QObject):
    """Looks for questions when the day changed, shows them on the card it serves, and stores the answers.

    stored: an answer is in the history; carries what changed.
    """

    stored = Signal(object)

    def __init__(self, away: Away, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._away = away
        self._background = background
        self._card: AwayCard | None = None
        self._put_off: set[Interval] = set()
        self._dropped: set[Interval] = set()
        self._shown: tuple[Asking, CategoryTree] = Asking(), CategoryTree(())
        self._since = QElapsedTimer()
        self._looking = False
        self.dialog: AwayTime | None = None

    def serve(self, card: AwayCard) -> None:
        """Ask on this card from now on."""
        self._card = card
        card.answered.connect(self._answer)
        card.put_off.connect(self._later)
        card.all_wanted.connect(self._open)
        card.put_off_all.connect(self._drop)
        card.ask(*self._shown)

    def look(self, *_: object) -> None:
        """Look for questions, unless that was done a moment ago."""
        if not self._looking and (not self._since.isValid() or self._since.elapsed() >= LOOK_MS):
            self.look_now()

    def look_now(self) -> None:
        """Look for questions."""
        self._looking = True
        put_off = frozenset(self._put_off)
        self._background.ask(
            self, lambda: (self._away.asking(put_off), self._away.categories()), self._show, self._failed
        )

    def _show(self, found: tuple[Asking, CategoryTree]) -> None:
        self._looking = False
        self._since.start()
        asking, tree = found
        if asking.together and all(gap.interval in self._dropped for gap in asking.gaps):
            asking = Asking()
        self._shown = asking, tree
        if self._card is not None and isValid(self._card):
            self._card.ask(asking, tree)

    def _failed(self, _error: KairosError) -> None:
        self._looking = False  # the bridge says what is wrong with the database; a question can wait
        self._since.start()

    def _answer(self, answers: Answers) -> None:
        self._background.ask(self, lambda: self._away.answer(answers), self._keep, self._refuse)

    def _keep(self, changed: Changed) -> None:
        if self.dialog is not None:
            self.dialog.accept()
        self.stored.emit(changed)
        self.look_now()

    def _refuse(self, error: KairosError) -> None:
        if self.dialog is not None:
            self.dialog.refuse(error)
        elif self._card is not None and isValid(self._card):
            self._card.refuse(error)

    def _later(self, spans: list[Interval]) -> None:
        self._put_off.update(spans)
        self.look_now()

    def _drop(self, spans: list[Interval]) -> None:
        self._dropped.update(spans)
        self._put_off.update(spans)
        self.look_now()

    def _open(self, gaps: tuple[Gap, ...]) -> None:
        """Open all questions in a dialog; the person asked for it, so it may have the keyboard."""
        from desktop_app.dialogs.away_time import AwayTime  # noqa: PLC0415

        if self._card is None or self.dialog is not None:
            return
        dialog = self.dialog = AwayTime(gaps, self._card.wording, self._shown[1], self._card.window())
        dialog.answered.connect(self._answer)
        dialog.finished.connect(self._closed)
        dialog.open()

    def _closed(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
