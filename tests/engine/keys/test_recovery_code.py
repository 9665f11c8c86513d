"""Recovery codes: what a person may mistype, and what tells that apart from a wrong code."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.domain.errors import KeyWrong
from engine.keys.recovery_code import ALPHABET, BITS, code_of, new_code, number_of, secret_of

numbers = st.integers(0, 2**BITS - 1)


@given(numbers)
def test_a_code_stands_for_its_number(number: int) -> None:
    assert number_of(code_of(number)) == number


def test_a_code_has_130_random_bits_and_no_look_alikes() -> None:
    codes = {new_code() for _ in range(200)}
    assert len(codes) == 200
    assert not set("".join(codes)) & set("ILOU")
    assert all(len(code.replace("-", "")) == 28 and len(code.split("-")) == 7 for code in codes)


@given(numbers, st.sampled_from(["-", " ", "", "\u2013", ".\t", "\n"]))
def test_case_separators_and_look_alikes_are_forgiven(number: int, separator: str) -> None:
    typed = code_of(number).lower().replace("-", separator).replace("0", "o").replace("1", "l")
    assert number_of(f"  {typed} ") == number


def test_full_width_characters_of_an_input_method_are_the_same() -> None:
    code = code_of(12345)
    wide = "".join(chr(ord(one) + 0xFEE0) if one != "-" else "－" for one in code)
    assert number_of(wide) == 12345


@given(numbers, st.integers(0, 27), st.sampled_from(ALPHABET))
def test_every_single_wrong_character_is_found(number: int, place: int, letter: str) -> None:
    letters = code_of(number).replace("-", "")
    wrong = letters[:place] + letter + letters[place + 1 :]
    if wrong != letters:
        with pytest.raises(KeyWrong, match="typing error"):
            number_of(wrong)


@given(numbers, st.integers(0, 24))
def test_two_swapped_neighbours_are_found(number: int, place: int) -> None:
    letters = code_of(number).replace("-", "")
    wrong = letters[:place] + letters[place + 1] + letters[place] + letters[place + 2 :]
    if wrong != letters:
        with pytest.raises(KeyWrong, match="typing error"):
            number_of(wrong)


@pytest.mark.parametrize("typed", ["", "ABCD", "x" * 10_000, code_of(1)[:-1], code_of(1) + "0"])
def test_another_length_is_said(typed: str) -> None:
    with pytest.raises(KeyWrong, match="28 letters and digits"):
        number_of(typed.replace("x", "2"))


def test_a_letter_of_no_code_is_named() -> None:
    with pytest.raises(KeyWrong, match="“U” stands in no recovery code"):
        number_of(code_of(1).replace("0", "u", 1))


def test_the_secret_has_all_the_bits() -> None:
    assert secret_of(code_of(2**BITS - 1)) == (2**BITS - 1).to_bytes(17, "big")
