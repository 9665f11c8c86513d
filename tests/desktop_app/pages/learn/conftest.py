"""A Learn page on a real database."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from helpers.learn_page_room import LearnPageRoom
from helpers.manual_clock import ManualClock
from pytestqt.qtbot import QtBot


@pytest.fixture
def room(tmp_path: Path, clock: ManualClock, qtbot: QtBot) -> Iterator[LearnPageRoom]:
    """A page where nobody named a skill yet."""
    made = LearnPageRoom(tmp_path, clock, qtbot)
    yield made
    made.close()


@pytest.fixture
def skilled(room: LearnPageRoom) -> LearnPageRoom:
    """One with a skill, two cards that are due and an item."""
    from engine.domain.learning import CardDraft, ItemKind, LearningItem, Skill

    rust = room.learning.skills.add(Skill("<b>Rust</b>", 5))
    room.learning.cards.add(rust.id, [CardDraft("What?", "That."), CardDraft("Who?", "They.")])
    room.learning.skills.add_item(LearningItem(rust.id, ItemKind.COURSE, "A course", 120))
    return room
