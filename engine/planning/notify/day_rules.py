"""The day in one sentence at the hour the person chose, and calendars that cannot be read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from hashlib import blake2b

from engine.domain.clock import MS_PER_HOUR, MS_PER_MINUTE, utc
from engine.domain.days import DayRule, day_of, day_start_ms
from engine.domain.notifications import Notification, NotificationAction, NotificationKind
from engine.planning.notify.facts import Facts

LATE_MS = 3 * MS_PER_HOUR
"""So long after its hour a summary of the day is still of use."""

_DIGEST = 8


def summary_due_ms(facts: Facts) -> int | None:
    """Return the last moment at which the day's summary was due; None where none is wanted."""
    minute = facts.settings.summary
    if not minute:
        return None
    by_hour = DayRule(facts.rule.zone, minute)
    return day_start_ms(day_of(facts.now_ms, by_hour), by_hour)


def wants_summary(facts: Facts) -> bool:
    """Return whether a summary is due by the clock."""
    due_ms = summary_due_ms(facts)
    return due_ms is not None and facts.now_ms < due_ms + LATE_MS and due_ms >= _today_ms(facts)


def summaries(facts: Facts) -> Iterator[Notification]:
    """Yield the day's summary; a day without activity has none."""
    due_ms = summary_due_ms(facts)
    if due_ms is None or not wants_summary(facts) or facts.today_ms < MS_PER_MINUTE:
        return
    yield Notification(
        key=f"day_summary:{utc(due_ms).astimezone(facts.rule.tzinfo()).date()}",
        kind=NotificationKind.DAY_SUMMARY,
        due_ms=due_ms,
        stale_ms=min(due_ms + LATE_MS, day_start_ms(_today(facts) + timedelta(days=1), facts.rule)),
        amount=facts.today_ms // MS_PER_MINUTE,
        actions=(NotificationAction.OPEN,),
        page="today",
    )


def troubles(facts: Facts) -> Iterator[Notification]:
    """Yield calendars that could not be read; the same trouble is said again in another week."""
    year, week, _ = _today(facts).isocalendar()
    for one in facts.calendars:
        if one.trouble:
            digest = blake2b(one.trouble.encode(), digest_size=_DIGEST).hexdigest()
            yield Notification(
                key=f"calendar_trouble:{one.id}:{digest}:{year}-{week}",
                kind=NotificationKind.CALENDAR_TROUBLE,
                due_ms=facts.now_ms,
                stale_ms=facts.now_ms + LATE_MS,
                subject=one.name,
                actions=(NotificationAction.OPEN,),
                page="settings",
            )


def _today(facts: Facts) -> date:
    return day_of(facts.now_ms, facts.rule)


def _today_ms(facts: Facts) -> int:
    return day_start_ms(_today(facts), facts.rule)
