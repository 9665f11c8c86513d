"""From what was observed to its look: found, or added and labelled in the same transaction."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, TypeAlias

from sqlalchemy import Connection, Select, bindparam, insert, select, text

from engine.domain.activity import KEPT, Observed
from engine.domain.categories import NO_LABELS, Labels
from engine.domain.look import Labeller, Look
from engine.domain.stretches import LabelOverride
from engine.storage.queries.numbers import Numbers, numbers_of, storable
from engine.storage.tables import app, category, document, look, project, site, tag, title

Parts: TypeAlias = tuple[int | None, int | None, int | None, int | None]
"""The numbers of app, title, site and document."""

Named: TypeAlias = tuple[str, str, str, str, str, str]
"""What of an observation a look is made of; two observations with the same names have the same look."""

_AT_ONCE = 2_000


@dataclass(frozen=True, slots=True)
class StoredLook:
    """A look as totals need it; app_id and the labels are 0 where there is none."""

    id: int
    app_id: int
    category_id: int
    project_id: int
    tag_id: int


_COLUMNS = (look.c.id, look.c.app_id, look.c.category_id, look.c.project_id, look.c.tag_id)
_NAMES = ("app_id", "title_id", "site_id", "document_id")
_LABELS = ("category_id", "project_id", "tag_id")

# Made once: making a statement costs several times what running it does.
_FIND = select(*_COLUMNS).where(*(look.c[name].is_not_distinct_from(bindparam(f"the_{name}")) for name in _NAMES))
_ADD = insert(look)
_WANTED = " AND ".join(f"look.{name} IS one.value ->> {place}" for place, name in enumerate(_NAMES))
_FIND_MANY = text(
    "SELECT one.key, look.id, look.app_id, look.category_id, look.project_id, look.tag_id "  # noqa: S608
    f"FROM json_each(:rows) AS one CROSS JOIN look ON {_WANTED}"
)


def named(what: Observed) -> Named:
    """Return what of the observation its look is made of."""
    return what.app, what.executable, what.platform, what.title, what.site, what.document


class Looks:
    """The looks as one transaction that holds the write lock sees them; new ones are labelled where it can be done."""

    def __init__(self, connection: Connection, labeller: Labeller | None = None) -> None:
        self._connection = connection
        self._labeller = labeller
        self._numbers = Numbers(connection)
        self._categories: frozenset[int] | None = None

    def of(self, what: Observed) -> StoredLook | None:
        """Return the look, added where it is new; None where nothing has a name."""
        parts = (
            self._numbers.of(app, what.app, what.executable, what.platform),
            self._numbers.of(title, what.title),
            self._numbers.of(site, what.site),
            self._numbers.of(document, what.document),
        )
        if not any(parts):
            return None
        return self._found(parts) or self._added(parts, named(what))

    def of_many(self, names: Iterable[Named]) -> dict[Named, StoredLook | None]:
        """Return the look of each name, new ones added; None where nothing has a name."""
        found: dict[Named, StoredLook | None] = {}
        left = iter(dict.fromkeys(names))
        while batch := list(islice(left, _AT_ONCE)):
            found.update(self._of_batch(batch))
        return found

    def _of_batch(self, batch: list[Named]) -> dict[Named, StoredLook | None]:
        titles, sites, documents = (
            numbers_of(self._connection, table, {one[place] for one in batch if one[place]})
            for table, place in ((title, 3), (site, 4), (document, 5))
        )
        parts: list[Parts] = [
            (self._numbers.of(app, *one[:3]), titles.get(one[3]), sites.get(one[4]), documents.get(one[5]))
            for one in batch
        ]
        found = self._found_many(parts)
        new = {of_one: one for of_one, one in zip(parts, batch, strict=True) if of_one not in found and any(of_one)}
        if new:
            self._connection.execute(_ADD, [self._columns(of_one, one) for of_one, one in new.items()])
            found.update(self._found_many(list(new)))
        return {one: found.get(of_one) for one, of_one in zip(batch, parts, strict=True)}

    def _found(self, parts: Parts) -> StoredLook | None:
        row = self._connection.execute(_FIND, _wanted(parts)).first()
        return None if row is None else stored_look(row)

    def _found_many(self, parts: list[Parts]) -> dict[Parts, StoredLook | None]:
        rows = self._connection.execute(_FIND_MANY, {"rows": json.dumps(parts)})
        return {parts[row.key]: stored_look(row) for row in rows}

    def _added(self, parts: Parts, one: Named) -> StoredLook:
        self._connection.execute(_ADD, self._columns(parts, one))
        return stored_look(self._connection.execute(_FIND, _wanted(parts)).one())

    def _columns(self, parts: Parts, one: Named) -> dict[str, int | None]:
        name, _, _, title_, site_, document_ = map(storable, one)
        labels = NO_LABELS if self._labeller is None else self._labeller(Look(0, name, title_, site_, document_))
        columns = dict(zip((*_NAMES, *_LABELS), (*parts, *self.numbers_of_labels(labels)), strict=True))
        return {**columns, "labelled_by": 0 if self._labeller is None else self._labeller.revision}

    def numbers_of_labels(self, labels: Labels) -> tuple[int | None, int | None, int | None]:
        """Return the numbers of category, project and tag; a category that is gone meanwhile counts as none."""
        if self._categories is None:
            self._categories = frozenset(self._connection.execute(select(category.c.id)).scalars())
        return (
            labels.category_id if labels.category_id in self._categories else None,
            self._numbers.of(project, labels.project),
            self._numbers.of(tag, labels.tag),
        )

    def overridden(self, labels: Sequence[int], override: LabelOverride) -> tuple[int, int, int]:
        """Return the numbers of category, project and tag once the person's own word lies over the rules'."""
        said = self.numbers_of_labels(override.over(NO_LABELS))
        facets = (override.category_id, override.project, override.tag)
        category_, project_, tag_ = (
            by_rules if own is None else number or 0 for own, by_rules, number in zip(facets, labels, said, strict=True)
        )
        return category_, project_, tag_


def _wanted(parts: Parts) -> dict[str, int | None]:
    return {f"the_{name}": number for name, number in zip(_NAMES, parts, strict=True)}


def stored_look(row: Any, number: int | None = None) -> StoredLook:
    """Return the look a row tells of; number: its number where the row's id is something else's."""
    labels = row.category_id or 0, row.project_id or 0, row.tag_id or 0
    return StoredLook(row.id if number is None else number, row.app_id or 0, *labels)


def looks_of(
    connection: Connection, *, after_id: int = 0, unlabelled: bool = False, outdated: int | None = None
) -> Iterator[Look]:
    """Yield looks by number; unlabelled: only those without a category; outdated: only those another revision made.

    Those without a title on purpose are left out: what they are counted as is decided for ever.
    """
    wanted = _looks().where(look.c.id > after_id, app.c.platform.is_(None) | ~app.c.platform.contains(KEPT))
    if unlabelled:
        wanted = wanted.where(look.c.category_id.is_(None))
    if outdated is not None:
        wanted = wanted.where(look.c.labelled_by != outdated)
    yield from _read(connection, wanted)


def every_look(connection: Connection) -> list[Look]:
    """Return all looks by number, those without a title on purpose included."""
    return list(_read(connection, _looks()))


def _looks() -> Select[Any]:
    return (
        select(look.c.id, app.c.name, title.c.text, site.c.name.label("site"), document.c.path)
        .select_from(look)
        .outerjoin(app)
        .outerjoin(title)
        .outerjoin(site)
        .outerjoin(document)
        .order_by(look.c.id)
    )


def _read(connection: Connection, wanted: Select[Any]) -> Iterator[Look]:
    with connection.execute(wanted).yield_per(_AT_ONCE) as rows:
        for row in rows:
            yield Look(row.id, row.name or "", row.text or "", row.site or "", row.path or "")
