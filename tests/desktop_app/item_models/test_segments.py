from __future__ import annotations

import time
from dataclasses import replace

from helpers.dressed import speaking
from helpers.sample_summary import MINUTE, bounds_of, crowded_summary, sample_summary, segment
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop_app.item_models.segments import Column, SegmentTable
from desktop_app.widgets.format import Wording
from engine.domain.presence import Presence
from engine.domain.summary import Segment

START = bounds_of().start_ms


def name(part: Segment) -> str:
    return part.app or part.presence.value


def table() -> SegmentTable:
    return SegmentTable(Wording("Europe/Berlin"), name)


def row(model: SegmentTable, place: int) -> list[object]:
    return [model.data(model.index(place, column)) for column in Column]


def test_it_keeps_qt_s_rules(qtmodeltester: ModelTester) -> None:
    model = table()
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    model.show_segments(sample_summary().segments)
    model.show_segments(sample_summary(hours=3).segments)
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]


def test_a_row_says_when_how_long_and_what(qtbot: QtBot) -> None:
    model = table()
    model.show_segments([segment(START + 8 * 60 * MINUTE, 65, "Firefox", "Glaciers")])

    with speaking("en_GB"):
        assert row(model, 0) == ["08:00", "09:05", "1 h 05 min", "Firefox", "Glaciers"]
    assert [model.headerData(column, Qt.Orientation.Horizontal) for column in Column] == [
        "From",
        "To",
        "Length",
        "What",
        "Title",
    ]
    assert model.headerData(0, Qt.Orientation.Vertical) is None


def test_foreign_text_stays_text_short_and_in_its_direction(qtbot: QtBot) -> None:
    model = table()
    model.show_segments(
        [segment(START, 1, "<b>app</b>", "a\u202eb\n\x1b\x9bc\x00"), segment(START + MINUTE, 1, "x", "long " * 200_000)]
    )
    started = time.perf_counter()

    assert row(model, 0)[3:] == ["<b>app</b>", "ab c"]
    assert len(str(row(model, 1)[4])) <= 300
    assert time.perf_counter() - started < 0.2
    assert model.data(model.index(0, Column.TITLE), Qt.ItemDataRole.ToolTipRole) is None


def test_the_day_goes_on_without_a_reset(qtbot: QtBot) -> None:
    model = table()
    first, last = segment(START, 5, "One"), segment(START + 5 * MINUTE, 5, "Two")
    model.show_segments([first, last])
    resets: list[bool] = []
    removed: list[tuple[int, int]] = []
    model.modelReset.connect(lambda: resets.append(True))
    model.rowsRemoved.connect(lambda _parent, a, b: removed.append((a, b)))
    kept = model.index(0, 0)

    longer = replace(last, interval=replace(last.interval, end_ms=last.interval.end_ms + MINUTE))
    model.show_segments([first, longer, segment(START + 11 * MINUTE, 1, "", "", Presence.IDLE)])

    assert model.rowCount() == 3
    assert removed == [(1, 1)]
    assert not resets
    assert kept.isValid()
    assert row(model, 2)[3] == "idle"


def test_showing_the_same_again_changes_nothing(qtbot: QtBot) -> None:
    model = table()
    model.show_segments(crowded_summary(500).segments)
    changes: list[object] = []
    model.rowsInserted.connect(lambda *_: changes.append(1))
    model.rowsRemoved.connect(lambda *_: changes.append(1))

    model.show_segments(crowded_summary(500).segments)

    assert not changes


def test_cells_have_no_rows_below_them(qtbot: QtBot) -> None:
    model = table()
    model.show_segments([segment(START, 5, "One")])

    assert model.rowCount(model.index(0, 0)) == 0
    assert model.columnCount(model.index(0, 0)) == 0
    assert model.data(QModelIndex()) is None
