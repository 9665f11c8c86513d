"""Recommendations as they were made, and whether they were shown."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, func, insert, select, update

from engine.domain.clock import MS_PER_HOUR
from engine.domain.intervals import Interval
from engine.domain.offers import Offered, Said, Shown
from engine.domain.recommended import Kind, Offer, Reason, ReasonKind, Scored, Verdict
from engine.storage.database import Database
from engine.storage.queries.numbers import storable
from engine.storage.tables import document_file, feedback, offer, offer_reason

UNSHOWN_KEPT_MS = 24 * MS_PER_HOUR
"""What was never shown is forgotten after a day: nothing can be learned from it."""

REASONS_KEPT_MS = 90 * 24 * MS_PER_HOUR
"""Reasons name windows and documents, so they are kept as long as titles are."""

KEPT_MS = 2 * 365 * 24 * MS_PER_HOUR
"""What was recommended, and what came of it, is kept as long as apps and categories are."""

_AT_ONCE = 500

# Who advises has the history in memory: a title that was erased meanwhile must not come back with a reason.
_UNHEARD_OF = """UPDATE offer_reason SET subject = '' WHERE offer_id = ? AND kind = ? AND subject <> ''
AND subject NOT IN (SELECT text FROM title) AND EXISTS (SELECT 1 FROM erasure)"""


class OfferStore:
    """Keeps recommendations with their policies, propensities and reasons; raises Storage errors."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, offered: Iterable[Offered]) -> list[int]:
        """Store recommendations and return a number for each, 0 for one whose document is gone meanwhile."""
        ones = list(offered)
        if not ones:
            return []
        with self._database.writing() as connection:
            _forget_old(connection, max(one.offer.made_ms for one in ones))
            return [_add(connection, one) for one in ones]

    def shown(self, offers: Sequence[int], at_ms: int) -> None:
        """Note that these were visible; what was before stays as it was, and unknown numbers are passed over."""
        with self._database.writing() as connection:
            for some in _parts(offers):
                these = offer.c.id.in_(some) & offer.c.shown_ms.is_(None)
                connection.execute(update(offer).where(these).values(shown_ms=at_ms))

    def get(self, number: int) -> Offered | None:
        """Return the recommendation of that number, None where it is gone."""
        with self._database.reading() as connection:
            found = _offered(connection, offer.c.id == number)
        return found[0] if found else None

    def answers_mark(self, upto: int) -> tuple[int, ...]:
        """Return what changes with every answer, given or taken back, to recommendations up to that number."""
        told = select(func.count(), func.sum(feedback.c.id), func.sum(feedback.c.at_ms))
        with self._database.reading() as connection:
            row = connection.execute(told.where(feedback.c.offer_id <= upto)).one()
        return tuple(int(one or 0) for one in row)

    def history(self, since_ms: int, kind: Kind | None = None, *, reasons: bool = True) -> list[Shown]:
        """Return what was visible since then, with all that was said of it, in the order it was made.

        Without reasons, which are most of the rows, it takes less time; scores then explain nothing.
        """
        wanted = offer.c.shown_ms.is_not(None) & (offer.c.made_ms >= since_ms)
        if kind is not None:
            wanted &= offer.c.kind == kind.value
        with self._database.reading() as connection:
            offers = _offered(connection, wanted, reasons=reasons)
            said = _said(connection, wanted)
        return [Shown(one, tuple(said[one.offer.id])) for one in offers]

    def clear(self) -> None:
        """Forget every recommendation and all that was said of them."""
        with self._database.writing() as connection:
            connection.execute(delete(offer))


def _forget_old(connection: Connection, now_ms: int) -> None:
    silent = offer.c.shown_ms.is_(None) & ~select(feedback.c.id).where(feedback.c.offer_id == offer.c.id).exists()
    connection.execute(delete(offer).where(offer.c.made_ms < now_ms - UNSHOWN_KEPT_MS, silent))
    connection.execute(delete(offer).where(offer.c.made_ms < now_ms - KEPT_MS))
    young = select(func.min(offer.c.id)).where(offer.c.made_ms >= now_ms - REASONS_KEPT_MS).scalar_subquery()
    connection.execute(delete(offer_reason).where(offer_reason.c.offer_id < young))


def _add(connection: Connection, one: Offered) -> int:
    there = select(document_file.c.id).where(document_file.c.id == one.document_id)
    if one.kind is Kind.DOCUMENT and connection.execute(there).first() is None:
        return 0
    number = int(connection.execute(insert(offer).returning(offer.c.id), _columns(one)).scalar_one())
    reasons = [
        {
            "offer_id": number,
            "position": at,
            "kind": reason.kind.value,
            "adds": reason.adds,
            "subject": storable(reason.subject),
            "amount": reason.amount,
        }
        for at, reason in enumerate(one.why.reasons)
    ]
    if reasons:
        connection.execute(insert(offer_reason), reasons)
        connection.exec_driver_sql(_UNHEARD_OF, (number, ReasonKind.LIKE_NOW.value))
    return number


def _columns(one: Offered) -> dict[str, Any]:
    return {
        "kind": one.kind.value,
        "document_id": one.document_id,
        "start_ms": None if one.interval is None else one.interval.start_ms,
        "end_ms": None if one.interval is None else one.interval.end_ms,
        "made_ms": one.offer.made_ms,
        "shown_ms": one.shown_ms,
        "policy": one.offer.policy,
        "propensity": one.offer.propensity,
        "rank": one.offer.rank,
        "model": one.offer.model,
        "score": one.why.score,
        "base": one.why.base,
        "context": storable(one.context),
        "features": json.dumps(dict(one.features)),
    }


def _offered(connection: Connection, wanted: ColumnElement[bool], *, reasons: bool = True) -> list[Offered]:
    told = _reasons(connection, wanted) if reasons else {}
    rows = connection.execute(select(offer).where(wanted).order_by(offer.c.id))
    return [_one(row, tuple(told.get(row.id, ()))) for row in rows]


def _reasons(connection: Connection, wanted: ColumnElement[bool]) -> dict[int, list[Reason]]:
    told: dict[int, list[Reason]] = defaultdict(list)
    joined = select(offer_reason).join(offer, offer.c.id == offer_reason.c.offer_id).where(wanted)
    for row in connection.execute(joined.order_by(offer_reason.c.offer_id, offer_reason.c.position)):
        told[row.offer_id].append(Reason(ReasonKind(row.kind), row.adds, row.subject, row.amount))
    return told


def _one(row: Any, reasons: tuple[Reason, ...]) -> Offered:
    return Offered(
        Offer(row.id, row.made_ms, row.policy, row.propensity, row.rank, row.model),
        Kind(row.kind),
        Scored(row.score, row.base, reasons),
        row.document_id,
        None if row.start_ms is None else Interval(row.start_ms, row.end_ms),
        row.context,
        json.loads(row.features),
        row.shown_ms,
    )


def _said(connection: Connection, wanted: ColumnElement[bool]) -> dict[int, list[Said]]:
    said: dict[int, list[Said]] = defaultdict(list)
    joined = select(feedback).join(offer, offer.c.id == feedback.c.offer_id).where(wanted).order_by(feedback.c.id)
    for row in connection.execute(joined):
        said[row.offer_id].append(Said(row.offer_id, row.at_ms, Verdict(row.verdict), row.dwell_ms))
    return said


def _parts(numbers: Sequence[int]) -> Iterable[list[int]]:
    for at in range(0, len(numbers), _AT_ONCE):
        yield list(numbers[at : at + _AT_ONCE])
