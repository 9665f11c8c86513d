"""Erasing a whole profile's traces: what is named is nowhere afterwards, whatever it was made into."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from helpers.canaries import AT_MS, PATH, plant

from engine.api import Engine
from engine.bootstrap import build_engine
from engine.bootstrap.day_work import day_work
from engine.bootstrap.opening import open_database
from engine.domain.backups import BackupReason
from engine.domain.clock import MS_PER_HOUR
from engine.domain.erasing import Erasable, EraseChoice
from engine.domain.errors import UsageError
from engine.domain.job_runs import DROP, ERASE, JobOutcome
from engine.paths import ProfilePaths
from engine.storage.jobs import JobStore
from engine.storage.queries.unwanted import is_kept_out

CANARY = "zebra quartz 77"
DAY_MS = 24 * MS_PER_HOUR


@pytest.fixture
def paths(tmp_path: Path) -> ProfilePaths:
    return ProfilePaths(tmp_path / "profile").ensure()


@pytest.fixture
def engine(paths: ProfilePaths) -> Iterator[Engine]:
    """A profile with the canary wherever it may be, backed up."""
    database = open_database(paths)
    plant(paths.folder, database, CANARY)
    database.close()
    built = build_engine(paths)
    built.backups.make(BackupReason.BY_HAND)
    yield built
    built.close()


def test_it_stands_in_many_places_before(engine: Engine) -> None:
    found = {one.place for one in engine.erasing.prove([CANARY]).found}
    named = {"correction", "dialogue_turn", "insight", "plan_change_row", "offer_reason", "focus_session", "chunk"}
    assert {f"database: {table}" for table in (*named, "title", "document", "chunk_words")} <= found
    assert {"kairos.sqlite3", "logs/window.log", "models/run-1.json"} <= found | {"kairos.sqlite3"}
    assert any(place.startswith("backups") for place in found)


def test_a_part_of_the_title_goes_with_all_that_was_made_of_it(engine: Engine) -> None:
    choice = EraseChoice(title_with=CANARY.upper())
    told = engine.erasing.preview(choice)
    assert told.of(Erasable.ACTIVITIES) == 7
    assert told.length_ms == 2 * MS_PER_HOUR
    assert told.backups == 1
    assert dict(told.stays) == {"learning": 1}
    done = engine.erasing.erase(choice, prove=[CANARY])
    assert (done.took.counts, done.troubles) == (told.counts, ())
    assert done.proof is not None
    # What the person put into the index and onto a card is no title; it goes by --document.
    kept = {"database: chunk", "database: chunk_words", "database: document_file", "database: recall_card"}
    assert {one.place for one in done.proof.found if one.place.startswith("database")} == kept
    assert not [one.place for one in done.proof.found if one.place.startswith(("logs", "models"))]
    assert len(engine.backups.list()) == 1


def test_a_document_goes_with_its_text_and_its_cards_and_is_not_read_again(engine: Engine, paths: ProfilePaths) -> None:
    engine.erasing.erase(EraseChoice(title_with=CANARY))
    done = engine.erasing.erase(EraseChoice(document=PATH.format(CANARY)), prove=[CANARY, "quartz"])
    assert done.proof is not None
    assert done.proof.found == ()
    assert {"kairos.sqlite3", "database: chunk_words"} <= {one.place for one in done.proof.places}
    database = open_database(paths)
    try:
        with database.writing() as connection:
            assert is_kept_out(connection, PATH.format(CANARY).encode())
            assert not is_kept_out(connection, b"/home/a/other.txt")
    finally:
        database.close()


def test_everything_leaves_an_empty_profile_that_works(engine: Engine, paths: ProfilePaths) -> None:
    done = engine.erasing.erase(EraseChoice(everything=True), prove=[CANARY, "Inbox", "editor"])
    assert done.proof is not None
    assert done.proof.found == ()
    assert done.took.of(Erasable.ACTIVITIES) == 13
    assert engine.erasing.preview(EraseChoice(everything=True)).empty
    assert engine.rules.all() == []
    assert engine.backups.check().whole


def test_a_day_goes_with_its_sessions_and_what_was_said_of_it_later(engine: Engine) -> None:
    choice = EraseChoice(AT_MS - AT_MS % DAY_MS, AT_MS - AT_MS % DAY_MS + DAY_MS)
    told = engine.erasing.preview(choice)
    assert {Erasable.ACTIVITIES, Erasable.CORRECTIONS, Erasable.SESSIONS, Erasable.FINDINGS, Erasable.ADVICE} <= {
        kind for kind, _ in told.counts
    }
    engine.erasing.erase(choice)
    assert engine.erasing.preview(choice).empty


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({}, "Say what"),
        ({"app": "x", "everything": True}, "cannot be narrowed"),
        ({"start_ms": 5, "end_ms": 5}, "ends before"),
        ({"title": " "}, "empty name"),
        ({"title_with": "a"}, "two characters"),
    ],
)
def test_a_choice_that_makes_no_sense_says_why(wrong: dict[str, object], says: str) -> None:
    with pytest.raises(UsageError, match=says):
        EraseChoice(**wrong)  # type: ignore[arg-type]


def test_a_time_to_come_is_refused(engine: Engine) -> None:
    with pytest.raises(UsageError, match="time to come"):
        engine.erasing.preview(EraseChoice(start_ms=1 << 43))


def test_what_was_cut_off_is_finished(engine: Engine, paths: ProfilePaths, monkeypatch: pytest.MonkeyPatch) -> None:
    choice = EraseChoice(title_with=CANARY)
    engine.erasing._parts.store.erase(choice, AT_MS + DAY_MS)  # and killed right after
    again = build_engine(paths)
    try:
        assert again.erasing.unfinished()
        assert again.erasing.finish() == ()
        assert not again.erasing.unfinished()
        assert again.erasing.prove([f"{CANARY} – draft"]).found == ()
    finally:
        again.close()


def test_the_days_worker_finishes_erases_and_keeps_to_limits(engine: Engine, paths: ProfilePaths) -> None:
    engine.erasing._parts.store.erase(EraseChoice(document=PATH.format(CANARY)), AT_MS + DAY_MS)
    engine.retention.set_days(1, 0)
    engine.retention.agree()
    assert engine.retention.due()
    store = JobStore(database := open_database(paths))
    try:
        for plan in (ERASE, DROP):
            store.begin(plan, 1)
        with day_work(paths) as work:
            work.run()
        assert {store.all()[plan.name].outcome for plan in (ERASE, DROP)} == {JobOutcome.DONE}
    finally:
        database.close()
    assert not engine.erasing.unfinished()
    assert not engine.retention.due()
    assert "database: title" not in {one.place for one in engine.erasing.prove(["Inbox", CANARY]).found}
