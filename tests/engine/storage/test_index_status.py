from __future__ import annotations

from engine.domain.documents import IndexPhase, IndexStatus
from engine.storage.database import Database
from engine.storage.index_status import IndexStatusStore


def test_it_is_idle_until_something_is_said(database: Database) -> None:
    store = IndexStatusStore(database)
    assert (store.load(), store.paused_wanted()) == (IndexStatus(), False)


def test_the_last_account_is_kept_and_so_is_the_wish_to_pause(database: Database) -> None:
    store = IndexStatusStore(database)
    store.want_paused(True)
    assert (store.load(), store.paused_wanted()) == (IndexStatus(), True)
    for done in (1, 2):
        status = IndexStatus(IndexPhase.WORDS, done, 9, 5, "On battery.", 77, 8)
        store.save(status)
        assert (store.load(), store.paused_wanted()) == (status, True)
    store.want_paused(False)
    assert (store.load().done, store.paused_wanted()) == (2, False)


def test_the_time_left_is_told_by_the_pace_so_far() -> None:
    assert IndexStatus(IndexPhase.WORDS, 25, 100, started_ms=1_000, moved_ms=6_000).left_s == 15
    assert IndexStatus(IndexPhase.WORDS, 0, 100, started_ms=1_000, moved_ms=6_000).left_s is None
    assert IndexStatus(IndexPhase.WORDS, 5, 100, started_ms=1_000, moved_ms=1_000).left_s is None
