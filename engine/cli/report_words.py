"""A report on the terminal."""

from __future__ import annotations

from engine.cli.terminal import fitted, say
from engine.domain.plain_text import plain
from engine.domain.report import By, Report, ReportTable
from engine.reports.goal_words import goal_name, latest, met_of
from engine.reports.words import BRANCHES, TITLES, change, clock, figures, heading, name_of, share

_NAME_CELLS, _LENGTH_CELLS, _SHARE_CELLS = 40, 11, 8
_MOST_ROWS = 40


def show_report(report: Report) -> None:
    """Print the report for people."""
    say(fitted(f"{heading(report)} ({report.request.zone})", 100).rstrip())
    if not report.active_ms:
        say("Nothing is recorded for these days.")
        return
    for name, value in figures(report):
        say(f"{fitted(name, _NAME_CELLS)} {value}")
    for table in report.tables:
        _show_table(table, report)
    _show_goals(report)


def _show_table(table: ReportTable, report: Report) -> None:
    say()
    say(TITLES[table.by])
    for row in table.rows[:_MOST_ROWS]:
        compared = "" if table.by in {By.HOUR, By.DAY} else change(row.ms, row.previous_ms)
        _line(name_of(row), row.ms, share(row.ms, report.active_ms), compared)
    left = table.rows[_MOST_ROWS:]
    if left:
        rest = sum(row.ms for row in left)
        _line(f"({len(left)} more)", rest, share(rest, report.active_ms), "")
    _line("Total", table.total_ms, "", "")
    if table.branches:
        say()
        say(BRANCHES)
    for row in table.branches:
        _line(name_of(row), row.ms, share(row.ms, report.active_ms), change(row.ms, row.previous_ms))


def _show_goals(report: Report) -> None:
    if not report.goals:
        return
    say()
    say("Goals")
    for one in report.goals:
        say(plain(f"{goal_name(one.goal, one.path)}: met {met_of(one)}; {latest(one) or 'none of these days'}"))


def _line(name: str, ms: int, part: str, compared: str) -> None:
    numbers = f"{clock(ms):>{_LENGTH_CELLS}} {part:>{_SHARE_CELLS}} {compared:>{_LENGTH_CELLS}}".rstrip()
    say(f"{fitted(name, _NAME_CELLS)} {numbers}")
