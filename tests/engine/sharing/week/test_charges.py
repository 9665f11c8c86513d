"""Two witnesses of what was spent: the larger one counts, a lost one is healed, and where both fail it closes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.domain.sharing import Charge
from engine.sharing.week.charges import Closed, Noted, read, settled, written

NEWEST = "2026-09"


def charge(number: int, epsilon: int = 1_000_000, *months: str) -> Charge:
    return Charge(number, f"{number:032x}", months or ("2026-03",), epsilon)


ALL = tuple(charge(number, 1_000_000, "2026-03", "2026-04") for number in (1, 2, 3))
TEXT = written(ALL)


def test_a_file_is_read_as_it_was_written() -> None:
    closed = Closed("2026-02", 7)
    assert read(TEXT) == Noted(ALL, None, sound=True, lines=3)
    assert read(written(ALL, closed)) == Noted(ALL, closed, sound=True, lines=4)


def test_it_holds_numbers_alone() -> None:
    words = {word for line in TEXT.splitlines()[1:] for word in line.split()}
    assert all(set(word) <= set("0123456789abcdef-,") for word in words)


@settings(max_examples=40, deadline=None)
@given(place=st.integers(0, len(TEXT) - 2), byte=st.sampled_from("0123456789abcdef \n-,x"))
def test_whatever_is_changed_in_it_never_lets_more_be_spent(place: int, byte: str) -> None:
    changed = TEXT[:place] + byte + TEXT[place + 1 :]
    for rows in (ALL, ALL[:1]):
        spent = settled(rows, len(rows), read(changed), NEWEST)
        assert changed == TEXT or spent.of("2026-03") >= 3_000_000 or spent.is_closed("2026-03")


@settings(max_examples=40, deadline=None)
@given(cut=st.integers(0, len(TEXT)))
def test_a_cut_file_is_made_whole_by_the_database(cut: int) -> None:
    spent = settled(ALL, 3, read(TEXT[:cut]), NEWEST)
    assert (spent.of("2026-03"), spent.closed) == (3_000_000, None)


@pytest.mark.parametrize(
    "noted", [None, Noted(), read(""), read("\x00\x00")], ids=["gone", "empty", "emptied", "nonsense"]
)
def test_without_the_file_the_database_counts(noted: Noted | None) -> None:
    assert settled(ALL, 3, noted, NEWEST).of("2026-04") == 3_000_000


def test_without_the_database_the_file_counts() -> None:
    spent = settled((), 0, read(TEXT), NEWEST)
    assert (spent.of("2026-03"), spent.closed, spent.last) == (3_000_000, None, 3)


def test_the_larger_of_two_words_counts() -> None:
    less = charge(1, 1, "2026-03")
    more = charge(1, 2_000_000, "2026-05")
    for rows, noted in (((less,), (more,)), ((more,), (less,))):
        spent = settled(rows, 1, read(written(noted)), NEWEST)
        assert spent.charges == (Charge(1, less.token, ("2026-03", "2026-05"), 2_000_000),)


def test_a_charge_that_both_have_lost_closes_every_month_there_is_data_of() -> None:
    spent = settled(ALL[:1], 3, read(written(ALL[:1])), NEWEST)
    assert spent.closed == Closed(NEWEST, 3)
    assert spent.is_closed("2026-03")
    assert spent.is_closed(NEWEST)
    assert not spent.is_closed("2026-10")


def test_what_was_closed_once_is_not_closed_anew_by_the_same_loss() -> None:
    first = settled(ALL[:1], 3, None, NEWEST)
    text = written(first.charges, first.closed)
    later = settled(ALL[:1], 3, read(text), "2026-12")
    assert (later.closed, later.new_closing) == (Closed(NEWEST, 3), False)
    again = settled(ALL[:1], 5, read(text), "2026-12")
    assert again.closed == Closed("2026-12", 5)


def test_a_torn_last_line_that_nobody_else_knows_closes() -> None:
    torn = TEXT[:-20]
    assert settled(ALL[:2], 2, read(torn), NEWEST).is_closed("2026-03")
    assert settled(ALL, 3, read(torn), NEWEST).closed is None


def test_one_number_with_two_names_counts_twice() -> None:
    other = Charge(1, "f" * 32, ("2026-03",), 1_000_000)
    assert settled((other,), 1, read(TEXT), NEWEST).of("2026-03") == 4_000_000


def test_nothing_spent_is_nothing() -> None:
    spent = settled((), 0, None, "0000-00")
    assert (spent.charges, spent.closed, spent.last, spent.of("2026-03")) == ((), None, 0, 0)
