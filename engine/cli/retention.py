"""`kairos retention`: how long titles and hours are kept; told, agreed to, applied."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from engine.cli.moments import iso_or_none, local
from engine.cli.options import JsonOption, ProfileOption, opened, profile_of
from engine.cli.terminal import say, say_json
from engine.domain.errors import UsageError

if TYPE_CHECKING:
    from engine.domain.days import DayRule
    from engine.domain.retention import RetentionPreview
    from engine.settings import RetentionSettings

group = typer.Typer(
    help="How long titles and hours are kept: show, preview, agree, set, apply.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

_FOR_EVER = "for ever"
_IN_BACKUPS = (
    "Backups made before keep it until they are thinned out, at the latest in about nine months; "
    "kairos erase removes it from backups, too."
)


@group.callback()
def retention() -> None:
    """How long titles and hours are kept: show, preview, agree, set, apply."""


@group.command()
def show(context: typer.Context, as_json: JsonOption = False, profile: ProfileOption = None) -> None:
    """Show the limits, and whether they are agreed to."""
    with opened(profile_of(context, profile)) as engine:
        _tell(engine.retention.settings(), as_json=as_json)


@group.command()
def preview(context: typer.Context, as_json: JsonOption = False, profile: ProfileOption = None) -> None:
    """Say what applying the limits now would drop; nothing is changed."""
    with opened(profile_of(context, profile)) as engine:
        due, rule = engine.retention.preview(), engine.history.rule()
    if as_json:
        say_json(_due_json(due))
        return
    for line in _due_lines(due, rule):
        say(line)


@group.command()
def agree(context: typer.Context, as_json: JsonOption = False, profile: ProfileOption = None) -> None:
    """Agree to the limits: from then on what is older is dropped every day."""
    with opened(profile_of(context, profile)) as engine:
        engine.retention.agree()
        _tell(engine.retention.settings(), as_json=as_json)


@group.command("set")
def set_limits(
    context: typer.Context,
    titles: Annotated[
        int | None, typer.Option("--titles", metavar="DAYS", help="Keep titles so long, 0 for ever.")
    ] = None,
    hours: Annotated[
        int | None, typer.Option("--hours", metavar="DAYS", help="Keep hours so long, 0 for ever.")
    ] = None,
    as_json: JsonOption = False,
    profile: ProfileOption = None,
) -> None:
    """Choose limits; a shorter one has to be agreed to anew."""
    if titles is None and hours is None:
        raise UsageError("Name at least one of --titles and --hours.")
    with opened(profile_of(context, profile)) as engine:
        _tell(engine.retention.set_days(titles, hours), as_json=as_json)


@group.command()
def apply(context: typer.Context, as_json: JsonOption = False, profile: ProfileOption = None) -> None:
    """Drop what is older than the limits now; a backup is made before."""
    with opened(profile_of(context, profile)) as engine:
        done, rule = engine.retention.apply(), engine.history.rule()
    if as_json:
        say_json({**_due_json(done.dropped), "whole": done.whole})
        return
    if done.dropped.empty:
        say("Nothing is older than the limits.")
        return
    say("Dropped:")
    for line in _due_lines(done.dropped, rule):
        say(line)


def _tell(chosen: RetentionSettings, *, as_json: bool) -> None:
    if as_json:
        say_json({"title_days": chosen.title_days, "hour_days": chosen.hour_days, "agreed": chosen.agreed})
        return
    say(f"Titles, sites and documents: {_days(chosen.title_days)}.")
    say(f"Hours, by app and category: {_days(chosen.hour_days)}. Totals of days: {_FOR_EVER}.")
    if not chosen.agreed:
        say("Not agreed to yet, so nothing is dropped. See what would be: kairos retention preview")


def _days(days: int) -> str:
    return f"{days} days" if days else _FOR_EVER


def _due_lines(due: RetentionPreview, rule: DayRule) -> Iterator[str]:
    if due.empty:
        yield "Nothing is older than the limits."
        return
    if due.limits.titles_ms is not None:
        yield f"Before {local(due.limits.titles_ms, rule):%Y-%m-%d}, by titles:"
        yield f"{due.activities:>9,}  activities lose title, site and document; {due.titles:,} titles go"
        yield f"{due.corrections:>9,}  corrections become part of the record and cannot be undone any more"
        yield f"{due.others:>9,}  questions, changes of the plan and notifications"
    if due.limits.hours_ms is not None and due.gone:
        yield f"Before {local(due.limits.hours_ms, rule):%Y-%m-%d}, by hours:"
        yield f"{due.gone:>9,}  activities, of which the totals of {due.days:,} days stay"
    yield _IN_BACKUPS


def _due_json(due: RetentionPreview) -> dict[str, Any]:
    return {
        "agreed": due.agreed,
        "titles_before": iso_or_none(due.limits.titles_ms),
        "hours_before": iso_or_none(due.limits.hours_ms),
        "activities": due.activities,
        "titles": due.titles,
        "corrections": due.corrections,
        "others": due.others,
        "gone": due.gone,
        "days": due.days,
    }
