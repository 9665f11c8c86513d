"""Whatever is applied, in whatever order and at whatever times: the rows are what a plain list of milliseconds says."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from helpers.storage_samples import ZONE, seen
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import delete

from engine.domain.activity import Activity
from engine.domain.changes import Begin, Change, End, TakeBack
from engine.storage import connections, tables
from engine.storage.activities import ActivityStore
from engine.storage.database import Database

APPS = "abcdef"
moments = st.integers(0, 60)
changes = st.one_of(
    st.builds(Begin, moments, st.sampled_from([seen(app) for app in APPS]), st.just(ZONE)),
    st.builds(End, moments),
    st.builds(TakeBack, moments),
)
RESTART = "restart"
steps = st.lists(st.one_of(st.lists(changes, min_size=1, max_size=4), st.just(RESTART)), max_size=12)


@dataclass
class Milliseconds:
    """Who owns each millisecond, in which reading of the clock (from one setting back to the next), and since which
    Begin: two activities of one app side by side are two rows.
    """

    owner: dict[int, tuple[str, int, int]] = field(default_factory=dict)
    begins: int = 0
    opened: tuple[int, str] | None = None
    last: int | None = None
    reading: int = 0
    begun: bool = False
    starts: set[int] = field(default_factory=set)

    def change(self, change: Change) -> None:
        match change:
            case Begin(start_ms, what):
                self.close(start_ms)
                self.moment(start_ms)
                if not self.begun and any(start > start_ms for start in self.starts):
                    self.reading += 1
                self.begun = True
                self.begins += 1
                self.opened = (start_ms, what.app)
            case End(end_ms):
                self.moment(end_ms)
                self.close(end_ms)
            case TakeBack(from_ms):
                self.close(from_ms)
                wrong = [at for at, (_, reading, _) in self.owner.items() if at >= from_ms and reading == self.reading]
                for at in wrong:
                    del self.owner[at]
                self.last = from_ms
        self.starts = {at for at in self.owner if self.owner.get(at - 1) != self.owner[at]}

    def moment(self, at: int) -> None:
        if self.last is not None and at < self.last:
            self.reading += 1
        self.last = at

    def close(self, end_ms: int) -> None:
        if self.opened is not None:
            start_ms, app = self.opened
            for at in range(start_ms, end_ms):
                self.owner.setdefault(at, (app, self.reading, self.begins))
            self.opened = None

    def restart(self) -> None:
        self.owner = {at: (app, 0, begin) for at, (app, _, begin) in self.owner.items()}
        self.opened, self.last, self.reading, self.begun = None, None, 0, False

    def apps(self) -> dict[int, str]:
        return {at: app for at, (app, _, _) in self.owner.items()}


@contextmanager
def _emptied(shared: Path) -> Iterator[Database]:
    """The shared database without a row, and without waiting for the disk: only the rules are looked at here."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(connections, "_SETUP", (*connections._SETUP, "PRAGMA synchronous = OFF"))
        database = Database.open(shared)
    try:
        with database.writing() as connection:
            connection.execute(delete(tables.activity))
        yield database
    finally:
        database.close()


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("properties") / "kairos.sqlite3"


def _rows(database: Database) -> list[Activity]:
    found = ActivityStore(database).between(0, 1_000)
    for before, after in itertools.pairwise(found):
        assert before.end_ms <= after.start_ms
    assert all(one.length_ms > 0 or one.open for one in found)
    return found


def _by_millisecond(rows: list[Activity]) -> dict[int, str]:
    return {at: one.what.app for one in rows for at in range(one.start_ms, one.end_ms)}


@given(steps)
def test_applied_changes_are_what_the_milliseconds_say(shared: Path, given_steps: list[list[Change] | str]) -> None:
    with _emptied(shared) as database:
        store, plain = ActivityStore(database), Milliseconds()
        for step in given_steps:
            if isinstance(step, str):
                store.recover(None)
                store = ActivityStore(database)
                plain.restart()
                continue
            opened = store.apply(step)
            for change in step:
                plain.change(change)
            assert (opened is None) == (plain.opened is None)
            assert _by_millisecond(_rows(database)) == plain.apps()


stretches = st.builds(
    lambda start, length, app: Activity(start, start + length, seen(app), ZONE),
    moments,
    st.integers(0, 12),
    st.sampled_from(APPS),
)


@given(st.lists(st.lists(stretches, max_size=8), max_size=4), st.none() | moments)
def test_inserting_many_leaves_out_what_is_taken(
    shared: Path, batches: list[list[Activity]], opened: int | None
) -> None:
    with _emptied(shared) as database:
        store = ActivityStore(database)
        if opened is not None:
            store.apply([Begin(opened, seen("open"), ZONE)])
        owner: dict[int, str] = {}
        for batch in batches:
            before = store.count()
            assert store.insert_many(batch) == store.count() - before
            for one in sorted(batch, key=lambda one: one.start_ms):
                for at in range(one.start_ms, min(one.end_ms, 1_000 if opened is None else opened)):
                    owner.setdefault(at, one.what.app)
            assert _by_millisecond(_rows(database)) == owner
