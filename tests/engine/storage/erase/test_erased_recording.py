"""A recorder that goes on while something is erased: it cannot bring back what it had seen before."""

from __future__ import annotations

import pytest
from helpers.storage_samples import ZONE, seen

from engine.domain.changes import Begin, Change, End
from engine.domain.clock import MS_PER_MINUTE
from engine.domain.erasing import EraseChoice
from engine.domain.health import RecorderState
from engine.storage.activities import ActivityStore
from engine.storage.database import Database
from engine.storage.erase.store import EraseStore
from engine.storage.heartbeat import Beat

AT_MS = 1_772_442_000_000
SECRET, MAIL = seen("editor", "secret"), seen("mail", "Inbox")


def _at(minutes: int) -> int:
    return AT_MS + minutes * MS_PER_MINUTE


@pytest.fixture
def recorder(store: ActivityStore) -> ActivityStore:
    """It has had the secret in front since minute 10."""
    assert store.open_id() is None
    store.apply([Begin(_at(0), MAIL, ZONE), End(_at(10)), Begin(_at(10), SECRET, ZONE)])
    return store


def _titles(store: ActivityStore) -> list[tuple[str, int, int]]:
    found = store.between(0, _at(1_000))
    return [
        (one.what.title, (one.start_ms - AT_MS) // MS_PER_MINUTE, (one.end_ms - AT_MS) // MS_PER_MINUTE)
        for one in found
    ]


def test_what_is_open_goes_and_does_not_come_back_when_it_ends(recorder: ActivityStore, database: Database) -> None:
    EraseStore(database).erase(EraseChoice(title="secret"), _at(20))
    assert recorder.open_id() is None
    recorder.apply([End(_at(30)), Begin(_at(30), MAIL, ZONE)])
    recorder.apply([End(_at(40))])
    assert _titles(recorder) == [("Inbox", 0, 10), ("Inbox", 30, 40)]


def test_what_waited_to_be_stored_is_not_stored_after(recorder: ActivityStore, database: Database) -> None:
    waiting: list[Change] = [End(_at(12)), Begin(_at(12), MAIL, ZONE), End(_at(14)), Begin(_at(14), SECRET, ZONE)]
    EraseStore(database).erase(EraseChoice(title="secret"), _at(20))
    recorder.apply(waiting)
    recorder.apply([End(_at(30)), Begin(_at(30), SECRET, ZONE)])  # this came after
    assert _titles(recorder) == [("Inbox", 0, 10), ("secret", 30, 30)]


def test_after_a_time_was_erased_what_is_open_goes_on_from_then(recorder: ActivityStore, database: Database) -> None:
    EraseStore(database).erase(EraseChoice(start_ms=_at(5)), _at(20))
    recorder.apply([End(_at(30)), Begin(_at(30), MAIL, ZONE)])
    recorder.apply([End(_at(31))])
    assert _titles(recorder) == [("Inbox", 0, 5), ("secret", 20, 30), ("Inbox", 30, 31)]


def test_a_time_that_is_over_is_cut_out_of_what_is_open(recorder: ActivityStore, database: Database) -> None:
    EraseStore(database).erase(EraseChoice(_at(12), _at(15)), _at(20))
    beat = Beat(recorder.open_id() or 0, _at(22), 0, 1, RecorderState.RECORDING, 0, 1)
    assert recorder.between(_at(16), _at(30), beat=beat)[0].interval.length_ms == 7 * MS_PER_MINUTE
    recorder.apply([End(_at(30))])
    assert _titles(recorder) == [("Inbox", 0, 10), ("secret", 10, 12), ("secret", 15, 30)]


def test_everything_ends_what_is_open_too(recorder: ActivityStore, database: Database) -> None:
    EraseStore(database).erase(EraseChoice(everything=True), _at(20))
    recorder.apply([End(_at(30)), Begin(_at(30), MAIL, ZONE)])
    recorder.apply([End(_at(31))])
    assert _titles(recorder) == [("Inbox", 30, 31)]
    assert database.integrity() == []


def test_a_clock_that_was_set_back_is_heeded_once_only(recorder: ActivityStore, database: Database) -> None:
    EraseStore(database).erase(EraseChoice(title="secret"), _at(500))
    recorder.apply([End(_at(30)), Begin(_at(30), MAIL, ZONE)])
    recorder.apply([Begin(_at(31), MAIL, ZONE), End(_at(33))])
    assert _titles(recorder)[1:] == [("Inbox", 31, 33)]
