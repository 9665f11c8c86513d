"""Letters as JSON and back: values made of values, told apart by the types they are declared with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from engine.domain.letter_checks import checked
from engine.domain.letters import Letter


def letter_to_json(letter: Letter) -> dict[str, Any]:
    """Return the letter as plain values."""
    told: dict[str, Any] = _plain(letter)
    return told


def letter_from_json(value: Mapping[str, Any]) -> Letter:
    """Return the letter that was written so; KeyError, TypeError or ValueError for anything else."""
    found: Letter = _read(Letter, value)
    return checked(found)


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return {one.name: _plain(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, frozenset):
        return sorted(_plain(one) for one in value)
    return [_plain(one) for one in value] if isinstance(value, tuple) else value


def _read(kind: Any, value: Any) -> Any:
    if get_origin(kind) is UnionType:
        return _read_one_of(get_args(kind), value)
    if get_origin(kind) is tuple:
        return _read_tuple(get_args(kind), value)
    if get_origin(kind) is frozenset:
        return frozenset(_read(get_args(kind)[0], one) for one in value)
    return _read_single(kind, value)


def _read_single(kind: Any, value: Any) -> Any:
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        there = {one.name: _read(hints[one.name], value[one.name]) for one in fields(kind) if one.name in value}
        return kind(**there) if isinstance(kind, type) else None
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return kind(value)
    if kind is date:
        return date.fromisoformat(value)
    if kind is float:
        return float(value)
    if not isinstance(value, kind):
        raise TypeError(f"{value!r} is no {kind.__name__}")
    return value


def _read_one_of(kinds: tuple[Any, ...], value: Any) -> Any:
    """Return None, or the value as the first kind that fits it; a goal's target is a number or a name."""
    if value is None:
        return None
    others = [kind for kind in kinds if kind is not NoneType]
    if len(others) == 1:
        return _read(others[0], value)
    return value


def _read_tuple(kinds: tuple[Any, ...], value: Any) -> tuple[Any, ...]:
    if len(kinds) > 1 and kinds[1] is Ellipsis:
        return tuple(_read(kinds[0], one) for one in value)
    return tuple(_read(kind, one) for kind, one in zip(kinds, value, strict=True))
