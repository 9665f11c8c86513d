"""The items of a JSON array in order of time, whatever their order in the file, without holding them all.

A first reading notes, for every few thousand items, where they lie and the earliest moment among them. A second one
reads these cut-outs from the earliest on and keeps only items that a later cut-out may still precede: memory grows
with the disorder of the file, not with its size.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, TypeVar

from engine.importers.json_stream import JsonStream, load_items
from engine.importers.reading import ForeignFile

T = TypeVar("T")
_ITEMS = 2_000
_ENDS = frozenset({"", "]"})


@dataclass(frozen=True, slots=True, order=True)
class CutOut:
    """Bytes [start, end) of a file, whole items of an array; earliest: the first moment among them."""

    earliest: int
    start: int
    end: int


@dataclass(slots=True)
class ArrayIndex:
    """Where the items of an array lie; items: how many there are, unreadable: how many have no moment."""

    cuts: list[CutOut] = field(default_factory=list)
    items: int = 0
    unreadable: int = 0


def index_array(
    stream: JsonStream, steps: Iterator[None], moment: Callable[[Any], int | None], at_once: int = 0
) -> ArrayIndex:
    """Read the values the steps lead to and return where they lie, at_once in a cut-out.

    moment gives a value's place in time, None for one that cannot be read. at_once: 0 for as many as is best.
    """
    index = ArrayIndex()
    start, earliest, held = -1, 0, 0
    for _ in steps:
        if held == 0:
            stream.peek()
            start = stream.offset()
        found = moment(stream.value())
        index.items += 1
        index.unreadable += found is None
        if found is not None:
            earliest = found if held == 0 else min(earliest, found)
        held += 1 if held or found is not None else 0
        if held >= (at_once or _ITEMS) or (held and stream.peek() in _ENDS):
            index.cuts.append(CutOut(earliest, start, stream.offset()))
            held = 0
    return index


def in_order(
    file: ForeignFile, index: ArrayIndex, read: Callable[[Any], T | None], moment: Callable[[T], int]
) -> Iterator[T]:
    """Yield the items in order of time, each as read makes it; None is passed over."""
    waiting: list[T] = []
    for cut in sorted(index.cuts):
        ready = bisect_left(waiting, cut.earliest, key=moment)
        yield from waiting[:ready]
        del waiting[:ready]
        waiting += [made for item in load_items(file, cut_text(file, cut)) if (made := read(item)) is not None]
        waiting.sort(key=moment)
    yield from waiting


def cut_text(file: ForeignFile, cut: CutOut) -> str:
    """Return the text of a cut-out."""
    errors = "surrogateescape" if file.encoding == "utf-8" else "replace"
    return file.part(cut.start, cut.end).decode(file.encoding, errors)
