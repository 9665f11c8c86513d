"""Packs of things to read: kept as the items of a skill that rests, so that a list takes no time by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final

from engine.domain.documents import Document
from engine.domain.errors import UsageError
from engine.domain.learning import ItemKind
from engine.domain.packs import LineState, Offered, Offers, Pack, PackError, PackItem, PackLine, PackMaterial, PackSkill
from engine.domain.rule_pack import Remark
from engine.sharing.packs.learning_shelf import LearningRooms, material_line, materials_of, named_skills
from engine.sharing.packs.materials import material_of, of_document, table_of, title_here
from engine.sharing.packs.notation import Section, paragraph
from engine.sharing.packs.said import TWICE
from engine.storage.pack_imports import PackWriter

LIST_PLACE: Final = -1
_LEAST_WEIGHT: Final = 1


class ReadingShelf:
    """Reading lists of one profile. read_lately: documents in front of late. found: one by its name or number."""

    sections = ("reading",)

    def __init__(
        self,
        rooms: LearningRooms,
        read_lately: Callable[[], Iterable[Document]],
        found: Callable[[str], Document],
    ) -> None:
        self._rooms, self._read_lately, self._found = rooms, read_lately, found

    def read(self, name: str, table: dict[str, Any], place: int) -> PackItem:  # noqa: ARG002  (the shelf's signature)
        """Return something to read."""
        return material_of(table, skilled=False)

    def write(self, item: PackItem) -> Section:
        """Return what a file says of it."""
        if not isinstance(item, PackMaterial):
            raise PackError("A reading list holds things to read.")
        return "reading", table_of(item)

    def offers(self, names: Sequence[str]) -> Offers:
        """Return the documents of the skills or of the names named.

        Without names: those of every skill, and those that were read lately, which are taken only where asked for.
        """
        left_out: list[Remark] = []
        skills = self._rooms.skills()
        known = {one.name.casefold() for one in skills}
        of_skills = [name for name in names if name.strip().casefold() in known]
        chosen = named_skills(skills, of_skills) if of_skills or not names else []
        listed = [one for one in materials_of(self._rooms, chosen, left_out, skilled=False) if _is_read(one)]
        listed += _of_documents((self._found(name) for name in names if name not in of_skills), left_out)
        late = [] if names else _of_documents(self._read_lately(), [])
        digests = {one.digest for one in listed if one.digest}
        unlisted = [one for one in late if one.digest not in digests]
        return Offers(
            (*map(self._offered, listed), *(self._offered(one, wanted=False) for one in unlisted)), tuple(left_out)
        )

    def _offered(self, item: PackMaterial, *, wanted: bool = True) -> Offered:
        return Offered(item, item.title, paragraph(self.write(item)), wanted)

    def lines(self, pack: Pack) -> list[PackLine]:
        """Return what would become of the list and of everything on it."""
        skill = next((one for one in self._rooms.skills() if one.name.casefold() == pack.name.casefold()), None)
        items = [one for one in self._rooms.items() if skill is not None and one.skill_id == skill.id]
        wanted = [one for one in pack.items if isinstance(one, PackMaterial)]
        found = self._rooms.finder.find(wanted)
        state = LineState.NEW if skill is None else LineState.SAME
        lines = [PackLine(LIST_PLACE, state, pack.name, row_id=0 if skill is None else skill.id)] if wanted else []
        seen: set[str] = set()
        for place, item in enumerate(pack.items):
            if not isinstance(item, PackMaterial):
                continue
            line = material_line(place, item, items, found.get(item, 0))
            twice = item.title.casefold() in seen
            lines.append(PackLine(place, LineState.REFUSED, item.title, why=TWICE) if twice else line)
            seen.add(item.title.casefold())
        return lines

    def put(self, writer: PackWriter, pack: Pack, line: PackLine) -> None:
        """Put the list or something to read in."""
        if line.place == LIST_PLACE:
            writer.put_skill(PackSkill(pack.name, _LEAST_WEIGHT), line, active=False)
            return
        item = pack.items[line.place]
        if isinstance(item, PackMaterial):
            writer.put_material(item, pack.name, title_here(item, found=bool(line.document_id)), line)


def _is_read(one: PackMaterial) -> bool:
    return one.kind is ItemKind.DOCUMENT or bool(one.link or one.doi or one.isbn)


def _of_documents(documents: Iterable[Document], left_out: list[Remark]) -> list[PackMaterial]:
    found: dict[PackMaterial, None] = {}
    for one in documents:
        try:
            found.setdefault(of_document(one))
        except UsageError as cause:
            left_out.append(Remark(one.title, cause.message))
    return list(found)
