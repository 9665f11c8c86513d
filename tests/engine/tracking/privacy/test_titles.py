"""What becomes of a title on its way to the disk."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from engine.tracking.privacy.titles import NAME_GRAPHEMES, TITLE_GRAPHEMES, clean_name, clean_title, without_invisible

# Any code point at all, lone surrogates too, with what makes trouble drawn often.
TROUBLE = st.sampled_from(
    "\x00\n\t\x1b\x85\u200b\u200c\u200d\u202e\u2066\ufe0f\u0301\u0344\U0001f468\U0001f3fd\U0001f3f4\U000e0067\U000e007f"
)
MORE = st.sampled_from("\U0001f1e9\U0001f1ea\ud83d\ude00\u1100\u1161\u0958\u2800⠋●  aé中क्ष")
ANY = st.text(st.one_of(st.characters(exclude_categories=()), TROUBLE, MORE))


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("Inbox — Mail", "Inbox — Mail"),
        ("two\nlines\tand\r\nmore", "two lines and more"),
        ("  much   room  ", "much room"),
        ("nul\x00led \x1b[31mred\x9b", "nulled [31mred"),
        ("next\x85line\u2028and\u2029paragraph", "next line and paragraph"),
        ("non\u00a0breaking\u3000wide", "non breaking wide"),
        ("cafe\u0301", "café"),
        ("zero\u200bwidth\ufeff soft\u00adhyphen", "zerowidth softhyphen"),
        ("invoice\u202egpj.exe", "invoicegpj.exe"),
        ("\u2066isolated\u2069 \u202bembedded\u202c", "isolated embedded"),
        ("\u05d0\u200f C++\u200e", "\u05d0\u200f C++\u200e"),
        ("lone \ud800 half", "lone \ufffd half"),
        ("pair \ud83d\ude00 joined", "pair 😀 joined"),
        ("👨\u200d👩\u200d👧 family", "👨\u200d👩\u200d👧 family"),
        ("a\u200db and \u200d alone", "ab and alone"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("क\u094d\u200dष", "क\u094d\u200dष"),
        ("🏴\U000e0067\U000e0062\U000e007f!", "🏴\U000e0067\U000e0062\U000e007f!"),
        ("hidden\U000e0067\U000e0062", "hidden"),
        ("\u3164blank\u115f", "blank"),
        ("", ""),
        ("\x00\x01\u200b", ""),
    ],
)
def test_cleaning(raw: str, clean: str) -> None:
    assert clean_title(raw) == clean


@pytest.mark.parametrize("frames", ["⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏", "◐◓◑◒", "✢✳✶✻✽", "▁▃▅▇", "🌑🌒🌓🌔", "⣾⣽⣻⢿", "←↖↑↗"])
def test_an_animated_title_is_one_title(frames: str) -> None:
    assert {clean_title(f"{frame} make test") for frame in frames} == {"make test"}


@pytest.mark.parametrize("title", ["-> next", "⠓⠑⠇⠇⠕ ⠺⠕⠗⠇⠙", "●", "→nowhere", "✓ done", "* notes.txt", "— dash"])
def test_what_is_no_spinner_stays(title: str) -> None:
    assert clean_title(title) == ("" if title == "●" else title)


@pytest.mark.parametrize(
    "grapheme",
    ["a", "é", "中", "e\u0323\u0302x"[:3], "👍🏽", "👨\u200d👩\u200d👧", "🇩🇪", "🇦🇿", "🇿🇦", "❤\ufe0f", "ก\u0e33"[:1]],
)
def test_cut_between_graphemes_never_inside(grapheme: str) -> None:
    whole = unicodedata.normalize("NFC", grapheme)
    assert clean_name(grapheme * 1_000) == whole * NAME_GRAPHEMES


def test_a_title_keeps_1024_graphemes() -> None:
    assert clean_title("e\u0323\u0302" * 2_000) == unicodedata.normalize("NFC", "e\u0323\u0302") * TITLE_GRAPHEMES
    assert clean_title("x" * 2_000) == "x" * 1_024
    assert clean_title("中" * 2_000) == "中" * 1_024


def test_a_flood_of_combining_marks_is_dammed() -> None:
    flooded = clean_title("H" + "\u0316\u0301" * 1_000 + "i")
    assert flooded[0] == "H"
    assert sum(unicodedata.combining(char) > 0 for char in flooded) <= 8
    assert clean_title("H" + "\u0316" * 50 + "i").endswith("i")


def test_searching_sees_through_invisible_characters() -> None:
    assert without_invisible(clean_title("a\u200eb❤\ufe0fc")) == "ab❤c"


@given(ANY)
@example("\u0344" * 9)
@example("⠋ \u0301x")
@example("a\u200d" * 2_000)
@example("\ufe0f\U000e0067" * 9)
@example("\u212a\u200c\u0327\u200c\ufe0f")
def test_cleaning_is_safe_and_idempotent(raw: str) -> None:
    clean = clean_title(raw)
    assert clean_title(clean) == clean
    assert unicodedata.is_normalized("NFC", clean)
    assert clean == clean.strip()
    assert "  " not in clean
    clean.encode("utf-8")
    assert not any(unicodedata.category(char) in {"Cc", "Cs"} for char in clean)
    assert not any("\u202a" <= char <= "\u202e" or "\u2066" <= char <= "\u2069" for char in clean)
    assert len(clean) <= 4_096


@given(ANY, st.integers(1, 2_000))
def test_names_are_safe_and_idempotent_at_any_length(raw: str, times: int) -> None:
    name = clean_name(raw * times)
    assert clean_name(name) == name
    assert len(name) <= 4_096
