"""A title of any length costs what its first characters cost."""

import pytest
from benchmarks.privacy_titles import KINDS, admitting_ms, cleaning_ms, megabyte_of

LOOKED_AT = 4_096


@pytest.mark.parametrize("kind", KINDS)
def test_a_megabyte_costs_no_more_than_its_first_part(kind: str) -> None:
    piece = KINDS[kind]
    whole = megabyte_of(piece)
    first = whole[:LOOKED_AT]
    # A copy of a slice is all that may be added; measured beside each other, so that a busy machine slows both.
    assert cleaning_ms(whole, 15) <= 3 * cleaning_ms(first, 15) + 0.5


def test_the_whole_filter_is_bounded_too() -> None:
    text = "中" * 70_000
    assert admitting_ms(text * 5) <= 3 * admitting_ms(text) + 0.5
