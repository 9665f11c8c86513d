"""Packs: rules, reading lists, block templates and learning plans as files that people hand each other.

A pack holds names, never numbers of a profile, no times and no paths of a machine. Its digest tells an accident or an
edit; it proves nobody's hand.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from engine.domain.blocks import BlockKind, FlexibleBlock
from engine.domain.errors import KairosError
from engine.domain.learning import ItemKind
from engine.domain.rule_pack import PackCategory, PackRule, Remark

PACK_SUFFIX = ".kairos-pack"
LONGEST_PACK_NAME, LONGEST_PACK_NOTE = 100, 2_000
MOST_ITEMS = 5_000


class PackKind(StrEnum):
    """What a pack is of."""

    RULES = "rules"
    READING = "reading"
    BLOCKS = "blocks"
    LEARNING = "learning"


class PackError(KairosError):
    """A pack cannot be read, made, taken in or taken back."""

    title = "The pack cannot be used"


@dataclass(frozen=True, slots=True)
class PackMaterial:
    """Something to read or learn with, named so that it is found on another machine.

    skill: what it is learned for, "" in a reading list. minutes: about how long it takes. link: http or https. file:
    a name without a folder. digest: 16 bytes of BLAKE2b of the file's content, as hexadecimal digits.
    """

    title: str
    kind: ItemKind = ItemKind.DOCUMENT
    minutes: int = 60
    skill: str = ""
    link: str = ""
    doi: str = ""
    isbn: str = ""
    file: str = ""
    digest: str = ""


@dataclass(frozen=True, slots=True)
class PackSkill:
    """A skill of a learning plan. level: where the plan begins, 0 to 10, None where it does not say."""

    name: str
    weight: int = 3
    most_minutes: int = 0
    level: float | None = None


@dataclass(frozen=True, slots=True)
class PackFlexible:
    """Time to find a place for: a flexible block without category, project, note and deadline."""

    block: FlexibleBlock


@dataclass(frozen=True, slots=True)
class PackRepeated:
    """A block that repeats, by the clock of whoever takes it. start: minutes after midnight. rule: an RRULE value."""

    title: str
    kind: BlockKind
    start: int
    minutes: int
    rule: str
    protected: bool = False


@dataclass(frozen=True, slots=True)
class PackUnusable:
    """An item of a file that cannot be taken here. lines: as it stands in the file."""

    name: str
    lines: tuple[str, ...]
    why: str


PackItem: TypeAlias = PackCategory | PackRule | PackMaterial | PackSkill | PackFlexible | PackRepeated | PackUnusable


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack in its order. digest: SHA-256 over what it holds, as hexadecimal digits; "" for one that has no file yet.

    left_out: what was asked for and a pack must not or cannot hold, and why.
    """

    kind: PackKind
    name: str
    items: tuple[PackItem, ...]
    note: str = ""
    digest: str = ""
    left_out: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Offered:
    """An item that a pack can be made of. lines: as the file will say it. wanted: taken where nothing else is said."""

    item: PackItem
    name: str
    lines: tuple[str, ...]
    wanted: bool = True


@dataclass(frozen=True, slots=True)
class Offers:
    """All that a pack of one kind can be made of, and what stays behind and why."""

    items: tuple[Offered, ...]
    left_out: tuple[Remark, ...] = ()


class LineState(StrEnum):
    """What taking an item would do."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class PackLine:
    """What becomes of one item. place: of it in the pack, -1 for the skill that a reading list is kept under.

    before, after: what is there and what would be, as a file says it. why: why it cannot be taken, or what to look at.
    needs: places of items without which it cannot be taken. row_id: what is there, 0 for nothing. document_id: the
    document of this profile that it is, 0 for none.
    """

    place: int
    state: LineState
    name: str
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    why: str = ""
    needs: tuple[int, ...] = ()
    row_id: int = 0
    document_id: int = 0


@dataclass(frozen=True, slots=True)
class PackPreview:
    """A pack beside what is there. taken_before: the very same pack is in already."""

    pack: Pack
    lines: tuple[PackLine, ...]
    taken_before: bool = False

    def of(self, state: LineState) -> tuple[PackLine, ...]:
        """Return the lines of one state."""
        return tuple(line for line in self.lines if line.state is state)

    @property
    def changes(self) -> bool:
        """Whether taking it would change anything."""
        return any(line.state in {LineState.NEW, LineState.CHANGED} for line in self.lines)

    def chosen(self, left_out: frozenset[int] = frozenset()) -> tuple[PackLine, ...]:
        """Return the lines to write where items of these places are left out, with all that needs them."""
        gone, kept = set(left_out), []
        for line in self.lines:
            if line.state is LineState.REFUSED or gone.intersection(line.needs):
                gone.add(line.place)
            elif line.place not in gone and line.state is not LineState.SAME:
                kept.append(line)
        return tuple(kept)


@dataclass(frozen=True, slots=True)
class PackImport:
    """A pack that was taken in. rows: how many things it added or changed. id: 0 where nothing was to be changed."""

    kind: PackKind
    name: str
    digest: str
    rows: int
    imported_ms: int
    undone_ms: int | None = None
    id: int = 0


@dataclass(frozen=True, slots=True)
class PackUndone:
    """A pack taken back. kept: what was left as it is, and why."""

    taken: PackImport
    kept: tuple[Remark, ...] = ()
