"""Random histories whose titles and hours are dropped: totals stay what they were, and nothing younger changes."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from random import Random

import pytest
from helpers.diced_history import DicedHistory
from helpers.random_history import END_MS, MINUTE_MS, MINUTES, START_MS

from engine.domain.categories import Facet
from engine.domain.erasing import EraseChoice
from engine.domain.intervals import Interval
from engine.domain.retention import Limits
from engine.domain.rules import Field, How, Rule, Test
from engine.storage.database import Database
from engine.storage.erase.store import EraseStore
from engine.storage.retention.store import RetentionParts, RetentionStore

HALF_HOUR_MS = 30 * MINUTE_MS
SEEDS = range(3)
_NAMED = """SELECT count(*) FROM activity JOIN look ON look.id = look_id
WHERE end_ms <= {0} AND coalesce(title_id, site_id, document_id) IS NOT NULL"""

_CORRECTED = "SELECT count(*) FROM correction WHERE start_ms < {0}"
_BEGUN = "SELECT count(*) FROM activity WHERE start_ms < {0}"


def _day_of(moment_ms: int) -> Interval:
    """Return a day of eight hours that begins at half past, as some zones have it."""
    start = (moment_ms - HALF_HOUR_MS) // (8 * 60 * MINUTE_MS) * (8 * 60 * MINUTE_MS) + HALF_HOUR_MS
    return Interval(start, start + 8 * 60 * MINUTE_MS)


def _store(history: DicedHistory) -> RetentionStore:
    return RetentionStore(history.database, RetentionParts(history.current, pause=lambda _seconds: None))


@pytest.mark.parametrize("seed", SEEDS)
def test_titles_go_and_every_total_stays(seed: int, tmp_path: Path) -> None:
    database = Database.open(tmp_path / "kairos.sqlite3")
    try:
        history = DicedHistory(database, seed)
        limit = START_MS + Random(-seed).randrange(1, MINUTES) * MINUTE_MS
        store, limits = _store(history), Limits(limit)
        totals, moments, changed = history.counted(), history.moments(), history.ask("SELECT * FROM history_change")
        due = store.preview(limits, _day_of, agreed=True)
        assert store.apply(limits, _day_of)
        reached = store.boundaries()[0]
        after = history.moments()
        for minute, was in moments.items():
            assert after[minute][1] == was[1]  # the app
            assert after[minute][-1] == was[-1]  # the labels
            assert minute < reached or after[minute] == was
            assert minute >= reached or after[minute][2:5] == ("", "", "")
        assert after.keys() == moments.keys()
        assert history.counted() == totals == history.recounted()
        assert history.ask(_NAMED.format(reached)) == [(0,)]
        assert history.ask(_CORRECTED.format(reached)) == [(0,)]
        assert store.preview(limits, _day_of, agreed=True).activities <= due.activities
        new = history.ask("SELECT * FROM history_change")
        assert not [row for row in new if row not in changed and row[1] * 60 * MINUTE_MS + 60 * MINUTE_MS <= reached]
        assert database.integrity() == []
    finally:
        database.close()


@pytest.mark.parametrize("seed", SEEDS)
def test_later_rules_do_not_reach_what_lost_its_titles(seed: int, tmp_path: Path) -> None:
    database = Database.open(tmp_path / "kairos.sqlite3")
    try:
        history = DicedHistory(database, seed)
        store, limits = _store(history), Limits(END_MS)
        store.apply(limits, _day_of)
        reached = store.boundaries()[0]
        before = history.counted(START_MS, reached)
        everything = Test(Field.APP, How.REGEX, ".*")
        history.rule([Rule(None, Facet.CATEGORY, 4, everything), Rule(None, Facet.PROJECT, "new", everything)])
        assert history.counted(START_MS, reached) == before == history.counted(START_MS, reached)
        assert store.apply(limits, _day_of)
        assert history.counted(START_MS, reached) == before
    finally:
        database.close()


@pytest.mark.parametrize("seed", [2])
def test_an_app_is_erased_from_days_of_which_only_totals_are_left(seed: int, tmp_path: Path) -> None:
    database = Database.open(tmp_path / "kairos.sqlite3")
    try:
        history = DicedHistory(database, seed)
        limit = _day_of(END_MS).end_ms
        _store(history).apply(Limits(limit, limit), _day_of)
        start = _day_of(START_MS).start_ms
        before = history.counted(start, limit, hourly=False)
        erases = EraseStore(database, history.current)
        told = erases.erase(EraseChoice(app="Code"), limit)
        after = history.counted(start, limit, hourly=False)
        assert after == Counter({key: ms for key, ms in before.items() if key[2] != "code"})
        assert told.length_ms == before.total() - after.total() > 0
        assert erases.preview(EraseChoice(app="code"), limit).empty
        erases.erase(EraseChoice(start, limit), limit)
        assert history.counted(start, limit, hourly=False) == Counter()
        assert history.counted() == history.recounted()
    finally:
        database.close()


@pytest.mark.parametrize("seed", SEEDS)
def test_days_stay_when_hours_go(seed: int, tmp_path: Path) -> None:
    database = Database.open(tmp_path / "kairos.sqlite3")
    try:
        history = DicedHistory(database, seed)
        limit = _day_of(START_MS + Random(-seed).randrange(1, MINUTES) * MINUTE_MS).start_ms
        days = [START_MS, *(one for one in range(_day_of(START_MS).end_ms, END_MS, 8 * 60 * MINUTE_MS)), END_MS]
        store, limits = _store(history), Limits(limit, limit)

        def by_day() -> list[object]:
            return [history.counted(_day_of(one).start_ms, _day_of(one).end_ms, hourly=False) for one in days[:-1]]

        before, young = by_day(), {at: one for at, one in history.moments().items() if at >= limit}
        assert store.apply(limits, _day_of)
        assert by_day() == before
        reached = store.boundaries()[1]
        assert history.ask(_BEGUN.format(reached)) == [(0,)]
        assert {at: one for at, one in history.moments().items() if at >= limit} == young
        history.recounted()
        assert by_day() == before
        assert database.integrity() == []
    finally:
        database.close()
