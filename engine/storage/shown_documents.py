"""Which documents the history shows: looks and matches as the history names them, not by their numbers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Select, delete, func, select

from engine.domain.activity import Observed
from engine.domain.documents import MatchedBy
from engine.domain.look import Look
from engine.storage.database import Database
from engine.storage.document_uses import LookMatch
from engine.storage.queries.looks import Named, named
from engine.storage.queries.overlaps import last_start
from engine.storage.tables import activity, app, correction, document, look, look_document, site, source, title

_FETCHED_AT_ONCE = 1_000


class ShownDocuments:
    """Reads looks with what they show, and takes back what a person said; raises Storage errors."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def without_document(self) -> Iterator[Look]:
        """Yield the looks in which no document was found; those a person spoke of are left out. Exhaust or close it."""
        wanted = _looks().join(look_document, look_document.c.look_id == look.c.id)
        wanted = wanted.where(
            look_document.c.document_id.is_(None), look_document.c.said_by != MatchedBy.PERSON.value
        ).order_by(look.c.id)
        with self._database.reading() as connection, connection.execute(wanted).yield_per(_FETCHED_AT_ONCE) as rows:
            for row in rows:
                yield Look(row.id, row.name or "", row.text or "", row.site or "", row.path or "")

    def former_paths(self) -> dict[str, int]:
        """Return which document was at which path when it was in front; it may have been renamed since."""
        wanted = (
            select(document.c.path, look_document.c.document_id)
            .join(look, look.c.document_id == document.c.id)
            .join(look_document, look_document.c.look_id == look.c.id)
            .where(look_document.c.said_by == MatchedBy.PATH.value, look_document.c.document_id.is_not(None))
            .order_by(look_document.c.look_id)
        )
        with self._database.reading() as connection:
            return {path: int(number) for path, number in connection.execute(wanted)}

    def among(self, start_ms: int, end_ms: int) -> dict[Named, LookMatch]:
        """Return what is said of every look in front within [start_ms, end_ms), by what it is made of.

        Among them looks that corrections of that time named, with titles that were never recorded.
        """
        found: dict[Named, LookMatch] = {}
        with self._database.reading() as connection:
            wanted = _looks(look_document.c.document_id.label("shown"), *_SAID).join(
                look_document, look_document.c.look_id == look.c.id
            )
            numbers = list(connection.execute(select(source.c.id)).scalars())
            those = [look.c.id.in_(_in_front(number, start_ms, end_ms)) for number in numbers]
            for of_these in (*those, look.c.title_id.in_(_renamed(start_ms, end_ms))):
                for row in connection.execute(wanted.where(of_these)):
                    match = LookMatch(row.id, row.shown, row.confidence, MatchedBy(row.said_by))
                    found[_named(row)] = match
        return found

    def look_of(self, what: Observed) -> int | None:
        """Return the number of the look of what was observed, None where there is none."""
        name, executable, platform, *texts = named(what)
        wanted = _looks()
        for column, text in zip((title.c.text, site.c.name, document.c.path), texts, strict=True):
            wanted = wanted.where(column.is_(None) if text == "" else column == text)
        if name or executable or platform:
            wanted = wanted.where(app.c.name == name, app.c.executable == executable, app.c.platform == platform)
        else:
            wanted = wanted.where(look.c.app_id.is_(None))
        with self._database.reading() as connection:
            row = connection.execute(wanted).first()
        return None if row is None else int(row.id)

    def take_back(self, look_id: int) -> None:
        """Forget what a person said of a look; it is matched anew."""
        said = (look_document.c.look_id == look_id, look_document.c.said_by == MatchedBy.PERSON.value)
        with self._database.writing() as connection:
            connection.execute(delete(look_document).where(*said))


_SAID = (look_document.c.confidence, look_document.c.said_by)


def _looks(*more: Any) -> Select[Any]:
    names = (app.c.name, app.c.executable, app.c.platform, title.c.text, site.c.name.label("site"), document.c.path)
    return (
        select(look.c.id, *names, *more)
        .select_from(look)
        .outerjoin(app, app.c.id == look.c.app_id)
        .outerjoin(title, title.c.id == look.c.title_id)
        .outerjoin(site, site.c.id == look.c.site_id)
        .outerjoin(document, document.c.id == look.c.document_id)
    )


def _in_front(source_id: int, start_ms: int, end_ms: int) -> Select[tuple[int | None]]:
    """Return the question for the looks of one source in a time; what is still open is among them."""
    return (
        select(activity.c.look_id)
        .where(
            activity.c.source_id == source_id,
            activity.c.start_ms >= func.coalesce(last_start(source_id, start_ms), start_ms),
            activity.c.start_ms < end_ms,
            activity.c.look_id.is_not(None),
        )
        .distinct()
    )


def _renamed(start_ms: int, end_ms: int) -> Select[tuple[int]]:
    """Return the question for the titles that corrections gave to a time."""
    return (
        select(title.c.id)
        .join(correction, correction.c.title == title.c.text)
        .where(correction.c.start_ms < end_ms, correction.c.end_ms > start_ms)
    )


def _named(row: Any) -> Named:
    return (row.name or "", row.executable or "", row.platform or "", row.text or "", row.site or "", row.path or "")
