"""A block is about to begin."""

from __future__ import annotations

from collections.abc import Iterator

from engine.domain.blocks import BlockKind, Certainty, Occurrence
from engine.domain.clock import MS_PER_MINUTE
from engine.domain.notifications import Notification, NotificationAction, NotificationKind
from engine.planning.notify.facts import Facts

GRACE_MS = MS_PER_MINUTE
"""So long after a block began it is still worth saying that it does."""

_FOR_SESSIONS = frozenset({BlockKind.FOCUS, BlockKind.LEARNING, BlockKind.SHALLOW})


def blocks_soon(facts: Facts) -> Iterator[Notification]:
    """Yield what is due of blocks; one that is moved is said again for its new time."""
    ahead_ms = facts.settings.block_soon * MS_PER_MINUTE
    for one in facts.ahead if ahead_ms else ():
        starts_ms = one.interval.start_ms
        if _counts(one) and starts_ms - ahead_ms <= facts.now_ms < starts_ms + GRACE_MS:
            yield _said(one, ahead_ms, facts.now_ms)


def _counts(one: Occurrence) -> bool:
    return not one.block.all_day and one.block.certainty is not Certainty.CANCELLED


def _said(one: Occurrence, ahead_ms: int, now_ms: int) -> Notification:
    starts_ms, about = one.interval.start_ms, one.block.about
    start = (NotificationAction.START,) if about.kind in _FOR_SESSIONS else ()
    return Notification(
        key=f"block_soon:{one.block.id}:{one.of_ms}:{starts_ms}",
        kind=NotificationKind.BLOCK_SOON,
        due_ms=starts_ms - ahead_ms,
        stale_ms=starts_ms + GRACE_MS,
        subject=about.title,
        amount=max(0, -(-(starts_ms - now_ms) // MS_PER_MINUTE)),
        actions=(*start, NotificationAction.SNOOZE),
        page="plan",
        block_id=one.block.id,
    )
