"""All rules together, quiet hours, and several of a kind said as one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from engine.domain.clock import utc
from engine.domain.days import DayRule
from engine.domain.notifications import Notification, NotificationKind
from engine.planning.notify.block_rules import blocks_soon
from engine.planning.notify.break_rules import breaks
from engine.planning.notify.day_rules import summaries, troubles
from engine.planning.notify.facts import Facts
from engine.planning.notify.goal_rules import goals
from engine.settings import NotificationSettings

_RULES = (blocks_soon, breaks, goals, summaries, troubles)


def due(facts: Facts) -> list[Notification]:
    """Return all that the facts make due now, by when it came to be; nothing stale is among it."""
    found = [one for rule in _RULES for one in rule(facts) if one.due_ms <= facts.now_ms < one.stale_ms]
    return sorted(found, key=lambda one: (one.due_ms, one.key))


def is_quiet(settings: NotificationSettings, now_ms: int, rule: DayRule) -> bool:
    """Return whether the local time of day lies in the quiet hours, which may go over midnight."""
    moment = utc(now_ms).astimezone(rule.tzinfo())
    return quiet_minute(settings, moment.hour * 60 + moment.minute)


def quiet_minute(settings: NotificationSettings, minute: int) -> bool:
    """Return whether a minute after local midnight lies in the quiet hours."""
    first, after = settings.quiet_from, settings.quiet_until
    return first <= minute < after if first <= after else minute >= first or minute < after


def together(found: Iterable[Notification]) -> list[Notification]:
    """Return what is shown at once: the first of each kind speaks for the others, but each block for itself."""
    shown: dict[str, Notification] = {}
    for one in found:
        name = one.key if one.kind is NotificationKind.BLOCK_SOON else one.kind.value
        first = shown.get(name)
        shown[name] = one if first is None else replace(first, others=first.others + 1)
    return list(shown.values())
