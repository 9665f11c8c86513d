"""Shares of a secret: so many give it back, fewer tell nothing (Shamir, CACM 1979).

A polynomial over the integers modulo a prime above 2^256 has the secret as its value at 0; a share is its value at a
person's number.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence

PRIME = 2**256 + 297
SECRET_BYTES = 32
SHARE_BYTES = 33


def shares_of(secret: bytes, numbers: Sequence[int], enough: int) -> list[bytes]:
    """Return a share for each number, any `enough` of which give the secret back. numbers: above 0, all different."""
    slopes = [secrets.randbelow(PRIME) for _ in range(enough - 1)]
    constant = int.from_bytes(secret, "big")
    return [_value(constant, slopes, number).to_bytes(SHARE_BYTES, "big") for number in numbers]


def _value(constant: int, slopes: Sequence[int], number: int) -> int:
    value = 0
    for slope in reversed(slopes):
        value = (value + slope) * number % PRIME
    return (value + constant) % PRIME


def weights_of(numbers: Sequence[int]) -> dict[int, int]:
    """Return by what each of these people's shares count in the secret; worked out once for many secrets."""
    return {one: _weight(one, numbers) for one in numbers}


def _weight(one: int, numbers: Sequence[int]) -> int:
    above, below = 1, 1
    for other in numbers:
        if other != one:
            above = above * other % PRIME
            below = below * (other - one) % PRIME
    return above * pow(below, -1, PRIME) % PRIME


def secret_of(shares: Mapping[int, bytes], weights: Mapping[int, int]) -> bytes:
    """Return the secret. shares: by number, as many as there are weights. Raises ValueError for none."""
    total = sum(int.from_bytes(shares[one], "big") * weight for one, weight in weights.items()) % PRIME
    try:
        return total.to_bytes(SECRET_BYTES, "big")
    except OverflowError as cause:
        raise ValueError("these shares give no secret") from cause
