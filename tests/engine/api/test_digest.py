"""The digest names what nobody had in front yet, in its own words, and heeds at once what is said of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from engine.api import Engine
from engine.bootstrap import build_engine
from engine.domain.blocks import About, Block
from engine.domain.digest import MOST_ITEMS
from engine.domain.intervals import Interval
from engine.domain.recommended import Verdict
from engine.paths import profile_at
from engine.storage.database import Database
from engine.storage.document_text import passages_of


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    """A profile with documents that nobody read yet, all of them new: around New Year the demo person writes none."""
    engine = build_engine(profile_at(tmp_path / "profile"))
    engine.demo.write_documents(tmp_path / "documents", 12)
    database = Database.open(engine.paths.database)
    now_ms = engine.digest._clock.now().wall_ms
    with database.writing() as connection:
        connection.exec_driver_sql(
            "UPDATE document_file SET indexed_ms = ?, mtime_ns = ?", (now_ms, now_ms * 1_000_000)
        )
    database.close()
    yield engine
    engine.close()


def test_items_are_summed_up_in_their_own_sentences(engine: Engine) -> None:
    found = engine.digest.now()
    assert 0 < len(found.items) <= MOST_ITEMS < found.unread
    assert found.free_minutes is None
    database = Database.open(engine.paths.database)
    for one in found.items:
        whole = [text for _, text in passages_of(database, one.chosen.document.id)]
        assert one.summary
        assert all(any(sentence in text for text in whole) for sentence in one.summary)
        assert one.chosen.document.minutes >= 1
    database.close()


def test_less_like_this_works_at_once(engine: Engine) -> None:
    first = engine.digest.now().items[0]
    engine.mind.say(first.offer, Verdict.LESS)
    left = engine.digest.now().items
    assert first.chosen.document.id not in {one.chosen.document.id for one in left}
    for one in left:
        engine.mind.say(one.offer, Verdict.NOT_NOW)
    again = {one.chosen.document.id for one in engine.digest.now().items}
    assert not again & {one.chosen.document.id for one in left}


def test_less_like_one_leaves_what_is_about_other_things(engine: Engine) -> None:
    first = engine.digest.now().items[0]
    engine.mind.say(first.offer, Verdict.LESS)
    left = engine.digest.now()
    assert left.items, "the demo person's documents are about several things"
    assert left.held >= 1


def test_free_minutes_end_at_the_next_planned_time(engine: Engine) -> None:
    now_ms = engine.digest._clock.now().wall_ms
    start = now_ms + round(timedelta(minutes=30).total_seconds() * 1_000)
    engine.plan.add(Block(About(), Interval(start, start + 3_600_000), engine.history.rule().zone))
    found = engine.digest.now()
    assert found.free_minutes in {29, 30}
    assert all(one.fits == (one.chosen.document.minutes <= (found.free_minutes or 0)) for one in found.items)


def test_without_documents_there_is_nothing(tmp_path: Path) -> None:
    engine = build_engine(profile_at(tmp_path / "empty"))
    found = engine.digest.now()
    engine.close()
    assert (found.items, found.unread) == ((), 0)
