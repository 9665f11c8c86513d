"""What stands in a page, by SQLite's file format: nodes, their cells, and the values of a row."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from enum import IntEnum

Value = int | float | str | bytes | None

_FLOAT = struct.Struct(">d")
_INTEGER_BYTES = (0, 1, 2, 3, 4, 6, 8)
_REAL, _ZERO, _ONE, _FIRST_LONG = 7, 8, 9, 12
_HIGH, _LOW_BITS, _LONGEST_VARINT = 0x80, 0x7F, 9
_FIRST_PAGE_HEAD, _LEAF_HEAD, _INTERIOR_HEAD, _NUMBER = 100, 8, 12, 4


class NodeKind(IntEnum):
    """What a page of a tree is."""

    INDEX_INTERIOR = 2
    TABLE_INTERIOR = 5
    INDEX_LEAF = 10
    TABLE_LEAF = 13

    @property
    def interior(self) -> bool:
        """Whether other pages hang on it."""
        return self in {NodeKind.INDEX_INTERIOR, NodeKind.TABLE_INTERIOR}

    @property
    def of_table(self) -> bool:
        """Whether it belongs to a table with row numbers."""
        return self in {NodeKind.TABLE_INTERIOR, NodeKind.TABLE_LEAF}


@dataclass(frozen=True, slots=True)
class Cell:
    """left: the page before it, 0 for none. rowid: 0 where rows have none. local: what of the row lies here.

    length: of the whole row. overflow: the page that holds the rest, 0 for none.
    """

    left: int
    rowid: int
    length: int
    local: bytes
    overflow: int


@dataclass(frozen=True, slots=True)
class Node:
    """One page of a tree. right: the page behind the last cell, 0 for a leaf."""

    kind: NodeKind
    cells: tuple[Cell, ...]
    right: int


class Broken(Exception):
    """Bytes that make no sense as what they should be."""


def node_of(page: bytes, number: int, usable: int) -> Node:
    """Take a page apart; raises Broken where it is no page of a tree."""
    base = _FIRST_PAGE_HEAD if number == 1 else 0
    try:
        kind = NodeKind(page[base])
        count = int.from_bytes(page[base + 3 : base + 5], "big")
        head = base + (_INTERIOR_HEAD if kind.interior else _LEAF_HEAD)
        right = int.from_bytes(page[base + 8 : base + 12], "big") if kind.interior else 0
        places = struct.unpack_from(f">{count}H", page, head)
        if places and min(places) < head + 2 * count:
            raise Broken
        return Node(kind, tuple(_cell(page, place, kind, usable) for place in places), right)
    except (ValueError, IndexError, struct.error) as cause:
        raise Broken from cause


def _cell(page: bytes, place: int, kind: NodeKind, usable: int) -> Cell:
    left = rowid = length = 0
    if kind.interior:
        left = int.from_bytes(page[place : place + _NUMBER], "big")
        place += _NUMBER
    if kind is not NodeKind.TABLE_INTERIOR:
        length, place = varint(page, place)
    if kind.of_table:
        rowid, place = varint(page, place)
        rowid -= 1 << 64 if rowid >> 63 else 0
    here = _local(length, kind, usable)
    local = page[place : place + here]
    if len(local) < here or place + here > usable:
        raise Broken
    overflow = int.from_bytes(page[place + here : place + here + _NUMBER], "big") if here < length else 0
    return Cell(left, rowid, length, local, overflow)


def _local(length: int, kind: NodeKind, usable: int) -> int:
    """Return how many bytes of a row of that length lie in the page itself."""
    most = usable - 35 if kind.of_table else (usable - 12) * 64 // 255 - 23
    if length <= most:
        return length
    least = (usable - 12) * 32 // 255 - 23
    fitting = least + (length - least) % (usable - _NUMBER)
    return fitting if fitting <= most else least


def varint(data: bytes, place: int) -> tuple[int, int]:
    """Return the number that begins at place, and where it ends; raises IndexError past the end."""
    value = 0
    for turn in range(1, _LONGEST_VARINT + 1):
        byte = data[place]
        place += 1
        if turn == _LONGEST_VARINT:
            return value << 8 | byte, place
        value = value << 7 | byte & _LOW_BITS
        if byte < _HIGH:
            break
    return value, place


def values_of(record: bytes) -> tuple[Value, ...]:
    """Return the values of a row as they are stored; raises Broken."""
    try:
        end, place = varint(record, 0)
        body, found = end, list[Value]()
        while place < end:
            serial, place = varint(record, place)
            if body > len(record):
                raise Broken
            value, body = _value(record, body, serial)
            found.append(value)
    except (IndexError, struct.error, UnicodeDecodeError) as cause:
        raise Broken from cause
    if body != len(record) or place != end:
        raise Broken
    return tuple(found)


def _value(record: bytes, place: int, serial: int) -> tuple[Value, int]:
    if serial >= _FIRST_LONG:
        end = place + (serial - _FIRST_LONG) // 2
        return record[place:end] if serial % 2 == 0 else record[place:end].decode(), end
    if serial == 0:
        return None, place
    if serial < _REAL:
        end = place + _INTEGER_BYTES[serial]
        return int.from_bytes(record[place:end], "big", signed=True), end
    if serial == _REAL:
        return _FLOAT.unpack_from(record, place)[0], place + 8
    if serial in {_ZERO, _ONE}:
        return serial - _ZERO, place
    raise Broken
