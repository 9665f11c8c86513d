"""How a report names and writes things in pages and tables for people."""

from __future__ import annotations

from engine.domain.clock import MS_PER_HOUR, MS_PER_MINUTE, MS_PER_SECOND
from engine.domain.plain_text import shortened
from engine.domain.report import By, Focus, LongStretch, Report, ReportRow
from engine.reports.speech import Say, english, speech

LONGEST_NAME = 120
LONGEST_TITLE = 300
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
TITLES = {
    By.CATEGORY: "Categories",
    By.APP: "Apps",
    By.PROJECT: "Projects",
    By.TAG: "Tags",
    By.HOUR: "Hours of the day",
    By.DAY: "Days",
}
BRANCHES = "Categories with what lies below them"
COMPARED = ("Name", "Length", "Share", "Period before", "Change")
_NONE = {
    By.CATEGORY: "(no category)",
    By.APP: "(no window)",
    By.PROJECT: "(no project)",
    By.TAG: "(no tag)",
}
WITHHELD = "(not recorded by name)"


def name_of(row: ReportRow, say: Say = english) -> str:
    """Return what the row is called, plain and on one line."""
    if row.withheld:
        return say(WITHHELD)
    if row.by is By.HOUR:
        return f"{row.key}:00"
    return path_name(row.path, row.by, say)


def path_name(path: tuple[str, ...], by: By = By.CATEGORY, say: Say = english) -> str:
    """Return the names of a category from the root down, or the one name there is, plain and on one line."""
    joined = " › ".join(shortened(name, LONGEST_NAME) for name in path)
    return joined if joined.strip() else say(_NONE[by]) if by in _NONE else ""


def stretch_name(stretch: LongStretch, say: Say = english) -> str:
    """Return what a long stretch was in: the app, or the category where the app is hidden."""
    if stretch.withheld:
        return say(WITHHELD)
    return shortened(stretch.app, LONGEST_NAME) or path_name(stretch.path, say=say)


def clock(milliseconds: int) -> str:
    """Return a length as hours, minutes and whole seconds that have passed: "1:05:09"."""
    hours, rest = divmod(milliseconds, MS_PER_HOUR)
    minutes, rest = divmod(rest, MS_PER_MINUTE)
    return f"{hours}:{minutes:02}:{rest // MS_PER_SECOND:02}"


def share(milliseconds: int, whole_ms: int) -> str:
    """Return a share in percent: "12.5 %"; empty where there is no whole."""
    return f"{100 * milliseconds / whole_ms:.1f} %" if whole_ms else ""


def change(milliseconds: int, previous_ms: int | None) -> str:
    """Return the difference to the period before as both are shown, "+1:05:09"; empty where that is not known."""
    if previous_ms is None:
        return ""
    seconds = milliseconds // MS_PER_SECOND - previous_ms // MS_PER_SECOND
    return f"{'−' if seconds < 0 else '+'}{clock(abs(seconds) * MS_PER_SECOND)}"


def heading(report: Report) -> str:
    """Return the days reported on: "2026-03-02" or "2026-03-02 to 2026-03-08"."""
    days, say = report.request.days, speech(report.request.language)
    if len(days) == 1:
        return days[0].isoformat()
    return say("{0} to {1}").format(days[0].isoformat(), days[-1].isoformat())


def figures(report: Report) -> tuple[tuple[str, str], ...]:
    """Return the figures of the whole period with their names."""
    say = speech(report.request.language)
    before = f"{clock(report.previous.active_ms)} ({change(report.active_ms, report.previous.active_ms)})"
    found = [("Active time", clock(report.active_ms)), ("Period before", before)]
    if report.focus is not None:
        found += _focus_figures(report.focus, _score(report, say), say)
    elif report.weighed_ms is not None:
        deep_ms, distracting_ms = report.weighed_ms
        found += [("Deep work", clock(deep_ms)), ("Distracting", clock(distracting_ms))]
    return tuple((say(name), value) for name, value in found)


def _focus_figures(focus: Focus, score: str, say: Say) -> list[tuple[str, str]]:
    switches = say("{0} ({1} an active hour)").format(focus.switches, f"{focus.switches_per_hour:.1f}")
    short = say("{0} % of the time in stretches under 3 min").format(f"{100 * focus.fragmentation:.0f}")
    return [
        ("Focus score", score),
        ("Deep work", clock(focus.deep_ms)),
        ("Distracting", clock(focus.distracting_ms)),
        ("Switches", switches),
        ("Fragmentation", short),
        ("Half the time in stretches of at least", clock(focus.median_stretch_ms)),
    ]


def _score(report: Report, say: Say) -> str:
    if report.focus is None or report.focus.score is None:
        return say("not enough recorded")
    return say("{0} of 100").format(f"{report.focus.score:.0f}") + _score_change(report, say)


def _score_change(report: Report, say: Say) -> str:
    before = report.previous.focus
    if before is None or before.score is None or report.focus is None or report.focus.score is None:
        return ""
    difference = round(report.focus.score) - round(before.score)
    return say(" ({0} to the period before)").format(f"{'−' if difference < 0 else '+'}{abs(difference)}")
