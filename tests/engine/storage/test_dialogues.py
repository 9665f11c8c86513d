"""Dialogues are kept in order, bounded, and forgotten on request."""

from __future__ import annotations

from pathlib import Path

from engine.storage import dialogues
from engine.storage.database import Database
from engine.storage.dialogues import DialogueStore, Turn


def test_turns_are_kept_by_name_and_the_oldest_go(tmp_path: Path) -> None:
    database = Database.open(tmp_path / "kairos.sqlite3")
    try:
        store = DialogueStore(database)
        for number in range(dialogues.MOST_TURNS + 3):
            store.add("one", Turn(number, f"question {number}", "", "{}"))
        store.add("two", Turn(5, "another", "", "{}"))
        kept = store.turns("one")
        assert [turn.at_ms for turn in kept] == list(range(3, dialogues.MOST_TURNS + 3))
        store.forget("one")
        assert store.turns("one") == []
        assert store.turns("two") == [Turn(5, "another", "", "{}")]
    finally:
        database.close()
