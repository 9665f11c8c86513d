"""What was recommended lately and what was said of it, followed as it grows."""

from __future__ import annotations

from collections.abc import Hashable

from engine.domain.advice_sources import OfferLog
from engine.domain.clock import MS_PER_HOUR
from engine.domain.offers import ENTRY, Shown
from engine.domain.recommended import Kind

REACH_MS = 90 * 24 * MS_PER_HOUR
"""How far back what was said is heeded; by then all of it has faded."""

MOST_SILENT = 2_000
"""So many recommendations that nobody said anything of are kept, the latest; those somebody did are all kept."""

_FRESH_MS = 24 * MS_PER_HOUR  # what was made longer ago is read again every hour, and when something is said of it
_EVERY_MS = MS_PER_HOUR


class Heard:
    """Follows a log of recommendations; raises Storage errors."""

    def __init__(self, offers: OfferLog) -> None:
        self._offers = offers
        self._older: list[Shown] = []
        self._read_ms: int | None = None
        self._upto_ms = 0
        self._mark: Hashable = None

    def upto(self, now_ms: int) -> tuple[Shown, ...]:
        """Return what was visible, with all that was said of it, in the order it was made."""
        if self._read_ms is None or not 0 <= now_ms - self._read_ms < _EVERY_MS or self._changed():
            self._upto_ms = now_ms - _FRESH_MS
            self._older = [
                one for one in self._offers.history(now_ms - REACH_MS) if one.offered.offer.made_ms < self._upto_ms
            ]
            self._older = _kept(self._older)
            self._read_ms, self._mark = now_ms, self._answers()
        return (*self._older, *self._offers.history(self._upto_ms))

    def _changed(self) -> bool:
        """Return whether something was said of what was read, or taken back, or it is not there any more.

        Cards keep the number by which something was first shown, for days: an answer to it has to work at once.
        """
        gone = bool(self._older) and self._offers.get(self._older[-1].offered.offer.id) is None
        return gone or self._answers() != self._mark

    def _answers(self) -> Hashable:
        return self._offers.answers_mark(self._older[-1].offered.offer.id) if self._older else None


def of_kind(history: tuple[Shown, ...], kind: Kind) -> tuple[Shown, ...]:
    """Return what was recommended of one kind; an entry of a feed stands for itself, not for the feed."""
    return tuple(one for one in history if one.offered.kind is kind and ENTRY not in one.offered.features)


def _kept(history: list[Shown]) -> list[Shown]:
    silent = [at for at, one in enumerate(history) if not one.said]
    gone = set(silent[: max(0, len(silent) - MOST_SILENT)])
    return [one for at, one in enumerate(history) if at not in gone]
