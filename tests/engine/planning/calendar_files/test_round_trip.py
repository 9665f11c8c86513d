"""What is written is read as what it was, by Kairos and by others."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import vobject
from helpers.calendar_blocks import series
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.domain.blocks import Block
from engine.domain.calendars import Series
from engine.domain.clock import wall_ms
from engine.planning.calendar_files.contents import Contents, ReadingRules
from engine.planning.calendar_files.read import read_calendar
from engine.planning.calendar_files.write import WritingRules, calendar_bytes

_RULES = WritingRules(made_ms=1_790_000_000_000)
_lists = st.lists(series(), max_size=4, unique_by=lambda one: one.block.origin.uid)


def _read(data: bytes, zone: str = "Europe/Berlin") -> Contents:
    return read_calendar([("a.ics", data)], ReadingRules(zone))


@settings(max_examples=60, deadline=None)
@given(_lists, st.sampled_from(("Europe/Berlin", "America/New_York")))
def test_export_and_import_give_the_same_blocks(wanted: list[Series], zone: str) -> None:
    found = _read(calendar_bytes(wanted, _RULES), zone)
    assert not found.skipped
    assert list(found.series) == wanted


@settings(max_examples=25, deadline=None)
@given(_lists)
def test_others_read_the_same_times(wanted: list[Series]) -> None:
    data = calendar_bytes(wanted, _RULES)
    blocks = {(one.origin.uid, one.replaces_ms): one for each in wanted for one in (each.block, *each.instead)}
    told: Any = icalendar.Calendar.from_ical(data)
    events = list(told.walk("VEVENT"))
    assert not told.errors
    assert not any(one.errors for one in events)
    assert len(events) == len(blocks)
    for event in events:
        of = event.get("RECURRENCE-ID")
        key = str(event["UID"]), None if of is None else _ms(of.dt, blocks[str(event["UID"]), None])
        block = blocks[key]
        assert _ms(event["DTSTART"].dt, block) == block.interval.start_ms
        assert _ms(event["DTEND"].dt, block) == block.interval.end_ms
    parsed = vobject.readOne(data.decode())
    parsed.validate()
    assert len(parsed.contents.get("vevent", [])) == len(blocks)


def _ms(value: Any, block: Block) -> int:
    if isinstance(value, datetime):
        return wall_ms(value)
    assert block.all_day
    return wall_ms(datetime.combine(value, datetime.min.time(), ZoneInfo(block.zone)).astimezone(UTC))
