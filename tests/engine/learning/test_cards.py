"""Cards come from notes, are asked when due, and every answer can be taken back."""

from __future__ import annotations

import pytest
from helpers.learning_room import DAY, LearningRoom
from helpers.storage_documents import folder, put

from engine.domain.errors import UsageError
from engine.domain.learning import CardDraft, LevelSource, RecallCard, Skill
from engine.storage.skills import SkillStore


@pytest.fixture
def card(room: LearningRoom) -> RecallCard:
    """A card that was never asked."""
    rust = room.learning.skills.add(Skill("Rust"))
    return room.learning.cards.add(rust.id, [CardDraft("What?", "That.")])[0]


def test_a_note_offers_cards_and_stores_none_by_itself(room: LearningRoom) -> None:
    cards, rust = room.learning.cards, room.learning.skills.add(Skill("Rust"))
    note = put(room.database, folder(room.database), "/docs/n.md", "Q: What?\nA: That.", "Owner: who holds the value")
    put(room.database, 1, "/docs/other.md", "Other: is another note altogether")
    offered = cards.drafts(note.id)
    assert [one.front for one in offered] == ["What?", "Owner"]
    assert cards.all() == []
    assert len(cards.add(rust.id, offered)) == 2
    assert cards.add(rust.id, offered) == []  # the same questions again are no second cards
    assert cards.drafts(999) == ()


def test_an_answer_moves_the_card_and_tells_a_level(room: LearningRoom, card: RecallCard) -> None:
    assert room.learning.cards.due() == [card]
    after = room.learning.cards.review(card.id, 4, 2_000)
    assert after.due_ms == room.clock.wall_ms + 8 * DAY
    assert room.learning.cards.due() == []
    (level,) = SkillStore(room.database).levels()
    assert (level.level, level.source) == (10.0, LevelSource.RECALL)


def test_answers_are_taken_back_one_by_one(room: LearningRoom, card: RecallCard) -> None:
    cards, stood = room.learning.cards, [card]
    for rating in (3, 3, 1):
        stood.append(cards.review(card.id, rating))
        room.clock.run(2 * DAY)
    for before in (stood[2], stood[1]):
        assert cards.undo_review() == before
    back = cards.undo_review()
    assert back is not None
    assert back.due_ms <= card.due_ms
    assert cards.undo_review() is None
    assert SkillStore(room.database).levels() == []
    assert cards.review(card.id, 3).state == cards.get(card.id).state


def test_what_cannot_be_is_refused(room: LearningRoom, card: RecallCard) -> None:
    cards = room.learning.cards
    for wrong in (0, 5):
        with pytest.raises(UsageError):
            cards.review(card.id, wrong)
    for draft in (CardDraft("", "a"), CardDraft("q", " "), CardDraft("q" * 301, "a")):
        with pytest.raises(UsageError):
            cards.add(card.skill_id, [draft])
    assert cards.all() == [card]
    cards.remove(card.id)
    for gone in (lambda: cards.remove(card.id), lambda: cards.review(card.id, 3), lambda: cards.get(card.id)):
        with pytest.raises(UsageError):
            gone()
