"""`kairos today`: what one day held."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any

import typer

from engine.cli.moments import clock_time, iso_or_none
from engine.cli.options import JsonOption, ProfileOption, opened, profile_of
from engine.cli.terminal import fitted, length, percent, say, say_json
from engine.domain.clock import iso_utc
from engine.domain.days import DayRule, parse_day
from engine.domain.plain_text import plain
from engine.domain.presence import Presence

if TYPE_CHECKING:
    from engine.domain.activity import Observed
    from engine.domain.app_names import AppNames
    from engine.domain.summary import AppTotal, DaySummary, Segment

_APP_CELLS, _LENGTH_CELLS, _BAR_CELLS = 28, 11, 24
_TITLE_CELLS = 100
_MOST_APPS = 15


def today(
    context: typer.Context,
    profile: ProfileOption = None,
    date: Annotated[str | None, typer.Option("--date", metavar="YYYY-MM-DD", help="Another day than today.")] = None,
    as_json: JsonOption = False,
) -> None:
    """Show what a day held: active time, apps, switches."""
    day = None if date is None else parse_day(date)
    with opened(profile_of(context, profile)) as engine:
        summary = engine.history.day(day)
        if as_json:
            say_json(day_as_json(summary))
        else:
            show_day(named(summary, engine.app_names.names()))


def named(summary: DaySummary, names: AppNames) -> DaySummary:
    """Return the day with what apps are called in place of their ids, to be read by people only."""
    longest, current = summary.longest, summary.current
    return replace(
        summary,
        apps=tuple(replace(total, app=names.name(total.app)) for total in summary.apps),
        longest=None if longest is None else replace(longest, app=names.name(longest.app)),
        current=None if current is None else replace(current, app=names.name(current.app)),
    )


def show_day(summary: DaySummary) -> None:
    """Print the day for people."""
    say(f"{summary.day:%A} {summary.day.isoformat()} ({plain(summary.zone)})")
    if not summary.segments:
        say("Nothing is recorded for this day.")
        return
    say(f"Active {length(summary.active_ms)}{_absences(summary)}")
    say(f"{summary.switches} switches, {summary.switches_per_hour:.1f} an active hour{_longest(summary)}")
    if summary.current is not None:
        say(f"Now: {in_front(summary.current)}")
    say()
    for total in summary.apps[:_MOST_APPS]:
        say(_app_line(total, summary.active_ms))
    if len(summary.apps) > _MOST_APPS:
        rest = sum(total.length_ms for total in summary.apps[_MOST_APPS:])
        say(f"{fitted('(others)', _APP_CELLS)} {length(rest):>{_LENGTH_CELLS}}")


def _absences(summary: DaySummary) -> str:
    away = [(presence, ms) for presence, ms in summary.presence_ms.items() if ms and presence is not Presence.ACTIVE]
    return "".join(f", {presence.value} {length(ms)}" for presence, ms in away)


def _longest(summary: DaySummary) -> str:
    if summary.longest is None:
        return ""
    rule, interval = DayRule(summary.zone), summary.longest.interval
    span = f"{clock_time(interval.start_ms, rule)} to {clock_time(interval.end_ms, rule)}"
    app = plain(summary.longest.app) or "(not named)"
    return f"; longest stretch {length(interval.length_ms)} in {app}, {span}"


def in_front(what: Observed) -> str:
    """Return what is in front of the person in a few words, safe to print."""
    if what.presence is not Presence.ACTIVE:
        return what.presence.value
    if what.withheld:
        return f"not recorded by name ({what.withheld.value})"
    if not what.app:
        return "no window"
    return f"{plain(what.app)}: {fitted(what.title, _TITLE_CELLS).rstrip()}" if what.title else plain(what.app)


def _app_line(total: AppTotal, active_ms: int) -> str:
    share = total.length_ms / active_ms
    bar = "#" * max(1, round(share * _BAR_CELLS))
    return (
        f"{fitted(_app_name(total), _APP_CELLS)} {length(total.length_ms):>{_LENGTH_CELLS}} {percent(share):>6}  {bar}"
    )


def _app_name(total: AppTotal) -> str:
    if total.withheld:
        return "(not recorded by name)"
    return total.app or "(no window)"


def day_as_json(summary: DaySummary) -> dict[str, Any]:
    """Return the day as plain values; lengths in milliseconds, moments as ISO 8601 UTC."""
    longest = summary.longest
    return {
        "day": summary.day.isoformat(),
        "zone": summary.zone,
        "start": iso_utc(summary.bounds.start_ms),
        "end": iso_utc(summary.bounds.end_ms),
        "active_ms": summary.active_ms,
        "presence_ms": {presence.value: ms for presence, ms in summary.presence_ms.items()},
        "switches": summary.switches,
        "switches_per_hour": round(summary.switches_per_hour, 2),
        "longest": None
        if longest is None
        else {
            "app": longest.app,
            "start": iso_utc(longest.interval.start_ms),
            "end": iso_utc(longest.interval.end_ms),
            "length_ms": longest.interval.length_ms,
        },
        "current": current_as_json(summary),
        "apps": [{"app": t.app, "length_ms": t.length_ms, "withheld": t.withheld} for t in summary.apps],
        "segments": [_segment(segment) for segment in summary.segments],
    }


def current_as_json(summary: DaySummary) -> dict[str, Any] | None:
    """Return what is in front now as plain values, None where nothing is."""
    what = summary.current
    if what is None:
        return None
    return {
        "presence": what.presence.value,
        "app": what.app,
        "title": what.title,
        "withheld": what.withheld.value,
        "since": iso_or_none(summary.current_since_ms),
    }


def _segment(segment: Segment) -> dict[str, Any]:
    return {
        "start": iso_utc(segment.interval.start_ms),
        "end": iso_utc(segment.interval.end_ms),
        "presence": segment.presence.value,
        "app": segment.app,
        "title": segment.title,
        "withheld": segment.withheld,
    }
