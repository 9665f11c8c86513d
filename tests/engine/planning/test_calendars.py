"""Calendars: read once or again and again, removed, written; nothing twice and nothing lost."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from helpers.calendar_room import CalendarRoom, calendar, event

from engine.domain.blocks import About, Block, BlockKind, BlockSource, Recurrence
from engine.domain.calendars import CalendarRead, Exported
from engine.domain.errors import ExportError, ImportFailed, UsageError
from engine.domain.intervals import Interval
from engine.storage.database import Database

HOUR_MS = 3_600_000
MONDAY_8_MS = 1_772_434_800_000  # 2026-03-02 08:00 in Berlin
STANDUP = event(
    "UID:standup", "DTSTART;TZID=Europe/Berlin:20260302T090000", "DTEND;TZID=Europe/Berlin:20260302T093000",
    "RRULE:FREQ=DAILY;COUNT=3", "SUMMARY:Standup",
)  # fmt: skip
MOVED = event(
    "UID:standup", "RECURRENCE-ID;TZID=Europe/Berlin:20260303T090000",
    "DTSTART;TZID=Europe/Berlin:20260303T140000", "DURATION:PT1H", "SUMMARY:Standup, later",
)  # fmt: skip
REVIEW = event("UID:review", "DTSTART:20260304T120000Z", "DTEND:20260304T130000Z", "SUMMARY:Review")
LUNCH = event("UID:lunch", "DTSTART:20260305T120000", "DTEND:20260305T130000", "SUMMARY:Lunch with Ann")


@pytest.fixture
def room(tmp_path: Path) -> Iterator[CalendarRoom]:
    database = Database.open(tmp_path / "kairos.db")
    yield CalendarRoom(database, tmp_path / "files")
    database.close()


def own_block(title: str, start_ms: int = MONDAY_8_MS, rule: str = "") -> Block:
    interval = Interval(start_ms, start_ms + HOUR_MS)
    return Block(About(BlockKind.FOCUS, title), interval, "Europe/Berlin", recurrence=Recurrence(rule))


# ---------------------------------------------------------------- once


def test_what_is_imported_once_is_the_persons_own_and_one_undo_takes_it_back(room: CalendarRoom) -> None:
    path = room.write("work.ics", calendar(STANDUP, MOVED, REVIEW))
    assert room.calendars.preview(path) == CalendarRead(added=2)
    assert room.titles() == []
    source, read = room.calendars.add(path, watched=False)
    assert (source.name, read) == ("work", CalendarRead(added=2))
    assert room.titles() == ["Standup", "Standup, later", "Standup", "Review"]
    assert {one.block.origin.source for one in room.year()} == {BlockSource.PERSON}
    assert room.calendars.all() == []
    assert room.plan.undo() == "Imported work"
    assert room.titles() == []


def test_importing_again_changes_what_changed_and_doubles_nothing(room: CalendarRoom) -> None:
    path = room.write("work.ics", calendar(STANDUP, MOVED, REVIEW))
    room.calendars.add(path, watched=False)
    assert room.calendars.add(path, watched=False)[1] == CalendarRead(unchanged=2)
    room.write("work.ics", calendar(STANDUP, REVIEW.replace("SUMMARY:Review", "SUMMARY:Retro\r\nSEQUENCE:1")))
    assert room.calendars.add(path, watched=False)[1] == CalendarRead(changed=2)
    assert room.titles() == ["Standup", "Standup", "Standup", "Retro"]


def test_what_was_called_off_is_not_taken_in_and_calls_off_what_is_there(room: CalendarRoom) -> None:
    cancelled = REVIEW.replace("UID:review", "UID:review\r\nSTATUS:CANCELLED\r\nSEQUENCE:1")
    path = room.write("work.ics", calendar(cancelled))
    read = room.calendars.add(path, watched=False)[1]
    assert (read.added, [one.what for one in read.skipped]) == (0, ["Review"])
    room.write("work.ics", calendar(REVIEW))
    room.calendars.add(path, watched=False)
    room.write("work.ics", calendar(cancelled))
    assert room.calendars.add(path, watched=False)[1].changed == 1
    assert room.titles() == []


# ---------------------------------------------------------------- again and again


def test_a_calendar_is_followed_with_the_numbers_of_its_blocks_kept(room: CalendarRoom) -> None:
    path = room.write("work.ics", calendar(STANDUP, MOVED, REVIEW))
    source, read = room.calendars.add(path, watched=True)
    assert (read.added, source.blocks, source.trouble) == (2, 2, "")
    before = {one.block.about.title: one.block.id for one in room.year()}
    assert {one.block.origin.source for one in room.year()} == {BlockSource.CALENDAR}
    assert not room.calendars.outdated()
    assert room.calendars.refresh() == {}
    room.write("work.ics", calendar(STANDUP, LUNCH))
    assert room.calendars.outdated()
    assert room.calendars.refresh() == {source.id: CalendarRead(added=1, changed=1, removed=1)}
    assert room.titles() == ["Standup", "Standup", "Standup", "Lunch with Ann"]
    assert room.year()[0].block.id == before["Standup"]
    assert not room.calendars.outdated()
    assert room.calendars.refresh(source.id, only_changed=False) == {source.id: CalendarRead(unchanged=2)}


def test_what_cannot_be_read_keeps_the_last_blocks_and_says_so(room: CalendarRoom) -> None:
    path = room.write("work.ics", calendar(REVIEW))
    source, _ = room.calendars.add(path, watched=True)
    for broken in (calendar(REVIEW, LUNCH)[:-20], b"", b"<html>not today</html>", b"\0" * 500):
        room.write("work.ics", broken)
        assert room.calendars.outdated()
        assert room.calendars.refresh()[source.id].skipped
        assert room.calendars.all()[0].trouble
        assert room.titles() == ["Review"]
        assert not room.calendars.outdated()  # not tried again and again
    Path(path).unlink()
    room.calendars.refresh()
    assert "not there" in room.calendars.all()[0].trouble
    assert room.titles() == ["Review"]
    room.write("work.ics", calendar(REVIEW, LUNCH))
    room.calendars.refresh()
    assert (room.calendars.all()[0].trouble, room.titles()) == ("", ["Review", "Lunch with Ann"])


def test_a_folder_is_all_its_files_and_a_broken_one_removes_nothing(room: CalendarRoom) -> None:
    room.write("all/a.ics", calendar(STANDUP))
    room.write("all/b.ICS", calendar(REVIEW))
    room.write("all/notes.txt", b"no calendar")
    os.mkfifo(room.folder / "all/pipe.ics")
    (room.folder / "all/link.ics").symlink_to(room.folder / "all/a.ics")
    source, read = room.calendars.add(str(room.folder / "all"), watched=True)
    assert read.added == 2
    assert {one.what for one in read.skipped} == {"pipe.ics", "link.ics"}
    (room.folder / "all/pipe.ics").unlink()
    (room.folder / "all/link.ics").unlink()
    room.write("all/b.ICS", calendar(REVIEW)[:60])
    room.write("all/a.ics", calendar(LUNCH))
    read = room.calendars.refresh()[source.id]
    assert (read.added, read.removed) == (1, 0)
    assert "b.ICS" in room.calendars.all()[0].trouble
    (room.folder / "all/b.ICS").unlink()
    assert room.calendars.refresh()[source.id].removed == 2
    assert room.titles() == ["Lunch with Ann"]


def test_a_calendar_that_is_removed_takes_its_blocks_along(room: CalendarRoom) -> None:
    room.plan.add(own_block("Mine"))
    source, _ = room.calendars.add(room.write("work.ics", calendar(STANDUP, MOVED)), watched=True)
    room.calendars.remove(source.id)
    assert (room.titles(), room.calendars.all()) == (["Mine"], [])
    with pytest.raises(UsageError, match="no calendar"):
        room.calendars.remove(source.id)


def test_one_file_is_no_calendar_twice(room: CalendarRoom) -> None:
    path = room.write("all/a.ics", calendar(STANDUP))
    room.calendars.add(str(room.folder / "all"), watched=True)
    for place, watched in ((path, True), (str(room.folder / "all"), True), (path, False)):
        with pytest.raises(UsageError, match="already"):
            room.calendars.add(place, watched=watched)


def test_other_words_and_another_zone_have_calendars_read_anew(room: CalendarRoom) -> None:
    source, _ = room.calendars.add(room.write("work.ics", calendar(LUNCH)), watched=True)
    assert room.year()[0].block.about.kind is BlockKind.BREAK
    room.words = ("lunch = personal",)
    assert room.calendars.outdated()
    room.calendars.refresh()
    assert room.year()[0].block.about.kind is BlockKind.PERSONAL
    room.clock.zone = "America/New_York"
    assert room.calendars.refresh()[source.id].changed == 1  # its time is floating
    room.words = ("nonsense",)
    with pytest.raises(UsageError, match="lunch = break"):
        room.calendars.refresh()


# ---------------------------------------------------------------- written


def test_the_plan_is_written_and_read_back_without_a_double(room: CalendarRoom) -> None:
    room.plan.add(own_block("Once", MONDAY_8_MS + 123))
    room.plan.add(own_block("Often", MONDAY_8_MS + 2 * HOUR_MS, "FREQ=DAILY;COUNT=4"))
    often = next(one for one in room.year() if one.block.about.title == "Often")
    room.plan.move(often, Interval(often.interval.start_ms + HOUR_MS, often.interval.end_ms + HOUR_MS))
    room.actual = {one.block.id: 42 for one in room.year()}
    before = room.year()
    out = room.folder / "plan.ics"
    out.parent.mkdir()
    assert room.calendars.export(out, date(2026, 1, 1), date(2027, 1, 1), private=True) == 3
    assert b"X-KAIROS-ACTUAL-MINUTES:42" in out.read_bytes()
    assert room.calendars.add(str(out), watched=False)[1] == CalendarRead(unchanged=2)
    room.calendars.add(str(room.folder), watched=True)
    assert room.year() == before
    once = next(one for one in before if one.block.about.title == "Once")
    room.plan.remove(once)
    assert room.calendars.add(str(room.write("copy/plan.ics", out.read_bytes())), watched=False)[1].added == 1


def test_blocks_of_calendars_are_written_only_when_asked_for(room: CalendarRoom) -> None:
    room.plan.add(own_block("Mine"))
    room.calendars.add(room.write("work.ics", calendar(STANDUP, MOVED)), watched=True)
    out, span = room.folder / "out.ics", (date(2026, 3, 1), date(2026, 4, 1))
    assert room.calendars.export(out, *span) == 1
    assert room.calendars.export(out, *span, what=Exported.ALL) == 3
    assert room.calendars.export(out, date(2026, 5, 1), date(2026, 6, 1)) == 0
    with pytest.raises(ExportError):
        room.calendars.export(room.folder / "nowhere/out.ics", *span)
    with pytest.raises(UsageError):
        room.calendars.export(out, span[1], span[0])
    with pytest.raises(UsageError, match="private"):
        room.calendars.export(out, *span, what=Exported.HISTORY, private=False)


def test_an_older_version_does_not_replace_a_newer_one(room: CalendarRoom) -> None:
    block = room.plan.add(own_block("Draft"))
    out = room.folder / "plan.ics"
    out.parent.mkdir()
    room.calendars.export(out, date(2026, 1, 1), date(2027, 1, 1))
    room.plan.change(replace(block, about=replace(block.about, title="Final")))
    read = room.calendars.add(str(out), watched=False)[1]
    assert (read.changed, read.skipped[0].why) == (0, "the plan has a newer version of it")
    assert room.titles() == ["Final"]


# ---------------------------------------------------------------- refused


def test_what_is_no_calendar_is_refused_before_anything_is_kept(room: CalendarRoom) -> None:
    room.write("empty/readme.txt", b"")
    os.mkfifo(room.folder / "pipe.ics")
    huge = Path(room.write("huge.ics", calendar(REVIEW)))
    os.truncate(huge, 100 << 20)
    for place, says in (
        (str(room.folder / "gone.ics"), "not there"),
        (str(room.folder / "pipe.ics"), "not an ordinary file"),
        (os.devnull, "not an ordinary file"),
        (str(huge), "larger than 16 MB"),
        (room.write("zip.ics", b"PK\x03\x04" + b"\0" * 100), "not a calendar"),
        (str(room.folder / "empty"), "no calendar file with"),
        ("a\0b", "NUL"),
    ):
        for watched in (False, True):
            if place.endswith("empty") and watched:
                continue
            with pytest.raises(ImportFailed, match=says):
                room.calendars.add(place, watched=watched)
    assert room.calendars.all() == []
