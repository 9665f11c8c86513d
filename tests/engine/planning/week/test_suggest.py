"""A suggested week keeps to the person's limits, goes where focus is likely, and tells why in numbers that add up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from helpers.week_room import MONDAY, SETTINGS, ZONE, at, facts, flexible, planned, span

from engine.domain.blocks import NEEDS_FOCUS, BlockKind, FlexibleBlock
from engine.domain.errors import SettingsError
from engine.domain.intervals import Interval
from engine.domain.proposals import Basis, Obstacle, Proposal, WeekProposal
from engine.domain.recommended import ReasonKind
from engine.domain.week_keys import key_of
from engine.planning.week.facts import Refusal, WeekFacts
from engine.planning.week.suggest import replanned_week, suggested_week
from engine.planning.week.wanted import MOVED_FOR


def good_at(hour: float, *, day: int | None = None) -> WeekFacts:
    return facts(minutes=lambda on, when: 12.0 if hour <= when < hour + 2 and day in {None, on} else 4.0)


def suggest(of: WeekFacts) -> WeekProposal:
    return suggested_week(of, 60.0)


def places(week: WeekProposal) -> list[Interval]:
    return [one.interval for one in week.proposals]


def told(of: WeekFacts) -> list[tuple[Obstacle, int]]:
    return [(one.obstacle, one.missing) for one in suggest(of).unplaced]


def test_focus_is_placed_in_the_best_time_of_the_week_and_chores_are_not() -> None:
    of = replace(good_at(14, day=2), flexible=(flexible(), flexible(BlockKind.SHALLOW, 2)))
    focus, chores = sorted(suggest(of).proposals, key=lambda one: one.flexible_id)
    assert focus.interval == span(2, 14, 15)
    assert chores.interval == span(0, 9, 10)
    assert [focus.focused_minutes, chores.focused_minutes] == pytest.approx([48, 16])


def test_focus_nobody_asked_for_fills_what_is_wanted_within_the_daily_cap() -> None:
    week = suggest(replace(good_at(9), settings=replace(SETTINGS, focus_wanted=300, deep_cap=60)))
    assert sum(one.length_ms for one in places(week)) == 300 * 60_000
    assert [one.length_ms for one in places(week)] == [60 * 60_000] * 5
    assert all(one.flexible_id == 0 and not one.about.title for one in week.proposals)
    planned_already = planned(span(0, 9, 11), BlockKind.FOCUS)
    less = replace(good_at(9), settings=replace(SETTINGS, focus_wanted=180), occurrences=(planned_already,))
    assert sum(one.length_ms for one in places(suggest(less))) == 60 * 60_000


def test_two_pieces_that_need_focus_are_a_pause_apart_also_from_what_is_planned() -> None:
    settings = replace(SETTINGS, work_start=9 * 60, work_end=13 * 60, pause=30)
    learning = flexible(BlockKind.LEARNING, 2, weekdays=frozenset({0}))
    of = replace(facts(flexible(weekdays=frozenset({0})), learning), settings=settings)
    of = replace(of, occurrences=(planned(span(0, 9, 9.5), BlockKind.FOCUS),))
    first, second = places(suggest(of))
    assert first.start_ms == at(0, 10)
    assert second.start_ms - first.end_ms >= 30 * 60_000


def test_pieces_of_one_block_lie_on_different_days_where_there_are_days_enough() -> None:
    three = suggest(facts(flexible(per_week=3)))
    assert len({one.start_ms // 86_400_000 for one in places(three)}) == 3
    four_on_two_days = suggest(facts(flexible(per_week=4, weekdays=frozenset({0, 1}))))
    assert len(four_on_two_days.proposals) == 4


def test_what_is_planned_already_is_not_wanted_again() -> None:
    one_of_two = facts(flexible(per_week=2), occurrences=[planned(span(0, 10, 11), BlockKind.FOCUS, flexible_id=1)])
    [left] = suggest(one_of_two).proposals
    assert left.interval.start_ms >= at(1, 0)  # the other day than the one that has a piece
    once = facts(flexible(per_week=0))
    assert len(suggest(once).proposals) == 1
    assert not suggest(replace(once, placed=frozenset({1}))).proposals
    assert not suggest(facts(flexible(active=False))).proposals


def test_a_refused_place_is_never_proposed_again_for_the_same_block() -> None:
    of = replace(good_at(14, day=2), flexible=(flexible(), flexible(number=2)))
    refusal = Refusal(1, span(2, 14, 15))
    mine, others = sorted(suggest(replace(of, refused=(refusal,))).proposals, key=lambda one: one.flexible_id)
    assert mine.interval.start_ms >= at(2, 15) or mine.interval.end_ms <= at(2, 14)
    assert at(2, 13.75) <= others.interval.start_ms < at(2, 15)


def test_a_piece_lies_between_its_hours_on_its_days_by_its_deadline() -> None:
    tight = flexible(window_start=10 * 60, window_end=11 * 60, weekdays=frozenset({1, 3}), deadline=date(2026, 11, 25))
    assert places(suggest(facts(tight))) == [span(1, 10, 11)]


def test_personal_time_with_hours_of_its_own_may_lie_outside_work() -> None:
    sport = flexible(BlockKind.PERSONAL, window_start=18 * 60, window_end=20 * 60, weekdays=frozenset({5}))
    assert places(suggest(facts(sport))) == [span(5, 18, 19)]
    anywhen = flexible(BlockKind.PERSONAL)
    [one] = places(suggest(facts(anywhen)))
    assert at(0, 9) <= one.start_ms < at(0, 18)


def test_lengths_that_are_no_whole_quarters_are_kept() -> None:
    [short] = suggest(facts(flexible(shortest=25, longest=25))).proposals
    assert short.interval.length_ms == 25 * 60_000
    assert short.focused_minutes == pytest.approx(6 / 15 * 25)
    [long] = suggest(facts(flexible(shortest=25, longest=50))).proposals
    assert long.interval.length_ms == 45 * 60_000


# ---------------------------------------------------------------- what stands


def accepted(day: int, start: float, number: int = 7, kind: BlockKind = BlockKind.FOCUS) -> WeekFacts:
    one = planned(span(day, start, start + 1), kind, number=number, recommended=True, flexible_id=1)
    return facts(flexible(), occurrences=[one])


def test_what_was_accepted_stays_unless_moving_it_gains_enough() -> None:
    stays = replace(accepted(0, 9), forecast=good_at(14, day=2).forecast)
    assert MOVED_FOR < 4 * (12 - 4)
    [moved] = suggest(stays).proposals
    assert (moved.moves_id, moved.interval) == (7, span(2, 14, 15))
    little = facts(minutes=lambda on, when: 8.0 if on == 2 and 14 <= when < 15 else 4.0)
    assert not suggest(replace(accepted(0, 9), forecast=little.forecast)).proposals


def test_what_is_protected_or_was_planned_by_the_person_is_never_moved() -> None:
    better = good_at(14, day=2).forecast
    for what in ({"protected": True, "recommended": True}, {"recommended": False}):
        one = planned(span(0, 9, 10), BlockKind.FOCUS, number=7, **what)
        assert not suggest(replace(facts(), occurrences=(one,), forecast=better)).proposals


def test_a_conflict_moves_what_was_accepted_and_keeps_its_length() -> None:
    of = accepted(0, 9)
    meeting = planned(span(0, 9.5, 10), number=8)
    [moved] = suggest(replace(of, occurrences=(*of.occurrences, meeting))).proposals
    assert (moved.moves_id, moved.interval.length_ms) == (7, 3_600_000)
    assert moved.interval.start_ms >= at(0, 10)
    [only] = replanned_week(replace(of, occurrences=(*of.occurrences, meeting)), [7]).proposals
    assert only.interval == moved.interval


def test_without_another_place_the_conflict_is_told() -> None:
    settings = replace(SETTINGS, work_start=9 * 60, work_end=10 * 60, workdays=("monday",))
    of = accepted(0, 9)
    week = suggest(replace(of, settings=settings, occurrences=(*of.occurrences, planned(span(0, 9.5, 10), number=8))))
    assert not week.proposals
    assert [(one.flexible_id, one.obstacle) for one in week.unplaced] == [(1, Obstacle.NO_FREE_TIME)]


def test_what_the_person_put_closer_than_the_pause_stays_there() -> None:
    two = [planned(span(0, 9 + at_, 10 + at_), BlockKind.FOCUS, number=7 + at_, recommended=True) for at_ in (0, 1)]
    assert not suggest(facts(occurrences=two)).proposals


# ---------------------------------------------------------------- obstacles, and that they are true

FULL = [planned(span(day, 8, 18), number=20 + day) for day in range(5)]


def test_no_free_time() -> None:
    of = facts(flexible(), occurrences=FULL)
    assert told(of) == [(Obstacle.NO_FREE_TIME, 1)]
    assert not told(replace(of, occurrences=()))


def test_a_deadline_before_the_free_time() -> None:
    of = facts(flexible(deadline=MONDAY), occurrences=FULL[:1])
    assert told(of) == [(Obstacle.DEADLINE, 1)]
    assert not told(facts(flexible(), occurrences=FULL[:1]))


def test_a_deadline_that_has_passed() -> None:
    of = facts(flexible(deadline=MONDAY - timedelta(days=1)))
    assert told(of) == [(Obstacle.TOO_LATE, 1)]
    assert not told(facts(flexible(deadline=MONDAY)))


def test_the_daily_cap() -> None:
    tight = replace(SETTINGS, deep_cap=30)
    assert told(facts(flexible(), settings=tight)) == [(Obstacle.DAILY_CAP, 1)]
    assert not told(facts(flexible(), settings=SETTINGS))
    used_up = facts(
        *(flexible(number=n, weekdays=frozenset({0})) for n in (1, 2)), settings=replace(tight, deep_cap=60)
    )
    assert told(used_up) == [(Obstacle.DAILY_CAP, 1)]
    assert not told(replace(used_up, settings=SETTINGS))


def test_hours_outside_work() -> None:
    early = flexible(window_start=6 * 60, window_end=8 * 60)
    assert told(facts(early)) == [(Obstacle.OUTSIDE_HOURS, 1)]
    assert not told(facts(early, settings=replace(SETTINGS, work_start=6 * 60)))


def test_others_took_the_time() -> None:
    settings = replace(SETTINGS, work_start=9 * 60, work_end=10 * 60 + 30, workdays=("monday",))
    of = facts(flexible(BlockKind.SHALLOW, 1), flexible(BlockKind.SHALLOW, 2), settings=settings)
    assert told(of) == [(Obstacle.CROWDED_OUT, 1)]
    assert not told(replace(of, flexible=of.flexible[:1]))
    assert not told(replace(of, flexible=of.flexible[1:]))


# ---------------------------------------------------------------- why


def reasons_of(one: Proposal) -> dict[ReasonKind, float]:
    return {reason.kind: reason.adds for reason in one.why.reasons}


def test_reasons_add_up_to_the_score_and_the_score_is_what_is_expected() -> None:
    many = [flexible(kind, number) for number, kind in enumerate(BlockKind, 1)]
    week = suggest(replace(good_at(10), flexible=tuple(many), settings=replace(SETTINGS, focus_wanted=240)))
    assert len(week.proposals) >= len(many)
    for one in week.proposals:
        sign = 1 if one.about.kind in NEEDS_FOCUS else -1
        assert one.why.unexplained == pytest.approx(0, abs=1e-9)
        assert one.why.score == pytest.approx(sign * one.focused_minutes, abs=2.0)  # less what lateness takes off
        assert one.basis is Basis.HOURS


def test_times_the_person_does_not_keep_to_are_worth_less_and_it_says_so() -> None:
    kept = {BlockKind.FOCUS: tuple(0.25 if hour in {9, 10} else 1.0 for hour in range(24))}
    of = replace(good_at(9, day=0), flexible=(flexible(),))
    [hoped] = suggest(of).proposals
    assert hoped.interval == span(0, 9, 10)
    [learned] = suggest(replace(of, kept=kept)).proposals
    assert learned.interval.start_ms >= at(0, 11)
    assert reasons_of(learned)[ReasonKind.KEPT] > 0
    assert ReasonKind.KEPT not in reasons_of(hoped)


def test_the_same_place_has_the_same_key_and_another_one_another() -> None:
    of = replace(good_at(14, day=2), flexible=(flexible(),))
    [one], [again] = suggest(of).proposals, suggest(of).proposals
    assert one.key == again.key == key_of(1, 0, one.interval, ZONE) == "1-1125-1400-60"
    assert key_of(1, 0, span(2, 15, 16), ZONE) != one.key
    assert key_of(1, 7, one.interval, ZONE) != one.key


def test_a_week_with_a_change_of_the_clocks_has_its_hours_by_the_clock() -> None:
    sunday = at(-29, 0)  # 2026-10-25: clocks go back
    sport = flexible(
        BlockKind.PERSONAL, window_start=10 * 60, window_end=11 * 60, weekdays=frozenset({6, 0}), per_week=2
    )
    first, second = places(suggest(facts(sport, now_ms=sunday)))
    assert (first.start_ms, second.start_ms) == (at(-29, 10), at(-28, 10))
    assert first.start_ms - sunday == 11 * 3_600_000


def test_a_workday_that_is_none_is_told() -> None:
    assert places(suggest(facts(flexible(), settings=replace(SETTINGS, workdays=("Tuesday",))))) == [span(1, 9, 10)]
    with pytest.raises(SettingsError, match="monday, tuesday"):
        suggest(facts(flexible(), settings=replace(SETTINGS, workdays=("mon",))))


def test_an_empty_week_and_one_of_which_nothing_is_left() -> None:
    assert suggest(facts()).proposals == ()
    late: list[FlexibleBlock] = [flexible()]
    over = suggest(facts(*late, now_ms=at(0, 23.9), days=1))
    assert over.proposals == ()
    assert over.unplaced == ()
