"""Packs of learning plans: skills with their weight and weekly time, and what they are learned with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from engine.domain.documents import Document
from engine.domain.errors import UsageError
from engine.domain.learning import HIGHEST_LEVEL, MOST_WEIGHT, LearningItem, Level, LevelSource, Skill
from engine.domain.packs import LineState, Offered, Offers, Pack, PackError, PackItem, PackLine, PackMaterial, PackSkill
from engine.domain.plain_text import LONGEST_TOLD, shortened
from engine.domain.rule_pack import Remark
from engine.sharing.packs import fields
from engine.sharing.packs.alike import look_alike
from engine.sharing.packs.finding import Finder
from engine.sharing.packs.materials import material_of, of_item, table_of, title_here
from engine.sharing.packs.notation import Section, paragraph
from engine.sharing.packs.own_words import names_a_place
from engine.sharing.packs.said import PLACE, TWICE, alike
from engine.storage.pack_imports import PackWriter

_WEEK_MINUTES: Final = 7 * 24 * 60
_LONGEST_NAME: Final = 100


@dataclass(frozen=True, slots=True)
class LearningRooms:
    """What one profile learns. documents: those of some numbers. checked: a skill with a tidy name, or UsageError."""

    skills: Callable[[], list[Skill]]
    items: Callable[[], list[LearningItem]]
    levels: Callable[[], list[Level]]
    documents: Callable[[Iterable[int]], Mapping[int, Document]]
    finder: Finder
    checked: Callable[[Skill], Skill]


class LearningShelf:
    """Skills and what they are learned with, of one profile. Cards, what is done and what was said stay behind."""

    sections = ("skill", "item")

    def __init__(self, rooms: LearningRooms) -> None:
        self._rooms = rooms

    def read(self, name: str, table: dict[str, Any], place: int) -> PackItem:  # noqa: ARG002  (the shelf's signature)
        """Return a skill, or something to learn it with."""
        if name == "item":
            return material_of(table, skilled=True)
        fields.only(table, ("name", "weight", "weekly_minutes", "level"))
        skill = self._rooms.checked(
            Skill(
                fields.text(table, "name", _LONGEST_NAME, needed=True),
                fields.number(table, "weight", (1, MOST_WEIGHT), 3),
                fields.number(table, "weekly_minutes", (0, _WEEK_MINUTES), 0),
            )
        )
        return PackSkill(skill.name, skill.weight, skill.most_minutes, _level(table.get("level")))

    def write(self, item: PackItem) -> Section:
        """Return what a file says of it."""
        if isinstance(item, PackMaterial):
            return "item", table_of(item)
        if not isinstance(item, PackSkill):
            raise PackError("A learning plan holds skills and what they are learned with.")
        told = {"name": item.name, "weight": item.weight, "weekly_minutes": item.most_minutes or None}
        told["level"] = item.level
        return "skill", {key: value for key, value in told.items() if value is not None}

    def offers(self, names: Sequence[str]) -> Offers:
        """Return the skills, or those named, each followed by what it is learned with; levels stay behind."""
        chosen = named_skills(self._rooms.skills(), names)
        left_out: list[Remark] = []
        found: list[PackItem] = []
        for skill in sorted(chosen, key=lambda one: one.name.casefold()):
            found.append(PackSkill(skill.name, skill.weight, skill.most_minutes))
            found += materials_of(self._rooms, [skill], left_out, skilled=True)
        return Offers(tuple(Offered(one, name_of(one), paragraph(self.write(one))) for one in found), tuple(left_out))

    # ---------------------------------------------------------------- comparing

    def lines(self, pack: Pack) -> list[PackLine]:
        """Return what would become of every skill and item."""
        skills = {one.name.casefold(): one for one in self._rooms.skills()}
        items, found = self._rooms.items(), self._rooms.finder.find(_materials(pack))
        lines: list[PackLine] = []
        places: dict[str, int] = {}
        seen: set[object] = set()
        for place, item in enumerate(pack.items):
            if isinstance(item, PackSkill):
                line, key = self._of_skill(place, item, skills), (item.name.casefold(), "")
                places.setdefault(item.name.casefold(), place)
            elif isinstance(item, PackMaterial):
                skill = skills.get(item.skill.casefold())
                beside = [one for one in items if skill is not None and one.skill_id == skill.id]
                line = material_line(place, item, beside, found.get(item, 0))
                line = _placed(line, item.skill.casefold(), places, known=skill is not None)
                key = (item.skill.casefold(), item.title.casefold())
            else:
                continue
            lines.append(PackLine(place, LineState.REFUSED, line.name, why=TWICE) if key in seen else line)
            seen.add(key)
        return lines

    def _of_skill(self, place: int, item: PackSkill, skills: Mapping[str, Skill]) -> PackLine:
        after, known = paragraph(self.write(item)), skills.get(item.name.casefold())
        if known is None:
            like = look_alike(item.name, [one.name for one in skills.values()])
            return PackLine(place, LineState.NEW, item.name, after=after, why=alike(like))
        there = PackSkill(known.name, known.weight, known.most_minutes)
        wanted = replace(item, name=known.name, level=None)  # how well it is known here, the person says
        before, after = (paragraph(self.write(one)) for one in (there, wanted))
        state = LineState.SAME if there == wanted else LineState.CHANGED
        return PackLine(place, state, item.name, before, after, row_id=known.id)

    def put(self, writer: PackWriter, pack: Pack, line: PackLine) -> None:
        """Put a skill or an item in."""
        item = pack.items[line.place]
        if isinstance(item, PackSkill):
            writer.put_skill(item, line)
        elif isinstance(item, PackMaterial):
            writer.put_material(item, item.skill, title_here(item, found=bool(line.document_id)), line)


def with_levels(offers: Offers, skills: Iterable[Skill], levels: Iterable[Level]) -> Offers:
    """Return the offers with how well the person says each skill is known."""
    names = {one.id: one.name for one in skills}
    said = {names.get(one.skill_id): one.level for one in levels if one.source is LevelSource.SELF}

    def told(one: Offered) -> Offered:
        if not isinstance(one.item, PackSkill) or one.item.name not in said:
            return one
        item = replace(one.item, level=round(said[one.item.name], 1))
        return Offered(item, one.name, (*one.lines, f"level = {item.level}"))

    return Offers(tuple(told(one) for one in offers.items), offers.left_out)


def named_skills(skills: Sequence[Skill], names: Sequence[str]) -> list[Skill]:
    """Return the skills of these names, all without any; UsageError for a name that is none."""
    known = {one.name.casefold(): one for one in skills}
    missed = next((name for name in names if name.strip().casefold() not in known), None)
    if missed is not None:
        raise UsageError(f"There is no skill “{shortened(missed, LONGEST_TOLD)}”. See: kairos learn skills")
    return [known[name.strip().casefold()] for name in names] if names else list(skills)


def materials_of(
    rooms: LearningRooms, skills: Sequence[Skill], left_out: list[Remark], *, skilled: bool
) -> list[PackMaterial]:
    """Return what skills are learned with, by title; what cannot go into a pack is told in left_out."""
    names = {one.id: one.name for one in skills}
    mine = sorted((one for one in rooms.items() if one.skill_id in names), key=lambda one: one.title.casefold())
    known = rooms.documents([one.document_id for one in mine if one.document_id is not None])
    found: dict[PackMaterial, None] = {}
    for one in mine:
        try:
            material = of_item(one, names[one.skill_id] if skilled else "", known.get(one.document_id or 0))
        except UsageError as cause:
            left_out.append(Remark(one.title, cause.message))
            continue
        if names_a_place(material.title):
            left_out.append(Remark(one.title, PLACE))
        else:
            found.setdefault(material)
    return list(found)


def material_line(place: int, item: PackMaterial, beside: Iterable[LearningItem], document_id: int) -> PackLine:
    """Return what becomes of something to learn with, among those of its skill; one without a skill is to be read."""
    section = "item" if item.skill else "reading"
    called = {title_here(item, found=one).casefold() for one in (True, False)}
    after = paragraph((section, table_of(item)))
    known = next((one for one in beside if one.title.casefold() in called), None)
    if known is None:
        return PackLine(place, LineState.NEW, item.title, after=after, document_id=document_id)
    there = replace(item, title=known.title, minutes=known.minutes, kind=known.kind)
    wanted = title_here(item, found=bool(document_id or known.document_id))
    same = (known.minutes, known.kind) == (item.minutes, item.kind) and known.title == wanted
    linked = not document_id or known.document_id == document_id
    state = LineState.SAME if same and linked else LineState.CHANGED
    before = paragraph((section, table_of(there)))
    keeps = known.document_id or document_id
    return PackLine(place, state, item.title, before, after, row_id=known.id, document_id=keeps)


def _placed(line: PackLine, skill: str, places: Mapping[str, int], *, known: bool) -> PackLine:
    if known or skill in places:
        return line if known else replace(line, needs=(places[skill],))
    return PackLine(line.place, LineState.REFUSED, line.name, after=line.after, why="Its skill is not in the pack.")


def _materials(pack: Pack) -> list[PackMaterial]:
    return [one for one in pack.items if isinstance(one, PackMaterial)]


def _level(value: object) -> float | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= HIGHEST_LEVEL:
        raise UsageError(f"“level” is a number from 0 to {HIGHEST_LEVEL:g}.")
    return float(value)


def name_of(item: PackItem) -> str:
    """Return what a skill or an item is called."""
    return item.title if isinstance(item, PackMaterial) else item.name if isinstance(item, PackSkill) else ""
