"""What each kind of file holds, as values and back.

What is not as it should be raises ValueError, KeyError or TypeError, which `value_of` turns into a sentence.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

from engine.domain.plain_text import plain
from engine.domain.team import LONGEST_NAME, MOST, TeamFile, TeamRules, threshold
from engine.sharing.team.files import Paper, is_hex, refused
from engine.sharing.team.parts import (
    CHECK_BYTES,
    KEY_BYTES,
    OWN,
    SEAL_BYTES,
    WORD_BYTES,
    Masked,
    Person,
    Request,
    Roster,
    Round,
)
from engine.sharing.team.shamir import SHARE_BYTES

PIECE_BYTES = SHARE_BYTES + SEAL_BYTES
_MILLIONS = 100_000_000
_QUARTERS_OF_A_WEEK = 7 * 96
_GROUPS = 20
_LONGEST_GROUP = 40
_DIGEST_HEX = 64
_Value = TypeVar("_Value")


def value_of(paper: Paper, kind: TeamFile, decode: Callable[[Paper], _Value]) -> _Value:
    """Return a file's value; UsageError where it is of another kind, or holds what such a file never does."""
    if paper.kind is not kind:
        raise refused(f"A file of the kind “{kind}” is wanted here; this one is a “{paper.kind}”.")
    try:
        return decode(paper)
    except (ValueError, KeyError, TypeError) as cause:
        raise refused(f"This file of the kind “{kind}” holds what such a file never does. Do not use it.") from cause


def tidy_name(name: str) -> str:
    """Return a name of a round or a person on one line; UsageError where nothing is left or it is too long."""
    tidy = " ".join(plain(name).split())
    if not tidy or len(tidy) > LONGEST_NAME:
        raise refused(f"A name has 1 to {LONGEST_NAME} characters.")
    return tidy


# ---------------------------------------------------------------- the first file, and who joins


def round_told(rules: TeamRules, lead_key: bytes) -> dict[str, Any]:
    """Return what the first file holds."""
    return {**rules_told(rules), "lead_key": lead_key.hex()}


def rules_told(rules: TeamRules) -> dict[str, Any]:
    """Return what a round was begun with; its number and week stand in every file anyway."""
    return {
        "name": rules.name,
        "expected": rules.expected,
        "epsilon_millionths": rules.epsilon_millionths,
        "cap_quarters": rules.cap_quarters,
        "groups": list(rules.groups),
    }


def round_of(paper: Paper) -> Round:
    """Return a round's first file."""
    return Round(rules_of(paper, paper.content), _key(paper.content["lead_key"]), paper.digest)


def rules_of(paper: Paper, told: Mapping[str, Any]) -> TeamRules:
    """Return what a round was begun with."""
    groups = tuple(text_of(group, _LONGEST_GROUP) for group in told["groups"])
    if not 1 <= len(groups) <= _GROUPS or len(set(groups)) != len(groups):
        raise ValueError("groups")
    return TeamRules(
        paper.round,
        text_of(told["name"], LONGEST_NAME),
        paper.week,
        whole(told["expected"], 1, MOST),
        whole(told["epsilon_millionths"], 1, _MILLIONS),
        whole(told["cap_quarters"], 1, _QUARTERS_OF_A_WEEK),
        groups,
    )


def person_told(name: str, mask_key: bytes, share_key: bytes) -> dict[str, Any]:
    """Return what somebody who joins gives; the keys are public ones."""
    return {"name": name, "mask_key": mask_key.hex(), "share_key": share_key.hex()}


def person_of(paper: Paper) -> Person:
    """Return who joins."""
    return _person(paper.content, paper.digest)


def _person(told: Mapping[str, Any], joined: Any) -> Person:
    name = text_of(told["name"], LONGEST_NAME)
    return Person(name, _key(told["mask_key"]), _key(told["share_key"]), _digest(joined))


def roster_told(first: Round, people: Sequence[Person]) -> dict[str, Any]:
    """Return what the list of members holds."""
    members = [{**person_told(one.name, one.mask_key, one.share_key), "joined": one.joined} for one in people]
    return {"rules": round_told(first.rules, first.lead_key), "members": members, "answers": threshold(len(people))}


def roster_of(paper: Paper) -> Roster:
    """Return the list of members."""
    told = paper.content
    people = tuple(_person(one, one["joined"]) for one in told["members"])
    if len(people) > MOST or told["answers"] != threshold(len(people)):
        raise ValueError("more people than there may be, or another number of answers than they need")
    if any(len({which(one) for one in people}) < len(people) for which in _ALONE):
        raise ValueError("two members with one name or one key")
    rules = told["rules"]
    return Roster(rules_of(paper, rules), _key(rules["lead_key"]), people, _digest(paper.after), paper.digest)


_ALONE: tuple[Callable[[Person], object], ...] = (
    lambda one: one.name.casefold(),
    lambda one: one.mask_key,
    lambda one: one.share_key,
    lambda one: one.joined,
)

# ---------------------------------------------------------------- contributions


def masked_told(one: Masked) -> dict[str, Any]:
    """Return what a contribution holds."""
    whats = sorted(one.checks)
    return {
        "number": one.number,
        "figures": _joined(word.to_bytes(WORD_BYTES, "little") for word in one.figures),
        "shares": {str(taker): _joined(sealed[what] for what in whats) for taker, sealed in one.shares.items()},
        "checks": _joined(one.checks[what] for what in whats),
    }


def masked_of(roster: Roster) -> Callable[[Paper], Masked]:
    """Return what reads a contribution to this list of members."""

    def decode(paper: Paper) -> Masked:
        told, people = paper.content, len(roster.people)
        number = whole(told["number"], 1, people)
        whats = [OWN, *(other for other in roster.numbers if other != number)]
        words = _cut(told["figures"], WORD_BYTES, len(roster.rules.groups))
        shares = {taker: _named(told["shares"][str(taker)], PIECE_BYTES, whats) for taker in roster.numbers}
        figures = tuple(int.from_bytes(word, "little") for word in words)
        return Masked(number, figures, shares, _named(told["checks"], CHECK_BYTES, whats), paper.digest)

    return decode


# ---------------------------------------------------------------- what the lead asks, and what members answer


def request_told(there: Sequence[int], missing: Sequence[int], masked: Mapping[int, Masked]) -> dict[str, Any]:
    """Return what a request holds: of each contribution its digest and the shares that are needed."""
    wanted = [OWN, *missing]
    return {
        "there": list(there),
        "missing": list(missing),
        "contributed": {str(one): masked[one].digest for one in there},
        "shares": {
            str(taker): _joined(masked[giver].shares[taker][what] for giver in there for what in wanted)
            for taker in there
        },
    }


def request_of(roster: Roster) -> Callable[[Paper], Request]:
    """Return what reads a request to this list of members."""

    def decode(paper: Paper) -> Request:
        told, people = paper.content, len(roster.people)
        there = tuple(whole(one, 1, people) for one in told["there"])
        missing = tuple(whole(one, 1, people) for one in told["missing"])
        if sorted(set(there)) != list(there) or sorted(set(missing)) != list(missing):
            raise ValueError("not in order")
        contributed = {one: _digest(told["contributed"][str(one)]) for one in there}
        shares = {taker: shares_of_text(told["shares"][str(taker)], PIECE_BYTES, there, missing) for taker in there}
        return Request(there, missing, contributed, shares, paper.digest)

    return decode


def shares_of_text(text: Any, size: int, there: Sequence[int], missing: Sequence[int]) -> dict[int, dict[int, bytes]]:
    """Return pieces of so many bytes by whose they are and what of."""
    wanted = [OWN, *missing]
    pieces = iter(_cut(text, size, len(there) * len(wanted)))
    return {giver: {what: next(pieces) for what in wanted} for giver in there}


def shares_text(shares: Mapping[int, Mapping[int, bytes]], request: Request) -> str:
    """Return the shares of an answer as text."""
    return _joined(shares[giver][what] for giver in request.there for what in request.wanted)


def answer_told(number: int, sealed: bytes) -> dict[str, Any]:
    """Return what an answer holds."""
    return {"number": number, "sealed": b64encode(sealed).decode("ascii")}


def answer_of(paper: Paper) -> tuple[int, bytes]:
    """Return whose answer it is, and what is sealed for the lead."""
    return whole(paper.content["number"], 1, MOST), _bytes(paper.content["sealed"])


# ---------------------------------------------------------------- parts of them


def whole(told: Any, low: int, high: int) -> int:
    """Return a whole number of a range."""
    if type(told) is not int or not low <= told <= high:
        raise ValueError("a number out of its range")
    return int(told)


def text_of(told: Any, longest: int) -> str:
    """Return a text of one line."""
    if not isinstance(told, str) or not 0 < len(told) <= longest or told != " ".join(plain(told).split()):
        raise ValueError("a text that cannot be shown")
    return told


def _key(told: Any) -> bytes:
    if not is_hex(told, 2 * KEY_BYTES):
        raise ValueError("no key")
    return bytes.fromhex(told)


def _digest(told: Any) -> str:
    if not is_hex(told, _DIGEST_HEX):
        raise ValueError("no digest")
    return str(told)


def _bytes(told: Any) -> bytes:
    if not isinstance(told, str):
        raise TypeError("no bytes")
    return b64decode(told, validate=True)


def _cut(told: Any, size: int, pieces: int) -> list[bytes]:
    data = _bytes(told)
    if len(data) != size * pieces:
        raise ValueError("bytes of another length")
    return [data[at : at + size] for at in range(0, len(data), size)]


def _named(told: Any, size: int, whats: Sequence[int]) -> dict[int, bytes]:
    return dict(zip(whats, _cut(told, size, len(whats)), strict=True))


def _joined(pieces: Iterable[bytes]) -> str:
    return b64encode(b"".join(pieces)).decode("ascii")
