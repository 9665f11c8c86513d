from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester

from desktop_app.item_models.text_table import INK, SHARE, TextCell, TextRow, TextTable

HEADERS = ("Name", "Length")


def row(name: str, ms: int) -> TextRow:
    return TextRow(
        (TextCell(name, name), TextCell(f"{ms} ms", ms, to_the_end=True, share=ms / 1_000, ink="accent")), name
    )


ROWS = (row("b", 900), row("C", 80), row("a", 1_000))


def names(model: TextTable) -> list[object]:
    return [model.source(number) for number in range(model.rowCount())]


def test_it_keeps_qt_s_rules(qtmodeltester: ModelTester) -> None:
    model = TextTable()
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    model.show_rows(HEADERS, ROWS)
    model.sort(1)
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    model.show_rows(HEADERS, ROWS[:1])
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]


def test_numbers_sort_as_numbers_and_names_without_case() -> None:
    model = TextTable()
    model.show_rows(HEADERS, ROWS)
    assert names(model) == ["b", "C", "a"], "as given"
    model.sort(1, Qt.SortOrder.DescendingOrder)
    assert names(model) == ["a", "b", "C"]
    model.sort(0, Qt.SortOrder.AscendingOrder)
    assert names(model) == ["a", "b", "C"]
    model.show_rows(HEADERS, (row("z", 1), *ROWS))
    assert names(model) == ["a", "b", "C", "z"], "the next rows are sorted alike"
    model.sort(-1)
    assert names(model) == ["z", "b", "C", "a"]


def test_a_cell_tells_its_text_side_and_bar() -> None:
    model = TextTable()
    model.show_rows(HEADERS, ROWS)
    name, length = model.index(0, 0), model.index(0, 1)
    assert (name.data(), length.data()) == ("b", "900 ms")
    assert (name.data(SHARE), length.data(SHARE), length.data(INK)) == (None, 0.9, "accent")
    side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    assert model.data(length, Qt.ItemDataRole.TextAlignmentRole) == side
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Length"
    assert model.headerData(1, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole) == side
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.source(99) is None
    assert model.data(QModelIndex()) is None
