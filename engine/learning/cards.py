"""Cards made of the person's own notes, asked when they are about to be forgotten."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from statistics import fmean
from typing import Final

from engine.domain.clock import Clock
from engine.domain.errors import UsageError
from engine.domain.learning import HIGHEST_LEVEL, CardDraft, RecallCard, Review
from engine.domain.plain_text import plain
from engine.learning.card_making import LONGEST_BACK, LONGEST_FRONT, drafts_of
from engine.learning.recall import chance, new_state, replayed, reviewed
from engine.storage.recall_cards import CardStore

Passages = Callable[[int], Sequence[tuple[str, str]]]
_LONGEST_ANSWER_MS: Final = 3_600_000


class Cards:
    """The cards of one profile. Every method raises Storage errors, changes a UsageError for what cannot be meant.

    passages: what an indexed document says, by its number.
    """

    def __init__(self, store: CardStore, passages: Passages, clock: Clock) -> None:
        self._store = store
        self._passages = passages
        self._clock = clock

    def all(self) -> list[RecallCard]:
        """Return every card, the one due first first."""
        return self._store.all()

    def get(self, card_id: int) -> RecallCard:
        """Return a card by its number."""
        return self._store.get(card_id)

    def due(self) -> list[RecallCard]:
        """Return the cards to be asked now, the one due longest first."""
        now_ms = self._now()
        return [one for one in self._store.all() if one.due_ms <= now_ms]

    def drafts(self, document_id: int) -> tuple[CardDraft, ...]:
        """Return what an indexed document offers as cards, word for word; none is stored."""
        return drafts_of(self._passages(document_id))

    def add(self, skill_id: int, drafts: Sequence[CardDraft]) -> list[RecallCard]:
        """Store what the person confirmed, but for questions the skill has already; return the cards that are new."""
        tidy = [CardDraft(_tidy(one.front), _tidy(one.back)) for one in drafts]
        for one in tidy:
            if not 0 < len(one.front) <= LONGEST_FRONT or not 0 < len(one.back) <= LONGEST_BACK:
                raise UsageError(
                    f"A question has 1 to {LONGEST_FRONT} characters and an answer 1 to {LONGEST_BACK:,}. Shorten it."
                )
        now_ms = self._now()
        return self._store.add(skill_id, tidy, new_state(now_ms), now_ms)

    def remove(self, card_id: int) -> None:
        """Remove a card with its reviews."""
        self._store.remove(card_id)

    def review(self, card_id: int, rating: int, took_ms: int = 0) -> RecallCard:
        """Store an answer, 1 forgotten to 4 easy, and return the card with its next moment."""
        now_ms = self._now()
        state, due_ms = reviewed(self._store.get(card_id).state, rating, now_ms)
        review = Review(card_id, now_ms, rating, min(max(0, took_ms), _LONGEST_ANSWER_MS))
        return self._store.review(review, state, due_ms, lambda cards: recall_level(cards, now_ms))

    def undo_review(self) -> RecallCard | None:
        """Take the last answer back and return its card as it was; None where there is no answer."""
        return self._store.take_back(lambda gone, left: replayed(gone.at_ms, left))

    def _now(self) -> int:
        return self._clock.now().wall_ms


def _tidy(text: str) -> str:
    """Return what is shown of a text, line by line."""
    return "\n".join(plain(line).rstrip() for line in text.splitlines()).strip()


def recall_level(cards: Sequence[RecallCard], at_ms: int) -> float:
    """Return 0 to 10: how many of the cards would be recalled at a moment; one never asked counts as not recalled."""
    return HIGHEST_LEVEL * fmean(chance(one.state, at_ms) for one in cards) if cards else 0.0
