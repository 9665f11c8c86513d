"""The history as it counts, in order, is the same moments that the totals count; a snapshot stands still."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path

import pytest
from helpers.brute_force import BruteForce
from helpers.histories import activities, corrections
from helpers.storage_samples import seen
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.domain.activity import Activity
from engine.domain.categories import Labels
from engine.domain.changes import Begin
from engine.domain.clock import MS_PER_HOUR
from engine.domain.corrections import Correction
from engine.domain.health import RecorderState
from engine.domain.look import Look
from engine.domain.totals import Key
from engine.storage import connections
from engine.storage.activities import ActivityStore
from engine.storage.categories import CategoryStore
from engine.storage.corrections import CorrectionStore
from engine.storage.database import Database
from engine.storage.heartbeat import Beat, HeartbeatFile
from engine.storage.labelled import AT_ONCE_MS, LabelledHistory
from engine.storage.snapshot import Snapshots

STEP = MS_PER_HOUR // 2
CELLS = 250  # more than two of the spans it is read in
FIRST = 20_000 * 24 * MS_PER_HOUR


class Rules:
    """Labels by app and site."""

    revision = 1

    def __call__(self, look: Look) -> Labels:
        return Labels(*self.plain(look.app, look.title, look.site, look.document))

    def plain(self, app: str, title: str, site: str, document: str) -> tuple[int | None, str, str]:
        return {"code": 1, "mail": 2}.get(app), "web" if site else "", title


@contextmanager
def _opened(folder: Path) -> Iterator[Database]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(connections, "_SETUP", (*connections._SETUP, "PRAGMA synchronous = OFF"))
        database = Database.open(folder)
    try:
        yield database
    finally:
        database.close()


@settings(max_examples=25)
@given(
    raw=activities(CELLS, FIRST, STEP),
    said=st.lists(corrections(CELLS, FIRST, STEP), max_size=4),
    cut=st.tuples(st.integers(0, CELLS), st.integers(0, CELLS)).map(sorted),
)
def test_the_same_moments_as_the_totals(
    tmp_path_factory: pytest.TempPathFactory, raw: list[Activity], said: list[Correction], cut: list[int]
) -> None:
    rules = Rules()
    with _opened(tmp_path_factory.mktemp("labelled") / "kairos.sqlite3") as database:
        for name in ("one", "two"):
            CategoryStore(database).add(name)
        store = ActivityStore(database, labeller=rules)
        store.insert_many(raw)
        plain = BruteForce(FIRST, FIRST + CELLS * STEP, STEP)
        plain.record([one for one in store.between(0, 1 << 43) if one.length_ms])
        if said:
            CorrectionStore(database, rules).apply(said)
            plain.act(said)
        start, end = (FIRST + cell * STEP for cell in cut)
        found = list(LabelledHistory(database, rules).between(start, end))
    counted: Counter[tuple[object, ...]] = Counter()
    for one in found:
        labels = one.labels
        seen_as = one.presence, one.app, one.what.withheld, labels.category_id, labels.project, labels.tag
        counted[seen_as] += one.ms
    assert counted == plain.totals(rules.plain, start, end)
    assert all(before.interval.end_ms <= after.interval.start_ms for before, after in pairwise(found))
    assert not found or (start <= found[0].interval.start_ms and found[-1].interval.end_ms <= end)


def test_a_long_activity_comes_in_one_piece(tmp_path: Path) -> None:
    with _opened(tmp_path / "kairos.sqlite3") as database:
        ActivityStore(database).insert_many([Activity(FIRST, FIRST + 3 * AT_ONCE_MS, seen(), "UTC")])
        found = list(LabelledHistory(database).between(FIRST - 1, FIRST + 4 * AT_ONCE_MS))
    assert [(one.interval.start_ms, one.interval.end_ms) for one in found] == [(FIRST, FIRST + 3 * AT_ONCE_MS)]


def test_a_snapshot_stands_still_while_recording_goes_on(tmp_path: Path) -> None:
    heartbeat = HeartbeatFile(tmp_path / "heartbeat")
    with _opened(tmp_path / "kairos.sqlite3") as database:
        store = ActivityStore(database)
        number = store.apply([Begin(FIRST, seen(), "UTC")])
        assert number is not None
        heartbeat.write(Beat(number, FIRST + 5_000, 0, 1, RecorderState.RECORDING, 0, 1), durable=False)
        with Snapshots(database, None, heartbeat).take() as history:
            heartbeat.write(Beat(number, FIRST + 9_000, 0, 1, RecorderState.RECORDING, 0, 2), durable=False)
            store.apply([Begin(FIRST + 7_000, seen("other"), "UTC")])
            assert sum(row.ms for row in history.total(0, 1 << 43, (Key.APP,))) == 5_000
            assert [sum(row.ms for row in part) for part in history.each((FIRST, FIRST + 1_000), (Key.APP,))] == [1_000]
            assert [(one.app, one.ms) for one in history.labelled(0, 1 << 43)] == [("editor", 5_000)]
            assert list(history.labelled(FIRST + 6_000, FIRST + 8_000)) == []
    heartbeat.close()
