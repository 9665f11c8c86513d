"""`kairos report`: a day, week, month, year or any range of days, on the terminal or as a file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from engine.cli.options import ProfileOption, opened, profile_of
from engine.cli.output import OutputOption, binary_target, target, to_stdout
from engine.domain.days import parse_day
from engine.domain.errors import UsageError
from engine.domain.periods import Period
from engine.domain.report import By, Redaction, ReportFormat, ReportLanguage
from engine.settings import Language

if TYPE_CHECKING:
    from engine.api import Engine
    from engine.domain.report import ReportRequest

_TEXTS = frozenset({ReportFormat.HTML, ReportFormat.CSV, ReportFormat.JSON, ReportFormat.ICS})
_SHOWN = (By.CATEGORY, By.APP)


class Shape(StrEnum):
    """How a report comes: on the terminal, or in one of the formats of files."""

    TABLE = "table"
    HTML = "html"
    PDF = "pdf"
    XLSX = "xlsx"
    CSV = "csv"
    JSON = "json"
    ICS = "ics"
    PARQUET = "parquet"


@dataclass(frozen=True, slots=True)
class Range:
    """Which days were asked for, as they were written."""

    first: str | None
    last: str | None
    date: str | None
    period: Period | None


def _flag(period: Period, whole: str) -> Any:
    return typer.Option(f"--{period.value}", help=f"The whole {whole} around --date.")


def report(  # noqa: PLR0913, PLR0917  (one for each option)
    context: typer.Context,
    first: Annotated[str | None, typer.Option("--from", metavar="DAY", help="First day.")] = None,
    last: Annotated[str | None, typer.Option("--to", metavar="DAY", help="Last day, included.")] = None,
    day: Annotated[bool, _flag(Period.DAY, "day")] = False,
    week: Annotated[bool, _flag(Period.WEEK, "week")] = False,
    month: Annotated[bool, _flag(Period.MONTH, "month")] = False,
    year: Annotated[bool, _flag(Period.YEAR, "year")] = False,
    around: Annotated[str | None, typer.Option("--date", metavar="DAY", help="Another day than today.")] = None,
    by: Annotated[list[By] | None, typer.Option("--by", help="Which tables; can be given several times.")] = None,
    shape: Annotated[Shape | None, typer.Option("--format", help="How it is written (default: a table).")] = None,
    output: OutputOption = None,
    focus: Annotated[
        bool | None,
        typer.Option("--focus/--no-focus", help="Focus figures (default: where few days have to be read)."),
    ] = None,
    redact: Annotated[Redaction, typer.Option("--redact", help="What may be named.")] = Redaction.FULL,
    language: Annotated[
        ReportLanguage | None, typer.Option("--language", help="Of a file for people (default: as the window's).")
    ] = None,
    profile: ProfileOption = None,
) -> None:
    """Report how long what was worked on, and how collected; today, unless other days are named."""
    asked = {Period.DAY: day, Period.WEEK: week, Period.MONTH: month, Period.YEAR: year}
    days = Range(first, last, around, _one_period([period for period, wanted in asked.items() if wanted]))
    shape = shape or _shape_of(output)
    tables = tuple(dict.fromkeys(by)) if by else _SHOWN if shape is Shape.TABLE else tuple(By)
    with opened(profile_of(context, profile)) as engine:
        start, end = _days(engine, days)
        request = replace(
            engine.reports.request(start, end, by=tables, redact=redact), language=language or _language(engine, shape)
        )
        _refuse_empty(request)
        if engine.rules.outdated():  # what an edit of the rules left undone when it was killed
            engine.rules.relabel_all()
        if shape is Shape.TABLE:
            _show(engine, request, output, focus)
        else:
            _write(engine, request, ReportFormat(shape.value), output, focus)


def _language(engine: Engine, shape: Shape) -> ReportLanguage:
    """Return the language chosen for the window; the terminal speaks English."""
    chinese = engine.preferences.load().look.language is Language.CHINESE and shape is not Shape.TABLE
    return ReportLanguage.CHINESE if chinese else ReportLanguage.ENGLISH


def _one_period(wanted: list[Period]) -> Period | None:
    if len(wanted) > 1:
        raise UsageError("Ask for one of --day, --week, --month and --year.")
    return wanted[0] if wanted else None


def _days(engine: Engine, days: Range) -> tuple[date, date]:
    """Return the first day asked for and the first day after the last."""
    if days.first is None and days.last is None:
        around = None if days.date is None else parse_day(days.date)
        return engine.reports.period(days.period or Period.DAY, around)
    if days.period is not None or days.date is not None:
        raise UsageError("Ask for --from and --to, or for --day, --week, --month or --year, not for both.")
    start = None if days.first is None else parse_day(days.first)
    last = engine.history.today() if days.last is None else parse_day(days.last)
    if start is not None and last < start:
        raise UsageError(f"--to {last.isoformat()} is before --from {start.isoformat()}.")
    return start or last, last + timedelta(days=1)


def _shape_of(output: Path | None) -> Shape:
    """Return the format the name of the file asks for, the table without a file."""
    if output is None or to_stdout(output):
        return Shape.TABLE
    ending = output.suffix.lower().removeprefix(".")
    if ending not in set(ReportFormat):
        raise UsageError(f"“{output.name}” does not say which format it is to have. Name one with --format.")
    return Shape(ending)


def _refuse_empty(request: ReportRequest) -> None:
    if not request.tables:
        raise UsageError(
            "With categories alone there are tables by category, hour and day. Name one of them with --by."
        )


def _show(engine: Engine, request: ReportRequest, output: Path | None, focus: bool | None) -> None:
    from engine.cli.report_words import show_report  # noqa: PLC0415  (help does not need it)

    if not to_stdout(output):
        raise UsageError("A table is for the terminal. Name a format for the file with --format.")
    show_report(engine.reports.report(request, focus=focus))


def _write(engine: Engine, request: ReportRequest, form: ReportFormat, output: Path | None, focus: bool | None) -> None:
    place = target if form in _TEXTS else binary_target
    with place(output) as file:
        engine.reports.write_to(request, form, file, focus=focus)
