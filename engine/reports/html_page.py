"""The report as one page that stands alone: no script, nothing fetched, every foreign text escaped.

Its content security policy forbids everything but the one style sheet inside it, named by its hash.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Sequence
from html import escape
from typing import BinaryIO

from engine.domain.clock import iso_utc
from engine.domain.plain_text import shortened
from engine.domain.report import By, Report, ReportRow, ReportTable
from engine.reports.colours import Colours
from engine.reports.goal_words import goal_name, latest, met_of
from engine.reports.html_charts import Bar, bar_chart, day_bars, fill, heat_map, legend, share_bar
from engine.reports.html_style import STYLE
from engine.reports.local_time import local_clock
from engine.reports.material import Material
from engine.reports.safe_text import storable
from engine.reports.speech import Say, speech
from engine.reports.words import (
    BRANCHES,
    COMPARED,
    LONGEST_NAME,
    LONGEST_TITLE,
    TITLES,
    change,
    clock,
    figures,
    heading,
    name_of,
    path_name,
    share,
    stretch_name,
)

_HASH = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
_POLICY = f"default-src 'none'; style-src 'sha256-{_HASH}'; base-uri 'none'; form-action 'none'"
_MOST_ROWS = 200


def write_html(material: Material, file: BinaryIO) -> None:
    """Write the page in UTF-8."""
    file.write(storable(_page(material)).encode("utf-8"))


def _page(material: Material) -> str:
    report = material.report
    colours = Colours(report, material.path)
    say = speech(report.request.language)
    title = f"Kairos · {heading(report)}"
    zone = shortened(report.request.zone, LONGEST_NAME)
    parts = [
        f"<h1>{escape(heading(report))}</h1>",
        f"<p>{escape(zone)} · {say('made by Kairos {0}').format(iso_utc(report.made_ms))}</p>",
        _section("", _figures(report)),
        _section(*_bars(report, colours, say)),
        *(part for table in report.tables for part in _sections(table, report, colours, say)),
        _section(say("Goals"), _goals(report, say)),
        _section(say("Hours of the week"), heat_map(report.heat, say)),
        _section(say("Longest stretches"), _longest(report, say)),
    ]
    return (
        f'<!DOCTYPE html>\n<html lang="{report.request.language}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="referrer" content="no-referrer">'
        f"<title>{escape(title)}</title><style>{STYLE}</style></head>\n"
        f"<body><main>\n{_together(parts)}\n</main></body></html>\n"
    )


def _together(parts: Iterable[str]) -> str:
    return "\n".join(part for part in parts if part)


def _section(title: str, content: str) -> str:
    heading_line = f"<h2>{escape(title)}</h2>" if title else ""
    return f"<section>{heading_line}{content}</section>" if content else ""


def _figures(report: Report) -> str:
    shown = (f"<div><dt>{escape(name)}</dt><dd>{escape(value)}</dd></div>" for name, value in figures(report))
    return f"<dl>{''.join(shown)}</dl>"


def _bars(report: Report, colours: Colours, say: Say) -> tuple[str, str]:
    if len(report.days) > 1:
        chart = bar_chart(day_bars(report.days, colours), "Active time by day", say)
        return say("Day by day"), chart + legend(colours)
    hours = [sum(row[hour] for row in report.heat.cells) for hour in range(24)]
    bars = [Bar(f"{hour:02}", ((ms, 'class="c"'),)) for hour, ms in enumerate(hours)]
    return say("Hour by hour"), bar_chart(bars, "Active time by hour", say)


def _sections(table: ReportTable, report: Report, colours: Colours, say: Say) -> tuple[str, str]:
    """Return the table, and where there are any, the branches of its categories."""
    branches = ""
    if table.branches:
        branches = _table(ReportTable(table.by, table.branches), report, colours, say, summed=False)
    whole = _table(table, report, colours, say)
    return _section(say(TITLES[table.by]), whole), _section(say(BRANCHES), branches)


def _table(table: ReportTable, report: Report, colours: Colours, say: Say, *, summed: bool = True) -> str:
    compared = table.by not in {By.DAY, By.HOUR}
    longest = max((row.ms for row in table.rows), default=0)
    name, *numbers = (say(text) for text in (COMPARED if compared else COMPARED[:3]))
    head = _head((name, ""), numbers)
    lines = [_row(row, report, longest, _look(row, colours), say) for row in table.rows[:_MOST_ROWS]]
    left = table.rows[_MOST_ROWS:]
    if left:
        lines.append(
            _line([say("({0} more)").format(len(left)), ""], [clock(sum(row.ms for row in left))], compared=compared)
        )
    foot = _line([say("Total"), ""], [clock(table.total_ms)], compared=compared) if summed else ""
    body = "".join(lines)
    return f"<table>{head}<tbody>{body}</tbody><tfoot>{foot}</tfoot></table>"


def _head(texts: Sequence[str], numbers: Sequence[str], more: Sequence[str] = ()) -> str:
    cells = [f'<th class="{look}">{text}</th>' for text, look in zip(texts, ("w", "b"), strict=False)]
    cells += [f'<th class="n">{number}</th>' for number in numbers]
    cells += [f"<th>{text}</th>" for text in more]
    return f"<thead><tr>{''.join(cells)}</tr></thead>"


def _look(row: ReportRow, colours: Colours) -> str:
    return fill(colours, int(row.key or 0)) if row.by is By.CATEGORY else 'class="c"'


def _row(row: ReportRow, report: Report, longest_ms: int, look: str, say: Say) -> str:
    compared = row.by not in {By.DAY, By.HOUR}
    numbers = [clock(row.ms), share(row.ms, report.active_ms)]
    if compared:
        numbers += [clock(row.previous_ms or 0), change(row.ms, row.previous_ms)]
    bar = share_bar(row.ms, longest_ms, look)
    return _line([escape(name_of(row, say)), bar], numbers, compared=compared)


def _line(texts: Sequence[str], numbers: Sequence[str], *, compared: bool) -> str:
    """Return a line of a table; texts are safe already."""
    name, bar = texts
    padded = [*numbers, *[""] * ((4 if compared else 2) - len(numbers))]
    cells = "".join(f'<td class="n">{escape(number)}</td>' for number in padded)
    return f'<tr><td><bdi>{name}</bdi></td><td class="b">{bar}</td>{cells}</tr>'


def _goals(report: Report, say: Say) -> str:
    if not report.goals:
        return ""
    lines = (
        f"<tr><td>{escape(goal_name(one.goal, one.path, say))}</td><td>{met_of(one, say)}</td>"
        f"<td>{latest(one, say)}</td></tr>"
        for one in report.goals
    )
    head = f"<thead><tr><th>{say('Goal')}</th><th>{say('Met')}</th><th>{say('Last')}</th></tr></thead>"
    return f"<table>{head}<tbody>{''.join(lines)}</tbody></table>"


def _longest(report: Report, say: Say) -> str:
    if report.focus is None or not report.focus.longest:
        return ""
    lines = []
    for stretch in report.focus.longest:
        title = escape(shortened(stretch.title, LONGEST_TITLE))
        lines.append(
            f"<tr><td>{local_clock(stretch.interval, report.request.rule)}</td>"
            f'<td class="n">{clock(stretch.interval.length_ms)}</td>'
            f"<td><bdi>{escape(stretch_name(stretch, say))}</bdi></td>"
            f"<td><bdi>{escape(path_name(stretch.path, say=say))}</bdi></td><td><bdi>{title}</bdi></td></tr>"
        )
    head = _head((say("When"),), (say("Length"),), (say("In"), say("Category"), say("Title")))
    return f"<table>{head}<tbody>{''.join(lines)}</tbody></table>"
