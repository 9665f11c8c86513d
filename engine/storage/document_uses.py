"""Which looks show which documents."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, func, select
from sqlalchemy.dialects.sqlite import insert

from engine.domain.documents import MatchedBy
from engine.domain.look import Look
from engine.domain.presence import Presence
from engine.storage.database import Database
from engine.storage.tables import activity, app, document, document_file, look, look_document, site, title
from engine.storage.tables.codes import PRESENCE_CODE

_NAMED_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class LookMatch:
    """Which document a look shows, None for none; confidence from 0 to 1."""

    look_id: int
    document_id: int | None
    confidence: float
    said_by: MatchedBy


class DocumentUseStore:
    """Keeps which looks show which documents, and tells when each was used last; raises Storage errors."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def unmatched(self, limit: int) -> list[Look]:
        """Return looks nobody has said anything of yet, the latest first; those without any text are left out."""
        wanted = (
            _looks()
            .outerjoin(look_document, look_document.c.look_id == look.c.id)
            .where(look_document.c.look_id.is_(None), func.coalesce(look.c.title_id, look.c.document_id).is_not(None))
            .order_by(look.c.id.desc())
            .limit(limit)
        )
        with self._database.reading() as connection:
            return [
                Look(number, name or "", text or "", place or "", path or "")
                for number, name, text, place, path in connection.execute(wanted)
            ]

    def match(self, matches: Iterable[LookMatch]) -> None:
        """Store what looks show; what a person said of one stays. Looks and documents gone meanwhile are left out."""
        rows = [_row(one) for one in matches]
        new = insert(look_document)
        kept = new.on_conflict_do_update(
            index_elements=["look_id"],
            set_={name: new.excluded[name] for name in ("document_id", "confidence", "said_by")},
            where=look_document.c.said_by != MatchedBy.PERSON.value,
        )
        with self._database.writing() as connection:
            there = _those_there(connection, rows)
            if there:
                connection.execute(kept, there)

    def say(self, look_id: int, document_id: int | None) -> None:
        """Store what a person says a look shows: this document, or none."""
        row = _row(LookMatch(look_id, document_id, 1.0, MatchedBy.PERSON))
        said = insert(look_document).on_conflict_do_update(index_elements=["look_id"], set_=row)
        with self._database.writing() as connection:
            if _those_there(connection, [row]):
                connection.execute(said, row)

    def matches(self, look_ids: Sequence[int]) -> dict[int, LookMatch]:
        """Return what is said of these looks, by look."""
        found: dict[int, LookMatch] = {}
        with self._database.reading() as connection:
            for at in range(0, len(look_ids), _NAMED_AT_ONCE):
                some = look_ids[at : at + _NAMED_AT_ONCE]
                for row in connection.execute(select(look_document).where(look_document.c.look_id.in_(some))):
                    found[row.look_id] = LookMatch(row.look_id, row.document_id, row.confidence, MatchedBy(row.said_by))
        return found

    def last_used(self) -> dict[int, int]:
        """Return when the person last was active in front of each document, UTC milliseconds by its number."""
        wanted = (
            select(look_document.c.document_id, func.max(activity.c.end_ms))
            .join(look_document, look_document.c.look_id == activity.c.look_id)
            .where(
                activity.c.presence == PRESENCE_CODE[Presence.ACTIVE],
                look_document.c.document_id.is_not(None),
            )
            .group_by(look_document.c.document_id)
        )
        with self._database.reading() as connection:
            return {number: int(end) for number, end in connection.execute(wanted)}


def _looks() -> Select[Any]:
    return (
        select(look.c.id, app.c.name, title.c.text, site.c.name, document.c.path)
        .select_from(look)
        .outerjoin(app, app.c.id == look.c.app_id)
        .outerjoin(title, title.c.id == look.c.title_id)
        .outerjoin(site, site.c.id == look.c.site_id)
        .outerjoin(document, document.c.id == look.c.document_id)
    )


def _row(one: LookMatch) -> dict[str, Any]:
    return {
        "look_id": one.look_id,
        "document_id": one.document_id,
        "confidence": one.confidence,
        "said_by": one.said_by.value,
    }


def _those_there(connection: Connection, rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    looks: set[int] = set()
    files: set[int] = set()
    for at in range(0, len(rows), _NAMED_AT_ONCE):
        some = rows[at : at + _NAMED_AT_ONCE]
        numbers = [row["look_id"] for row in some], [row["document_id"] for row in some if row["document_id"]]
        looks.update(connection.execute(select(look.c.id).where(look.c.id.in_(numbers[0]))).scalars())
        files.update(connection.execute(select(document_file.c.id).where(document_file.c.id.in_(numbers[1]))).scalars())
    return [row for row in rows if row["look_id"] in looks and (row["document_id"] in files or not row["document_id"])]
