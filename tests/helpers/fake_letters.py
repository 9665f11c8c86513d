"""Letters in memory, as the window asks for them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from engine.domain.letters import Basis, LetterAnswer, StoredLetter


@dataclass
class FakeLetters:
    """One letter at most, and what was said of it."""

    stored: StoredLetter | None = None
    seen: list[date] = field(default_factory=list)
    stops: int = 0
    counted: Basis = field(default_factory=Basis)

    def latest(self) -> StoredLetter | None:
        """Return the letter there is."""
        return self.stored

    def shown(self, week: date) -> None:
        """Remember that it was seen."""
        self.seen.append(week)

    def accept(self, week: date) -> StoredLetter:
        """Take the answer."""
        return self._answered(week, LetterAnswer.ACCEPTED)

    def refuse(self, week: date) -> StoredLetter:
        """Take the answer."""
        return self._answered(week, LetterAnswer.REFUSED)

    def basis(self, week: date) -> Basis:
        """Return what was counted."""
        assert self.stored is not None
        assert self.stored.letter.start == week
        return self.counted

    def stop_trying(self) -> None:
        """Remember that trials were stopped."""
        self.stops += 1

    def _answered(self, week: date, answer: LetterAnswer) -> StoredLetter:
        assert self.stored is not None
        assert self.stored.letter.start == week
        self.stored = replace(self.stored, answer=answer)
        return self.stored
