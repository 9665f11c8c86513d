"""Checks that every number of letters and findings is what counting activities one by one gives."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from helpers.counted_slowly import SlowHistory

from engine.api import Engine
from engine.domain.clock import MS_PER_HOUR, MS_PER_MINUTE
from engine.domain.errors import UsageError
from engine.domain.goals import Direction, Goal, Measure, Per
from engine.domain.intervals import Interval
from engine.domain.letters import Compared, Letter, SuggestionKind
from engine.domain.routines import HabitKind, Item, ItemKind
from engine.domain.routines import Measure as Measured
from engine.insights.letter.hours import long_sittings

WEEK = timedelta(days=7)


def check_letters(engine: Engine, slow: SlowHistory, weeks: int) -> int:
    """Check the letters of so many weeks; returns how many there were."""
    today = engine.history.today()
    parent = next(one for one in engine.rules.tree().in_order() if slow.paths[one.id] == ("Focus",))
    engine.goals.add(Goal(Direction.AT_LEAST, Measure.CATEGORY, parent.id, 60, Per.WEEK))
    letters = [_letter(engine, today - back * WEEK) for back in range(1, weeks + 1)]
    told = [one for one in letters if one is not None]
    for letter in told:
        _check_letter(letter, slow)
        assert (letter.start.weekday() - engine.goals.week_start()) % 7 == 0
        if letter.suggestion is not None:
            _check_basis(engine, letter, slow)
    return len(told)


def _letter(engine: Engine, day: date) -> Letter | None:
    try:
        return engine.letters.of(day).letter
    except UsageError:  # a week of nothing
        return None


def _check_letter(letter: Letter, slow: SlowHistory) -> None:
    days = letter.start, letter.end
    assert letter.active.ms == slow.active(*days)
    assert letter.deep.ms == slow.deep(*days)
    _check_beside(letter.active.compared, letter.start, slow.active)
    _check_beside(letter.deep.compared, letter.start, slow.deep)
    for one in letter.categories:
        number = one.category_id or 0
        assert one.ms == slow.category(*days, number)
        if number:
            assert (one.whole_ms or one.ms) == slow.below(*days, number)
        _check_beside(
            one.compared, letter.start, lambda first, after, number=number: slow.category(first, after, number)
        )
    assert [one.ms for one in letter.categories] == sorted((one.ms for one in letter.categories), reverse=True)
    if letter.best_day is not None:
        each = {day: slow.deep(day, day + timedelta(1)) for day in (letter.start + timedelta(n) for n in range(7))}
        assert letter.best_day.deep_ms == max(each.values()) == each[letter.best_day.day]
    for goal in letter.goals:
        assert isinstance(goal.goal.target, int)
        assert goal.done_ms == slow.below(*days, goal.goal.target)
        assert goal.met == (goal.done_ms >= goal.goal.target_ms)


def _check_beside(beside: Compared | None, first: date, count: object) -> None:
    if beside is not None:
        assert callable(count)
        weeks = [first - back * WEEK for back in (4, 3, 2, 1)]
        assert beside.before == tuple(count(day, day + WEEK) for day in weeks)
        assert beside.now == count(first, first + WEEK)
        assert beside.above == sum(one < beside.now for one in beside.before)


def _check_basis(engine: Engine, letter: Letter, slow: SlowHistory) -> None:
    one = letter.suggestion
    assert one is not None
    days = one.basis_start, one.basis_end
    if one.kind is SuggestionKind.CAP:
        assert one.basis == slow.below(*days, one.category_id)
    elif one.kind is SuggestionKind.FOCUS_BLOCK:
        hours = slow.deep_doubled_by_hour(*days)
        each = [hours[hour] // 2 for hour in range(24)]
        assert one.basis == sum(each[one.window_start // 60 : one.window_end // 60])
        assert one.basis == max(sum(each[first : first + 3]) for first in range(22))
        if engine.letters._stored(letter.start) is not None:
            assert list(engine.letters.basis(letter.start).hours) == each
    else:
        assert one.basis == len(_sittings(slow, *days))


def _sittings(slow: SlowHistory, first: date, after: date) -> Sequence[Interval]:
    merged: list[list[int]] = []
    for piece in slow.within(first, after):
        if merged and piece.start_ms - merged[-1][1] < 5 * MS_PER_MINUTE:
            merged[-1][1] = piece.start_ms + piece.ms
        else:
            merged.append([piece.start_ms, piece.start_ms + piece.ms])
    return [Interval(*one) for one in merged if one[1] - one[0] >= 2 * MS_PER_HOUR]


def check_findings(engine: Engine, slow: SlowHistory) -> int:
    """Check the findings; returns how many habits there were."""
    engine.insights.refresh()
    found = engine.insights.found()
    assert found is not None
    today = engine.history.today()
    before = {day: ms for day, ms in slow.by_day().items() if day < today}
    assert found.days == sum(ms >= MS_PER_HOUR for ms in before.values())
    for change in found.changes:
        if change.measure is Measured.ACTIVE and change.part.value == "day":
            assert all(abs(value - before[day] / MS_PER_MINUTE) < 0.1 for day, value in change.values)
    assert found.topics.topics
    for topic in found.topics.topics:
        for day, minutes in zip(topic.days, topic.minutes, strict=True):
            assert minutes <= before[day] / MS_PER_MINUTE + 0.1
    names = {number: path[-1] for number, path in slow.paths.items()}
    stretches = _stretches(slow, today, names)
    for habit in found.habits:
        if {habit.first.kind, habit.then.kind} <= {ItemKind.APP, ItemKind.CATEGORY}:
            assert habit.sessions == len(stretches)
            each = [_holds(seen, habit.first, habit.then) for _, seen in stretches]
            both = sum(first is not None and then is not None for first, then in each)
            if habit.kind is HabitKind.TOGETHER:
                assert (habit.times, habit.of) == (both, sum(first is not None for first, _ in each))
            spans = {(start, end) for (start, end), _ in stretches}
            assert set(habit.when) <= spans
            assert len(habit.when) == min(habit.times, 60)
    return len(found.habits)


Seen = dict[Item, tuple[int, int]]
"""When a thing came first, and for how long it was there."""


def _stretches(slow: SlowHistory, today: date, names: dict[int, str]) -> list[tuple[tuple[int, int], Seen]]:
    """Return the stretches of work by their definition: a quarter of an hour away ends one, five minutes make one."""
    groups: list[list[tuple[int, int, int, str]]] = []
    first_of_today = min((one.start_ms for one in slow.pieces if one.day >= today), default=None)
    for one in slow.stretches:
        if first_of_today is not None and one[0] >= first_of_today:
            break
        if groups and one[0] - groups[-1][-1][1] <= 15 * MS_PER_MINUTE:
            groups[-1].append(one)
        else:
            groups.append([one])
    found = []
    for group in groups:
        if sum(end - start for start, end, *_ in group) < 5 * MS_PER_MINUTE:
            continue
        seen: Seen = {}
        for start, end, category, app in group:
            for item in (Item(ItemKind.APP, app), Item(ItemKind.CATEGORY, names.get(category, ""))):
                first, spent = seen.get(item, (start, 0))
                seen[item] = first, spent + end - start
        found.append(((group[0][0], group[-1][1]), seen))
    return found


def _holds(seen: Seen, first: Item, then: Item) -> tuple[int | None, int | None]:
    """Return when each came first, None where it was there for less than twenty seconds."""
    one, other = (seen.get(item) for item in (first, then))
    return tuple(None if at is None or at[1] < 20_000 else at[0] for at in (one, other))  # type: ignore[return-value]


def check_sittings(engine: Engine, slow: SlowHistory) -> None:
    """Check which stretches count as long."""
    today = engine.history.today()
    every = [Interval(start, end) for start, end, *_ in slow.stretches]
    merged = _sittings(slow, today - timedelta(days=100), today + timedelta(days=1))
    assert [(one.start_ms, one.end_ms) for one in long_sittings(every)] == [
        (one.start_ms, one.end_ms) for one in merged
    ]
