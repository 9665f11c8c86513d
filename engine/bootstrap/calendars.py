"""Builds what reads and writes calendars."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from engine.domain.clock import MS_PER_MINUTE
from engine.paths import ProfilePaths

if TYPE_CHECKING:
    from engine.api import Calendars, Plan, Planner, Reports
    from engine.domain.clock import Clock
    from engine.domain.days import DayRule
    from engine.planning.calendar_watch import CalendarWatch
    from engine.storage.database import Database

_ENTRY = b"BEGIN:VEVENT\r\n"


def build_calendar_watch(database: Database, paths: ProfilePaths, rule: Callable[[], DayRule]) -> CalendarWatch:
    """Build what tells whether calendars changed: all the recorder needs of them."""
    from engine.planning.calendar_watch import CalendarWatch  # noqa: PLC0415
    from engine.storage.calendars import CalendarStore  # noqa: PLC0415

    return CalendarWatch(CalendarStore(database), _words(paths), lambda: rule().zone)


def build_calendars(  # noqa: PLR0913, PLR0917  (what calendars are made of)
    database: Database,
    paths: ProfilePaths,
    plan: Plan,
    reports: Reports,
    rule: Callable[[], DayRule],
    clock: Clock,
    planner: Planner,
) -> Calendars:
    """Build what reads and writes calendars."""
    from engine.api import Calendars  # noqa: PLC0415
    from engine.domain.categories import CategoryTree  # noqa: PLC0415
    from engine.domain.days import day_of  # noqa: PLC0415
    from engine.planning.calendars import Stores, Surroundings  # noqa: PLC0415
    from engine.storage.blocks import BlockStore  # noqa: PLC0415
    from engine.storage.calendars import CalendarStore  # noqa: PLC0415
    from engine.storage.categories import CategoryStore  # noqa: PLC0415
    from engine.storage.plan_changes import PlanChanges  # noqa: PLC0415

    def today() -> date:
        return day_of(clock.now().wall_ms, rule())

    categories = CategoryStore(database)
    around = Surroundings(
        words=_words(paths),
        tree=lambda: CategoryTree(categories.all()),
        rule=rule,
        actual=lambda start, end: _actual(planner, start, min(end - timedelta(days=1), today())),
        history=lambda path, start, end: _write_history(reports, path, start, end),
    )
    stores = Stores(CalendarStore(database), BlockStore(database), PlanChanges(database))
    return Calendars(stores, plan, around, clock)


def _words(paths: ProfilePaths) -> Callable[[], Sequence[str]]:
    def words() -> Sequence[str]:
        from engine.settings import load_settings  # noqa: PLC0415

        return load_settings(paths.settings).plan.calendar_words

    return words


def _actual(planner: Planner, start: date, last: date) -> Mapping[int, int]:
    """Return the minutes that went to what each block was for, of past ones that take place once, by their numbers."""
    from engine.domain.adherence import Outcome  # noqa: PLC0415

    if last < start:
        return {}
    told = {Outcome.KEPT, Outcome.PARTLY, Outcome.MISSED}
    kept = (one for one in planner.adherence(start, last).kept if one.outcome in told)
    once = (one for one in kept if not one.occurrence.block.recurrence.repeats)
    return {one.occurrence.block.id: round(one.matching_ms / MS_PER_MINUTE) for one in once}


def _write_history(reports: Reports, path: Path, start: date, end: date) -> int:
    """Write recorded time as a calendar without titles, and return how many entries it has."""
    from engine.domain.report import Redaction, ReportFormat  # noqa: PLC0415

    request = reports.request(start, end, redact=Redaction.NO_TITLES)
    reports.write(request, ReportFormat.ICS, path)
    with path.open("rb") as file:
        return sum(line == _ENTRY for line in file)
