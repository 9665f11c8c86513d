"""Packs of block templates: flexible blocks, and blocks that repeat, without days, notes, projects and calendars."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from engine.domain.blocks import WORKDAYS, About, Block, BlockKind, BlockSource, FlexibleBlock
from engine.domain.errors import UsageError
from engine.domain.packs import (
    LineState,
    Offered,
    Offers,
    Pack,
    PackError,
    PackFlexible,
    PackItem,
    PackLine,
    PackRepeated,
)
from engine.domain.plain_text import LONGEST_TOLD, shortened
from engine.domain.rule_pack import Remark
from engine.sharing.packs import fields
from engine.sharing.packs.notation import Section, paragraph
from engine.sharing.packs.own_words import names_a_place
from engine.sharing.packs.said import PLACE, TWICE
from engine.storage.pack_imports import PackWriter
from engine.storage.plan_changes import PlanChange

_LONGEST_TITLE: Final = 300
_DAY_MINUTES: Final = 24 * 60
_MOST_A_WEEK: Final = 50
_KINDS: Final = tuple(one.value for one in BlockKind)
_DIFFERS: Final = "You have a block of this name that repeats otherwise. Change it in the plan, or rename it first."
_ENDS: Final = "It ends on a day or after a number of times, which is of your calendar."
_FLEXIBLE: Final = FlexibleBlock(About())
_FLEXIBLE_KEYS: Final = (
    "title", "kind", "shortest", "longest", "per_week", "from", "to", "days", "protected",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PlanRooms:
    """What one profile plans.

    repeated: blocks that repeat. start_of: when a block starts by its own clock, and how long it is, in minutes.
    checked: a flexible block that can be meant, else UsageError. placed: the block of a template with its first time
    in the days to come, else UsageError. add: stores it.
    """

    flexible: Callable[[], list[FlexibleBlock]]
    repeated: Callable[[], list[Block]]
    start_of: Callable[[Block], tuple[int, int]]
    checked: Callable[[FlexibleBlock], FlexibleBlock]
    placed: Callable[[PackRepeated], Block]
    add: Callable[[PlanChange, Block], Block]


class BlocksShelf:
    """Block templates of one profile."""

    sections = ("flexible", "block")

    def __init__(self, rooms: PlanRooms) -> None:
        self._rooms = rooms

    def read(self, name: str, table: dict[str, Any], place: int) -> PackItem:  # noqa: ARG002  (the shelf's signature)
        """Return a flexible block, or one that repeats."""
        return PackFlexible(self._rooms.checked(_flexible(table))) if name == "flexible" else self._repeated(table)

    def _repeated(self, table: dict[str, Any]) -> PackRepeated:
        fields.only(table, ("title", "kind", "start", "minutes", "repeats", "protected"))
        found = PackRepeated(
            title=fields.text(table, "title", _LONGEST_TITLE, needed=True),
            kind=BlockKind(fields.choice(table, "kind", _KINDS, BlockKind.FOCUS)),
            start=fields.clock(table, "start", 9 * 60) % _DAY_MINUTES,
            minutes=fields.number(table, "minutes", (1, _DAY_MINUTES), 60),
            rule=fields.text(table, "repeats", 500, needed=True).removeprefix("RRULE:").upper(),
            protected=fields.truth(table, "protected", default=False),
        )
        if _ends(found.rule):
            raise UsageError("“repeats” of a template has no UNTIL and no COUNT.")
        self._rooms.placed(found)
        return found

    def write(self, item: PackItem) -> Section:
        """Return what a file says of it."""
        if isinstance(item, PackFlexible):
            return "flexible", _flexible_table(item.block)
        if not isinstance(item, PackRepeated):
            raise PackError("A pack of blocks holds flexible blocks and blocks that repeat.")
        told = {
            "title": item.title,
            "kind": item.kind.value,
            "start": fields.clock_text(item.start),
            "minutes": item.minutes,
            "repeats": item.rule,
        }
        return "block", {**told, **({"protected": True} if item.protected else {})}

    # ---------------------------------------------------------------- making

    def offers(self, names: Sequence[str]) -> Offers:
        """Return flexible blocks and the person's own that repeat, all or those named."""
        left_out: list[Remark] = []
        found: list[PackItem] = [PackFlexible(_bare(one)) for one in self._rooms.flexible()]
        templates = (self._template(block, left_out) for block in self._rooms.repeated())
        found += [one for one in templates if one is not None]
        wanted = {name.strip().casefold() for name in names}
        kept = [one for one in found if not wanted or name_of(one).casefold() in wanted]
        missed = wanted - {name_of(one).casefold() for one in kept}
        if missed:
            raise UsageError(f"No such block repeats or is flexible: “{shortened(min(missed), LONGEST_TOLD)}”.")
        away = [one for one in kept if names_a_place(name_of(one)) or not name_of(one)]
        left_out += [Remark(name_of(one), PLACE if name_of(one) else "It has no name.") for one in away]
        fit = dict.fromkeys(sorted((one for one in kept if one not in away), key=_order))
        return Offers(tuple(Offered(one, name_of(one), paragraph(self.write(one))) for one in fit), tuple(left_out))

    def _template(self, block: Block, left_out: list[Remark]) -> PackRepeated | None:
        if block.origin.source is not BlockSource.PERSON or block.all_day or block.series_id:
            return None
        if not block.recurrence.rule or _ends(block.recurrence.rule):
            left_out += [Remark(block.about.title, _ENDS)] if block.recurrence.rule else []
            return None
        start, minutes = self._rooms.start_of(block)
        about, rule = block.about, block.recurrence.rule
        return PackRepeated(" ".join(about.title.split()), about.kind, start, minutes, rule, about.protected)

    # ---------------------------------------------------------------- comparing

    def lines(self, pack: Pack) -> list[PackLine]:
        """Return what would become of every template."""
        flexible = {_key(PackFlexible(one)): one for one in reversed(self._rooms.flexible())}
        repeated = [(one, known) for one in self._rooms.repeated() if (known := self._template(one, [])) is not None]
        lines: list[PackLine] = []
        seen: set[object] = set()
        for place, item in enumerate(pack.items):
            if not isinstance(item, PackFlexible | PackRepeated):
                continue
            if isinstance(item, PackFlexible):
                line = self._of_flexible(place, item, flexible)
            else:
                line = self._of_repeated(place, item, repeated)
            twice = _key(item) in seen
            lines.append(PackLine(place, LineState.REFUSED, line.name, why=TWICE) if twice else line)
            seen.add(_key(item))
        return lines

    def _of_flexible(self, place: int, item: PackFlexible, there: Mapping[object, FlexibleBlock]) -> PackLine:
        after, known = paragraph(self.write(item)), there.get(_key(item))
        if known is None:
            return PackLine(place, LineState.NEW, name_of(item), after=after)
        before = paragraph(self.write(PackFlexible(_bare(known))))
        state = LineState.SAME if before[2:] == after[2:] else LineState.CHANGED
        return PackLine(place, state, name_of(item), before, after, row_id=known.id)

    def _of_repeated(self, place: int, item: PackRepeated, there: Iterable[tuple[Block, PackRepeated]]) -> PackLine:
        after = paragraph(self.write(item))
        alike = [(block, one) for block, one in there if _key(one) == _key(item)]
        if not alike:
            return PackLine(place, LineState.NEW, item.title, after=after)
        block, known = next(((block, one) for block, one in alike if _same(one, item)), alike[0])
        before = paragraph(self.write(known))
        if _same(known, item):
            return PackLine(place, LineState.SAME, item.title, before, after, row_id=block.id)
        return PackLine(place, LineState.REFUSED, item.title, before, after, why=_DIFFERS, row_id=block.id)

    def put(self, writer: PackWriter, pack: Pack, line: PackLine) -> None:
        """Put a template in."""
        item = pack.items[line.place]
        if isinstance(item, PackFlexible):
            writer.put_flexible(item.block, line)
        elif isinstance(item, PackRepeated):
            writer.put_block(lambda change: self._rooms.add(change, self._rooms.placed(item)), line)


def _flexible(table: dict[str, Any]) -> FlexibleBlock:
    fields.only(table, _FLEXIBLE_KEYS)
    about = About(
        BlockKind(fields.choice(table, "kind", _KINDS, BlockKind.FOCUS)),
        fields.text(table, "title", _LONGEST_TITLE, needed=True),
        protected=fields.truth(table, "protected", default=False),
    )
    return FlexibleBlock(
        about,
        fields.number(table, "shortest", (1, _DAY_MINUTES), _FLEXIBLE.shortest),
        fields.number(table, "longest", (1, _DAY_MINUTES), _FLEXIBLE.longest),
        fields.number(table, "per_week", (0, _MOST_A_WEEK), _FLEXIBLE.per_week),
        fields.clock(table, "from", _FLEXIBLE.window_start),
        fields.clock(table, "to", _FLEXIBLE.window_end),
        fields.days(table, "days", WORKDAYS),
    )


def _flexible_table(block: FlexibleBlock) -> dict[str, Any]:
    told: dict[str, Any] = {
        "title": block.about.title,
        "kind": block.about.kind.value,
        "shortest": block.shortest,
        "longest": block.longest,
        "per_week": block.per_week,
        "from": fields.clock_text(block.window_start),
        "to": fields.clock_text(block.window_end),
        "days": [fields.DAYS[day] for day in sorted(block.weekdays)],
    }
    return {**told, **({"protected": True} if block.about.protected else {})}


def _bare(block: FlexibleBlock) -> FlexibleBlock:
    """Return a flexible block without what is the person's alone."""
    about = About(block.about.kind, " ".join(block.about.title.split()), protected=block.about.protected)
    return replace(block, about=about, deadline=None, active=True, id=0)


def _ends(rule: str) -> bool:
    return any(part.split("=")[0].strip().upper() in {"UNTIL", "COUNT"} for part in rule.split(";"))


def _same(one: PackRepeated, other: PackRepeated) -> bool:
    return replace(one, title="", rule=_ruled(one.rule)) == replace(other, title="", rule=_ruled(other.rule))


def _ruled(rule: str) -> str:
    return ";".join(sorted(rule.upper().split(";")))


def _key(item: PackFlexible | PackRepeated) -> object:
    about = (
        (item.block.about.title, item.block.about.kind) if isinstance(item, PackFlexible) else (item.title, item.kind)
    )
    return isinstance(item, PackFlexible), " ".join(about[0].split()).casefold(), about[1]


def _order(item: PackItem) -> tuple[bool, str]:
    return isinstance(item, PackRepeated), name_of(item).casefold()


def name_of(item: PackItem) -> str:
    """Return what a template is called."""
    return (
        item.block.about.title
        if isinstance(item, PackFlexible)
        else item.title
        if isinstance(item, PackRepeated)
        else ""
    )
