"""The charts of a report's page, as SVG inside it; every figure in them stands in a table as well."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from engine.domain.clock import MS_PER_HOUR
from engine.domain.plain_text import shortened
from engine.domain.report import DayTotal, HeatMap
from engine.reports.colours import Colours
from engine.reports.speech import Say
from engine.reports.words import LONGEST_NAME, WEEKDAYS, clock

_WIDE, _HIGH, _LEFT, _BOTTOM = 920, 190, 44, 22
_MOST_LABELS = 16
_CELL_HIGH = 20


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of a chart. parts: milliseconds and how to fill them, from the bottom up."""

    label: str
    parts: tuple[tuple[int, str], ...]

    @property
    def ms(self) -> int:
        """The whole bar."""
        return sum(ms for ms, _ in self.parts)


def fill(colours: Colours, category_id: int) -> str:
    """Return the attribute that fills a shape in the category's colour."""
    own = colours.own(category_id)
    if own is not None:
        return f'fill="{own}"'
    slot = colours.slot(category_id)
    return 'class="o"' if slot is None else f'class="c{slot}"'


def day_bars(days: Sequence[DayTotal], colours: Colours) -> tuple[Bar, ...]:
    """Return a bar for each day, categories of one colour together."""
    return tuple(Bar(day.day.isoformat(), _parts(day, colours)) for day in days)


def _parts(day: DayTotal, colours: Colours) -> tuple[tuple[int, str], ...]:
    found: dict[str, int] = {}
    for number, ms in sorted(day.categories, key=lambda part: (colours.slot(part[0]) is None, colours.slot(part[0]))):
        found[fill(colours, number)] = found.get(fill(colours, number), 0) + ms
    return tuple((ms, look) for look, ms in found.items())


def bar_chart(bars: Sequence[Bar], name: str, say: Say) -> str:
    """Return bars side by side with hours on the left and every so many labels below."""
    top_hours = _axis_top(max((bar.ms for bar in bars), default=0))
    step = (_WIDE - _LEFT) / len(bars)
    drawn = [_grid(top_hours, say)]
    for number, bar in enumerate(bars):
        drawn.append(_bar(bar, _LEFT + number * step, step, top_hours * MS_PER_HOUR))
        if number % max(1, -(-len(bars) // _MOST_LABELS)) == 0:
            middle = _LEFT + (number + 0.5) * step
            label = escape(bar.label[5:] if len(bar.label) > 5 else bar.label)  # noqa: PLR2004  (the year goes)
            drawn.append(f'<text x="{middle:.1f}" y="{_HIGH + 15}" text-anchor="middle">{label}</text>')
    return _svg(_WIDE, _HIGH + _BOTTOM, say(name), "".join(drawn))


def _axis_top(most_ms: int) -> int:
    """Return the hours the axis ends at: a number that halves well and is not below the highest bar."""
    needed = max(1, -(-most_ms // MS_PER_HOUR))
    return next((top for top in (1, 2, 4, 6, 8, 10, 12, 16, 20, 24) if top >= needed), needed)


def _grid(top_hours: int, say: Say) -> str:
    drawn = []
    for part in (0, 0.5, 1):
        y = _HIGH - part * (_HIGH - 10)
        drawn.append(f'<line class="g" x1="{_LEFT}" x2="{_WIDE}" y1="{y:.1f}" y2="{y:.1f}"/>')
        hours = say("{0} h").format(f"{top_hours * part:g}")
        drawn.append(f'<text x="{_LEFT - 6}" y="{y + 4:.1f}" text-anchor="end">{hours}</text>')
    return "".join(drawn)


def _bar(bar: Bar, x: float, step: float, top_ms: int) -> str:
    wide = min(step - min(4.0, step / 5), 64)
    y = float(_HIGH)
    drawn = [f"<g><title>{escape(bar.label)}: {clock(bar.ms)}</title>"]
    for ms, look in bar.parts:
        high = ms / top_ms * (_HIGH - 10)
        y -= high
        drawn.append(
            f'<rect {look} x="{x + (step - wide) / 2:.1f}" y="{y:.2f}" width="{wide:.1f}" height="{high:.2f}"/>'
        )
    return "".join(drawn) + "</g>"


def heat_map(heat: HeatMap, say: Say) -> str:
    """Return the hours of the week, the busier the stronger."""
    most = max(map(max, heat.cells))
    wide = (_WIDE - _LEFT) / 24
    drawn = [f'<text x="{_LEFT + hour * wide:.1f}" y="12">{hour:02}:00</text>' for hour in range(0, 24, 3)]
    for line, (weekday, cells) in enumerate(zip(heat.weekdays, heat.cells, strict=True)):
        y = 20 + line * _CELL_HIGH
        day = say(WEEKDAYS[weekday])
        drawn.append(f'<text x="0" y="{y + 14}">{day}</text>')
        for hour, ms in enumerate(cells):
            strength = 0.06 if not ms else 0.18 + 0.82 * ms / most
            drawn.append(
                f'<rect class="c" fill-opacity="{strength:.2f}" x="{_LEFT + hour * wide:.1f}" y="{y}" '
                f'width="{wide - 2:.1f}" height="{_CELL_HIGH - 2}" rx="3">'
                f"<title>{day} {hour:02}:00: {clock(ms)}</title></rect>"
            )
    return _svg(_WIDE, 20 + 7 * _CELL_HIGH, say("Active time by hour of the week"), "".join(drawn))


def share_bar(ms: int, longest_ms: int, look: str) -> str:
    """Return a short bar for a line of a table."""
    wide = 100 * ms / longest_ms if longest_ms else 0
    return (
        f'<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">'
        f'<rect {look} width="{wide:.1f}" height="8" rx="2"/></svg>'
    )


def legend(colours: Colours) -> str:
    """Return which colour stands for which root category."""
    shown = dict.fromkeys((fill(colours, number), colours.root(number)) for number in colours.numbers())
    items = (
        f'<li><svg viewBox="0 0 10 10" aria-hidden="true"><rect {look} width="10" height="10" rx="3"/></svg>'
        f"<bdi>{escape(shortened(root, LONGEST_NAME))}</bdi></li>"
        for look, root in shown
    )
    return f"<ul>{''.join(items)}</ul>" if shown else ""


def _svg(wide: int, high: int, name: str, drawn: str) -> str:
    return f'<svg viewBox="0 0 {wide} {high}" role="img" aria-label="{escape(name)}">{drawn}</svg>'
