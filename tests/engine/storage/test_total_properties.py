"""Whatever happens to a history, in whatever order: its totals are the sum over every moment of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from helpers.brute_force import BruteForce
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.domain.activity import Activity, Observed, Withheld
from engine.domain.categories import Labels
from engine.domain.changes import Begin, Change, End, TakeBack
from engine.domain.clock import MS_PER_HOUR
from engine.domain.corrections import Correction, CorrectionKind
from engine.domain.health import RecorderState
from engine.domain.intervals import Interval
from engine.domain.look import Look
from engine.domain.presence import Presence
from engine.domain.stretches import UNCHANGED, LabelOverride
from engine.domain.totals import Key
from engine.storage import connections
from engine.storage.activities import ActivityStore
from engine.storage.batches import BatchStore
from engine.storage.categories import CategoryStore
from engine.storage.corrections import CorrectionStore
from engine.storage.database import Database
from engine.storage.heartbeat import Beat
from engine.storage.looks import LookStore
from engine.storage.totals import TotalStore

STEP = MS_PER_HOUR // 4
FIRST = 473_350 * MS_PER_HOUR  # the last hours of 2023 in UTC: hours, days, months and a year all end within reach
CELLS = 420
END = FIRST + CELLS * STEP
BY = (Key.PRESENCE, Key.APP, Key.WITHHELD, Key.CATEGORY, Key.PROJECT, Key.TAG)
SOURCES = ("recorder", "import")

cells = st.integers(0, CELLS - 1)
lengths = st.one_of(st.integers(0, 6), st.integers(0, 40))
whats = st.one_of(
    st.builds(
        Observed,
        st.just(Presence.ACTIVE),
        st.sampled_from("ab"),
        st.sampled_from(["x", "y", ""]),
        site=st.sampled_from(["", "s"]),
    ),
    st.sampled_from([Observed(Presence.IDLE), Observed(Presence.ACTIVE, withheld=Withheld.PRIVATE)]),
)


@dataclass
class Rules:
    """Labels by app and title, as the rules of one revision give them."""

    revision: int = 1
    turn: int = 0

    def __call__(self, look: Look) -> Labels:
        category, project, tag = self.plain(look.app, look.title, look.site, look.document)
        return Labels(category, project, tag)

    def plain(self, app: str, title: str, site: str, document: str) -> tuple[int | None, str, str]:
        if not app + title + site + document:
            return None, "", ""
        category = (len(title) + ord(app[:1] or "0") + self.turn) % 3
        return category or None, title if self.turn % 2 else "", "t" if site and self.turn else ""


def _at(cell: int) -> int:
    return FIRST + cell * STEP


def _activity(start: int, length: int, what: Observed, source: str) -> Activity:
    return Activity(_at(start), _at(start + length), what, "UTC", source)


def _correction(kind: CorrectionKind, start: int, length: int, name: str, labels: LabelOverride) -> Correction:
    naming = kind in {CorrectionKind.ADD, CorrectionKind.RETITLE}
    labelling = kind in {CorrectionKind.ADD, CorrectionKind.RELABEL}
    app = name[:1] if naming and (name != "y" or kind is CorrectionKind.ADD) else None
    title = name if naming and name != "a" else None
    return Correction(
        kind, Interval(_at(start), _at(start + length + 1)), 7, app, title, labels if labelling else UNCHANGED
    )


changes = st.one_of(
    st.builds(lambda cell, what: Begin(_at(cell), what, "UTC"), cells, whats),
    st.builds(lambda cell: End(_at(cell)), cells),
    st.builds(lambda cell: TakeBack(_at(cell)), cells),
)
activities = st.builds(_activity, cells, lengths, whats, st.sampled_from(SOURCES))
overrides = st.builds(
    LabelOverride, st.sampled_from([None, 0, 1, 2]), st.sampled_from([None, "", "p"]), st.sampled_from([None, "", "u"])
)
corrections = st.builds(
    _correction,
    st.sampled_from(list(CorrectionKind)),
    cells,
    lengths,
    st.sampled_from(["a", "bx", "y", "cz"]),
    overrides,
)
steps = st.lists(
    st.one_of(
        st.lists(changes, min_size=1, max_size=4),
        st.tuples(st.just("insert"), st.lists(activities, max_size=6)),
        st.tuples(st.just("import"), st.lists(activities, max_size=6)),
        st.tuples(st.just("undo import"), st.integers(0, 3)),
        st.tuples(st.just("correct"), st.lists(corrections, min_size=1, max_size=3)),
        st.sampled_from(["undo", "redo", "relabel", "half relabel", "remove category"]),
    ),
    max_size=8,
)


class Both:
    """A history in the database, and beside it what it takes to work it out moment by moment."""

    def __init__(self, database: Database) -> None:
        self.rules = Rules()
        self.database = database
        self.store = ActivityStore(database, labeller=self.rules)
        self.batches = BatchStore(database, self.rules)
        self.corrections = CorrectionStore(database, self.rules)
        self.looks = LookStore(database, self.rules)
        self.plain = BruteForce(FIRST, END, STEP)
        self.made: list[int] = []
        categories = CategoryStore(database)
        self.categories = [categories.add(name) for name in ("one", "two")]
        assert self.categories == [1, 2]

    def do(self, step: object) -> None:
        match step:
            case list():
                changes: list[Change] = step
                self.store.apply(changes)
            case ("insert", list() as given):
                self.store.insert_many(given)
            case ("import", list() as given):
                with self.batches.begin("kind", "file", "sha", "UTC", made_ms=1) as batch:
                    batch.insert(given)
                if batch.added:
                    self.made.append(batch.id)
            case ("undo import", int() as place) if self.made:
                self.batches.undo(self.made.pop(place % len(self.made)), undone_ms=2)
            case ("correct", list() as given):
                self.corrections.apply(given)
                self.plain.act(given)
            case "undo":
                assert (self.corrections.undo() is not None) == self.plain.undo()
            case "redo":
                assert (self.corrections.redo() is not None) == self.plain.redo()
            case "relabel" | "half relabel":
                self.rules.turn += 1
                found = list(self.looks.looks())
                self.looks.label_many((one.id, self.rules(one)) for one in found)

    def check(self, cuts: list[int], beat: Beat | None) -> None:
        raw = self.store.between(0, 1 << 43, beat=beat)
        self.plain._batches = [[one for one in raw if one.length_ms]]
        bounds = [_at(cut) for cut in cuts]
        found = TotalStore(self.database).each(bounds, BY, beat=beat)
        for (start, end), rows in zip(zip(bounds, bounds[1:], strict=False), found, strict=True):
            told = Counter(
                {(row.presence, row.app, row.withheld, row.category_id, row.project, row.tag): row.ms for row in rows}
            )
            assert told == self.plain.totals(self.rules.plain, start, end)


@contextmanager
def _emptied(shared: Path) -> Iterator[Database]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(connections, "_SETUP", (*connections._SETUP, "PRAGMA synchronous = OFF"))
        database = Database.open(shared)
    tables = (
        "open_activity activity hour_total day_total month_total mixed_hour look rule correction correction_group "
        "import_batch category title app sqlite_sequence"
    )
    try:
        with database.writing() as connection:
            for table in tables.split():
                connection.exec_driver_sql(f"DELETE FROM {table}")  # noqa: S608
        yield database
    finally:
        database.close()


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("totals") / "kairos.sqlite3"


@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(steps, st.lists(cells, min_size=2, max_size=5).map(sorted), cells)
def test_totals_are_the_sum_over_every_moment(
    shared: Path, given_steps: list[object], cuts: list[int], beat: int
) -> None:
    with _emptied(shared) as database:
        both = Both(database)
        for step in given_steps:
            both.do(step)
        number = both.store.open_id()
        both.check(cuts, None)
        both.check(cuts, Beat(number or 0, _at(beat), 0, 1, RecorderState.RECORDING, 0, 1))
        both.check([0, CELLS], None)
        assert database.integrity() == []
