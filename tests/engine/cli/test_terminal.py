"""Titles come from anywhere: none may move the cursor, and columns stay straight in any script."""

from __future__ import annotations

from contextlib import redirect_stdout
from io import BytesIO, TextIOWrapper

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.cli.terminal import fitted, length, say_json, width
from engine.domain.plain_text import plain


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("plain text", "plain text"),
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x1b]0;another title\x07rest", "rest"),
        ("\x1b]8;;https://example.org\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x9b2Jcleared", "cleared"),
        ("a\x00b\x08c\x7fd", "abcd"),
        ("two\nlines\tone", "two lines one"),
        ("\u202egnp.exe", "gnp.exe"),
        ("季度报告", "季度报告"),
        ("lone \ud800 half", "lone  half"),
        ("\u2028", ""),
    ],
)
def test_plain_keeps_what_can_be_read_and_nothing_that_acts(title: str, shown: str) -> None:
    assert plain(title) == shown


@given(st.text(st.characters(codec=None)), st.integers(1, 60))
def test_fitted_text_has_exactly_the_width_asked_for(text: str, cells: int) -> None:
    assert width(fitted(text, cells)) == cells


@given(st.text(st.sampled_from("\x1b\x9b\x9d[]0;mJ\x07\\\n\u202eab中")))
def test_no_control_character_survives(text: str) -> None:
    assert not set(plain(text)) & set("\x1b\x9b\x9d\x07\n\u202e")


def test_wide_and_combining_characters_are_measured() -> None:
    assert (width("ab"), width("中文"), width("e\u0301")) == (2, 4, 1)
    assert fitted("季度报告", 6) == "季度… "


@pytest.mark.parametrize(
    ("milliseconds", "words"),
    [(0, "0 s"), (59_999, "59 s"), (60_000, "1 min"), (3_599_999, "59 min"), (7_500_000, "2 h 05 min")],
)
def test_lengths_read_like_lengths(milliseconds: int, words: str) -> None:
    assert length(milliseconds) == words


@given(st.text())
def test_json_tells_all_and_steers_no_terminal(title: str) -> None:
    with redirect_stdout(TextIOWrapper(BytesIO(), encoding="utf-8")) as told:
        say_json({"title": "\u009b2J \u202egnp.exe 季度" + title})
        told.flush()
        said = told.buffer.getvalue().decode()
    assert not {"\u009b", "\u202e", "\x7f", "\x1b"} & set(said)
    assert "季度" in said
