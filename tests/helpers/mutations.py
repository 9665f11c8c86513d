"""Honest documents damaged at random, the same ones for the same seed."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable, Iterator, Mapping

from engine.domain.documents import DocumentKind

_NUMBERS = (b"0", b"-1", b"65536", b"2147483647", b"4294967295", b"99999999999999999999", b"1e309", b"\xff\xff\xff\xff")
_LONGEST = 4_000_000


def _flip(data: bytearray, chance: random.Random) -> bytearray:
    for _ in range(chance.randint(1, 40)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    return data


def _remove(data: bytearray, chance: random.Random) -> bytearray:
    start = chance.randrange(len(data))
    del data[start : start + chance.randint(1, 1 + len(data) // 4)]
    return data


def _repeat(data: bytearray, chance: random.Random) -> bytearray:
    start = chance.randrange(len(data))
    part = data[start : start + chance.randint(1, 200)]
    data[start:start] = part * chance.randint(1, 2_000)
    return data


def _number(data: bytearray, chance: random.Random) -> bytearray:
    """Put a number nobody expects where one stands."""
    places = [place for place, byte in enumerate(data) if 48 <= byte <= 57]
    for place in chance.sample(places, min(len(places), chance.randint(1, 6))):
        data[place : place + 1] = chance.choice(_NUMBERS)
    return data


def _end(data: bytearray, chance: random.Random) -> bytearray:
    return data[: chance.randrange(len(data))]


def _move(data: bytearray, chance: random.Random) -> bytearray:
    first, second = sorted(chance.randrange(len(data)) for _ in range(2))
    return data[:first] + data[second:] + data[first:second]


_WAYS: tuple[Callable[[bytearray, random.Random], bytearray], ...] = (
    _flip,
    _flip,
    _remove,
    _repeat,
    _number,
    _end,
    _move,
)


def damaged(data: bytes, chance: random.Random, *, light: bool = False) -> bytes:
    """Return the bytes damaged in one to four ways; light: a few bytes changed, no more."""
    told = bytearray(data)
    if light:
        return bytes(_flip(told, chance))
    for _ in range(chance.randint(1, 4)):
        if told:
            told = chance.choice(_WAYS)(told, chance)[:_LONGEST]
    return bytes(told)


def damaged_within(data: bytes, chance: random.Random) -> bytes:
    """Return an archive in which one or two members are damaged, and the archive is whole."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    for name in chance.sample(sorted(members), min(len(members), chance.randint(1, 2))):
        members[name] = damaged(members[name], chance)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


def mutants(
    documents: Mapping[str, tuple[DocumentKind, bytes]], count: int, seed: int, *, light: bool = False
) -> Iterator[tuple[DocumentKind, bytes]]:
    """Yield so many damaged documents, one after another of each that is given."""
    chance = random.Random(seed)
    given = [documents[name] for name in sorted(documents)]
    for number in range(count):
        kind, data = given[number % len(given)]
        within = zipfile.is_zipfile(io.BytesIO(data)) and chance.random() < 0.75
        yield kind, damaged_within(data, chance) if within else damaged(data, chance, light=light)
