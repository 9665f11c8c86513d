"""The person's cards and every answer to them, as stored."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from engine.domain.errors import UsageError
from engine.domain.learning import CardDraft, Level, LevelSource, RecallCard, Review
from engine.storage.database import Database
from engine.storage.tables import recall_card, recall_review, skill_level

After = Callable[[Sequence[RecallCard]], float]
"""Tells the level by recall, out of a skill's cards."""


class CardStore:
    """Reads and writes cards; reviews of a card go with it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[RecallCard]:
        """Return every card, the one due first first."""
        wanted = select(recall_card).order_by(recall_card.c.due_ms, recall_card.c.id)
        with self._database.reading() as connection:
            return [_card(row) for row in connection.execute(wanted)]

    def get(self, card_id: int) -> RecallCard:
        """Return a card by its number; UsageError where there is none."""
        with self._database.reading() as connection:
            return _stored(connection, card_id)

    def add(self, skill_id: int, drafts: Sequence[CardDraft], state: str, due_ms: int) -> list[RecallCard]:
        """Store cards, but for questions the skill has already; return those that are new."""
        with self._database.writing() as connection:
            asked = select(recall_card.c.front).where(recall_card.c.skill_id == skill_id)
            known = {front.casefold() for front in connection.execute(asked).scalars()}
            new = {one.front.casefold(): one for one in drafts if one.front.casefold() not in known}
            values = [
                {"skill_id": skill_id, "front": one.front, "back": one.back, "due_ms": due_ms, "state": state}
                for one in new.values()
            ]
            return [_card(connection.execute(insert(recall_card).returning(recall_card), one).one()) for one in values]

    def remove(self, card_id: int) -> None:
        """Remove a card with its reviews; UsageError where there is none of that number."""
        with self._database.writing() as connection:
            if not connection.execute(delete(recall_card).where(recall_card.c.id == card_id)).rowcount:
                raise UsageError(f"There is no card {card_id}. See: kairos learn cards")

    def review(self, review: Review, state: str, due_ms: int, level: After) -> RecallCard:
        """Store an answer, what becomes of the card and the skill's level by recall after it; all or nothing."""
        values = {
            "card_id": review.card_id,
            "at_ms": review.at_ms,
            "rating": review.rating,
            "took_ms": review.took_ms,
        }
        with self._database.writing() as connection:
            card = _kept(connection, _stored(connection, review.card_id).id, state, due_ms)
            connection.execute(insert(recall_review), values)
            told = Level(card.skill_id, review.at_ms, level(_of_skill(connection, card.skill_id)), LevelSource.RECALL)
            row = {"skill_id": told.skill_id, "at_ms": told.at_ms, "level": told.level, "source": told.source.value}
            connection.execute(insert(skill_level), row)
        return card

    def take_back(self, replay: Callable[[Review, Sequence[Review]], tuple[str, int]]) -> RecallCard | None:
        """Forget the last answer of all and return its card, None where there is no answer.

        replay: what the card is, of the answer that goes and those that are left, oldest first.
        """
        last = select(recall_review).order_by(recall_review.c.at_ms.desc(), recall_review.c.id.desc()).limit(1)
        with self._database.writing() as connection:
            gone = connection.execute(last).one_or_none()
            if gone is None:
                return None
            connection.execute(delete(recall_review).where(recall_review.c.id == gone.id))
            card = _stored(connection, gone.card_id)
            taken = Review(card.id, gone.at_ms, gone.rating, gone.took_ms, gone.id)
            connection.execute(
                delete(skill_level).where(
                    skill_level.c.skill_id == card.skill_id,
                    skill_level.c.at_ms == gone.at_ms,
                    skill_level.c.source == LevelSource.RECALL.value,
                )
            )
            return _kept(connection, card.id, *replay(taken, _reviews(connection, card.id)))


def _stored(connection: Connection, card_id: int) -> RecallCard:
    row = connection.execute(select(recall_card).where(recall_card.c.id == card_id)).one_or_none()
    if row is None:
        raise UsageError(f"There is no card {card_id}. See: kairos learn cards")
    return _card(row)


def _kept(connection: Connection, card_id: int, state: str, due_ms: int) -> RecallCard:
    changed = update(recall_card).where(recall_card.c.id == card_id).values(state=state, due_ms=due_ms)
    return _card(connection.execute(changed.returning(recall_card)).one())


def _of_skill(connection: Connection, skill_id: int) -> list[RecallCard]:
    wanted = select(recall_card).where(recall_card.c.skill_id == skill_id)
    return [_card(row) for row in connection.execute(wanted)]


def _reviews(connection: Connection, card_id: int) -> list[Review]:
    wanted = select(recall_review).where(recall_review.c.card_id == card_id)
    wanted = wanted.order_by(recall_review.c.at_ms, recall_review.c.id)
    return [Review(row.card_id, row.at_ms, row.rating, row.took_ms, row.id) for row in connection.execute(wanted)]


def _card(row: Any) -> RecallCard:
    return RecallCard(row.skill_id, row.front, row.back, row.due_ms, row.state, row.item_id, row.id)
