"""Which backups are kept, whatever the clock did, and how often a database of some size is copied."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.domain.backups import LONGEST_S, SHORTEST_S, Backup, BackupReason, interval_s, is_due, surplus
from engine.domain.clock import MS_PER_HOUR, MS_PER_MINUTE, utc

NOON = 1_795_348_800_000  # 2026-11-22T12:00:00Z
MOST = 12 + 12 + 10 + 9 + 5
YEARS_10 = 10 * 366 * 24 * MS_PER_HOUR


def backup(number: int, made_ms: int, reason: BackupReason = BackupReason.SCHEDULED, size: int = 1_000) -> Backup:
    return Backup(Path(f"{number}"), made_ms, size, 8, reason, True, 0, None, number)


def numbers(backups: tuple[Backup, ...]) -> set[int]:
    return {one.number for one in backups}


some = st.lists(
    st.tuples(st.integers(0, 3 * YEARS_10), st.sampled_from(BackupReason), st.integers(0, 10**9)), max_size=80
).map(lambda drawn: [backup(number, made, why, size) for number, (made, why, size) in enumerate(drawn)])


@settings(max_examples=40, deadline=None)
@given(some, st.none() | st.integers(0, 10**10))
def test_the_newest_stays_and_what_is_kept_is_bounded_and_settled(backups: list[Backup], room: int | None) -> None:
    gone = surplus(backups, room)
    kept = [one for one in backups if one not in gone]
    assert len(kept) <= MOST
    assert {one.number for one in backups[-1:]} <= {one.number for one in kept}
    assert surplus(kept, room) == ()
    assert list(gone) == sorted(gone, key=lambda one: one.number)
    if room is not None and len(kept) > 3:
        assert sum(one.bytes for one in kept) <= room


@settings(max_examples=40, deadline=None)
@given(some, st.integers(-YEARS_10, YEARS_10))
def test_a_clock_that_jumps_takes_none_of_a_few(backups: list[Backup], jump_ms: int) -> None:
    """The clock jumps and one more is made: of those kept before, at most one per generation makes room."""
    kept = [one for one in backups if one not in surplus(backups)]
    last_ms = kept[-1].made_ms if kept else NOON
    after = [*kept, backup(10_000, max(0, last_ms + jump_ms))]
    assert len(surplus(after)) <= 5


def test_a_year_leaves_hours_days_weeks_and_months() -> None:
    kept: list[Backup] = []
    moments = [*range(0, 340 * 24, 12), *range(340 * 24, 365 * 24, 2)]  # hours; enough to see it
    for number, hour in enumerate(moments):
        kept.append(backup(number, NOON + hour * MS_PER_HOUR))
        gone = numbers(surplus(kept))
        kept = [one for one in kept if one.number not in gone]
    last_ms = kept[-1].made_ms
    ages_h = [(last_ms - one.made_ms) // MS_PER_HOUR for one in kept]
    assert sum(age < 24 for age in ages_h) == 12
    assert len({utc(one.made_ms).date() for one in kept if last_ms - one.made_ms < 12 * 24 * MS_PER_HOUR}) >= 12
    assert sum(age <= 70 * 24 for age in ages_h) >= 12 + 11 + 7
    assert 220 * 24 < max(ages_h) < 290 * 24
    assert len(kept) <= 43


def test_those_made_for_a_reason_stay_beside_many_of_the_timetable() -> None:
    before_import = backup(0, NOON, BackupReason.BULK_EDIT)
    later = [backup(number, NOON + number * MS_PER_MINUTE) for number in range(1, 60)]
    assert before_import not in surplus([before_import, *later])


def test_large_ones_make_room_but_three_stay() -> None:
    days = [backup(number, NOON + number * 24 * MS_PER_HOUR, size=10**9) for number in range(9)]
    assert numbers(surplus(days, room=5 * 10**9)) == {0, 1, 2, 3}
    assert numbers(surplus(days, room=1)) == set(range(6))


def test_a_large_database_is_copied_less_often() -> None:
    assert interval_s(1_000_000) == SHORTEST_S
    assert interval_s(300_000_000) == 3 * 3_600
    assert interval_s(10**12) == LONGEST_S


def test_when_it_is_due() -> None:
    made = backup(1, NOON)
    assert is_due(None, 0, NOON)
    assert not is_due(made, 0, NOON + 29 * MS_PER_MINUTE)
    assert is_due(made, 0, NOON + 30 * MS_PER_MINUTE)
    assert not is_due(made, 300_000_000, NOON + 2 * MS_PER_HOUR)
    assert is_due(made, 300_000_000, NOON - MS_PER_HOUR), "the clock was set back: nobody waits until it catches up"
