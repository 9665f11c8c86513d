"""What the files of a round hold, as values; numbers of people count from 1 in the order of the list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from engine.domain.team import TeamRules

KEY_BYTES = 32
SEAL_BYTES = 16
"""By which what is sealed is longer than before."""
WORD_BYTES = 8
MODULUS = 1 << (8 * WORD_BYTES)
CHECK_BYTES = 16
OWN = 0
"""The number under which the seed of a person's own mask goes; those of pairs go under the other's number."""


@dataclass(frozen=True, slots=True)
class Person:
    """A member as all others know them. mask_key, share_key: public. joined: the digest of their file."""

    name: str
    mask_key: bytes
    share_key: bytes
    joined: str


@dataclass(frozen=True, slots=True)
class Round:
    """The first file. lead_key: public."""

    rules: TeamRules
    lead_key: bytes
    digest: str


@dataclass(frozen=True, slots=True)
class Roster:
    """Who is in a round. round: the digest of its first file."""

    rules: TeamRules
    lead_key: bytes
    people: tuple[Person, ...]
    round: str
    digest: str

    @property
    def numbers(self) -> range:
        """The numbers of all."""
        return range(1, len(self.people) + 1)

    def person(self, number: int) -> Person:
        """Return the person of a number."""
        return self.people[number - 1]

    def names(self, numbers: tuple[int, ...]) -> tuple[str, ...]:
        """Return the names of these numbers."""
        return tuple(self.person(one).name for one in numbers)


@dataclass(frozen=True, slots=True)
class Keys:
    """A member's private keys."""

    mask: bytes
    share: bytes


@dataclass(frozen=True, slots=True)
class Masked:
    """A member's figures under their masks, and shares of the masks' seeds.

    figures: modulo 2^64. shares: for each member by number, the sealed share of each seed by what it is of (OWN, or the
    other's number). checks: by what it is of, a digest of each seed.
    """

    number: int
    figures: tuple[int, ...]
    shares: Mapping[int, Mapping[int, bytes]]
    checks: Mapping[int, bytes]
    digest: str


@dataclass(frozen=True, slots=True)
class Request:
    """What the lead asks of those who contributed.

    there, missing: numbers of people. contributed: the digest of each contribution. shares: for whom, from whom, what
    of: as they came, sealed.
    """

    there: tuple[int, ...]
    missing: tuple[int, ...]
    contributed: Mapping[int, str]
    shares: Mapping[int, Mapping[int, Mapping[int, bytes]]]
    digest: str

    @property
    def wanted(self) -> tuple[int, ...]:
        """Of what each person's share is asked: the own mask of all who contributed, pairs with who did not."""
        return (OWN, *self.missing)


@dataclass(frozen=True, slots=True)
class Answer:
    """The shares a member gives. shares: from whom, what of."""

    number: int
    shares: Mapping[int, Mapping[int, bytes]]
