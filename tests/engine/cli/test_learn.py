"""`kairos learn`: every command does what it says, and bad input is one clear message."""

from __future__ import annotations

import pytest
from helpers.command_line import Commands
from helpers.storage_documents import folder, put

from engine.cli.learn_words import effect_lines
from engine.domain.learning import Effect, LearningWeek
from engine.storage.database import Database


@pytest.fixture
def skilled(kairos: Commands) -> Commands:
    """A profile with a skill."""
    assert kairos("learn", "add", "Rust", "--weight", "5", "--at-most", "2h").status == 0
    return kairos


def test_an_empty_profile_says_how_to_begin(kairos: Commands) -> None:
    for command, words in {
        "skills": "There are no skills yet.",
        "items": "Nothing to learn with yet.",
        "cards": "There are no cards yet.",
        "review": "No card is due.",
        "plan": "There are no skills to plan for.",
        "effect": "No week of learning is over yet.",
        "undo": "Nothing was accepted this week.",
    }.items():
        assert kairos("learn", command).out.startswith(words)
    assert kairos("learn", "skills", "--json").json() == {"skills": [], "needs": []}
    assert kairos("learn", "plan", "--json").json()["shares"] == []
    assert "Add a skill first" in kairos("learn", "accept").err


def test_skills_levels_and_items(skilled: Commands) -> None:
    assert skilled("learn", "level", "rust", "3.5").out == "Rust: level 3.5 of 10\n"
    changed = skilled("learn", "change", "1", "--name", "Rust!", "--at-most", "0", "--rests", "--json").json()
    assert changed == {"id": 1, "name": "Rust!", "weight": 5, "most_minutes": 0, "active": False}
    added = skilled("learn", "items", "--skill", "rust!", "--add", "Exercises", "--kind", "exercise", "--takes", "90m")
    assert added.out == "   1  exercise: Exercises, 1 h 30 min, for Rust!\n"
    assert skilled("learn", "items", "--done", "1", "--json").json()[0]["done"] is not None
    told = skilled("learn", "skills", "--json").json()["skills"][0]
    assert (told["said"], told["items"], told["minutes_left"]) == (3.5, 1, 0)
    assert skilled("learn", "items", "--remove", "1", "--json").json() == []
    assert skilled("learn", "remove", "rust!").out == "Removed: Rust!\n"


def test_cards_of_a_note_are_offered_confirmed_and_reviewed(skilled: Commands) -> None:
    database = Database.open(skilled.folder / "kairos.sqlite3")
    put(database, folder(database), "/docs/rust.md", "Q: Who owns?\nA: One variable.", "Borrowing: using, not owning")
    database.close()
    offered = skilled("learn", "cards", "--from", "rust.md").out
    assert "   2  Borrowing → using, not owning\n" in offered
    assert skilled("learn", "cards", "--json").json() == []
    kept = skilled("learn", "cards", "--from", "rust.md", "--keep", "1", "--skill", "rust", "--json").json()
    assert [one["front"] for one in kept] == ["Who owns?"]
    assert skilled("learn", "review").out.startswith("Who owns?\nCard 1, 1 due.")
    assert skilled("learn", "review", "1").out.startswith("One variable.\n")
    assert skilled("learn", "review", "1", "--rate", "4").out.startswith("Asked again ")
    assert skilled("learn", "review").out == "No card is due.\n"
    assert skilled("learn", "review", "--undo").out == "Taken back; asked again: Who owns?\n"
    assert skilled("learn", "review", "--json").json()[0]["front"] == "Who owns?"
    assert skilled("learn", "cards", "--remove", "1", "--json").json() == []


def test_a_week_is_planned_accepted_and_taken_back(skilled: Commands) -> None:
    plan = skilled("learn", "plan", "--minutes", "90m", "--json").json()
    assert (plan["minutes"], plan["shares"][0]["returns"]["weeks"], plan["accepted"]) == (90, 0, False)
    assert "by assumption, no week measured yet" in skilled("learn", "plan").out
    assert ", accepted: 1 h 30 min" in skilled("learn", "accept", "--minutes", "90m", "--unplaced").out
    assert skilled("plan", "flexible", "list", "--json").json()[0]["title"] == "Rust"
    assert skilled("learn", "plan", "--json").json()["accepted"]
    assert skilled("learn", "undo").out == "This week's learning is taken back.\n"
    assert skilled("plan", "flexible", "list", "--json").json() == []


def test_bad_input_is_one_clear_message(skilled: Commands) -> None:
    for words in (
        ("add", "rust"),
        ("add", "  "),
        ("add", "New", "--at-most", "much"),
        ("level", "rust", "11"),
        ("level", "Go", "1"),
        ("items", "--add", "x"),
        ("items", "--skill", "rust", "--document", "none.md"),
        ("cards", "--ask", "Q"),
        ("cards", "--skill", "rust", "--ask", "Q"),
        ("cards", "--from", "none.md"),
        ("review", "7"),
        ("review", "--rate", "3"),
        ("plan", "--minutes", "5"),
        ("add", "x" * 10_000),
    ):
        answer = skilled("learn", *words)
        assert (answer.status, answer.out) == (1, ""), words
        assert answer.err.count("\n") == 2, words
    assert [one["name"] for one in skilled("learn", "skills", "--json").json()["skills"]] == ["Rust"]


def test_the_effect_says_plainly_that_nothing_was_gained() -> None:
    from datetime import date

    week = LearningWeek(date(2026, 3, 2), 1, 0, 120, 0.5, 60, 0.0)
    unknown = LearningWeek(date(2026, 3, 2), 2, 0, 30, 0.1, 0, None)
    lines = list(effect_lines(Effect(((week, "Rust"), (unknown, "Go")))))
    assert lines[0].endswith("1 h 00 min of 2 h 00 min kept to; +0.50 foretold, +0.00 levels")
    assert lines[1].endswith("0 min of 30 min kept to; +0.10 foretold, level not told at both ends")
    assert lines[2] == "In 1 measured: 1 h 00 min of 2 h 00 min kept to; +0.50 levels foretold, +0.00 gained."
    assert lines[3].startswith("Nothing was gained in them.")
