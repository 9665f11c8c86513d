"""Highlighted text: the ranges stay on their words, and only what is seen is laid out."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QFont, QFontMetricsF

from desktop_app.widgets.marked_text import LONGEST, highlights, lay_out, tidy


def _marked(text: str, marks: tuple[tuple[int, int], ...]) -> list[str]:
    return [text[start:end] for start, end in marks]


def test_ranges_stay_on_their_words_when_spaces_and_turning_marks_go() -> None:
    text = "  a\n\n\u202ebig   budget\tfor \u2067all"
    words = [(text.index(word), text.index(word) + len(word)) for word in ("big", "budget", "all")]
    shown, marks = tidy(text, words)
    assert shown == "a big budget for all"
    assert _marked(shown, marks) == ["big", "budget", "all"]


def test_what_is_cut_has_no_range() -> None:
    shown, marks = tidy("word " * 1_000, [(0, 4), (4_000, 4_004), (LONGEST - 2, LONGEST + 2), (-3, 2)])
    assert len(shown) <= LONGEST + 1
    assert shown.endswith("…")
    assert marks[0] == (0, 4)
    assert all(end <= len(shown) for _, end in marks)


@given(
    st.text(alphabet=st.sampled_from(" \n\tab预算\u202e…"), max_size=60),
    st.lists(st.tuples(st.integers(-5, 70), st.integers(-5, 70)), max_size=4),
)
def test_no_range_ever_leaves_the_text(text: str, marks: list[tuple[int, int]]) -> None:
    shown, moved = tidy(text, marks, 40)
    assert all(0 <= start < end <= len(shown) for start, end in moved)


@pytest.mark.parametrize("text", ["预算" * 400, "budget plan " * 100, "x" * 5_000])
def test_two_lines_end_in_an_ellipsis(qapp: object, text: str) -> None:
    font = QFont()
    font.setPixelSize(13)
    layout = lay_out(text, font, 300, 2, 20)
    assert layout.lineCount() == 2
    assert layout.text().endswith("…")
    assert QFontMetricsF(font).horizontalAdvance(layout.text()[layout.lineAt(1).textStart() :]) <= 300
    assert layout.lineAt(1).y() == 20


def test_what_fits_is_shown_whole(qapp: object) -> None:
    layout = lay_out("short", QFont(), 300, 2, 20)
    assert (layout.lineCount(), layout.text()) == (1, "short")
    assert lay_out("", QFont(), 300, 2, 20).lineCount() <= 1


def test_highlights_end_where_the_layout_ends(qapp: object) -> None:
    layout = lay_out("budget", QFont(), 300, 2, 20)
    found = highlights(layout, [(0, 6), (4, 900), (6, 9)], QColor("red"), QColor("black"))
    assert [(one.start, one.length) for one in found] == [(0, 6), (4, 2)]


def test_a_megabyte_takes_no_time(qapp: object) -> None:
    start = time.process_time()
    shown, _ = tidy("x" * 1_000_000, [(5, 10)])
    lay_out(shown, QFont(), 300, 2, 20)
    assert time.process_time() - start < 0.5
