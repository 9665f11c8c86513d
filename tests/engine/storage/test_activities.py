from __future__ import annotations

from collections.abc import Generator

import pytest
from helpers.storage_samples import ZONE, seen, spans
from sqlalchemy import delete, insert, update
from sqlalchemy.exc import IntegrityError

from engine.domain.activity import Activity, Observed, Withheld
from engine.domain.changes import Begin, Change, End, TakeBack
from engine.domain.health import RecorderState
from engine.domain.intervals import Interval
from engine.domain.presence import Presence
from engine.storage.activities import ActivityStore
from engine.storage.database import Database
from engine.storage.heartbeat import Beat
from engine.storage.tables import activity, app, title


def _beat(activity_id: int | None, end_ms: int) -> Beat:
    return Beat(activity_id or 0, end_ms, end_ms, 1, RecorderState.RECORDING, 0, 1)


def test_everything_observed_comes_back(store: ActivityStore) -> None:
    observed = [
        Observed(
            Presence.ACTIVE, "firefox", "Größe 中文 🙂 — x", "/usr/bin/firefox", "x11", "example.org", "/home/a.txt"
        ),
        Observed(Presence.ACTIVE, withheld=Withheld.PRIVATE),
        Observed(Presence.ACTIVE, withheld=Withheld.EXCLUDED, platform="x11"),
        Observed(Presence.ACTIVE, withheld=Withheld.FILTER),
        *(Observed(presence) for presence in Presence),
    ]
    for at, what in enumerate(observed):
        store.apply([End(at * 10), Begin(at * 10, what, ZONE)])
    store.apply([End(len(observed) * 10)])
    found = store.between(0, 10_000)
    assert [one.what for one in found] == observed
    assert {(one.zone, one.source, one.open) for one in found} == {(ZONE, "recorder", False)}
    assert list(store.stream()) == found


def test_the_open_activity_is_named_and_flagged(store: ActivityStore) -> None:
    assert store.apply([]) is None
    number = store.apply([Begin(1_000, seen(), ZONE)])
    assert number is not None
    assert store.open_id() == number
    assert store.apply([]) == number
    (found,) = store.between(0, 9_000)
    assert (found.id, found.open, found.start_ms, found.end_ms) == (number, True, 1_000, 1_000)
    assert store.apply([End(3_000)]) is None
    assert store.open_id() is None
    (found,) = store.between(0, 9_000)
    assert (found.id, found.open, found.start_ms, found.end_ms) == (number, False, 1_000, 3_000)


def test_the_beat_extends_the_activity_it_names_and_no_other(store: ActivityStore) -> None:
    number = store.apply([Begin(1_000, seen(), ZONE)])
    assert spans(store.between(0, 9_000, beat=_beat(number, 4_000))) == [(1_000, 4_000, "editor")]
    assert spans(store.between(3_000, 3_500, beat=_beat(number, 4_000))) == [(1_000, 4_000, "editor")]
    assert store.between(4_000, 5_000, beat=_beat(number, 4_000)) == []
    assert spans(store.between(0, 9_000, beat=_beat((number or 0) + 1, 4_000))) == [(1_000, 1_000, "editor")]
    assert spans(store.between(0, 9_000, beat=_beat(number, 500))) == [(1_000, 1_000, "editor")]


def test_a_begin_closes_what_is_open(store: ActivityStore) -> None:
    store.apply([Begin(0, seen("a"), ZONE), Begin(5, seen("b"), ZONE), End(9), End(12)])
    assert spans(store.between(0, 99)) == [(0, 5, "a"), (5, 9, "b")]


@pytest.mark.parametrize("end_ms", [1_000, 999, 0])
def test_what_has_no_length_leaves_no_row(store: ActivityStore, end_ms: int) -> None:
    store.apply([Begin(1_000, seen(), ZONE), End(end_ms)])
    assert store.count() == 0
    assert store.open_id() is None


def test_time_already_recorded_is_left_out_when_the_clock_was_set_back(store: ActivityStore) -> None:
    store.apply([Begin(100, seen("a"), ZONE), End(200), Begin(300, seen("b"), ZONE), End(400)])
    number = store.apply([Begin(150, seen("again"), ZONE)])
    assert spans(store.between(0, 999)) == [(100, 200, "a"), (200, 200, "again"), (300, 400, "b")]
    shown = store.between(0, 999, beat=_beat(number, 450))
    assert spans(shown) == [(100, 200, "a"), (200, 300, "again"), (300, 400, "b"), (400, 450, "again")]
    store.apply([End(450)])
    assert spans(store.between(0, 999)) == spans(shown)


def test_a_second_pass_wholly_inside_recorded_time_leaves_nothing(store: ActivityStore) -> None:
    store.apply([Begin(100, seen("a"), ZONE), End(200)])
    store.apply([Begin(120, seen("again"), ZONE), End(180)])
    assert spans(store.between(0, 999)) == [(100, 200, "a")]


def test_sources_may_overlap_one_another(database: Database, store: ActivityStore) -> None:
    ActivityStore(database, "import").apply([Begin(50, seen("theirs"), "UTC"), End(150)])
    store.apply([Begin(0, seen("ours"), ZONE), End(100)])
    assert spans(store.between(0, 999)) == [(0, 100, "ours"), (50, 150, "theirs")]
    assert [one.source for one in store.stream(90, 100)] == ["recorder", "import"]


def test_taking_back_cuts_across_and_removes_after(store: ActivityStore) -> None:
    store.apply(
        [Begin(0, seen("a"), ZONE), End(100), Begin(100, seen("b"), ZONE), End(200), Begin(200, seen("c"), ZONE)]
    )
    assert store.apply([TakeBack(50), Begin(50, Observed(Presence.IDLE), ZONE)]) is not None
    store.apply([End(300)])
    assert [(one.start_ms, one.end_ms, one.what.presence) for one in store.between(0, 999)] == [
        (0, 50, Presence.ACTIVE),
        (50, 300, Presence.IDLE),
    ]


def test_taking_back_ends_the_open_activity_that_began_before(store: ActivityStore) -> None:
    store.apply([Begin(0, seen("a"), ZONE)])
    assert store.apply([TakeBack(70)]) is None
    assert spans(store.between(0, 999)) == [(0, 70, "a")]


def test_taking_back_spares_what_was_recorded_before_the_clock_was_set_back(store: ActivityStore) -> None:
    store.apply([Begin(0, seen("first"), ZONE), End(1_000)])
    store.apply([Begin(500, seen("second"), ZONE), End(1_200), TakeBack(400)])
    assert spans(store.between(0, 9_999)) == [(0, 1_000, "first")]


def test_taking_back_reaches_rows_of_the_process_before(database: Database, store: ActivityStore) -> None:
    store.apply([Begin(0, seen("a"), ZONE), End(1_000)])
    restarted = ActivityStore(database)
    restarted.apply([Begin(1_100, seen("b"), ZONE), TakeBack(800)])
    assert spans(restarted.between(0, 9_999)) == [(0, 800, "a")]


def test_taking_back_spares_rows_ahead_of_a_restarted_recorder(database: Database, store: ActivityStore) -> None:
    store.apply([Begin(0, seen("a"), ZONE), End(1_000), Begin(1_000, seen("b"), ZONE), End(2_000)])
    restarted = ActivityStore(database)
    restarted.apply([Begin(500, seen("c"), ZONE), TakeBack(400)])
    assert spans(restarted.between(0, 9_999)) == [(0, 1_000, "a"), (1_000, 2_000, "b")]


def test_changes_are_made_together_or_not_at_all_and_may_be_given_again(store: ActivityStore) -> None:
    store.apply([Begin(0, seen("a"), ZONE)])
    bad: list[Change] = [End(10), Begin(10, seen("b"), ZONE), End(20), Begin(-5, seen("before 1970"), ZONE)]
    with pytest.raises(IntegrityError):
        store.apply(bad)
    assert spans(store.between(0, 99)) == [(0, 0, "a")]
    store.apply(bad[:-1])
    assert spans(store.between(0, 99)) == [(0, 10, "a"), (10, 20, "b")]


@pytest.mark.parametrize(("end_ms", "left"), [(1_700, [(1_000, 1_700, "editor")]), (900, []), (None, []), (1_000, [])])
def test_what_a_killed_recorder_left_open_is_closed(
    database: Database, store: ActivityStore, end_ms: int | None, left: list[tuple[int, int, str]]
) -> None:
    store.apply([Begin(1_000, seen(), ZONE)])
    restarted = ActivityStore(database)
    restarted.recover(end_ms)
    assert spans(restarted.between(0, 9_999)) == left
    assert restarted.open_id() is None
    before = database.data_version()
    restarted.recover(5_000)
    assert spans(restarted.between(0, 9_999)) == left
    assert database.data_version() == before


def test_recovery_leaves_out_recorded_time(database: Database, store: ActivityStore) -> None:
    store.apply([Begin(100, seen("a"), ZONE), End(200), Begin(50, seen("b"), ZONE)])
    ActivityStore(database).recover(250)
    assert spans(store.between(0, 999)) == [(50, 100, "b"), (100, 200, "a"), (200, 250, "b")]


def test_only_what_shares_time_is_found(store: ActivityStore) -> None:
    store.apply(
        [Begin(0, seen("a"), ZONE), End(10), Begin(10, seen("b"), ZONE), End(20), Begin(30, seen("c"), ZONE), End(40)]
    )
    assert spans(store.between(10, 30)) == [(10, 20, "b")]
    assert spans(store.between(9, 31)) == [(0, 10, "a"), (10, 20, "b"), (30, 40, "c")]
    assert store.between(20, 30) == []
    assert spans(store.between(15, 16)) == [(10, 20, "b")]
    assert spans(list(store.stream(15, 16))) == [(10, 20, "b")]


def test_bounds_and_count(database: Database, store: ActivityStore) -> None:
    assert store.bounds() is None
    assert store.count() == 0
    store.insert_many([Activity(500, 900, seen(), ZONE), Activity(100, 600, seen(), ZONE, "import")])
    assert store.bounds() == Interval(100, 900)
    assert store.count() == 2


def test_reading_a_stream_halfway_gives_the_connection_back(database: Database, store: ActivityStore) -> None:
    store.insert_many(Activity(n * 10, n * 10 + 10, seen(), ZONE) for n in range(3_000))
    for _ in range(50):  # more than there are connections
        stream = store.stream()
        assert next(stream).start_ms == 0
        assert isinstance(stream, Generator)
        stream.close()
    assert sum(1 for _ in store.stream()) == 3_000


def test_texts_are_stored_once(database: Database, store: ActivityStore) -> None:
    for at in range(5):
        store.apply([Begin(at * 10, seen("editor", "the same"), ZONE), End(at * 10 + 10)])
    with database.reading() as connection:
        assert len(connection.execute(title.select()).all()) == 1
        assert len(connection.execute(app.select()).all()) == 1


def test_a_text_that_utf8_cannot_hold_is_stored_with_question_marks(store: ActivityStore) -> None:
    store.apply([Begin(0, seen("a", "half \ud83d pair"), ZONE), End(5)])
    store.insert_many([Activity(5, 9, seen("b", "half \udc00 pair"), ZONE)])
    assert [one.what.title for one in store.between(0, 9)] == ["half ? pair"] * 2


ROW = {"app_id": None, "zone_id": 1, "presence": 0, "withheld": 0, "source_id": 1}


@pytest.mark.parametrize("span", [(0, 101), (100, 101), (150, 160), (199, 300), (50, 400), (150, 150), (100, 100)])
def test_the_database_itself_refuses_an_overlap(
    database: Database, store: ActivityStore, span: tuple[int, int]
) -> None:
    store.apply([Begin(100, seen(), ZONE), End(200), Begin(500, seen(), ZONE), End(600)])
    with pytest.raises(IntegrityError), database.writing() as connection:
        connection.execute(insert(activity), {**ROW, "start_ms": span[0], "end_ms": span[1]})


def test_the_database_itself_refuses_to_stretch_move_or_turn_a_row(database: Database, store: ActivityStore) -> None:
    store.apply([Begin(100, seen(), ZONE), End(200), Begin(300, seen(), ZONE), End(400)])
    first = update(activity).where(activity.c.start_ms == 100)
    for values in ({"end_ms": 301}, {"end_ms": 99}, {"start_ms": 50}, {"source_id": 2}):
        with pytest.raises(IntegrityError), database.writing() as connection:
            connection.execute(first.values(**values))
    with database.writing() as connection:
        connection.execute(first.values(end_ms=300))
    assert spans(store.between(0, 999)) == [(100, 300, "editor"), (300, 400, "editor")]


def test_the_database_itself_refuses_to_lose_a_title_in_use(database: Database, store: ActivityStore) -> None:
    store.apply([Begin(100, seen(), ZONE), End(200)])
    with pytest.raises(IntegrityError), database.writing() as connection:
        connection.execute(delete(title))
