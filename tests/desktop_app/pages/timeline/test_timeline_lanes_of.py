from __future__ import annotations

import pytest
from helpers.fake_documents import document
from helpers.timeline_history import BOUNDS, EIGHT, HOUR, LABELS, RULE, STRETCHES, TREE, stretched
from PySide6.QtWidgets import QApplication

from desktop_app.pages.timeline.lane_words import lane_names
from desktop_app.pages.timeline.lanes import LaneNames, TimelineColours, lanes_of, segments_of
from desktop_app.pages.timeline.source import LabelledHistory
from desktop_app.pages.today_day import DayWords
from desktop_app.theme.app_colours import AppColours
from desktop_app.widgets.format import Wording
from desktop_app.widgets.ribbon_values import Kind, RibbonSegment
from desktop_app.widgets.timeline_values import Lane
from engine.domain.activity import Observed
from engine.domain.categories import NO_LABELS, CategoryTree
from engine.domain.document_use import ShownDocument
from engine.domain.documents import DocumentKind, MatchedBy
from engine.domain.intervals import Interval
from engine.domain.presence import Presence

HISTORY = LabelledHistory(BOUNDS, STRETCHES, LABELS, TREE, RULE)


@pytest.fixture
def names(qapp: QApplication) -> LaneNames:
    return lane_names(DayWords(Wording(), AppColours()), str.title)


def lanes(history: LabelledHistory, names: LaneNames) -> dict[str, Lane]:
    found = lanes_of(history, names, TimelineColours(AppColours(), AppColours()))
    return {lane.key: lane for lane in found}


def told(segments: tuple[RibbonSegment, ...]) -> list[tuple[float, float, str]]:
    return [((one.start_ms - EIGHT) / HOUR, (one.end_ms - EIGHT) / HOUR, one.name) for one in segments]


def test_apps_stay_apart_by_title_and_say_what_the_time_was(names: LaneNames) -> None:
    apps = lanes(HISTORY, names)["apps"].segments
    assert told(apps) == [
        (0, 1, "Writer"), (1, 1.5, "Writer"), (1.5, 2, "Idle"), (2, 2.5, "Private or excluded"),
        (2.5, 3, "No window"), (4, 5, "Firefox"),
    ]  # fmt: skip
    assert [one.title for one in apps][::5] == ["Plan", "<b>News</b>"]
    assert apps[0].slot == apps[1].slot != apps[5].slot


def test_categories_are_joined_and_have_the_tree_s_colours(names: LaneNames) -> None:
    found = lanes(HISTORY, names)["categories"].segments
    assert told(found) == [(0, 1.5, "Writing"), (2, 3, "No category"), (4, 5, "Rest")]
    assert [one.colour for one in found] == ["#1F5FBF", "", "#5E7A3A"]
    assert found[0].title == "Work › Writing"
    assert found[1].kind is Kind.NO_WINDOW


def test_presence_documents_and_corrections(names: LaneNames) -> None:
    found = lanes(HISTORY, names)
    assert told(found["presence"].segments) == [
        (0, 1.5, "Active"),
        (1.5, 2, "Idle"),
        (2, 3, "Active"),
        (4, 5, "Active"),
    ]
    assert told(found["documents"].segments) == [(0, 1.5, "plan.odt")]
    assert told(found["corrected"].segments) == [(1, 1.5, "Corrected")]


def test_lanes_without_data_are_not_there(names: LaneNames) -> None:
    plain = LabelledHistory(BOUNDS, (stretched(0, 1, "writer"),), (NO_LABELS,), CategoryTree(()), RULE)
    assert list(lanes(plain, names)) == ["apps", "presence"]
    assert list(lanes(LabelledHistory(BOUNDS, (), (), TREE, RULE), names)) == ["apps", "presence"]


def test_every_presence_is_drawn_under_a_name(names: LaneNames) -> None:
    parts = tuple(stretched(n, n + 1, Observed(presence)) for n, presence in enumerate(Presence))
    history = LabelledHistory(BOUNDS, parts, (NO_LABELS,) * len(parts), TREE, RULE)
    assert len({one.name for one in lanes(history, names)["presence"].segments}) == len(Presence)


def test_a_megabyte_of_title_is_cut_before_it_is_drawn(names: LaneNames) -> None:
    long = stretched(0, 1, Observed(Presence.ACTIVE, "a" * 10_000, "t" * 1_000_000, document="/" + "d" * 100_000))
    history = LabelledHistory(BOUNDS, (long,), (NO_LABELS,), TREE, RULE)
    for lane in lanes(history, names).values():
        assert all(len(one.name) <= 120 and len(one.title) <= 120 for one in lane.segments)


def test_a_windows_path_is_named_by_its_file_too(names: LaneNames) -> None:
    part = stretched(0, 1, Observed(Presence.ACTIVE, "word", document="C:\\Users\\Ada\\plan.docx"))
    history = LabelledHistory(BOUNDS, (part,), (NO_LABELS,), TREE, RULE)
    assert told(lanes(history, names)["documents"].segments) == [(0, 1, "plan.docx")]


def test_indexed_documents_take_the_place_of_what_a_title_says(names: LaneNames) -> None:
    seen = Observed(Presence.ACTIVE, "evince", "paper", document="paper.pdf")
    parts = (stretched(0, 2, seen), stretched(2, 3, Observed(Presence.IDLE)), stretched(3, 4, seen))
    one = document(1, "/home/ann/papers/herons.pdf", DocumentKind.PDF)
    broken = document(2, "/x/\udcff.pdf", DocumentKind.PDF)  # a name that is no text
    shown = tuple(
        ShownDocument(Interval(EIGHT + start * HOUR, EIGHT + (start + 1) * HOUR), found, 0.9, MatchedBy.TITLE)
        for start, found in ((0, one), (1, broken))
    )
    history = LabelledHistory(BOUNDS, parts, (NO_LABELS,) * 3, TREE, RULE, shown)
    found = lanes(history, names)["documents"].segments
    assert told(found) == [(0, 1, "herons.pdf"), (1, 2, "\ufffd.pdf"), (3, 4, "paper.pdf")]
    assert found[0].title == "/home/ann/papers/herons.pdf"


def test_the_table_s_rows_are_the_stretches() -> None:
    rows = segments_of(HISTORY)
    assert [row.interval for row in rows] == [one.interval for one in STRETCHES]
    assert [row.withheld for row in rows] == [False, False, False, True, False, False]
