"""Imports through the front door: whole or not at all, once only, and taken back whole."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Thread

import pytest
from helpers.activities import MINUTE_MS, seen, stretch
from helpers.foreign_files import SAMPLES, at
from helpers.import_room import ImportRoom, import_room

from engine.domain.activity import Withheld
from engine.domain.errors import ImportFailed, ImportStopped, UsageError
from engine.domain.imports import DateOrder, Doubt, ForeignKind, ImportRequest
from engine.domain.intervals import Interval
from engine.domain.presence import Presence
from engine.settings import PrivacySettings

NAMES = sorted(path.name for path in SAMPLES.iterdir())


@pytest.fixture
def room(tmp_path: Path) -> Iterator[ImportRoom]:
    """An empty database to import into."""
    with import_room(tmp_path) as made:
        yield made


def asked(name: str, zone: str | None = "Europe/Berlin") -> ImportRequest:
    return ImportRequest(SAMPLES / name, zone=zone, date_order=DateOrder.DAY_FIRST)


@pytest.mark.parametrize("name", NAMES)
def test_a_preview_says_what_an_import_then_does(room: ImportRoom, name: str) -> None:
    preview = room.imports.preview(asked(name))
    assert room.store.count() == 0
    assert room.imports.batches() == []
    outcome = room.imports.run(asked(name))
    assert outcome.preview == preview
    assert outcome.added == preview.spans == room.store.count()
    assert room.store.bounds() == preview.bounds
    stored = list(room.store.stream())
    assert sum(one.length_ms for one in stored) == sum(preview.presence_ms.values())
    assert {one.zone for one in stored} == {"Europe/Berlin"}
    assert {one.source.partition(":")[0] for one in stored} == {preview.kind.value}


@pytest.mark.parametrize("name", NAMES)
def test_importing_twice_adds_nothing(room: ImportRoom, tmp_path: Path, name: str) -> None:
    room.imports.run(asked(name))
    before = list(room.store.stream())
    again = room.imports.run(asked(name))
    assert (again.batch, again.added, again.preview.already) == (None, 0, True)
    copy = tmp_path / name
    copy.write_bytes((SAMPLES / name).read_bytes() + b"\n")  # the same history in a file that is not the same
    once_more = room.imports.run(ImportRequest(copy, None, "Europe/Berlin", DateOrder.DAY_FIRST))
    assert (once_more.batch, once_more.added, once_more.preview.already) == (None, 0, False)
    assert list(room.store.stream()) == before
    assert len(room.imports.batches()) == 1


@pytest.mark.parametrize("name", NAMES)
def test_an_import_is_taken_back_whole_and_can_be_made_again(room: ImportRoom, name: str) -> None:
    own = stretch(at("2024-03-04T09:05"), 5, "own")
    room.store.insert_many([own])
    outcome = room.imports.run(asked(name))
    assert outcome.batch is not None
    room.clock.wall_ms += MINUTE_MS
    assert room.imports.undo(outcome.batch) == outcome.added
    assert [one.what.app for one in room.store.stream()] == ["own"]
    assert room.imports.batches()[0].undone_ms is not None
    again = room.imports.run(asked(name))
    assert again.added == outcome.added
    with pytest.raises(UsageError):
        room.imports.undo(outcome.batch)


def test_what_was_imported_is_listed(room: ImportRoom) -> None:
    room.imports.run(asked("toggl.csv"))
    room.imports.run(asked("gtimelog.txt"))
    assert [(one.kind, one.file_name, one.zone, one.added, one.undone_ms) for one in room.imports.batches()] == [
        ("gtimelog", "gtimelog.txt", "Europe/Berlin", 4, None),
        ("toggl", "toggl.csv", "Europe/Berlin", 2, None),
    ]


@pytest.mark.parametrize("number", [0, -1, 7, 10**30])
def test_a_batch_that_is_not_there_cannot_be_taken_back(room: ImportRoom, number: int) -> None:
    with pytest.raises(UsageError):
        room.imports.undo(number)


def export(*minutes: int) -> str:
    start = datetime(2024, 3, 4, 9, tzinfo=UTC)
    events = [
        {
            "timestamp": (start + timedelta(minutes=at)).isoformat(),
            "duration": 60,
            "data": {"app": f"a{at}", "title": ""},
        }
        for at in minutes
    ]
    window = {"id": "w", "type": "currentwindow", "client": "c", "hostname": "h", "events": events}
    return json.dumps({"buckets": {"w": window}})


def test_a_later_export_adds_only_what_is_new(room: ImportRoom, tmp_path: Path) -> None:
    first, later = tmp_path / "first.json", tmp_path / "later.json"
    first.write_text(export(0, 10, 20))
    later.write_text(export(10, 20, 30, 40))
    assert room.imports.run(ImportRequest(first)).added == 3
    outcome = room.imports.run(ImportRequest(later))
    assert outcome.added == 2
    assert [one.what.app for one in room.store.stream()] == ["a0", "a10", "a20", "a30", "a40"]
    assert outcome.batch is not None
    assert room.imports.undo(outcome.batch) == 2
    assert [one.what.app for one in room.store.stream()] == ["a0", "a10", "a20"]


@pytest.mark.parametrize("cut", [0.5, 0.9, 0.999])
def test_a_file_that_was_cut_off_leaves_nothing(room: ImportRoom, tmp_path: Path, cut: float) -> None:
    text = export(*range(5_000))
    file = tmp_path / "export.json"
    file.write_text(text[: int(len(text) * cut)])
    with pytest.raises(ImportFailed, match="cut off"):
        room.imports.run(ImportRequest(file))
    assert room.store.count() == 0
    assert room.imports.batches() == []


def test_rows_before_an_unreadable_end_are_not_left_behind(room: ImportRoom, tmp_path: Path) -> None:
    rows = "\n".join(f'"2017-09-{day:02} 13:00:00 -0700","app","No Details","a","b","60"' for day in range(1, 29))
    file = tmp_path / "rescuetime.csv"
    file.write_text(f'{rows}\n"2017-09-29 13:00:00 -0700","ap')
    with pytest.raises(ImportFailed, match="cut off"):
        room.imports.run(ImportRequest(file))
    assert room.store.count() == 0


def test_an_import_can_be_stopped_and_leaves_nothing(room: ImportRoom, tmp_path: Path) -> None:
    file = tmp_path / "export.json"
    file.write_text(export(*range(20_000)))
    told: list[float] = []

    def stop_late(share: float) -> bool:
        told.append(share)
        return share < 0.8

    with pytest.raises(ImportStopped):
        room.imports.run(ImportRequest(file), stop_late)
    assert room.store.count() == 0
    assert told == sorted(told)
    assert 0.8 <= told[-1] <= 1
    shares: list[float] = []

    def go_on(share: float) -> bool:
        shares.append(share)
        return True

    room.imports.run(ImportRequest(file), go_on)
    assert shares[0] <= 0.5
    assert 0.9 < shares[-1] <= 1


def test_it_may_run_in_another_thread(room: ImportRoom) -> None:
    added: list[int] = []
    thread = Thread(target=lambda: added.append(room.imports.run(asked("arbtt.json")).added))
    thread.start()
    thread.join()
    assert added == [4]


def test_what_was_recorded_here_stays(room: ImportRoom) -> None:
    own = stretch(at("2024-03-04T09:00"), 60, seen("own", "mine"))
    room.store.insert_many([own])
    room.imports.run(asked("activitywatch_python.json"))
    assert [one.what for one in room.store.stream() if one.source == "recorder"] == [own.what]


def test_the_persons_exclusions_hold_for_imported_history(tmp_path: Path) -> None:
    with import_room(tmp_path, PrivacySettings(excluded_apps=("code",), excluded_titles=("concert",))) as room:
        preview = room.imports.run(asked("activitywatch_python.json")).preview
        stored = list(room.store.stream())
    assert {one.what.app for one in stored} == {"", "firefox"}
    assert {one.what.withheld for one in stored} == {Withheld.NO, Withheld.EXCLUDED, Withheld.PRIVATE}
    assert not any("oncert" in one.what.title or "radio" in one.what.site for one in stored)
    assert preview.withheld == sum(one.what.withheld is not Withheld.NO for one in stored)
    assert dict(preview.apps).keys() == {"firefox"}


def test_a_preview_tells_of_zone_streams_and_presence(room: ImportRoom) -> None:
    preview = room.imports.preview(ImportRequest(SAMPLES / "activitywatch_python.json"))
    assert (preview.kind, preview.zone, preview.zone_assumed) == (ForeignKind.ACTIVITYWATCH, "UTC", True)
    assert preview.findings[0].doubt is Doubt.ZONE_ASSUMED
    assert preview.streams == ("aw-watcher-window_desk",)
    assert preview.bounds == Interval(at("2024-03-04T09:00:00.123"), at("2024-03-04T10:25"))
    assert preview.presence_ms[Presence.IDLE] == 20 * MINUTE_MS
    assert not room.imports.preview(ImportRequest(SAMPLES / "rescuetime.csv")).zone_assumed  # its rows tell


def test_an_export_with_nothing_in_it_is_told(room: ImportRoom, tmp_path: Path) -> None:
    file = tmp_path / "export.json"
    file.write_text(export())
    assert room.imports.preview(ImportRequest(file)).spans == 0
    with pytest.raises(ImportFailed, match="holds no recorded time"):
        room.imports.run(ImportRequest(file))
    assert room.imports.batches() == []
