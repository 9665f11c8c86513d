"""`kairos export`: the recorded history for other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from engine.cli.moments import parse_from, parse_to
from engine.cli.options import ProfileOption, opened, profile_of
from engine.cli.output import OutputOption, binary_target, target
from engine.domain.errors import UsageError
from engine.domain.event_format import EventFormat
from engine.domain.report import Redaction

if TYPE_CHECKING:
    from engine.domain.days import DayRule

group = typer.Typer(help="Write the recorded history for other programs.", no_args_is_help=True, rich_markup_mode=None)


@group.callback()
def export() -> None:
    """Write the recorded history for other programs."""


@group.command("events")
def events(  # noqa: PLR0913, PLR0917  (one for each option)
    context: typer.Context,
    form: Annotated[EventFormat, typer.Option("--format", help="How it is written.")] = EventFormat.JSON,
    output: OutputOption = None,
    first: Annotated[str | None, typer.Option("--from", metavar="DAY", help="First day, or a moment.")] = None,
    last: Annotated[str | None, typer.Option("--to", metavar="DAY", help="Last day, included, or a moment.")] = None,
    redact: Annotated[Redaction, typer.Option("--redact", help="What may be named.")] = Redaction.FULL,
    profile: ProfileOption = None,
) -> None:
    """Write every recorded activity as it is stored; one that reaches over the first or last moment comes whole."""
    from engine.reports.raw_events import write_events  # noqa: PLC0415  (help does not need it)

    with opened(profile_of(context, profile)) as engine:
        start_ms, end_ms = _span(first, last, engine.history.rule())
        place = binary_target if form is EventFormat.PARQUET else target
        with place(output) as file:
            write_events(engine.history.events(start_ms, end_ms), form, redact, file)


def _span(first: str | None, last: str | None, rule: DayRule) -> tuple[int | None, int | None]:
    start_ms = None if first is None else parse_from(first, rule)
    end_ms = None if last is None else parse_to(last, rule)
    if start_ms is not None and end_ms is not None and end_ms <= start_ms:
        raise UsageError(f"--to {last} is before --from {first}.")
    return start_ms, end_ms
