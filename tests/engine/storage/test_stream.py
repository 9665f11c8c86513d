"""The history as models read it is the history as every other reader has it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path

import pytest
from helpers.histories import activities, corrections
from helpers.storage_documents import folder, put
from helpers.storage_labels import ByApp
from helpers.storage_samples import seen
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.domain.activity import TOTALS, Activity, Observed
from engine.domain.categories import Labels
from engine.domain.changes import Begin
from engine.domain.clock import MS_PER_HOUR
from engine.domain.corrections import Correction, CorrectionKind
from engine.domain.health import RecorderState
from engine.domain.intervals import Interval
from engine.domain.presence import Presence
from engine.domain.stream_row import StreamRow
from engine.storage import connections
from engine.storage.activities import ActivityStore
from engine.storage.categories import CategoryStore
from engine.storage.corrections import CorrectionStore
from engine.storage.database import Database
from engine.storage.document_uses import DocumentUseStore
from engine.storage.heartbeat import Beat
from engine.storage.labelled import LabelledHistory
from engine.storage.shown_documents import ShownDocuments
from engine.storage.stream import DAY_MS, StreamReader

STEP = MS_PER_HOUR // 2
CELLS = 200
FIRST = 20_000 * DAY_MS
RULES = ByApp({"code": Labels(1), "mail": Labels(2), "editor": Labels(1)})
MINUTE = 60_000


@contextmanager
def opened(path: Path) -> Iterator[Database]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(connections, "_SETUP", (*connections._SETUP, "PRAGMA synchronous = OFF"))
        database = Database.open(path)
    try:
        for name in ("one", "two"):
            CategoryStore(database).add(name)
        yield database
    finally:
        database.close()


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with opened(tmp_path / "kairos.sqlite3") as found:
        yield found


def match_by_first_letters(database: Database, home: str = "/docs") -> None:
    """Let looks whose title starts with a vowel or a "t" show a document."""
    number = folder(database, home)
    pages = [put(database, number, f"{home}/{page}.txt", "text").id for page in range(3)]
    store = DocumentUseStore(database)
    for look in store.unmatched(10_000):
        at = "taeiou".find(look.title[:1]) if look.title else -1
        store.say(look.id, pages[at % 3] if at >= 0 else None)


def slow_rows(database: Database, start_ms: int, end_ms: int, beat: Beat | None) -> list[StreamRow]:
    """Return what the other readers say."""
    found: list[StreamRow] = []
    looks, uses = ShownDocuments(database), DocumentUseStore(database)
    for one in LabelledHistory(database, RULES).between(start_ms, end_ms, beat=beat):
        look = looks.look_of(one.what) or 0
        match = uses.matches([look]).get(look)
        document = match.document_id or 0 if match is not None else 0
        category = one.labels.category_id or 0
        what, span = one.what, one.interval
        found.append(
            StreamRow(span.start_ms, span.end_ms, one.zone, what.presence, what.app, what.title, category, document)
        )
    return found


def joined(rows: list[StreamRow]) -> list[StreamRow]:
    found: list[StreamRow] = []
    for row in rows:
        if found and found[-1].end_ms == row.start_ms and found[-1][2:] == row[2:]:
            found[-1] = found[-1]._replace(end_ms=row.end_ms)
        else:
            found.append(row)
    return found


@settings(max_examples=25)
@given(
    raw=activities(CELLS, FIRST, STEP),
    said=st.lists(corrections(CELLS, FIRST, STEP), max_size=4),
    cut=st.tuples(st.integers(-1, CELLS + 8), st.integers(-1, CELLS + 8)).map(sorted),
    goes_on=st.booleans(),
)
def test_the_same_rows_as_the_other_readers(
    tmp_path_factory: pytest.TempPathFactory,
    raw: list[Activity],
    said: list[Correction],
    cut: list[int],
    goes_on: bool,
) -> None:
    with opened(tmp_path_factory.mktemp("stream") / "kairos.sqlite3") as database:
        store = ActivityStore(database, labeller=RULES)
        store.insert_many(raw)
        beat = None
        if goes_on:
            number = store.apply([Begin(FIRST + (CELLS - 3) * STEP, seen(), "UTC")])
            assert number is not None
            beat = Beat(number, FIRST + (CELLS + 5) * STEP, 0, 1, RecorderState.RECORDING, 0, 1)
        if said:
            CorrectionStore(database, RULES).apply(said)
        match_by_first_letters(database)
        start, end = (FIRST + cell * STEP for cell in cut)
        found = StreamReader(database, lambda: beat, RULES).rows(start, end)
        assert found == joined(slow_rows(database, start, end, beat))


def test_documents_follow_what_the_person_says_things_were(database: Database) -> None:
    ActivityStore(database, labeller=RULES).insert_many(
        [Activity(FIRST + at * MINUTE, FIRST + (at + 1) * MINUTE, seen(title=f"t{at}"), "UTC") for at in range(4)]
    )
    match_by_first_letters(database)
    said = Correction(CorrectionKind.RETITLE, Interval(FIRST, FIRST + MINUTE), FIRST, title="nothing to see")
    gone = Correction(CorrectionKind.DELETE, Interval(FIRST + 3 * MINUTE, FIRST + 4 * MINUTE), FIRST)
    before = StreamReader(database).rows()
    assert [row.document > 0 for row in before] == [True, True, True, True]
    CorrectionStore(database, RULES).apply([said, gone])
    after = StreamReader(database).rows()
    assert [(row.title, row.document > 0) for row in after] == [("nothing to see", False), ("t1", True), ("t2", True)]


def test_totals_that_were_laid_somewhere_are_left_out(database: Database) -> None:
    hour = Observed(Presence.ACTIVE, "code", platform=TOTALS)
    ActivityStore(database).insert_many(
        [
            Activity(FIRST, FIRST + MS_PER_HOUR, hour, "UTC", "import"),
            Activity(FIRST + MS_PER_HOUR, FIRST + MS_PER_HOUR + MINUTE, seen(), "UTC"),
        ]
    )
    assert [(row.app, row.start_ms) for row in StreamReader(database).rows()] == [("editor", FIRST + MS_PER_HOUR)]


def test_a_mark_stays_while_new_things_happen_and_goes_once_the_past_changes(database: Database) -> None:
    store = ActivityStore(database, labeller=RULES)
    days = [
        Activity(FIRST + at * DAY_MS // 4, FIRST + at * DAY_MS // 4 + MINUTE, seen(title=f"t{at}"), "UTC")
        for at in range(12)
    ]
    store.insert_many(days)
    match_by_first_letters(database)
    reader = StreamReader(database)
    mark = reader.mark(FIRST // DAY_MS + 2)
    later = Activity(FIRST + 3 * DAY_MS, FIRST + 3 * DAY_MS + MINUTE, seen(title="tea"), "UTC")
    store.insert_many([later])
    match_by_first_letters(database, "/more")
    assert reader.unchanged(mark)

    DocumentUseStore(database).say(mark.look, None)
    assert not reader.unchanged(mark)
    mark = reader.mark(mark.day)
    said = Correction(CorrectionKind.RETITLE, Interval(FIRST, FIRST + MINUTE), FIRST, title="another")
    corrected = CorrectionStore(database, RULES)
    corrected.apply([said])
    assert not reader.unchanged(mark)
    mark = reader.mark(mark.day)
    corrected.undo()
    assert not reader.unchanged(mark)
    mark = reader.mark(mark.day)
    store.insert_many([Activity(FIRST + MINUTE, FIRST + 2 * MINUTE, seen("mail"), "UTC", "import")])
    assert not reader.unchanged(mark)


def test_nothing_recorded_is_no_rows(database: Database) -> None:
    reader = StreamReader(database)
    assert reader.rows() == []
    assert reader.rows(5, 5) == []
    assert reader.unchanged(reader.mark(20_000))


def test_rows_do_not_overlap_where_sources_do(database: Database) -> None:
    ActivityStore(database).insert_many(
        [
            Activity(FIRST + at * MINUTE, FIRST + (at + length) * MINUTE, seen(source), "UTC", source)
            for source, at, length in [("a", 0, 10), ("b", 2, 3), ("b", 5, 10), ("c", 12, 20), ("a", 14, 1)]
        ]
    )
    rows = StreamReader(database).rows()
    assert all(one.end_ms <= other.start_ms for one, other in pairwise(rows))
    minutes = [((row.start_ms - FIRST) // MINUTE, (row.end_ms - FIRST) // MINUTE, row.app) for row in rows]
    assert minutes == [(0, 10, "a"), (10, 15, "b"), (15, 32, "c")]
