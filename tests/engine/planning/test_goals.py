"""Goals measured by totals agree with counting the activities one by one, minute by minute."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from helpers.counted_history import CATEGORIES, CountedHistory, labelled
from helpers.manual_clock import ManualClock
from hypothesis import example, given, settings
from hypothesis import strategies as st

from engine.domain.activity import Withheld
from engine.domain.calendar import Calendar
from engine.domain.categories import CategoryTree, Labels
from engine.domain.days import DayRule, day_start_ms
from engine.domain.errors import UsageError
from engine.domain.goals import Direction, Goal, GoalProgress, Measure, Per, Standing
from engine.domain.presence import Presence
from engine.domain.report import LabelledActivity
from engine.domain.totals import Key, TotalRow, Totals
from engine.planning.goal_measuring import Measuring
from engine.planning.goals import Goals
from engine.storage.categories import CategoryStore
from engine.storage.database import Database
from engine.storage.goals import GoalStore

MINUTE, HOUR = 60_000, 3_600_000
TREE = CategoryTree(CATEGORIES)
DAYS = 35
SPRING, AUTUMN, PLAIN = date(2026, 3, 2), date(2026, 10, 5), date(2026, 6, 1)
FOCUS = Goal(Direction.AT_LEAST, Measure.FOCUS, None, 60, Per.DAY)
WORK = replace(FOCUS, measure=Measure.CATEGORY, target=1)


@st.composite
def histories(draw: st.DrawFn) -> tuple[date, DayRule, list[LabelledActivity]]:
    """Return a first day, how days are cut, and up to forty activities on the days after it."""
    first = draw(st.sampled_from([SPRING, AUTUMN, PLAIN]))
    rule = DayRule(draw(st.sampled_from(["Europe/Berlin", "UTC", "America/St_Johns"])), draw(st.sampled_from([0, 240])))
    at = day_start_ms(first, rule) - 24 * HOUR
    found = []
    for _ in range(draw(st.integers(0, 40))):
        start = at + draw(st.integers(0, 40 * 60)) * MINUTE
        at = start + draw(st.integers(1, 300)) * MINUTE
        labels = Labels(draw(st.sampled_from([None, 1, 2, 3, 4])), draw(st.sampled_from(["", "Kairos"])))
        presence = draw(st.sampled_from([Presence.ACTIVE, Presence.ACTIVE, Presence.IDLE]))
        withheld = draw(st.sampled_from([Withheld.NO, Withheld.NO, Withheld.PRIVATE]))
        app = draw(st.sampled_from(["editor", "game"]))
        found.append(labelled(start, at, app, "", labels, presence=presence, withheld=withheld))
    return first, rule, found


@st.composite
def meant(draw: st.DrawFn) -> Goal:
    """Return any goal."""
    measure, target = draw(
        st.sampled_from(
            [
                (Measure.CATEGORY, 1),
                (Measure.CATEGORY, 2),
                (Measure.CATEGORY, 4),
                (Measure.FOCUS, None),
                (Measure.APP, "editor"),
                (Measure.PROJECT, "Kairos"),
            ]
        )
    )
    return Goal(
        draw(st.sampled_from(Direction)),
        measure,
        target,
        draw(st.integers(1, 600)),
        draw(st.sampled_from(Per)),
        draw(st.frozensets(st.integers(0, 6), min_size=1)),
    )


def _counts(goal: Goal, one: LabelledActivity) -> float:
    """Return how much of an activity counts for a goal, written down anew."""
    if one.presence is not Presence.ACTIVE:
        return 0
    category = one.labels.category_id
    return {
        Measure.FOCUS: {1: 1, 2: 1}.get(category or 0, 0),
        Measure.CATEGORY: category is not None and (category == goal.target or (category, goal.target) == (2, 1)),
        Measure.APP: one.what.app == goal.target and one.what.withheld is Withheld.NO,
        Measure.PROJECT: one.labels.project == goal.target,
    }[goal.measure]


def _local_day(moment_ms: int, rule: DayRule) -> date:
    local = (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=moment_ms)).astimezone(ZoneInfo(rule.zone))
    return (local.replace(tzinfo=None) - timedelta(minutes=rule.start_minute)).date()


def _by_hand(goal: Goal, history: Sequence[LabelledActivity], rule: DayRule, week_start: int) -> dict[date, int]:
    """Return the minutes that count by the first day of each day or week."""
    found: dict[date, int] = {}
    for one in history:
        if not _counts(goal, one):
            continue
        for minute in range(one.interval.start_ms, one.interval.end_ms, MINUTE):
            day = _local_day(minute, rule)
            if day.weekday() in goal.weekdays:
                back = (day.weekday() - week_start) % 7 if goal.per is Per.WEEK else 0
                first = day - timedelta(days=back)
                found[first] = found.get(first, 0) + 1
    return found


@settings(max_examples=60, deadline=None)
@given(histories(), meant(), st.integers(0, 6), st.integers(0, DAYS * 24 * 60))
@example((SPRING, DayRule("Europe/Berlin"), []), FOCUS, 0, 0)
def test_progress_is_what_counting_by_hand_gives(
    found: tuple[date, DayRule, list[LabelledActivity]], goal: Goal, week_start: int, passed: int
) -> None:
    first, rule, history = found
    now_ms = day_start_ms(first, rule) + passed * MINUTE
    known = [one for one in history if one.interval.end_ms <= now_ms]
    measuring = Measuring(CountedHistory(known), TREE, Calendar(now_ms, rule, week_start))
    (progress,) = measuring.progress([goal], first, first + timedelta(days=DAYS))
    by_hand = _by_hand(goal, known, rule, week_start)
    for one in progress.results:
        minutes = by_hand.get(one.span.start, 0)
        assert one.done_ms == minutes * MINUTE
        assert (one.standing is Standing.AHEAD) == (now_ms < day_start_ms(one.span.days[0], rule))
        over = now_ms >= day_start_ms(one.span.days[-1] + timedelta(days=1), rule)
        enough = minutes >= goal.minutes if goal.direction is Direction.AT_LEAST else minutes <= goal.minutes
        if over and one.active_ms:
            assert one.standing is (Standing.MET if enough else Standing.MISSED)
        elif not over and one.standing is not Standing.AHEAD:
            settled = Standing.MET if goal.direction is Direction.AT_LEAST else Standing.MISSED
            certain = enough if goal.direction is Direction.AT_LEAST else not enough
            assert one.standing is (settled if certain else Standing.OPEN)


@pytest.mark.parametrize(("day", "hours"), [(date(2026, 3, 29), 23), (date(2026, 10, 25), 25)])
def test_a_day_on_which_the_clocks_change_counts_whole(day: date, hours: int) -> None:
    rule = DayRule("Europe/Berlin")
    start = day_start_ms(day, rule)
    history = CountedHistory([labelled(start - HOUR, start + 26 * HOUR, "editor", "", Labels(1))])
    measuring = Measuring(history, TREE, Calendar(start + 30 * HOUR, rule))
    goals = [replace(WORK, minutes=minutes) for minutes in (hours * 60, hours * 60 + 1)]
    exact, above = measuring.progress(goals, day, day + timedelta(days=1))
    assert [one.done_ms for one in exact.results] == [hours * HOUR]
    assert (exact.results[0].standing, above.results[0].standing) == (Standing.MET, Standing.MISSED)


def _mornings_and_evenings(rule: DayRule, days: int) -> CountedHistory:
    """Return an hour of work at 8 and, on every day but today, two hours at 18, for so many days up to today."""
    today = date(2026, 4, 8)
    starts = [day_start_ms(today - timedelta(days=number), rule) for number in range(days)]
    morning = [labelled(start + 8 * HOUR, start + 9 * HOUR, "editor", "", Labels(1)) for start in starts]
    evening = [labelled(start + 18 * HOUR, start + 20 * HOUR, "editor", "", Labels(1)) for start in starts[1:]]
    return CountedHistory([*morning, *evening])


def _today(history: CountedHistory, goal: Goal) -> GoalProgress:
    rule = DayRule("UTC")
    calendar = Calendar(day_start_ms(date(2026, 4, 8), rule) + 12 * HOUR, rule)
    return Measuring(history, TREE, calendar).progress([goal], date(2026, 4, 8), date(2026, 4, 9))[0]


def test_the_rest_of_today_is_foretold_by_the_same_rest_of_days_before() -> None:
    progress = _today(_mornings_and_evenings(DayRule("UTC"), 15), WORK)
    assert progress.forecast is not None
    assert (progress.results[0].done_ms, progress.forecast.likely_ms, progress.forecast.seen) == (HOUR, 3 * HOUR, 12)


def test_of_few_days_nothing_is_foretold() -> None:
    assert _today(_mornings_and_evenings(DayRule("UTC"), 4), WORK).forecast is None


def test_a_week_is_foretold_from_the_same_day_and_hour_on() -> None:
    progress = _today(_mornings_and_evenings(DayRule("UTC"), 80), replace(WORK, per=Per.WEEK))
    assert progress.forecast is not None
    # Monday, Tuesday: three hours each; Wednesday an hour so far; then this evening and four more days.
    assert progress.results[0].done_ms == 7 * HOUR
    assert progress.forecast.likely_ms == (7 + 2 + 4 * 3) * HOUR


class _TotalsAlone:
    """Tells totals and no activity, and counts how often it is asked."""

    def __init__(self, activities: Iterable[LabelledActivity]) -> None:
        self._history = CountedHistory(activities)
        self.asked = 0

    def each(self, bounds: Sequence[int], by: tuple[Key, ...]) -> list[list[TotalRow]]:
        self.asked += 1
        return self._history.each(bounds, by)


@pytest.fixture
def goals(tmp_path: Path) -> Iterator[tuple[Goals, _TotalsAlone, CategoryStore]]:
    """Goals over two years of mornings."""
    database = Database.open(tmp_path / "kairos.sqlite3")
    categories = CategoryStore(database)
    for one in CATEGORIES:
        categories.add(one.name, one.parent_id, one.colour, one.weight)
    clock, rule = ManualClock(), DayRule("UTC")
    history = _TotalsAlone(
        labelled(clock.wall_ms - back * 24 * HOUR, clock.wall_ms - back * 24 * HOUR + HOUR, "editor", "", Labels(2))
        for back in range(1, 700)
    )

    def take() -> AbstractContextManager[Totals]:
        return nullcontext(history)

    yield (
        Goals(GoalStore(database), take, lambda: CategoryTree(categories.all()), lambda: rule, lambda: 0, clock),
        history,
        categories,
    )
    database.close()


def test_a_goal_is_kept_measured_changed_and_removed(goals: tuple[Goals, _TotalsAlone, CategoryStore]) -> None:
    book, _, _ = goals
    stored = book.add(replace(WORK, minutes=30))
    assert book.all() == [stored] == [replace(WORK, minutes=30, id=1, made_ms=ManualClock().wall_ms)]
    (week,) = book.progress(date(2026, 2, 23), date(2026, 3, 2))
    assert [one.standing for one in week.results] == [Standing.MET] * 7
    assert week.path == ("Work",)
    changed = book.change(replace(stored, minutes=61, made_ms=0))
    assert (changed.minutes, changed.made_ms) == (61, stored.made_ms)
    (week,) = book.progress(date(2026, 2, 23), date(2026, 3, 2))
    assert [one.standing for one in week.results] == [Standing.MISSED] * 7
    book.remove(1)
    assert book.all() == []
    for refused in (lambda: book.remove(1), lambda: book.change(stored), lambda: book.get(1)):
        with pytest.raises(UsageError):
            refused()


def test_a_goal_that_is_not_stored_yet_is_tried_on_the_last_weeks(
    goals: tuple[Goals, _TotalsAlone, CategoryStore],
) -> None:
    book, history, _ = goals
    tried = book.preview(replace(WORK, minutes=60))
    assert tried.results[0].span.start == date(2026, 1, 12)  # the Monday seven weeks before this week's
    assert [one.standing for one in tried.results] == [Standing.MET] * 49 + [Standing.OPEN]
    assert book.all() == []
    with pytest.raises(UsageError):
        book.preview(replace(WORK, minutes=0))
    assert history.asked == 2  # the days, and the earlier rests of the one under way


def test_many_goals_over_a_long_time_cost_a_few_questions(goals: tuple[Goals, _TotalsAlone, CategoryStore]) -> None:
    book, history, _ = goals
    for minutes in range(30, 50):
        book.add(replace(WORK, minutes=minutes))
        book.add(replace(FOCUS, minutes=minutes, per=Per.WEEK))
    history.asked = 0
    found = book.progress(date(2024, 6, 1), date(2026, 2, 28))
    assert len(found) == 40
    assert history.asked == 1  # categories and focus are told apart alike; none is under way


def test_a_goal_goes_with_its_category(goals: tuple[Goals, _TotalsAlone, CategoryStore]) -> None:
    book, _, categories = goals
    book.add(WORK)
    kept = book.add(replace(WORK, target=4))
    categories.remove(1)
    assert book.all() == [kept]
    with pytest.raises(UsageError, match="category of this goal is gone"):
        book.add(WORK)


def test_a_goal_that_is_not_for_today_has_no_result_today(goals: tuple[Goals, _TotalsAlone, CategoryStore]) -> None:
    book, _, _ = goals
    book.add(replace(WORK, weekdays=frozenset({1})))  # it is Monday
    book.add(replace(WORK, weekdays=frozenset({1}), per=Per.WEEK))
    daily, weekly = book.status()
    assert (daily.results, daily.latest) == ((), None)
    assert [one.standing for one in weekly.results] == [Standing.AHEAD]
    assert weekly.latest is None
