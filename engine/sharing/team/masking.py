"""A member's figures under masks that cancel in the sum over all, and the shares that take them off without one's help.

Member u adds a stream of an own seed, adds the stream agreed with each member of a higher number and takes away that
agreed with each of a lower one. Both seeds are given to all in sealed shares.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable, Iterator, Mapping, Sequence

from engine.sharing.team.agreement import agreed, key_for, seal, stream
from engine.sharing.team.parts import CHECK_BYTES, MODULUS, OWN, WORD_BYTES, Keys, Masked, Roster
from engine.sharing.team.shamir import SECRET_BYTES, shares_of


def masked(figures: Sequence[int], number: int, keys: Keys, roster: Roster, enough: int) -> Masked:
    """Return a member's figures under fresh and agreed masks; the digest is left empty. enough: shares give a seed."""
    seeds = {OWN: secrets.token_bytes(SECRET_BYTES)} | {
        other: pair_seed(keys.mask, number, other, roster) for other in roster.numbers if other != number
    }
    words = list(figures)
    for other, seed in seeds.items():
        words = added(words, mask(seed, len(words)), sign(number, other))
    return Masked(number, tuple(words), _shared(seeds, number, keys, roster, enough), checks_of(seeds), "")


def sign(number: int, other: int) -> int:
    """Return whether a member adds a mask or takes it away: of a pair the lower number adds; the own is added."""
    return -1 if other != OWN and other < number else 1


def mask(seed: bytes, length: int) -> Iterator[int]:
    """Yield the words of a seed's stream."""
    drawn = stream(seed, length * WORD_BYTES)
    return (int.from_bytes(drawn[at : at + WORD_BYTES], "little") for at in range(0, len(drawn), WORD_BYTES))


def added(words: Iterable[int], others: Iterable[int], factor: int) -> list[int]:
    """Return the words with factor times the others, modulo 2^64."""
    return [(word + factor * other) % MODULUS for word, other in zip(words, others, strict=True)]


def pair_seed(private: bytes, number: int, other: int, roster: Roster) -> bytes:
    """Return the seed of the mask two members share; both find the same."""
    low, high = sorted((number, other))
    return key_for(agreed(private, roster.person(other).mask_key), f"mask {roster.digest} {low} {high}".encode())


def share_key(secret: bytes, giver: int, taker: int, what: int, roster: Roster) -> bytes:
    """Return the key that seals one share on its way from one member to another."""
    return key_for(secret, f"share {roster.digest} {giver} {taker} {what}".encode())


def checks_of(seeds: Mapping[int, bytes]) -> dict[int, bytes]:
    """Return digests by which a seed put together of shares is known to be the right one."""
    return {what: hashlib.sha256(b"kairos team seed" + seed).digest()[:CHECK_BYTES] for what, seed in seeds.items()}


def _shared(
    seeds: Mapping[int, bytes], number: int, keys: Keys, roster: Roster, enough: int
) -> dict[int, dict[int, bytes]]:
    cut = {what: shares_of(seed, roster.numbers, enough) for what, seed in seeds.items()}
    sealed: dict[int, dict[int, bytes]] = {}
    for taker in roster.numbers:
        secret = agreed(keys.share, roster.person(taker).share_key)
        sealed[taker] = {
            what: seal(share_key(secret, number, taker, what, roster), shares[taker - 1])
            for what, shares in cut.items()
        }
    return sealed
