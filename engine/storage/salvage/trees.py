"""The rows of a table, walked through its tree; where a page is broken, what hung on it is found by itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from engine.storage.salvage.pages import Pages
from engine.storage.salvage.records import Broken, Cell, Node, Value, node_of, values_of

Key = tuple[Value, ...]

_FREE = 32  # where page 1 names the first free page


@dataclass(frozen=True, slots=True)
class Layout:
    """A table. names, types, needed (not null): of its columns in their order; keys: places of its primary key.

    least: how many columns every row has; those behind were added later, and older rows may lack them.
    rows_numbered: rows have numbers; alias: the column that is the number, None for none. root: the page its tree
    begins in, 0 where that is not known.
    """

    name: str
    names: tuple[str, ...]
    types: tuple[str, ...]
    needed: tuple[bool, ...]
    keys: tuple[int, ...]
    rows_numbered: bool
    alias: int | None
    root: int
    least: int = 0

    def row(self, rowid: int, stored: tuple[Value, ...]) -> tuple[Value, ...]:
        """Return a row in the order of the columns; raises Broken where it cannot be one of this table's."""
        if self.rows_numbered:
            if not self.least <= len(stored) <= len(self.names):
                raise Broken
            found = list(stored)
            if self.alias is not None and self.alias < len(found):
                found[self.alias] = rowid
        else:
            if len(stored) != len(self.names):
                raise Broken
            found = list(stored)
            for place, value in zip(self._stored_order(), stored, strict=True):
                found[place] = value
        if not all(map(_fits, found, self.types, self.needed)):
            raise Broken
        return tuple(found)

    def key(self, row: tuple[Value, ...], rowid: int) -> Key:
        """Return what a row is placed by."""
        return (rowid,) if self.rows_numbered else tuple(row[place] for place in self.keys)

    def _stored_order(self) -> tuple[int, ...]:
        """Return in which order a row without a number is stored: what it is placed by first."""
        return (*self.keys, *(place for place in range(len(self.names)) if place not in self.keys))


def _fits(value: Value, kind: str, needed: bool) -> bool:
    if value is None:
        return not needed
    if kind == "INTEGER":
        return isinstance(value, int)
    if kind == "TEXT":
        return isinstance(value, str)
    if kind == "BLOB":
        return isinstance(value, bytes)
    return kind != "REAL" or isinstance(value, int | float)


@dataclass(frozen=True, slots=True)
class Hole:
    """Keys between which rows may be missing, the first exclusive; None where there is no bound."""

    low: Key | None
    high: Key | None

    def holds(self, key: Key) -> bool:
        """Return whether a row of that key may be missing."""
        try:
            return (self.low is None or key > self.low) and (self.high is None or key <= self.high)
        except TypeError:
            return False


@dataclass(slots=True)
class Read:
    """What was read of a table. rows: in no order. leaves: how many pages of rows were read.

    leaf_floor: how far below the root they lie. broken_floors: how far the pages that could not be read do.
    broken_rows: rows that could not. adopted: pages found although nothing led to them.
    """

    layout: Layout
    rows: list[tuple[Value, ...]] = field(default_factory=list)
    holes: list[Hole] = field(default_factory=list)
    leaves: int = 0
    leaf_floor: int | None = None
    broken_floors: list[int] = field(default_factory=list)
    broken_rows: int = 0
    adopted: int = 0

    @property
    def missing_leaves(self) -> int:
        """How many pages of rows are gone; what hung on others was found by itself."""
        return sum(floor == self.leaf_floor for floor in self.broken_floors)

    @property
    def whole(self) -> bool:
        """Whether nothing of it is missing."""
        return not self.holes


class Forest:
    """All trees of a file; remembers which pages were come by, so that the others can be looked for."""

    def __init__(self, pages: Pages) -> None:
        self._pages = pages
        self._seen: set[int] = set()

    def tree(self, layout: Layout) -> Read:
        """Return the rows of a table."""
        read = Read(layout)
        if layout.root == 0:
            read.holes.append(Hole(None, None))
        else:
            self._walk(read, layout.root, Hole(None, None))
        return read

    def skip(self, root: int) -> None:
        """Come by the pages of a tree that nobody wants the rows of: an index can be made anew."""
        layout = Layout("", (), (), (), (), rows_numbered=True, alias=None, root=root)
        self._walk(Read(layout), root, Hole(None, None), wanted=False)

    def adopt(self, damaged: list[Read]) -> int:
        """Give pages nothing leads to any more to the one table they can belong to; return how many."""
        adopted = 0
        for number in range(2, self._pages.count + 1):
            if number in self._seen or (node := self._node(number)) is None:
                continue
            takers = [(read, found) for read in damaged if (found := self._as_rows_of(read, node))]
            if len(takers) == 1:
                takers[0][0].rows += takers[0][1]
                takers[0][0].leaves += not node.kind.interior
                takers[0][0].adopted += 1
                adopted += 1
        return adopted

    def skip_free(self) -> None:
        """Come by the pages that are in no tree because they are free."""
        first = self._pages.read(1)
        number = 0 if first is None else int.from_bytes(first[_FREE : _FREE + 4], "big")
        while number and number not in self._seen and (page := self._pages.read(number)) is not None:
            self._seen.add(number)
            count = min(int.from_bytes(page[4:8], "big"), self._pages.usable // 4 - 2)
            self._seen.update(int.from_bytes(page[at : at + 4], "big") for at in range(8, 8 + 4 * count, 4))
            number = int.from_bytes(page[:4], "big")

    def _as_rows_of(self, read: Read, node: Node) -> list[tuple[Value, ...]]:
        """Return the rows of a stray page where all of them can be this table's and may be missing; else none."""
        layout = read.layout
        if node.kind.of_table is not layout.rows_numbered or (node.kind.interior and node.kind.of_table):
            return []
        rows, keys = [], []
        try:
            for cell in node.cells:
                rows.append(row := layout.row(cell.rowid, values_of(self._payload(cell))))
                keys.append(layout.key(row, cell.rowid))
        except Broken:
            return []
        fits = all(any(hole.holds(key) for hole in read.holes) for key in (*keys[:1], *keys[-1:]))
        return rows if fits else []

    def _walk(self, read: Read, number: int, span: Hole, *, wanted: bool = True) -> None:
        todo = [(number, span, 0)]
        while todo:
            number, span, floor = todo.pop()
            node = None if number in self._seen else self._node(number)
            if node is None or (wanted and node.kind.of_table is not read.layout.rows_numbered):
                read.holes.append(span)
                read.broken_floors.append(floor)
                continue
            self._seen.add(number)
            if not node.kind.interior:
                read.leaves, read.leaf_floor = read.leaves + 1, floor
            todo += [(below, part, floor + 1) for below, part in self._below(read, node, span, wanted=wanted)]

    def _below(self, read: Read, node: Node, span: Hole, *, wanted: bool) -> list[tuple[int, Hole]]:
        """Take the rows of a page and return the pages that hang on it, with the keys they lie between."""
        below, low, gap = [], span.low, False
        for cell in node.cells:
            high = self._take(read, cell, node, wanted=wanted)
            if node.kind.interior:
                below.append((cell.left, Hole(low, span.high if high is None else high)))
            if high is None:
                gap = True
                continue
            if gap:
                read.holes.append(Hole(low, high))
            low, gap = high, False
        if gap:
            read.holes.append(Hole(low, span.high))
        return [*below, (node.right, Hole(low, span.high))] if node.kind.interior else below

    def _take(self, read: Read, cell: Cell, node: Node, *, wanted: bool) -> Key | None:
        """Take a cell's row and return its key, None where it cannot be read and nothing tells the key."""
        if node.kind.interior and node.kind.of_table:
            return (cell.rowid,)
        try:
            payload = self._payload(cell)
            if not wanted:
                return ()
            row = read.layout.row(cell.rowid, values_of(payload))
        except Broken:
            return self._lose(read, cell, node)
        read.rows.append(row)
        return read.layout.key(row, cell.rowid)

    @staticmethod
    def _lose(read: Read, cell: Cell, node: Node) -> Key | None:
        read.broken_rows += 1
        if not node.kind.of_table:
            return None
        read.holes.append(Hole((cell.rowid - 1,), (cell.rowid,)))
        return (cell.rowid,)

    def _payload(self, cell: Cell) -> bytes:
        """Return a whole row, the pages it flows over into included; raises Broken."""
        found, missing = [cell.local], cell.length - len(cell.local)
        if missing > self._pages.usable * self._pages.count:
            raise Broken
        for number, page in self._chain(cell.overflow, missing):
            self._seen.add(number)
            found.append(page)
            missing -= len(page)
        if missing > 0:
            raise Broken
        return b"".join(found)

    def _chain(self, number: int, missing: int) -> Iterator[tuple[int, bytes]]:
        room = self._pages.usable - 4
        while missing > 0:
            page = self._pages.read(number)
            if page is None:
                return
            part = page[4 : 4 + min(room, missing)]
            yield number, part
            missing -= len(part)
            number = int.from_bytes(page[:4], "big")

    def _node(self, number: int) -> Node | None:
        page = self._pages.read(number)
        if page is None:
            return None
        try:
            return node_of(page, number, self._pages.usable)
        except Broken:
            return None
