"""Notifications as the window asks for them: gathers the facts, asks the rules, and gives each once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from engine.domain.blocks import Occurrence
from engine.domain.calendars import CalendarSource
from engine.domain.clock import MS_PER_MINUTE, Clock, Instant
from engine.domain.days import DayRule, day_bounds, day_of
from engine.domain.errors import UsageError
from engine.domain.goals import GoalProgress
from engine.domain.intervals import Interval
from engine.domain.notifications import Notification, NotificationAction, NotificationKind
from engine.planning.notify.block_rules import GRACE_MS
from engine.planning.notify.break_rules import LOOKED_BACK_MS, repeat_ms
from engine.planning.notify.day_rules import wants_summary
from engine.planning.notify.facts import Facts
from engine.planning.notify.good_moments import GoodMoments
from engine.planning.notify.said_together import due, is_quiet, together
from engine.settings import NotificationSettings

SNOOZE = 10
"""Minutes."""

_GOALS_EVERY_MS = 2 * MS_PER_MINUTE  # what they stand at is worked out no more often
_LONGEST_SNOOZE = 24 * 60
_SNOOZES = {NotificationKind.BLOCK_SOON: 5}
_OPEN = (NotificationAction.OPEN,)
_PAGES = {NotificationKind.LETTER: "insights"}


class Given(Protocol):
    """Where it is stored what was given; see engine.storage.notifications."""

    def given(self, now_ms: int) -> frozenset[str]:
        """Return the keys of those that need not be given now."""
        ...

    def claim(self, found: Iterable[Notification], now_ms: int, again_ms: Mapping[str, int]) -> list[Notification]:
        """Return those that this call is the first to give."""
        ...

    def wait(self, one: Notification) -> None:
        """Store one for whoever asks next."""
        ...

    def waiting(self, now_ms: int) -> list[Notification]:
        """Return those that wait."""
        ...

    def answer(self, key: str, action: NotificationAction) -> None:
        """Store what the person answered."""
        ...

    def snooze(self, key: str, now_ms: int, until_ms: int) -> None:
        """Have it given again then."""
        ...


@dataclass(frozen=True, slots=True)
class NotifyParts:
    """Where the facts come from; each may raise Storage errors. Spans are UTC milliseconds.

    ahead: planned times that share time with a span. active: when the person was at the machine in it, in order.
    in_session: whether a focus session runs. in_meeting: whether what is in front is a meeting. undisturbed: the
    probability that the person stays with what is in front for ten minutes, None where it is not known.
    """

    store: Given
    clock: Clock
    rule: Callable[[], DayRule]
    settings: Callable[[], NotificationSettings]
    ahead: Callable[[int, int], Sequence[Occurrence]]
    active: Callable[[int, int], Sequence[Interval]]
    goals: Callable[[], Sequence[GoalProgress]]
    calendars: Callable[[], Sequence[CalendarSource]]
    in_session: Callable[[], bool]
    in_meeting: Callable[[], bool]
    undisturbed: Callable[[], float | None] = lambda: None


class Notifications:
    """What Kairos says by itself. Every method raises Storage errors, due also SettingsError."""

    def __init__(self, parts: NotifyParts) -> None:
        self._parts = parts
        self._moments = GoodMoments(parts.undisturbed)
        self._goals: tuple[int, tuple[GoalProgress, ...]] | None = None

    def due(self, held: bool = False) -> list[Notification]:
        """Return those that are due now and that this call is the first to ask for.

        None in quiet hours, while a focus session runs, in a meeting, or when held: what still matters comes once that
        is over, several of a kind as one. What can wait comes at a good moment. What SESSION_OVER, BREAK_OVER and NUDGE
        say is told by the session itself.
        """
        now, settings = self._parts.clock.now(), self._parts.settings()
        rule = self._parts.rule()
        if held or not settings.enabled or is_quiet(settings, now.wall_ms, rule) or self._parts.in_session():
            return []
        facts = self._facts(now, rule, settings)
        given = self._parts.store.given(now.wall_ms)
        found = [one for one in [*due(facts), *self._waiting(now.wall_ms)] if one.key not in given]
        if not found or self._parts.in_meeting():
            return []
        found = self._moments.of(found, now.wall_ms)
        again = {one.key: now.wall_ms + repeat_ms(facts, one.kind) for one in found if repeat_ms(facts, one.kind)}
        return together(self._parts.store.claim(found, now.wall_ms, again))

    def answer(self, key: str, action: NotificationAction) -> None:
        """Take an answer; SNOOZE has it given again in some minutes."""
        if action is NotificationAction.SNOOZE:
            kind = key.partition(":")[0]
            self.snooze(key, next((minutes for one, minutes in _SNOOZES.items() if one == kind), SNOOZE))
        else:
            self._parts.store.answer(key, action)

    def snooze(self, key: str, minutes: int) -> None:
        """Have it given again in so many minutes, sooner if it were stale by then; UsageError for too many."""
        if not 1 <= minutes <= _LONGEST_SNOOZE:
            raise UsageError(f"A notification is put off by 1 to {_LONGEST_SNOOZE} minutes.")
        now_ms = self._parts.clock.now().wall_ms
        self._parts.store.snooze(key, now_ms, now_ms + minutes * MS_PER_MINUTE)

    def plan_changed(self, conflicts: int, about: str) -> None:
        """Have it said, until the day is over, that planned times are in each other's way.

        about: names which ones; of the same it is said once.
        """
        now_ms = self._parts.clock.now().wall_ms
        rule = self._parts.rule()
        day = day_of(now_ms, rule)
        key = f"plan_changed:{about}"
        end_ms = day_bounds(day, rule).end_ms
        self._parts.store.wait(Notification(key, NotificationKind.PLAN_CHANGED, now_ms, end_ms, amount=conflicts))

    def _waiting(self, now_ms: int) -> list[Notification]:
        found = self._parts.store.waiting(now_ms)
        return [replace(one, actions=_OPEN, page=_PAGES.get(one.kind, "plan")) for one in found]

    def _facts(self, now: Instant, rule: DayRule, settings: NotificationSettings) -> Facts:
        parts, now_ms = self._parts, now.wall_ms
        soon_ms = now_ms + settings.block_soon * MS_PER_MINUTE + 1
        facts = Facts(
            now_ms=now_ms,
            rule=rule,
            settings=settings,
            ahead=tuple(parts.ahead(now_ms - GRACE_MS, soon_ms)) if settings.block_soon else (),
            active=self._active(now_ms, settings),
            goals=self._standing(now) if settings.goals else (),
            calendars=tuple(parts.calendars()),
        )
        return replace(facts, today_ms=self._today_ms(now_ms, rule)) if wants_summary(facts) else facts

    def _active(self, now_ms: int, settings: NotificationSettings) -> tuple[Interval, ...]:
        if not settings.break_after and not settings.eye_rest:
            return ()
        return tuple(self._parts.active(now_ms - LOOKED_BACK_MS, now_ms))

    def _today_ms(self, now_ms: int, rule: DayRule) -> int:
        start_ms = day_bounds(day_of(now_ms, rule), rule).start_ms
        return sum(one.length_ms for one in self._parts.active(start_ms, now_ms))

    def _standing(self, now: Instant) -> tuple[GoalProgress, ...]:
        if self._goals is None or now.boot_ms - self._goals[0] >= _GOALS_EVERY_MS:
            self._goals = now.boot_ms, tuple(self._parts.goals())
        return self._goals[1]
