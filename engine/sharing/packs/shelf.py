"""What every kind of pack has to do: read and write its items, offer them, compare them and put them in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from engine.domain.packs import Offers, Pack, PackItem, PackLine
from engine.sharing.packs.notation import Section
from engine.storage.pack_imports import PackWriter


class Shelf(Protocol):
    """One kind of pack beside what one profile has of it."""

    @property
    def sections(self) -> tuple[str, ...]:
        """The names items have in a file, in the order they stand there."""
        ...

    def read(self, name: str, table: dict[str, Any], place: int) -> PackItem:
        """Return what a file says of an item, the place-th of its name; UsageError or PackError for what is none."""
        ...

    def write(self, item: PackItem) -> Section:
        """Return what a file says of an item."""
        ...

    def offers(self, names: Sequence[str]) -> Offers:
        """Return what a pack can be made of, by these names where there are any; UsageError for one that is none."""
        ...

    def lines(self, pack: Pack) -> list[PackLine]:
        """Return what would become of every item."""
        ...

    def put(self, writer: PackWriter, pack: Pack, line: PackLine) -> None:
        """Put one item in, as its line says."""
        ...
