"""Titles as old and new X11 programs write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.tracking.platforms.x11_text import compound_text, latin_text, utf8_text


def test_utf8_with_a_broken_byte_and_with_a_cut() -> None:
    assert utf8_text("Zürich 苏黎世".encode(), cut=False) == "Zürich 苏黎世"
    assert utf8_text(b"a\xffb", cut=False) == "a\ufffdb"
    assert utf8_text("ab世".encode()[:-1], cut=True) == "ab"
    assert utf8_text("ab世".encode()[:-1], cut=False) == "ab\ufffd"


def test_latin_text_and_utf8_in_its_clothes() -> None:
    assert latin_text("Café".encode("latin-1")) == "Café"
    assert latin_text("Café".encode()) == "Café"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"plain", "plain"),
        (b"Caf\xe9", "Café"),
        (b"a \x1b%G\xe4\xb8\x96\x1b%@ b", "a 世 b"),
        (b"\x1b$)A" + "中文".encode("gb2312"), "中文"),
        (b"\x1b$(A" + bytes(byte & 0x7F for byte in "中文".encode("gb2312")) + b"\x1b(B ok", "中文 ok"),
        (b"\x1b$)B" + "日本".encode("euc_jp") + b"\x1b(B!", "日本!"),
        (b"\x1b$)C" + "한국".encode("euc_kr"), "한국"),
        (b"\x1b-L" + "Мир".encode("iso8859-5"), "Мир"),
    ],
)
def test_compound_text(data: bytes, text: str) -> None:
    assert compound_text(data) == text


@given(st.binary(max_size=200))
def test_no_bytes_break_it_or_leave_a_known_escape(data: bytes) -> None:
    assert "\x1b%G" not in compound_text(data)
    utf8_text(data, cut=True)
    latin_text(data)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200), st.integers(0, 12))
def test_a_cut_only_shortens(text: str, cut: int) -> None:
    data = text.encode()
    assert text.startswith(utf8_text(data[: max(len(data) - cut, 0)], cut=True))
