"""Focus figures kept per day are those of the history, whatever happens to it and whenever."""

from __future__ import annotations

import random
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path

import pytest
from helpers.counted_history import labelled
from helpers.focus_reference import focus_of as in_one_pass
from helpers.shaken_history import END, FIRST, Both, Chance, at, emptied
from helpers.storage_programs import finish, start
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from engine.domain.activity import Activity, Observed
from engine.domain.changes import Begin, End
from engine.domain.clock import MS_PER_HOUR
from engine.domain.corrections import Correction, CorrectionKind
from engine.domain.errors import StorageBusy
from engine.domain.focus_day import FocusDay
from engine.domain.health import RecorderState
from engine.domain.intervals import Interval
from engine.domain.presence import Presence
from engine.domain.report import Focus
from engine.reports.focus import focus_of
from engine.reports.focus_slots import focus_day as worked_out
from engine.storage.activities import ActivityStore
from engine.storage.corrections import CorrectionStore
from engine.storage.database import Database
from engine.storage.focus_days import FocusDayStore
from engine.storage.heartbeat import Beat
from engine.storage.snapshot import Snapshot

DAY_MS = 24 * MS_PER_HOUR
START_MS = 20_000 * DAY_MS
ZONE = "UTC"


class Kept:
    """The days of a database, kept and read."""

    def __init__(self, database: Database, both: Both | None = None, beat: Beat | None = None) -> None:
        self.database = database
        self.labeller = None if both is None else both.rules
        self.beat = beat
        self.store = FocusDayStore(database, self.take)

    @contextmanager
    def take(self) -> Iterator[Snapshot]:
        with self.database.reading() as connection:
            connection.exec_driver_sql("SELECT 1 FROM sqlite_schema LIMIT 1").fetchone()
            yield Snapshot(connection, self.labeller, self.beat)

    def fill(self, days: list[Interval]) -> None:
        self.store.fill(self.store.missing(days), worked_out)

    def check(self, days: list[Interval]) -> None:
        """See that the days, as far as they are kept, come to what one pass over everything does."""
        with self.take() as state:
            found = focus_of(state.focus_days(days, worked_out), _weight, _path, state.labelled)
            plain = in_one_pass(state.labelled(days[0].start_ms, days[-1].end_ms), _weight, _path)
            assert _without_score(found) == _without_score(plain)
            assert found.score == (None if plain.score is None else pytest.approx(plain.score, rel=1e-12))


def _weight(category: int) -> int:
    return {0: 0, 1: 2, 2: -1}[category]


def _path(category: int) -> tuple[str, ...]:
    return (str(category),)


def _without_score(focus: Focus) -> tuple[object, ...]:
    return (
        focus.deep_ms, focus.distracting_ms, focus.switches, focus.switches_per_hour, focus.fragmentation,
        focus.median_stretch_ms, focus.longest,
    )  # fmt: skip


def _cut(seed: int) -> list[Interval]:
    """Return the shaken history's time as days of some zone."""
    offset = random.Random(seed).choice([0, 1, 4, 5.75, 23]) * MS_PER_HOUR
    edges = [*range(FIRST + round(offset) - DAY_MS, END + DAY_MS, DAY_MS)]
    return [Interval(*edge) for edge in pairwise(edges)]


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("focus") / "kairos.sqlite3"


@settings(max_examples=10, deadline=None, phases=[Phase.explicit, Phase.generate])
@given(st.integers(0, 1 << 32))
def test_what_is_kept_is_what_the_history_says(shared: Path, seed: int) -> None:
    chance, days = Chance(seed), _cut(seed)
    with emptied(shared) as database:
        both = Both(database)
        for number in range(16):
            Kept(database, both).fill(days)
            kind, given_ = chance.step()
            both.do("import_" if kind == "import" else kind, given_)
            Kept(database, both).check(days)
            if number % 4 == 3:
                opened = Beat(both.store.open_id() or 0, at(chance.cell()), 0, 1, RecorderState.RECORDING, 0, 1)
                goes_on = Kept(database, both, opened)
                goes_on.check(days)
                goes_on.fill(days)
                Kept(database, both).check(days)
                days = _cut(seed + number) if number % 8 == 7 else days


def _activities(days: int) -> Iterator[Activity]:
    for hour in range(days * 24):
        for part in range(4):
            start = START_MS + hour * MS_PER_HOUR + part * 600_000
            yield Activity(start, start + 500_000, Observed(Presence.ACTIVE, "ab"[part % 2], f"t {part}"), ZONE)


def _days(number: int) -> list[Interval]:
    return [Interval(START_MS + n * DAY_MS, START_MS + (n + 1) * DAY_MS) for n in range(number)]


@pytest.fixture
def ten(database: Database) -> Kept:
    """Ten days, all kept."""
    ActivityStore(database).insert_many(_activities(10))
    kept = Kept(database)
    kept.fill(_days(10))
    assert kept.store.missing(_days(10)) == []
    return kept


def _refused(_: object) -> FocusDay:
    raise AssertionError("this day was to be kept")


def test_days_kept_are_not_read_again(ten: Kept) -> None:
    with ten.take() as state:
        assert len(list(state.focus_days(_days(10), _refused))) == 10


def test_a_change_takes_away_its_day_and_no_other(ten: Kept) -> None:
    moment = START_MS + 3 * DAY_MS + 5 * MS_PER_HOUR
    CorrectionStore(ten.database).apply(
        [Correction(CorrectionKind.RETITLE, Interval(moment, moment + 1), 1, title="x")]
    )
    assert ten.store.missing(_days(10)) == [_days(10)[3]]
    assert CorrectionStore(ten.database).undo() is not None
    ten.fill(_days(10))
    edge = START_MS + 6 * DAY_MS
    CorrectionStore(ten.database).apply([Correction(CorrectionKind.DELETE, Interval(edge - 1, edge), 1)])
    assert ten.store.missing(_days(10)) == [_days(10)[5]]


def test_more_of_what_an_hour_holds_already_takes_away_its_day(ten: Kept) -> None:
    """The hour's total is not counted anew then, it grows."""
    free = START_MS + 7 * DAY_MS + 9 * MS_PER_HOUR + 3_000_000
    ActivityStore(ten.database).apply([Begin(free, Observed(Presence.ACTIVE, "a", "t 0"), ZONE), End(free + 1_000)])
    assert ten.store.missing(_days(10)) == [_days(10)[7]]
    ten.check(_days(10))


def test_what_was_read_before_a_change_is_not_kept_after_it(ten: Kept) -> None:
    """The change comes between reading and keeping, as that of another process may."""
    day = _days(10)[2]
    stale = FocusDay(lengths=(1,))
    for change_first in (True, False):
        with ten.database.writing() as connection:
            numbers = ten.store.reserve(connection, [day])
        if change_first:
            start = day.start_ms + 3_400_000
            ActivityStore(ten.database).insert_many([Activity(start, start + 1, Observed(Presence.IDLE), ZONE)])
            with ten.database.writing() as connection:  # another reader reserves it meanwhile
                assert ten.store.reserve(connection, [day]) != numbers
        with ten.database.writing() as connection:
            ten.store.keep(connection, {numbers[day]: stale})
        with ten.take() as state:
            assert (list(state.focus_days([day], worked_out)) == [stale]) is not change_first


def test_a_day_that_was_reserved_by_one_who_died_is_read(ten: Kept) -> None:
    day = _days(10)[4]
    with ten.database.writing() as connection:
        ten.store.reserve(connection, [day])
    assert ten.store.missing(_days(10)) == [day]
    ten.check(_days(10))
    ten.fill(_days(10))
    assert ten.store.missing(_days(10)) == []


KEEPING = """
from engine.domain.intervals import Interval
from engine.reports.focus_slots import focus_day
from engine.storage import focus_days
from engine.storage.heartbeat import HeartbeatFile
from engine.storage.snapshot import Snapshots
database = Database.open(path)
store = focus_days.FocusDayStore(database, Snapshots(database, None, HeartbeatFile(path.with_suffix(".beat"))).take)
days = [Interval(*map(int, one.split("-"))) for one in sys.argv[2].split(",")]
kill_at = int(sys.argv[3])
columns, left = focus_days.as_columns, [kill_at]

def killed(day):
    left[0] -= 1
    if not left[0]:
        os.kill(os.getpid(), signal.SIGKILL)
    return columns(day)

focus_days.as_columns = killed
store.fill(store.missing(days), focus_day)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no kill -9 here")
@pytest.mark.parametrize("number", [1, 9])
def test_killed_while_days_are_kept_what_is_kept_is_right(ten: Kept, path: Path, number: int) -> None:
    with ten.database.writing() as connection:
        connection.exec_driver_sql("DELETE FROM focus_day")
    given = ",".join(f"{day.start_ms}-{day.end_ms}" for day in _days(10))
    status, _, _ = finish(start(KEEPING, path, given, str(number)))
    assert status == -signal.SIGKILL
    assert len(ten.store.missing(_days(10))) == (10 if number == 1 else 3), "whole weeks or nothing of them"
    ten.check(_days(10))
    ten.fill(_days(10))
    ten.check(_days(10))
    assert ten.database.integrity() == []


def test_days_cut_otherwise_take_the_place_of_those_kept(ten: Kept) -> None:
    shifted = [Interval(day.start_ms + 1, day.end_ms + 1) for day in _days(10)[:-1]]
    ten.fill(shifted)
    ten.check(shifted)
    with ten.database.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM focus_day").scalar_one() == len(shifted)


def test_a_day_that_something_goes_on_in_is_not_kept(ten: Kept) -> None:
    store = ActivityStore(ten.database)
    begun = START_MS + 10 * DAY_MS + 1_000
    store.apply([Begin(begun, Observed(Presence.ACTIVE, "c", "t"), ZONE)])
    beat = Beat(store.open_id() or 0, begun + DAY_MS, 0, 1, RecorderState.RECORDING, 0, 1)
    later = [*_days(12)]
    goes_on = Kept(ten.database, beat=beat)
    version = ten.database.data_version()
    goes_on.fill(later)
    assert ten.database.data_version() == version, "who asks again after each change would never stop"
    goes_on.check(later)
    Kept(ten.database).check(later)
    store.apply([End(begun + DAY_MS)])
    Kept(ten.database).check(later)


def test_where_another_one_writes_nothing_waits(ten: Kept) -> None:
    with ten.database.writing() as connection:
        connection.exec_driver_sql("DELETE FROM focus_day")
    with ten.database.writing(), pytest.raises(StorageBusy):
        Kept(ten.database).fill(_days(10))
    ten.fill(_days(10))
    assert ten.store.missing(_days(10)) == []


def test_titles_are_in_no_figure(ten: Kept) -> None:
    with ten.database.reading() as connection:
        texts = list(connection.exec_driver_sql("SELECT figures FROM focus_day").scalars())
    assert len(texts) == 10
    assert not any("t 1" in text for text in texts)


def test_a_lone_name_that_is_no_text_is_kept_too(database: Database) -> None:
    made = [labelled(START_MS, START_MS + 60_000, "\udc80 “x”\x00")]
    day = worked_out(made)
    kept = Kept(database)
    ActivityStore(database).insert_many([Activity(START_MS, START_MS + 60_000, Observed(Presence.IDLE), ZONE)])
    with database.writing() as connection:
        numbers = kept.store.reserve(connection, _days(1))
        kept.store.keep(connection, {numbers[_days(1)[0]]: day})
    with kept.take() as state:
        assert list(state.focus_days(_days(1), _refused)) == [day]
