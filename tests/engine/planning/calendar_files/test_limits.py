"""Whatever a file holds, reading it ends soon, and with blocks or a reason."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.planning.calendar_files.contents import Contents, ReadingRules
from engine.planning.calendar_files.keywords import words_of
from engine.planning.calendar_files.parts import MOST_ENTRIES
from engine.planning.calendar_files.read import read_calendar
from engine.planning.calendar_files.write import WritingRules, calendar_bytes

FOLDER = Path(__file__).resolve().parents[3] / "data" / "calendars"
WHOLE = b"\r\n".join(file.read_bytes() for file in sorted(FOLDER.glob("*.ics")) if b"\0" not in file.read_bytes())
STARTS = sorted({line for line in WHOLE.splitlines() if line.startswith(b"DTSTART")})
PIECES = sorted({piece for piece in WHOLE.replace(b"\r", b"\n").split(b"\n") if piece})


def read(data: bytes) -> Contents:
    return read_calendar([("a.ics", data)], ReadingRules("Europe/Berlin", words_of(["lunch = break"])))


def test_more_entries_than_a_calendar_has_are_refused() -> None:
    data = b"BEGIN:VCALENDAR\n" + b"BEGIN:VEVENT\nEND:VEVENT\n" * (MOST_ENTRIES + 1) + b"END:VCALENDAR\n"
    (refused,) = read(data).unread
    assert "20,000" in refused.why


@pytest.mark.parametrize(
    "line",
    [
        b"SUMMARY:" + b"x" * 3_000_000,
        b"X-LONG:" + b"x" * 3_000_000,
        b"SUMMARY;X=" + b'"' * 100_000 + b":a",
        b"RDATE:" + b"20260302T100000Z," * 20_000,
        b"EXDATE:" + b"20260302T100000Z," * 20_000,
        b"CATEGORIES:" + b"a," * 200_000,
        b"RRULE:FREQ=DAILY;BYDAY=" + b"MO," * 50_000,
        b"UID:" + b"u" * 100_000,
        b"DURATION:P99999999999999999999D",
        b"DTEND:25000101T000000Z",
    ],
    ids=lambda line: line[:12].decode(),
)
@pytest.mark.timeout(20)
def test_a_monstrous_line_is_cut_left_out_or_refused(line: bytes) -> None:
    lines = [b"BEGIN:VEVENT", line, b"DTSTART:20260302T090000Z", b"END:VEVENT"]
    contents = read(b"\n".join([b"BEGIN:VCALENDAR", *lines, b"END:VCALENDAR"]))
    assert len(contents.series) + len(contents.skipped) == 1
    assert all(len(one.why) < 500 for one in contents.skipped)
    for one in contents.series:
        assert len(one.block.about.title) <= 500
        assert len(one.block.origin.extra) <= 16_000
        assert len(one.block.origin.uid) <= 500


@settings(max_examples=120, deadline=None)
@given(
    st.sampled_from(STARTS),
    st.lists(st.sampled_from(PIECES) | st.binary(max_size=20), max_size=12),
    st.binary(max_size=6),
)
def test_a_shuffled_file_gives_blocks_or_reasons_and_those_blocks_can_be_written(
    start: bytes, pieces: list[bytes], junk: bytes
) -> None:
    inner = b"\n".join([start, *pieces]).replace(b"BEGIN:VCALENDAR", junk)
    contents = read(b"BEGIN:VCALENDAR\nBEGIN:VEVENT\n" + inner + b"\nEND:VEVENT\nEND:VCALENDAR\n")
    again = read(calendar_bytes(contents.series, WritingRules(made_ms=0)))
    assert not again.unread
    assert again.series == contents.series


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300))
def test_bytes_are_no_calendar(data: bytes) -> None:
    contents = read(data)
    assert contents.unread
    assert not contents.series


_OFFSETS = [b"+0100", b"+0200", b"-0530", b"+9999", b"+011", b"", b"+012345"]
_ZONE_LINES = [
    *(b"TZOFFSETFROM:" + offset for offset in _OFFSETS),
    *(b"TZOFFSETTO:" + offset for offset in _OFFSETS),
    *(
        b"RRULE:" + rule
        for rule in (
            b"FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
            b"FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU;UNTIL=20300101T000000Z",
            b"FREQ=HOURLY",
            b"FREQ=SECONDLY",
            b"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        )
    ),
    b"RDATE:20260329T020000,20261025T030000",
    b"DTSTART:16010101T000000",
    b"DTSTART:20260101T000000",
    b"DTSTART:24990101T000000",
    b"X-LIC-LOCATION:Asia/Tokyo",
]


@settings(max_examples=80, deadline=None)
@given(
    st.lists(st.lists(st.sampled_from(_ZONE_LINES), max_size=6), max_size=4),
    st.sampled_from([b"", b"\nRRULE:FREQ=WEEKLY", b"\nRRULE:FREQ=HOURLY;COUNT=999", b"\nRDATE:20270101T100000"]),
)
@pytest.mark.timeout(60)
def test_whatever_describes_a_zone_places_a_time_or_says_why_not(observances: list[list[bytes]], rule: bytes) -> None:
    parts = [b"\n".join([b"BEGIN:STANDARD", *lines, b"END:STANDARD"]) for lines in observances]
    zone = b"\n".join([b"BEGIN:VTIMEZONE", b"TZID:Odd", *parts, b"END:VTIMEZONE"])
    entry = b"BEGIN:VEVENT\nUID:a\nDTSTART;TZID=Odd:20260302T090000\nDURATION:PT1H" + rule + b"\nEND:VEVENT"
    contents = read(b"\n".join([b"BEGIN:VCALENDAR", zone, entry, b"END:VCALENDAR"]))
    assert len(contents.series) + len(contents.skipped) == 1
    assert read(calendar_bytes(contents.series, WritingRules(made_ms=0))).series == contents.series
