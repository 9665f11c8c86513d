"""What the person said of recommendations."""

from __future__ import annotations

from sqlalchemy import Connection, delete, func, insert, select, update

from engine.domain.clock import MS_PER_HOUR, MS_PER_MINUTE
from engine.domain.errors import UsageError
from engine.domain.offers import Said
from engine.domain.presence import Presence
from engine.domain.recommended import Verdict
from engine.storage.database import Database
from engine.storage.tables import activity, feedback, look_document, offer, source
from engine.storage.tables.codes import PRESENCE_CODE

DWELL_WITHIN_MS = 60 * MS_PER_MINUTE
"""How long after an opening time in front of the document counts as dwell."""

_REACH_MS = 24 * MS_PER_HOUR  # what began longer before is not looked for


class FeedbackStore:
    """Keeps verdicts; what is said goes with the recommendation it was said of. Raises Storage errors."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def say(self, said: Said) -> None:
        """Store a verdict; an offer somebody says something of was shown. UsageError where there is no such offer.

        The same verdict of the same offer counts once.
        """
        row = {"offer_id": said.offer, "at_ms": said.at_ms, "verdict": said.verdict.value, "dwell_ms": said.dwell_ms}
        same = select(feedback.c.id).where(feedback.c.offer_id == said.offer, feedback.c.verdict == said.verdict.value)
        with self._database.writing() as connection:
            seen = func.coalesce(offer.c.shown_ms, said.at_ms)
            this = update(offer).where(offer.c.id == said.offer).values(shown_ms=seen)
            if not connection.execute(this).rowcount:
                raise UsageError(f"There is no recommendation {said.offer} any more. Ask for new ones.")
            if connection.execute(same).first() is None:
                connection.execute(insert(feedback), row)

    def unsay(self, number: int, verdict: Verdict) -> None:
        """Forget a verdict of an offer, if there is one; that the offer was seen stays."""
        this = delete(feedback).where(feedback.c.offer_id == number, feedback.c.verdict == verdict.value)
        with self._database.writing() as connection:
            connection.execute(this)

    def of(self, number: int) -> list[Said]:
        """Return what was said of an offer, in order."""
        wanted = select(feedback).where(feedback.c.offer_id == number).order_by(feedback.c.id)
        with self._database.reading() as connection:
            return [
                Said(row.offer_id, row.at_ms, Verdict(row.verdict), row.dwell_ms) for row in connection.execute(wanted)
            ]

    def settle_dwell(self, now_ms: int) -> int:
        """Measure from the history how long the person stayed with what they opened an hour ago or earlier.

        Returns how many openings were measured; each is measured once.
        """
        wanted = (
            select(feedback.c.id, feedback.c.at_ms, offer.c.document_id)
            .join(offer, offer.c.id == feedback.c.offer_id)
            .where(
                feedback.c.verdict == Verdict.OPENED.value,
                feedback.c.dwell_ms.is_(None),
                feedback.c.at_ms <= now_ms - DWELL_WITHIN_MS,
                offer.c.document_id.is_not(None),
            )
        )
        with self._database.reading() as connection:
            found = [
                (number, _active_ms(connection, document_id, at_ms, at_ms + DWELL_WITHIN_MS))
                for number, at_ms, document_id in connection.execute(wanted).all()
            ]
        if found:
            with self._database.writing() as connection:
                for number, dwell_ms in found:
                    connection.execute(update(feedback).where(feedback.c.id == number).values(dwell_ms=dwell_ms))
        return len(found)


def _active_ms(connection: Connection, document_id: int, start_ms: int, end_ms: int) -> int:
    length = func.min(activity.c.end_ms, end_ms) - func.max(activity.c.start_ms, start_ms)
    wanted = (
        select(func.coalesce(func.sum(length), 0))
        .join(look_document, look_document.c.look_id == activity.c.look_id)
        .where(
            look_document.c.document_id == document_id,
            activity.c.presence == PRESENCE_CODE[Presence.ACTIVE],
            activity.c.source_id.in_(select(source.c.id)),  # so that the key finds the few rows of that hour
            activity.c.start_ms.between(start_ms - _REACH_MS, end_ms - 1),
            activity.c.end_ms > start_ms,
        )
    )
    return int(connection.execute(wanted).scalar_one())
