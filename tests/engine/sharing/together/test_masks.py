"""Masks cancel exactly over everybody, hide each one's numbers, and are made for no list that is not in order."""

from __future__ import annotations

import pytest
from helpers.chi_square import against_theory

from engine.domain.together import TogetherError
from engine.sharing.together.masks import MODULUS, fresh_key, mask, public_of, total_of


def test_the_sum_of_all_is_the_plain_sum() -> None:
    keys = [fresh_key() for _ in range(7)]
    everybody = [public_of(one) for one in keys]
    numbers = [(number * 1_000, -number, 0, -(10**9)) for number in range(7)]
    masked = [mask(own, key, everybody, "attempt", 5) for own, key in zip(numbers, keys, strict=True)]
    assert total_of(masked) == [sum(column) for column in zip(*numbers, strict=True)]
    assert total_of(masked[:-1]) != [sum(column) for column in zip(*numbers[:-1], strict=True)]
    other = [mask(own, key, everybody, "another attempt", 5) for own, key in zip(numbers, keys, strict=True)]
    assert masked[0] != other[0]


def test_one_persons_masked_numbers_look_like_any() -> None:
    keys = [fresh_key() for _ in range(5)]
    everybody = [public_of(one) for one in keys]
    words = mask((0,) * 4_000, keys[0], everybody, "a", 5)
    sixteenths = [word * 16 // MODULUS - 8 for word in words]
    assert against_theory(sixteenths, lambda value: 1 / 16 if -8 <= value < 8 else 0.0, 8) > 1e-6


@pytest.mark.parametrize("which", ["without me", "twice", "too few", "no key"])
def test_lists_that_are_not_in_order_get_nothing(which: str) -> None:
    key = fresh_key()
    others = [public_of(fresh_key()) for _ in range(5)]
    lists = {
        "without me": others,
        "twice": [public_of(key), *others[:4], others[0]],
        "too few": [public_of(key), *others[:3]],
        "no key": [public_of(key), *others[:3], bytes(32)],
    }
    with pytest.raises(TogetherError, match="Nothing was sent"):
        mask((1, 2, 3, 4), key, lists[which], "a", 5)
