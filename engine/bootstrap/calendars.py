"""Builds what reads and writes calendars."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from engine.paths import ProfilePaths

if TYPE_CHECKING:
    from engine.api import Calendars, Plan, Reports
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
    actual: Callable[[date, date], Mapping[int, int]] = lambda _start, _end: {},
) -> Calendars:
    """Build what reads and writes calendars. actual: recorded minutes of past blocks by their number."""
    from engine.api import Calendars  # noqa: PLC0415
    from engine.domain.categories import CategoryTree  # noqa: PLC0415
    from engine.planning.calendars import Stores, Surroundings  # noqa: PLC0415
    from engine.storage.blocks import BlockStore  # noqa: PLC0415
    from engine.storage.calendars import CalendarStore  # noqa: PLC0415
    from engine.storage.categories import CategoryStore  # noqa: PLC0415
    from engine.storage.plan_changes import PlanChanges  # noqa: PLC0415

    categories = CategoryStore(database)
    around = Surroundings(
        words=_words(paths),
        tree=lambda: CategoryTree(categories.all()),
        rule=rule,
        actual=actual,
        history=lambda path, start, end: _write_history(reports, path, start, end),
    )
    stores = Stores(CalendarStore(database), BlockStore(database), PlanChanges(database))
    return Calendars(stores, plan, around, clock)


def _words(paths: ProfilePaths) -> Callable[[], Sequence[str]]:
    def words() -> Sequence[str]:
        from engine.settings import load_settings  # noqa: PLC0415

        return load_settings(paths.settings).plan.calendar_words

    return words


def _write_history(reports: Reports, path: Path, start: date, end: date) -> int:
    """Write recorded time as a calendar without titles, and return how many entries it has."""
    from engine.domain.report import Redaction, ReportFormat  # noqa: PLC0415

    request = reports.request(start, end, redact=Redaction.NO_TITLES)
    reports.write(request, ReportFormat.ICS, path)
    with path.open("rb") as file:
        return sum(line == _ENTRY for line in file)
