"""The files of a round: JSON a person can read, each with a digest of itself, none with a word about anybody.

A digest shows that a file was changed on its way, and which round it belongs to; it does not show by whom it was made.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from engine.domain.model_status import Head
from engine.domain.together import (
    CLIP,
    FEWEST,
    FILE_NOISE,
    GRID,
    HEADS,
    LARGEST,
    LONGEST_NAME,
    MOST,
    VERSION,
    WIDTH,
    TogetherFileError,
    TogetherRound,
    TogetherUpdate,
)

_KIND, _ROUND, _UPDATE = "kairos", "learning together: round", "learning together: update"
_DIGEST = "sha256"
_FAR = 12
"""Deviations of noise beyond which no number of a round can lie."""
_MOST_ROUNDS = 10_000


def fresh_name() -> str:
    """Return what tells one federation, or one update, from all others."""
    return secrets.token_hex(16)


def round_file(one: TogetherRound) -> bytes:
    """Return a round's file."""
    return _file(
        {
            _KIND: _ROUND,
            "version": VERSION,
            "federation": one.federation,
            "name": one.name,
            "round": one.round,
            "heads": [head.value for head in one.heads],
            "numbers": list(one.numbers),
            "one_step": GRID,
            "longest_update": CLIP,
            "people": one.people,
            "least_people": one.least,
        }
    )


def update_file(one: TogetherUpdate) -> bytes:
    """Return an update's file."""
    return _file(
        {
            _KIND: _UPDATE,
            "version": VERSION,
            "federation": one.federation,
            "round": one.round,
            "of": one.of,
            "token": one.token,
            "numbers": list(one.numbers),
            "noise_in_clips": one.noise,
        }
    )


def read_round(content: bytes) -> TogetherRound:
    """Return the round of a file. Raises TogetherFileError, saying what it is instead."""
    told = _read(content, _ROUND)
    try:
        one = TogetherRound(
            federation=_token(told["federation"]),
            name=str(told["name"])[:LONGEST_NAME],
            round=_whole(told["round"], 1, _MOST_ROUNDS),
            heads=tuple(Head(name) for name in told["heads"]),
            numbers=_numbers(told["numbers"], 100 * GRID),
            people=_whole(told["people"], 0, MOST),
            least=_whole(told["least_people"], FEWEST, MOST),
            digest=str(told[_DIGEST]),
        )
    except (KeyError, TypeError, ValueError) as cause:
        raise TogetherFileError("This file of a round holds what none of Kairos holds. Ask for it again.") from cause
    if (
        not one.heads
        or not set(one.heads) <= set(HEADS)
        or (told.get("one_step"), told.get("longest_update"))
        != (
            GRID,
            CLIP,
        )
    ):
        raise TogetherFileError("This round is of another kind than this Kairos can take part in. Update Kairos.")
    return one


def read_update(content: bytes) -> TogetherUpdate:
    """Return the update of a file. Raises TogetherFileError, saying what it is instead."""
    told = _read(content, _UPDATE)
    try:
        noise = told["noise_in_clips"]
        one = TogetherUpdate(
            federation=_token(told["federation"]),
            round=_whole(told["round"], 1, _MOST_ROUNDS),
            of=str(told["of"]),
            token=_token(told["token"]),
            numbers=_numbers(told["numbers"], round((1 + _FAR * FILE_NOISE) * CLIP)),
            noise=float(noise),
            digest=str(told[_DIGEST]),
        )
    except (KeyError, TypeError, ValueError) as cause:
        raise TogetherFileError("This update holds numbers that no update of Kairos holds. It is refused.") from cause
    if one.noise != FILE_NOISE:
        raise TogetherFileError("This update carries other noise than was agreed on. It is refused.")
    return one


def with_digest(one: TogetherRound) -> TogetherRound:
    """Return the round as its file will be read."""
    return replace(one, digest=str(json.loads(round_file(one))[_DIGEST]))


def _file(told: Mapping[str, Any]) -> bytes:
    whole = {**told, _DIGEST: _digest(told)}
    return (json.dumps(whole, indent=1, ensure_ascii=False) + "\n").encode()


def _digest(told: Mapping[str, Any]) -> str:
    plain = json.dumps(told, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(plain.encode()).hexdigest()


def _read(content: bytes, kind: str) -> dict[str, Any]:
    if len(content) > LARGEST:
        raise TogetherFileError("This file is far too large to be one of learning together.")
    try:
        told = json.loads(content)
        json.dumps(told, ensure_ascii=False).encode()
    except (ValueError, RecursionError) as cause:  # no JSON, or letters that no text has
        raise TogetherFileError("This is no file of learning together, or it was cut off.") from cause
    if not isinstance(told, dict) or told.get(_KIND) not in {_ROUND, _UPDATE}:
        raise TogetherFileError("This is no file of learning together.")
    if told.get("version") != VERSION:
        raise TogetherFileError("This file is of another version. Everybody needs the same Kairos: update it.")
    if told[_KIND] != kind:
        other = "an update" if kind == _ROUND else "the file of a round"
        raise TogetherFileError(f"This is {other}, not what is asked for here.")
    if _digest({name: one for name, one in told.items() if name != _DIGEST}) != told.get(_DIGEST):
        raise TogetherFileError("This file was changed since it was made, or damaged. Ask for it again.")
    return told


def _whole(value: object, least: int, most: int) -> int:
    if type(value) is not int or not least <= value <= most:
        raise ValueError("no such number")
    return value


def _numbers(values: object, most: int) -> tuple[int, ...]:
    if not isinstance(values, list) or len(values) != WIDTH:
        raise ValueError("another count of numbers")
    return tuple(_whole(one, -most, most) for one in values)


def _token(value: object) -> str:
    if not isinstance(value, str) or len(value) != len(fresh_name()) or not set(value) <= set("0123456789abcdef"):
        raise ValueError("no token")
    return value
