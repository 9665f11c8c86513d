"""What the window asks of the engine about corrections and time away, in memory."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from engine.domain.away import Asking, Because, Gap, Guess, Part
from engine.domain.categories import Category, CategoryTree
from engine.domain.corrections import Changed, Said
from engine.domain.errors import KairosError, UsageError
from engine.domain.intervals import Interval

NOON_MS = 1_795_219_200_000 + 12 * 3_600_000  # 2026-11-21 12:00 UTC
MINUTE_MS = 60_000
TREE = CategoryTree([Category(1, "Work"), Category(2, "Coding", 1), Category(3, "Private")])
LUNCH = Guess(Because.SAME_HOUR, Said("offline", "Lunch"), 3)
BREAK = Guess(Because.BREAK)
BEFORE = Guess(Because.BEFORE, Said("code", "<b>plan</b>"))


def span(start_min: int, end_min: int) -> Interval:
    """Return minutes after noon as an interval."""
    return Interval(NOON_MS + start_min * MINUTE_MS, NOON_MS + end_min * MINUTE_MS)


FIRST = Gap(span(6, 51), (LUNCH, BREAK, BEFORE))
SECOND = Gap(span(180, 204), (BREAK, BEFORE))


@dataclass
class FakeAway:
    """Says what a test wants asked, and remembers what was answered."""

    wanted: Asking = field(default_factory=Asking)
    put_off: list[frozenset[Interval]] = field(default_factory=list)
    answers: list[Sequence[tuple[Interval, Sequence[Part]]]] = field(default_factory=list)
    error: KairosError | None = None

    def asking(self, put_off: Collection[Interval] = ()) -> Asking:
        """Return what is wanted, unless it was put off."""
        self.put_off.append(frozenset(put_off))
        if not self.wanted.together and any(gap.interval in put_off for gap in self.wanted.gaps):
            return Asking()
        return self.wanted

    def categories(self) -> CategoryTree:
        """Return three categories."""
        return TREE

    def answer(self, answers: Sequence[tuple[Interval, Sequence[Part]]]) -> Changed:
        """Remember the answers, or refuse them."""
        if self.error is not None:
            raise self.error
        self.answers.append(answers)
        self.wanted = Asking()
        return Changed(answers[0][0], 1, ())


@dataclass
class FakeCorrections:
    """Remembers what was asked; an error set is raised instead."""

    asked: list[tuple[object, ...]] = field(default_factory=list)
    error: KairosError | None = None

    def moment(self, text: str) -> int:
        """Read "12:30" as minutes after noon and refuse letters."""
        clock = text[-5:]
        if not clock.replace(":", "").isdigit():
            raise UsageError(f"“{text}” is not a time.")
        hours, minutes = (int(part) for part in clock.split(":"))
        return NOON_MS + ((hours - 12) * 60 + minutes) * MINUTE_MS

    def _do(self, name: str, start_ms: int, end_ms: int, *more: object) -> Changed:
        if self.error is not None:
            raise self.error
        self.asked.append((name, start_ms, end_ms, *more))
        return Changed(Interval(start_ms, end_ms), 1, ())

    def add(self, start_ms: int, end_ms: int, said: Said) -> Changed:
        """Remember it."""
        return self._do("add", start_ms, end_ms, said)

    def change(self, start_ms: int, end_ms: int, said: Said) -> Changed:
        """Remember it."""
        return self._do("change", start_ms, end_ms, said)

    def delete(self, start_ms: int, end_ms: int) -> Changed:
        """Remember it."""
        return self._do("delete", start_ms, end_ms)

    def revert(self, start_ms: int, end_ms: int) -> Changed:
        """Remember it."""
        return self._do("revert", start_ms, end_ms)

    def merge(self, start_ms: int, end_ms: int) -> Changed:
        """Remember it."""
        return self._do("merge", start_ms, end_ms)
