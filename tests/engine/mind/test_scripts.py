"""Which scripts a vocabulary knows and a text is written in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.mind.scripts import known_scripts, mostly_in, script_of

MANY_IDEOGRAPHS = [chr(0x4E00 + number) for number in range(3000)]


@pytest.mark.parametrize(
    ("character", "script"),
    [
        ("a", "LATIN"),
        ("é", "LATIN"),
        ("Ａ", "LATIN"),
        ("я", "CYRILLIC"),
        ("中", "CJK"),
        ("か", "HIRAGANA"),
        ("1", ""),
        (" ", ""),
    ],
)
def test_letters_have_a_script(character: str, script: str) -> None:
    assert script_of(character) == script


def test_letters_alone_do_not_make_a_script_known() -> None:
    words = [f"word{chr(97 + number % 26)}{number}" for number in range(5000)]
    letters = [chr(code) for code in range(0x430, 0x450)] * 2
    some = MANY_IDEOGRAPHS[:488]
    assert known_scripts([*words, *letters, *some]) == {"LATIN"}
    assert known_scripts([*words, *letters, *MANY_IDEOGRAPHS]) == {"LATIN", "CJK"}
    assert known_scripts([*words, *(f"сл{letter}{letter}" for letter in letters * 8)]) == {"LATIN", "CYRILLIC"}
    assert known_scripts([]) == frozenset()


def test_an_ideograph_says_more_than_a_letter() -> None:
    latin = frozenset({"LATIN"})
    assert not mostly_in("Python 装饰器", latin)
    assert mostly_in("the Python decorator 装饰", latin)
    assert mostly_in("abc", latin)
    assert not mostly_in("12 + 3 = ?", latin)


@given(st.text(max_size=50))
def test_what_knows_every_script_reads_every_letter(text: str) -> None:
    every = frozenset(script_of(character) for character in text) - {""}
    assert mostly_in(text, every) is bool(every)
    assert not mostly_in(text, frozenset())
