"""What a time away may have been, in the window's language."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop_app.widgets.format import Wording
from desktop_app.widgets.plain_text import foreign, isolated
from engine.domain.app_names import AppNames
from engine.domain.away import Because, Gap, Guess
from engine.domain.corrections import OFFLINE_APP

_LONGEST = 60


class GapWords(QObject):
    """Writes gaps and guesses; names come from elsewhere and are cut and isolated."""

    def __init__(self, wording: Wording, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wording = wording

    def gap(self, gap: Gap) -> str:
        """Return from when to when, and how long."""
        span = gap.interval
        return f"{self._wording.span(span.start_ms, span.end_ms)} ({self._wording.length(span.length_ms)})"

    def guess(self, guess: Guess) -> str:
        """Return what the time may have been and why that is likely."""
        texts = {
            Because.SAME_HOUR: self.tr("%1 (added at this hour on %n earlier days)", "", guess.days),
            Because.WENT_ON: self.tr("Went on with %1"),
            Because.BEFORE: self.tr("Still %1, as before"),
            Because.AFTER: self.tr("Already %1, as after"),
            Because.BREAK: self.tr("A break, not counted"),
        }
        return texts[guess.because].replace("%1", isolated(_name(guess)))


def _name(guess: Guess) -> str:
    if guess.said is None:
        return ""
    app, title = guess.said.app or "", guess.said.title or ""
    named = AppNames().name(app)
    if not title or app == OFFLINE_APP:
        return foreign(title or named, _LONGEST)
    return foreign(f"{title} ({named})", _LONGEST)
