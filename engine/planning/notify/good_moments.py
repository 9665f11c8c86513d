"""When what is not urgent is said: not while the person will likely stay with one thing, and soon in any case.

Whoever is interrupted between two tasks takes it up faster and minds it less than in the middle of one (Iqbal and
Bailey, CHI 2005).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from engine.domain.clock import MS_PER_MINUTE
from engine.domain.notifications import Notification, NotificationKind

LIKELY = 0.5
"""From this probability of ten minutes without a switch on, the person is left alone."""

LONGEST_MS = 15 * MS_PER_MINUTE
"""So long at most."""

_CAN_WAIT = frozenset(
    {
        NotificationKind.GOAL_NEAR,
        NotificationKind.GOAL_MET,
        NotificationKind.GOAL_SLIPS,
        NotificationKind.EYE_REST,
        NotificationKind.DAY_SUMMARY,
        NotificationKind.PLAN_CHANGED,
        NotificationKind.CALENDAR_TROUBLE,
        NotificationKind.LETTER,
    }
)


class GoodMoments:
    """Keeps what can wait until a good moment. undisturbed: the probability of no switch soon, None where unknown.

    It is asked only while something waits.
    """

    def __init__(self, undisturbed: Callable[[], float | None]) -> None:
        self._undisturbed = undisturbed
        self._since: dict[str, int] = {}

    def of(self, found: Sequence[Notification], now_ms: int) -> list[Notification]:
        """Return those that are to be said now."""
        self._since = {one.key: self._since.get(one.key, now_ms) for one in found if one.kind in _CAN_WAIT}
        waiting = {key for key, since in self._since.items() if 0 <= now_ms - since < LONGEST_MS}
        if not waiting or (self._undisturbed() or 0.0) < LIKELY:
            return list(found)
        return [one for one in found if one.key not in waiting]
