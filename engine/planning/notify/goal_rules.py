"""A goal is reached, passed, nearly used up, or about to be missed: each said once for its day or week."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from engine.domain.clock import MS_PER_MINUTE
from engine.domain.days import day_start_ms
from engine.domain.goals import Direction, GoalProgress, GoalResult, Measure
from engine.domain.intervals import Interval
from engine.domain.notifications import Notification, NotificationAction, NotificationKind
from engine.planning.notify.facts import Facts

NEAR = 0.8
"""Of so much of an at-most goal it is said that little is left."""


def goals(facts: Facts) -> Iterator[Notification]:
    """Yield what is due of the goals of the day and the week under way."""
    if not facts.settings.goals:
        return
    for progress in facts.goals:
        result = progress.latest
        if result is None:
            continue
        span = _bounds(result, facts)
        if span.start_ms <= facts.now_ms < span.end_ms:
            found = _found(progress, result, span, facts.now_ms)
            if found is not None:
                yield _said(progress, result, found, span, facts.now_ms)


@dataclass(frozen=True, slots=True)
class _Found:
    kind: NotificationKind
    amount: int = 0


def _found(progress: GoalProgress, result: GoalResult, span: Interval, now_ms: int) -> _Found | None:
    target_ms, done_ms = progress.goal.target_ms, result.done_ms
    if progress.goal.direction is Direction.AT_MOST:
        if done_ms > target_ms:
            return _Found(NotificationKind.GOAL_OVER, _minutes(done_ms - target_ms))
        left_ms = target_ms - done_ms
        return _Found(NotificationKind.GOAL_NEAR, _minutes(left_ms)) if 0 < NEAR * target_ms <= done_ms else None
    if done_ms >= target_ms:
        return _Found(NotificationKind.GOAL_MET, progress.goal.minutes)
    return _slipping(progress, target_ms, span, now_ms)


def _slipping(progress: GoalProgress, target_ms: int, span: Interval, now_ms: int) -> _Found | None:
    """Say so from half time on, where three of four such days or weeks fell short and it can still be helped."""
    foretold, half_ms = progress.forecast, span.start_ms + span.length_ms // 2
    if foretold is None or now_ms < half_ms or foretold.high_ms >= target_ms:
        return None
    result = progress.latest
    reachable = result is not None and result.done_ms + span.end_ms - now_ms >= target_ms
    return _Found(NotificationKind.GOAL_SLIPS, _minutes(foretold.likely_ms)) if reachable else None


def _minutes(milliseconds: int) -> int:
    """Return whole minutes, begun ones counted."""
    return -(-milliseconds // MS_PER_MINUTE)


def _bounds(result: GoalResult, facts: Facts) -> Interval:
    return Interval(day_start_ms(result.span.start, facts.rule), day_start_ms(result.span.end, facts.rule))


def _said(progress: GoalProgress, result: GoalResult, found: _Found, span: Interval, now_ms: int) -> Notification:
    goal = progress.goal
    subject = "" if goal.measure is Measure.FOCUS else " › ".join(progress.path)
    return Notification(
        key=f"{found.kind}:{goal.id}:{goal.minutes}:{result.span.start}",
        kind=found.kind,
        due_ms=now_ms,
        stale_ms=span.end_ms,
        subject=subject,
        amount=found.amount,
        actions=(NotificationAction.OPEN,),
        page="reports",
    )
