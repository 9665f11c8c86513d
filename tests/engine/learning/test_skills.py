"""Skills, levels and items are kept, and what cannot be meant is refused and changes nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from helpers.learning_room import DAY, LearningRoom
from helpers.storage_documents import folder, put

from engine.domain.errors import UsageError
from engine.domain.learning import CardDraft, ItemKind, LearningItem, SeenTitle, Skill
from engine.storage.documents import DocumentStore


def test_a_skill_is_added_changed_found_and_removed(room: LearningRoom) -> None:
    skills = room.learning.skills
    rust = skills.add(Skill("  Rust   programming ", 5, 90))
    assert (rust.name, rust.id, rust.made_ms) == ("Rust programming", 1, room.clock.wall_ms)
    assert skills.find("RUST programming") == skills.find("1") == rust
    changed = skills.change(replace(rust, name="Rust", most_minutes=0, active=False))
    assert skills.all() == [changed]
    skills.remove(rust.id)
    assert skills.all() == []


def test_what_nobody_sees_is_not_kept(room: LearningRoom) -> None:
    skills = room.learning.skills
    skill = skills.add(Skill("evil \x1b[31mred\u202e\x00 skill"))
    assert skill.name == "evil red skill"
    assert skills.add_item(LearningItem(skill.id, ItemKind.COURSE, "a\x07 course\u202e", 30)).title == "a course"
    (card,) = room.learning.cards.add(skill.id, [CardDraft("What\u202e?", "One\x00\nTwo \x1b[1m")])
    assert (card.front, card.back) == ("What?", "One\nTwo")


@pytest.mark.parametrize(
    "wrong",
    [
        Skill(""),
        Skill("x" * 101),
        Skill("\x00\u202e "),
        Skill("a", 0),
        Skill("a", 6),
        Skill("a", 3, 5),
        Skill("a", 3, -15),
        Skill("known"),
        Skill("KNOWN"),
    ],
)
def test_what_cannot_be_meant_is_refused(room: LearningRoom, wrong: Skill) -> None:
    known = room.learning.skills.add(Skill("Known"))
    with pytest.raises(UsageError):
        room.learning.skills.add(wrong)
    assert room.learning.skills.all() == [known]
    with pytest.raises(UsageError):
        room.learning.skills.change(replace(known, id=99, name="gone"))
    with pytest.raises(UsageError):
        room.learning.skills.find("another")


def test_the_standing_tells_levels_cards_and_items(room: LearningRoom) -> None:
    skills, cards = room.learning.skills, room.learning.cards
    rust = skills.add(Skill("Rust"))
    (bare,) = skills.standings()
    assert (bare.said, bare.recalled, bare.level, bare.cards) == (None, None, 0.0, 0)
    skills.rate(rust.id, 3.5)
    first, _ = cards.add(rust.id, [CardDraft("What?", "That."), CardDraft("Who?", "They.")])
    cards.review(first.id, 3)
    skills.add_item(LearningItem(rust.id, ItemKind.COURSE, "A course", 120))
    done = skills.add_item(LearningItem(rust.id, ItemKind.EXERCISE, "An exercise", 30))
    skills.finish(done.id)
    (stands,) = skills.standings()
    assert (stands.said, stands.recalled, stands.level) == (3.5, 5.0, 3.5)
    assert (stands.cards, stands.due, stands.items, stands.minutes_left) == (2, 1, 2, 120)
    room.clock.run(60 * DAY)
    (faded,) = skills.standings()
    assert faded.recalled is not None
    assert 0 < faded.recalled < 5


def test_items_of_documents_outlive_them(room: LearningRoom) -> None:
    skills, rust = room.learning.skills, room.learning.skills.add(Skill("Rust"))
    document = put(room.database, folder(room.database), "/docs/rust.md", "text")
    item = skills.add_item(LearningItem(rust.id, ItemKind.DOCUMENT, " Notes ", 20, document.id))
    assert (item.title, item.document_id) == ("Notes", document.id)
    DocumentStore(room.database).remove([document.id])
    assert skills.items() == [replace(item, document_id=None)]
    for wrong in (replace(item, title=" "), replace(item, minutes=0), replace(item, document_id=99)):
        with pytest.raises(UsageError):
            skills.add_item(wrong)
    skills.remove_item(item.id)
    for gone in (lambda: skills.remove_item(item.id), lambda: skills.finish(item.id)):
        with pytest.raises(UsageError):
            gone()


def test_a_removed_skill_takes_everything_of_it_along(room: LearningRoom) -> None:
    skills = room.learning.skills
    rust = skills.add(Skill("Rust"))
    skills.rate(rust.id, 2)
    skills.add_item(LearningItem(rust.id, ItemKind.COURSE, "A course", 120))
    card = room.learning.cards.add(rust.id, [CardDraft("What?", "That.")])[0]
    room.learning.cards.review(card.id, 3)
    room.learning.weeks.accept(room.learning.weeks.plan())
    skills.remove(rust.id)
    assert (skills.items(), room.learning.cards.all(), room.weeks.all()) == ([], [], [])
    assert room.learning.weeks.effect().weeks == ()


def test_needs_come_from_what_was_seen(room: LearningRoom) -> None:
    room.seen = [SeenTitle("Rust ownership", 40), SeenTitle("Rust lifetimes", 40)]
    assert [one.word for one in room.learning.skills.needs()] == ["rust"]
    room.learning.skills.add(Skill("Rust"))
    assert room.learning.skills.needs() == ()
