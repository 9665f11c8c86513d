"""Steps kept of learning together: what holds, what ended, and no update that was not charged."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from engine.domain.together import StepKind
from engine.storage.database import Database
from engine.storage.together import NewStep, TogetherStore


def test_steps_hold_until_they_are_ended_and_are_charged_in_one_go(tmp_path: Path) -> None:
    with closing(Database.open(tmp_path / "kairos.db")) as database:
        store = TogetherStore(database)
        assert store.add(NewStep("f", 1, StepKind.JOINED, b"{}"), 5)
        assert store.add(NewStep("f", 1, StepKind.UPDATE, b"four", "d", 300), 6, 0)
        # Another process charged something since 0 was read: this one must not be made on top of it unseen.
        assert not store.add(NewStep("f", 1, StepKind.UPDATE, b"more", "e", 300), 7, 0)
        assert store.add(NewStep("f", 1, StepKind.UPDATE, b"more", "e", 300), 7, 300)
        latest, before, joined = store.all()
        assert (latest.content, latest.bytes, latest.epsilon_millionths) == (b"more", 4, 300)
        assert (before.kind, before.left_ms) == (StepKind.UPDATE, None)
        assert store.end(StepKind.JOINED, 9) == 1
        assert store.end(StepKind.JOINED, 10) == 0
        assert store.all()[2].left_ms == 9
        assert joined.left_ms is None
