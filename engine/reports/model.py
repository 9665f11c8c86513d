"""The report out of totals: a pure function, so that window, command line and every file show the same figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from engine.domain.activity import Withheld
from engine.domain.categories import CategoryTree
from engine.domain.clock import MS_PER_HOUR
from engine.domain.intervals import Interval
from engine.domain.presence import Presence
from engine.domain.report import (
    By,
    DayTotal,
    Focus,
    HeatMap,
    Previous,
    Report,
    ReportRequest,
    ReportRow,
    ReportTable,
    Selection,
)
from engine.domain.totals import TotalRow
from engine.reports.branches import branch_rows
from engine.reports.local_hours import LocalHours
from engine.reports.redaction import redacted_focus

AskEach = Callable[[Sequence[int]], Sequence[Iterable[TotalRow]]]
"""Returns the totals between each two neighbours of some moments, told apart by category and presence at least."""


@dataclass(frozen=True, slots=True)
class PeriodCount:
    """What was counted in one period, active time only.

    named: rows told apart by app and withheld, by project, by tag, for the tables wanted.
    """

    bounds: Interval
    categories: Mapping[int, int]
    named: Mapping[By, Sequence[TotalRow]]

    @property
    def active_ms(self) -> int:
        """The active time in milliseconds."""
        return sum(self.categories.values())


class Placed:
    """Active time by day and category, and by day and hour on the clock."""

    def __init__(self, request: ReportRequest) -> None:
        self.hours = LocalHours(request.days, request.rule)
        self.bounds = request.bounds
        self.days: list[Counter[int]] = []
        self.cells: Counter[tuple[int, int]] = Counter()
        self.presence_ms = dict.fromkeys(Presence, 0)

    def add(self, ask: AskEach, by_hour: Iterable[TotalRow]) -> Placed:
        """Count the days, asked for with ask, and rows told apart by hour and presence.

        ask is also asked for the parts of an hour that belong to different days or hours on the clock.
        """
        edges = [self.hours.bounds(number).start_ms for number in range(len(self.hours.days))]
        for rows in ask([*edges, self.bounds.end_ms]):
            self.days.append(self._day(rows))
        divided: list[Interval] = []
        for row in by_hour:
            if row.presence is Presence.ACTIVE and row.hour is not None:
                parts = self._parts(row.hour)
                if len(parts) == 1:
                    self.cells[self.hours.place(parts[0].start_ms)] += row.ms
                else:
                    divided += parts
        self._divide(divided, ask)
        return self

    def _day(self, rows: Iterable[TotalRow]) -> Counter[int]:
        found: Counter[int] = Counter()
        for row in rows:
            if row.presence is None:
                raise ValueError("rows must be told apart by presence")
            self.presence_ms[row.presence] += row.ms
            if row.presence is Presence.ACTIVE:
                found[row.category_id or 0] += row.ms
        return found

    def _divide(self, parts: Sequence[Interval], ask: AskEach) -> None:
        places = {part.start_ms: self.hours.place(part.start_ms) for part in parts}
        edges = sorted({*places, *(part.end_ms for part in parts)})
        for start, rows in zip(edges, ask(edges) if edges else (), strict=False):
            if start in places:
                self.cells[places[start]] += sum(row.ms for row in rows if row.presence is Presence.ACTIVE)

    def _parts(self, hour: int) -> list[Interval]:
        whole = Interval(hour * MS_PER_HOUR, (hour + 1) * MS_PER_HOUR)
        inside = whole.clip(self.bounds)
        return list(self.hours.cut(inside)) if inside is not None else []

    @property
    def categories(self) -> Counter[int]:
        """Active milliseconds by category, 0 for none."""
        whole: Counter[int] = Counter()
        for day in self.days:
            whole.update(day)
        return whole


def build_report(  # noqa: PLR0913, PLR0917  (what a report is made of)
    request: ReportRequest,
    placed: Placed,
    now: PeriodCount,
    before: PeriodCount,
    tree: CategoryTree,
    focus: tuple[Focus, Focus] | None,
    made_ms: int,
) -> Report:
    """Return the report; focus: of the period and of the one before, None where it was not asked for."""
    of_period, of_previous = (None, None) if focus is None else focus
    return Report(
        request=request,
        bounds=request.bounds,
        active_ms=now.active_ms,
        presence_ms=placed.presence_ms,
        tables=tuple(_table(by, request, placed, now, before, tree) for by in request.tables),
        days=_days(placed),
        heat=_heat(request, placed),
        previous=Previous(before.bounds, before.active_ms, of_previous),
        focus=None if of_period is None else redacted_focus(of_period, request.redact),
        made_ms=made_ms,
    )


def _table(
    by: By, request: ReportRequest, placed: Placed, now: PeriodCount, before: PeriodCount, tree: CategoryTree
) -> ReportTable:
    rows = _rows(by, request, placed, now, before, tree)
    if by is not By.CATEGORY:
        return ReportTable(by, rows)
    return ReportTable(by, rows, branch_rows(request.bounds, now.categories, before.categories, tree))


def _rows(
    by: By, request: ReportRequest, placed: Placed, now: PeriodCount, before: PeriodCount, tree: CategoryTree
) -> tuple[ReportRow, ...]:
    if by is By.DAY:
        return tuple(_day_row(day) for day in _days(placed) if day.active_ms)
    if by is By.HOUR:
        return _hour_rows(request, placed)
    if by is By.CATEGORY:
        return _category_rows(request.bounds, now.categories, before.categories, tree)
    return _named_rows(by, request.bounds, now.named.get(by, ()), before.named.get(by, ()))


def _day_row(day: DayTotal) -> ReportRow:
    name = day.day.isoformat()
    return ReportRow(By.DAY, name, (name,), day.active_ms, None, Selection(day.bounds))


def _hour_rows(request: ReportRequest, placed: Placed) -> tuple[ReportRow, ...]:
    totals: Counter[int] = Counter()
    for (_, hour), ms in placed.cells.items():
        totals[hour] += ms
    return tuple(
        ReportRow(By.HOUR, f"{hour:02}", (f"{hour:02}",), ms, None, Selection(request.bounds, hour=hour))
        for hour, ms in sorted(totals.items())
        if ms
    )


def _category_rows(
    bounds: Interval, now: Mapping[int, int], before: Mapping[int, int], tree: CategoryTree
) -> tuple[ReportRow, ...]:
    made = []
    for number, ms in now.items():
        key = str(number or "")
        path = tree.path(number) or ((f"#{number}",) if number else ())
        made.append(
            ReportRow(
                By.CATEGORY, key, path, ms, before.get(number, 0), Selection(bounds, By.CATEGORY, key),
                colour=tree.colour(number), weight=tree.weight(number),
            )
        )  # fmt: skip
    return _longest_first(made)


def _named_rows(by: By, bounds: Interval, now: Sequence[TotalRow], before: Sequence[TotalRow]) -> tuple[ReportRow, ...]:
    earlier = _by_name(by, before)
    made = [
        ReportRow(
            by, name, (name,) if name else (), ms, earlier[name, withheld],
            Selection(bounds, by, name, withheld=withheld), withheld=withheld,
        )
        for (name, withheld), ms in _by_name(by, now).items()
    ]  # fmt: skip
    return _longest_first(made)


def _by_name(by: By, rows: Iterable[TotalRow]) -> Counter[tuple[str, bool]]:
    totals: Counter[tuple[str, bool]] = Counter()
    for row in rows:
        name = {By.APP: row.app, By.PROJECT: row.project, By.TAG: row.tag}[by]
        totals[name, by is By.APP and row.withheld not in {None, Withheld.NO}] += row.ms
    return totals


def _longest_first(rows: Iterable[ReportRow]) -> tuple[ReportRow, ...]:
    kept = (row for row in rows if row.ms)
    return tuple(sorted(kept, key=lambda row: (-row.ms, row.path, row.key, row.withheld)))


def _days(placed: Placed) -> tuple[DayTotal, ...]:
    return tuple(
        DayTotal(day, placed.hours.bounds(number), sum(found.values()), tuple(sorted(found.items())))
        for number, (day, found) in enumerate(zip(placed.hours.days, placed.days, strict=True))
    )


def _heat(request: ReportRequest, placed: Placed) -> HeatMap:
    totals: Counter[tuple[int, int]] = Counter()
    for (day, hour), ms in placed.cells.items():
        totals[placed.hours.days[day].weekday(), hour] += ms
    weekdays = tuple((request.week_start + number) % 7 for number in range(7))
    cells = tuple(tuple(totals[weekday, hour] for hour in range(24)) for weekday in weekdays)
    selections = tuple(
        tuple(Selection(request.bounds, hour=hour, weekday=weekday) for hour in range(24)) for weekday in weekdays
    )
    return HeatMap(weekdays, cells, selections)
