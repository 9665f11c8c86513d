"""Random blocks, for round trips through calendar files."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from hypothesis import strategies as st

from engine.domain.blocks import About, Block, BlockKind, BlockSource, Certainty, Origin, Recurrence
from engine.domain.calendars import Series
from engine.domain.clock import wall_ms
from engine.domain.days import DayRule, day_start_ms
from engine.domain.intervals import Interval
from engine.planning.recurrence import expand

ZONES = ("UTC", "Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Apia")
RULES = (
    "FREQ=DAILY",
    "FREQ=WEEKLY;BYDAY=MO,WE;COUNT=9",
    "FREQ=MONTHLY;BYDAY=-1FR",
    "FREQ=YEARLY;INTERVAL=2",
)
_FIRST = datetime(2024, 1, 1)  # noqa: DTZ001  (placed in a zone below)
_texts = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cf", "Co", "Cn", "Zl", "Zp")), max_size=90)


@st.composite
def intervals(draw: st.DrawFn, zone: str, *, all_day: bool) -> Interval:
    """Draw whole seconds, or whole days, of 2024 to 2028 in a zone."""
    rule = DayRule(zone)
    if all_day:
        first = date(2024, 1, 1) + timedelta(days=draw(st.integers(0, 1_500)))
        last = first + timedelta(days=draw(st.integers(1, 9)))
        return Interval(day_start_ms(first, rule), day_start_ms(last, rule))
    wall = _FIRST + timedelta(minutes=5 * draw(st.integers(0, 430_000)))
    start = wall_ms(wall.replace(tzinfo=rule.tzinfo(), fold=draw(st.integers(0, 1))))
    return Interval(start, start + 1_000 * draw(st.integers(1, 86_400)))


@st.composite
def series(draw: st.DrawFn) -> Series:
    """Draw a block as it could be planned, with stand-ins where it repeats."""
    zone, all_day = draw(st.sampled_from(ZONES)), draw(st.booleans())
    interval = draw(intervals(zone, all_day=all_day))
    certainty, busy = draw(st.sampled_from((Certainty.CONFIRMED, Certainty.TENTATIVE))), draw(st.booleans())
    block = Block(
        _about(draw),
        interval,
        zone,
        all_day=all_day,
        busy=busy,
        certainty=certainty,
        origin=Origin(BlockSource.CALENDAR, uid=f"{draw(st.uuids())}@kairos.invalid"),
        changed=draw(st.integers(0, 9)),
    )
    if interval.start_ms >= day_start_ms(date(2028, 1, 1), DayRule(zone)) or not draw(st.booleans()):
        return Series(block)
    return _repeated(draw, block)


def _about(draw: st.DrawFn) -> About:
    title, project = draw(_texts).strip(), draw(_texts).strip()
    note = "\n".join(draw(st.lists(_texts, max_size=2))).strip()
    return About(draw(st.sampled_from(BlockKind)), title, None, project, note, protected=draw(st.booleans()))


def _repeated(draw: st.DrawFn, block: Block) -> Series:
    block = replace(block, recurrence=Recurrence(draw(st.sampled_from(RULES))))
    year = 366 * 24 * 3_600_000
    starts = [one.of_ms for one in expand(block, Interval(block.interval.start_ms, block.interval.start_ms + year))]
    left_out: set[int] = set()
    if starts[1:]:
        left_out.update(draw(st.lists(st.sampled_from(starts[1:]), max_size=2)))
    instead: tuple[Block, ...] = ()
    stands_in = draw(st.booleans())
    if starts[1:] and stands_in:
        other = draw(intervals(block.zone, all_day=block.all_day))
        of_ms = draw(st.sampled_from(starts[1:]))
        left_out -= {of_ms}
        stand_in = replace(block, interval=other, recurrence=Recurrence(), replaces_ms=of_ms)
        instead = (replace(stand_in, about=_about(draw)),)
    return Series(replace(block, recurrence=replace(block.recurrence, left_out=tuple(sorted(left_out)))), instead)
