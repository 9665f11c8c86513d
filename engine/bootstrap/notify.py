"""Builds what Kairos says by itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engine.api import Goals, History, Notifications, Plan, Preferences
    from engine.domain.activity import Observed
    from engine.domain.clock import Clock
    from engine.history.labels import CurrentRules
    from engine.storage.database import Database
    from engine.storage.heartbeat import HeartbeatFile
    from engine.talking import Asker


_PATIENCE_S = 8.0


def build_notifications(  # noqa: PLR0913, PLR0917  (what the facts come from)
    database: Database,
    heartbeat: HeartbeatFile,
    labeller: CurrentRules,
    preferences: Preferences,
    plan: Plan,
    goals: Goals,
    history: History,
    clock: Clock,
    advisers: Asker,
) -> Notifications:
    """Build what tells which notifications are due. advisers: asks the process that knows the models."""
    from engine.api import Notifications  # noqa: PLC0415
    from engine.api.soon import ask_soon  # noqa: PLC0415
    from engine.planning.notify.service import NotifyParts  # noqa: PLC0415
    from engine.storage.active_time import ActiveTime  # noqa: PLC0415
    from engine.storage.calendar_troubles import calendars_in_trouble  # noqa: PLC0415
    from engine.storage.day_facts import DayFacts  # noqa: PLC0415
    from engine.storage.notifications import NotificationStore  # noqa: PLC0415

    facts = DayFacts(database)
    parts = NotifyParts(
        store=NotificationStore(database),
        clock=clock,
        rule=history.rule,
        settings=lambda: preferences.load().notifications,
        ahead=plan.occurrences,
        active=ActiveTime(database, heartbeat).between,
        goals=goals.status,
        calendars=calendars_in_trouble(database),
        in_session=facts.in_session,
        in_meeting=_in_meeting(database, heartbeat, labeller, clock),
        undisturbed=lambda: ask_soon(advisers, _PATIENCE_S).undisturbed,
    )
    return Notifications(parts)


def _in_meeting(
    database: Database, heartbeat: HeartbeatFile, labeller: CurrentRules, clock: Clock
) -> Callable[[], bool]:
    """Return what tells whether the window in front, as recorded, is a meeting's."""
    from engine.domain.clock import MS_PER_MINUTE  # noqa: PLC0415
    from engine.domain.errors import UsageError  # noqa: PLC0415
    from engine.domain.look import Look  # noqa: PLC0415
    from engine.domain.presence import Presence  # noqa: PLC0415
    from engine.history.meetings import is_meeting  # noqa: PLC0415
    from engine.storage.activities import ActivityStore  # noqa: PLC0415

    store = ActivityStore(database)

    def path(what: Observed) -> tuple[str, ...]:
        try:
            tree = labeller.now().tree
        except UsageError:  # told where rules are shown
            return ()
        return tree.path(labeller(Look(0, what.app, what.title, what.site, what.document)).category_id or 0)

    def ask() -> bool:
        beat = heartbeat.read()
        if beat is None or not beat.activity_id or clock.now().wall_ms - beat.end_ms > MS_PER_MINUTE:
            return False
        found = [one.what for one in store.between(beat.end_ms - 1, beat.end_ms, beat=beat) if one.open]
        return any(what.presence is Presence.ACTIVE and is_meeting(what, path(what)) for what in found)

    return ask
