"""What was doubtful in a file, counted while it is read."""

from __future__ import annotations

from engine.domain.imports import Doubt, Finding


class Findings:
    """Counts doubts and remembers where each came up first."""

    def __init__(self) -> None:
        self._counts: dict[Doubt, int] = {}
        self._first: dict[Doubt, str] = {}

    def note(self, doubt: Doubt, where: str = "", count: int = 1) -> None:
        """Count a doubt; where is a place in the file and never a text from it."""
        self._counts[doubt] = self._counts.get(doubt, 0) + count
        self._first.setdefault(doubt, where)

    def count(self, doubt: Doubt) -> int:
        """Return how often the doubt came up."""
        return self._counts.get(doubt, 0)

    def all(self) -> tuple[Finding, ...]:
        """Return what came up, in the order of the list of doubts."""
        seen = (doubt for doubt in Doubt if doubt in self._counts)
        return tuple(Finding(doubt, self._counts[doubt], self._first[doubt]) for doubt in seen)
