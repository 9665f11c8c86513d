"""Secure aggregation of one attempt at a round: numbers under masks that cancel in the sum over all.

Everybody draws a fresh key for every attempt. Of each pair, the one with the lower key adds the stream both agree
on and the other takes it away; the sum can be told only when everybody on the list has sent theirs. Whoever goes
missing ends the attempt; the next one has other keys, other noise, and is charged again, so that no two sums differ
by one person under noise that cancels.
Source: Bonawitz and others, 2017, without its secret shares.
"""

from __future__ import annotations

from collections.abc import Sequence

from engine.domain.together import MOST, TogetherError
from engine.sharing.team.agreement import agreed, fresh_key, key_for, public_of, stream

MODULUS = 1 << 64
_WORD = 8

__all__ = ["MODULUS", "fresh_key", "mask", "public_of", "total_of"]


def mask(numbers: Sequence[int], private: bytes, everybody: Sequence[bytes], attempt: str, least: int) -> list[int]:
    """Return the numbers masked, modulo MODULUS. everybody: all public keys, one's own among them.

    Raises TogetherError where the list is not one to mask for.
    """
    own = public_of(private)
    if own not in everybody or len(set(everybody)) != len(everybody) or not least <= len(everybody) <= MOST:
        raise TogetherError("The server's list of people is not one this round may have. Nothing was sent.")
    words = list(numbers)
    for other in everybody:
        if other == own:
            continue
        drawn = _words(private, own, other, attempt, len(words))
        sign = 1 if own < other else -1
        words = [word + sign * one for word, one in zip(words, drawn, strict=True)]
    return [word % MODULUS for word in words]


def total_of(masked: Sequence[Sequence[int]]) -> list[int]:
    """Return the sum of all people's numbers; they must be those of everybody on the list."""
    sums = [sum(column) % MODULUS for column in zip(*masked, strict=True)]
    return [one - MODULUS if one >= MODULUS // 2 else one for one in sums]


def _words(private: bytes, own: bytes, other: bytes, attempt: str, many: int) -> list[int]:
    pair = b"".join(sorted((own, other)))
    try:
        seed = key_for(agreed(private, other), b"together " + attempt.encode() + pair)
    except ValueError as cause:
        raise TogetherError("The server's list holds a key that is none. Nothing was sent.") from cause
    drawn = stream(seed, many * _WORD)
    return [int.from_bytes(drawn[at : at + _WORD], "little") for at in range(0, len(drawn), _WORD)]
