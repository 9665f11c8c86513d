"""What an export imports as has the totals that ActivityWatch's own algorithm gives, to the millisecond."""

from __future__ import annotations

import itertools
import json
from pathlib import Path
from typing import Any

import pytest
from helpers.activitywatch_exports import exports
from helpers.activitywatch_reference import (
    app_totals,
    canonical,
    category_of,
    category_totals,
    events_of,
    flood,
    joined,
)
from helpers.foreign_files import SAMPLES, Parsed, parsed
from hypothesis import given

from engine.domain.presence import Presence
from engine.importers.activitywatch.buckets import Event
from engine.importers.activitywatch.flood import flood as our_flood

CATEGORIES = [
    (("Work",), "code|GitHub"),
    (("Work", "Programming"), r"plan\.py|GitHub"),
    (("Work", "Review"), "GitHub"),
    (("Comms",), "Slack|Mail"),
]


def reference(export: dict[str, Any]) -> list[dict[str, Any]]:
    buckets = export["buckets"]
    return canonical(
        events_of(buckets["aw-watcher-window_desk"]),
        events_of(buckets["aw-watcher-afk_desk"]),
        {"firefox": events_of(buckets["aw-watcher-web-firefox"])},
    )


def by_category(found: Parsed) -> dict[tuple[str, ...], int]:
    totals: dict[tuple[str, ...], int] = {}
    for span in found.spans:
        if span.what.presence is Presence.ACTIVE:
            path = category_of({"app": span.what.app, "title": span.what.title}, CATEGORIES)
            totals[path] = totals.get(path, 0) + span.end_ms - span.start_ms
    return totals


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("exports")


@pytest.mark.parametrize("apart", [True, False], ids=["as watchers write", "overlapping"])
def test_totals_are_those_of_activitywatch(folder: Path, apart: bool) -> None:
    file = folder / "export.json"

    @given(exports(apart=apart))
    def holds(export: dict[str, Any]) -> None:
        file.write_text(json.dumps(export))
        found, wanted = parsed(file), reference(export)
        assert found.apps() == app_totals(wanted)
        assert by_category(found) == category_totals(wanted, CATEGORIES)

    holds()


def test_the_sample_too() -> None:
    export = json.loads((SAMPLES / "activitywatch_python.json").read_text(encoding="utf-8"))
    wanted = {"code": 1_796_627, "firefox": 2_103_250}  # worked out by hand
    assert app_totals(reference(export)) == wanted
    assert parsed(SAMPLES / "activitywatch_python.json").apps() == wanted


@given(exports(apart=False))
def test_flooding_is_the_reference_event_by_event(export: dict[str, Any]) -> None:
    for bucket in export["buckets"].values():
        events = events_of(bucket)
        ours = our_flood(Event(one["start"], one["end"], one["data"]) for one in events)
        made = joined({"start": one.start_ms, "end": one.end_ms, "data": one.data} for one in ours)
        assert made == flood(events)


def event(start_s: float, end_s: float, name: str) -> Event:
    return Event(round(start_s * 1_000), round(end_s * 1_000), {"app": name})


@pytest.mark.parametrize(
    ("given_events", "wanted"),
    [
        ([event(0, 10, "a"), event(13, 20, "b")], [(0, 13, "a"), (13, 20, "b")]),  # the longer one fills the hole
        ([event(0, 5, "a"), event(8, 20, "b")], [(0, 5, "a"), (5, 20, "b")]),
        ([event(0, 10, "a"), event(13, 20, "a")], [(0, 20, "a")]),
        ([event(0, 10, "a"), event(15.001, 20, "b")], [(0, 10, "a"), (15.001, 20, "b")]),  # over five seconds stays
        ([event(0, 10, "a"), event(4, 6, "a")], [(0, 10, "a")]),
        ([event(0, 10, "a"), event(4, 20, "b")], [(0, 4, "a"), (4, 20, "b")]),  # the later one has the time
        ([event(0, 0, "a"), event(60, 60, "b")], []),
        # what was in front before goes on after what lay within it
        ([event(0, 100, "a"), event(40, 50, "x")], [(0, 40, "a"), (40, 50, "x"), (50, 100, "a")]),
        (
            [event(0, 100, "a"), event(10, 80, "b"), event(20, 30, "c"), event(60, 90, "d")],
            [(0, 10, "a"), (10, 20, "b"), (20, 30, "c"), (30, 60, "b"), (60, 90, "d"), (90, 100, "a")],
        ),
        ([event(0, 50, "a"), event(0, 20, "b")], [(0, 20, "b"), (20, 50, "a")]),
    ],
)
def test_flooding_by_example(given_events: list[Event], wanted: list[tuple[float, float, str]]) -> None:
    made = [(one.start_ms / 1_000, one.end_ms / 1_000, one.data["app"]) for one in our_flood(given_events)]
    assert made == wanted


def test_windows_within_windows_without_end_take_no_memory_without_end() -> None:
    many = (event(second, 10_000_000 - second, str(second)) for second in range(20_000))
    made = list(our_flood(many))
    assert all(one.end_ms <= other.start_ms for one, other in itertools.pairwise(made))
    assert len(made) == 20_000 + 99
