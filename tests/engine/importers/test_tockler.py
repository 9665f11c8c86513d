"""Tockler's local times where clocks go back: both files, on clock changes that were."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from helpers.foreign_files import at, parsed

from engine.domain.imports import Doubt

Write = Callable[[Path, list[tuple[str, str, str]]], Path]
HEADER = "id;app;taskName;title;url;color;beginDate;endDate"


@dataclass(frozen=True)
class Night:
    """The night clocks went back. first: the hour shown twice; utc: where its first showing starts."""

    zone: str
    day: str
    first: int
    utc: str

    def local(self, minutes: int) -> str:
        """Return the local time so many minutes after the doubled hour is first shown; the second showing from 60."""
        shown = minutes if minutes < 60 else minutes - 60
        return f"{self.day} {self.first + shown // 60:02}:{shown % 60:02}:00"

    def ms(self, minutes: int) -> int:
        return at(self.utc) + minutes * 60_000


NIGHTS = [
    Night("Europe/Berlin", "2024-10-27", 2, "2024-10-27T00:00"),
    Night("America/New_York", "2024-11-03", 1, "2024-11-03T05:00"),
]
night = pytest.mark.parametrize("night", NIGHTS, ids=lambda one: one.zone)
# Minutes from the start of the first showing: in both showings, across their border, and out of the second.
ROWS = [(-20, 10), (10, 30), (30, 70), (70, 75), (75, 105), (105, 130), (130, 140)]


def _csv(path: Path, rows: list[tuple[str, str, str]]) -> Path:
    lines = [f"{n};{app};AppTrackItem;t;;#0;{start};{end}" for n, (app, start, end) in enumerate(rows)]
    path.write_text("\n".join([HEADER, *lines]) + "\n")
    return path


def _json(path: Path, rows: list[tuple[str, str, str]]) -> Path:
    items = [
        {"id": n, "app": app, "taskName": "AppTrackItem", "title": "t", "beginDate": start, "endDate": end}
        for n, (app, start, end) in enumerate(rows)
    ]
    path.write_text(json.dumps(items[::-1]))  # the newest first
    return path


def _rows(night: Night, rows: list[tuple[int, int]]) -> list[tuple[str, str, str]]:
    return [(f"app {n}", night.local(start), night.local(end)) for n, (start, end) in enumerate(rows)]


def test_the_samples_are_what_clocks_showed() -> None:
    for one in NIGHTS:
        for minutes in range(-30, 150, 5):
            moment = datetime.fromtimestamp(one.ms(minutes) / 1000, UTC)
            assert f"{moment.astimezone(ZoneInfo(one.zone)):%Y-%m-%d %H:%M:%S}" == one.local(minutes)


@night
@pytest.mark.parametrize("write", [_csv, _json])
def test_rows_through_both_showings_keep_their_places(night: Night, write: Write, tmp_path: Path) -> None:
    made = parsed(write(tmp_path / "tockler", _rows(night, ROWS)), zone=night.zone)
    assert [(one.start_ms, one.end_ms) for one in made.spans] == [(night.ms(a), night.ms(b)) for a, b in ROWS]
    assert Doubt.OVERLAP not in made.doubts


@night
def test_the_end_alone_can_tell(night: Night, tmp_path: Path) -> None:
    made = parsed(_csv(tmp_path / "t.csv", _rows(night, [(50, 65)])), zone=night.zone)
    assert [(one.start_ms, one.end_ms) for one in made.spans] == [(night.ms(50), night.ms(65))]


@night
def test_what_nothing_tells_is_the_first_and_is_doubted(night: Night, tmp_path: Path) -> None:
    made = parsed(_csv(tmp_path / "t.csv", _rows(night, [(80, 90)])), zone=night.zone)
    assert [(one.start_ms, one.end_ms) for one in made.spans] == [(night.ms(20), night.ms(30))]
    assert made.doubts[Doubt.TIME_TWICE] == 2


@night
def test_a_second_of_overlap_moves_nothing(night: Night, tmp_path: Path) -> None:
    rows = _rows(night, [(10, 30), (30, 40)])
    rows[0] = (*rows[0][:2], rows[0][2][:-2] + "01")
    made = parsed(_csv(tmp_path / "t.csv", rows), zone=night.zone)
    assert [one.end_ms for one in made.spans][-1] == night.ms(40)


def test_presence_and_apps_are_told_apart(tmp_path: Path) -> None:
    berlin = NIGHTS[0]
    lines = [
        f"1;Code;AppTrackItem;t;;#0;{berlin.local(10)};{berlin.local(50)}",
        f"2;IDLE;StatusTrackItem;t;;#0;{berlin.local(20)};{berlin.local(30)}",
    ]
    path = tmp_path / "t.csv"
    path.write_text("\n".join([HEADER, *lines]) + "\n")
    made = parsed(path, zone=berlin.zone)
    assert [(one.start_ms, one.end_ms) for one in made.spans] == [
        (berlin.ms(10), berlin.ms(50)),
        (berlin.ms(20), berlin.ms(30)),
    ]
