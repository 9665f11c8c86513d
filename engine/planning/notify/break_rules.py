"""A break is due, or a look into the distance: told by real activity since the last time away from the machine."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from engine.domain.clock import MS_PER_MINUTE
from engine.domain.intervals import Interval
from engine.domain.notifications import Notification, NotificationAction, NotificationKind
from engine.planning.notify.facts import Facts

BREAK_MS = 5 * MS_PER_MINUTE
"""So long away from the machine is a break, whether it was meant as one or not."""

LOOKED_BACK_MS = 16 * 60 * MS_PER_MINUTE
"""How far back activity is needed."""

_HERE_MS = MS_PER_MINUTE  # who was last seen longer ago is about to take a break
_KEPT_MS = 2 * 60 * MS_PER_MINUTE
_LEAST_REPEAT = 15


def breaks(facts: Facts) -> Iterator[Notification]:
    """Yield a break that is due, else a look into the distance."""
    run = _run(facts.active)
    if not run or facts.now_ms - run[-1].end_ms > _HERE_MS or not facts.active:
        return
    active_ms = sum(one.length_ms for one in run)
    settings = facts.settings
    if settings.break_after and active_ms >= settings.break_after * MS_PER_MINUTE:
        yield _said(NotificationKind.BREAK_DUE, run, active_ms, settings.break_after, facts.now_ms)
    elif settings.eye_rest and active_ms >= settings.eye_rest * MS_PER_MINUTE:
        yield _said(NotificationKind.EYE_REST, run, active_ms, settings.eye_rest, facts.now_ms)


def repeat_ms(facts: Facts, kind: NotificationKind) -> int:
    """Return after how long a notification is given again that nothing was done about; 0 for never."""
    if kind is NotificationKind.BREAK_DUE:
        return max(_LEAST_REPEAT, facts.settings.break_after // 3) * MS_PER_MINUTE
    return facts.settings.eye_rest * MS_PER_MINUTE if kind is NotificationKind.EYE_REST else 0


def _run(active: Sequence[Interval]) -> list[Interval]:
    """Return the last activity without a break in it."""
    run: list[Interval] = []
    for one in reversed(active):
        if run and run[0].start_ms - one.end_ms >= BREAK_MS:
            break
        run.insert(0, one)
    return run


def _said(kind: NotificationKind, run: list[Interval], active_ms: int, after: int, now_ms: int) -> Notification:
    over_ms = active_ms - after * MS_PER_MINUTE
    return Notification(
        key=f"{kind}:{run[0].start_ms}",
        kind=kind,
        due_ms=now_ms - over_ms,
        stale_ms=now_ms + _KEPT_MS,  # a break makes it vanish before that: it is made anew from the facts each time
        amount=active_ms // MS_PER_MINUTE,
        actions=(NotificationAction.SNOOZE,) if kind is NotificationKind.BREAK_DUE else (),
        page="today",
    )
