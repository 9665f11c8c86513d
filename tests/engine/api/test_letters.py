"""Letters say what the reports say, compare with whole weeks only, act when accepted and tell what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from helpers.letters import FOCUS, letter, week, weeks
from helpers.lived_weeks import lived_weeks

from engine.api import Engine
from engine.bootstrap import build_engine
from engine.domain.clock import utc
from engine.domain.errors import UsageError
from engine.domain.findings import Findings
from engine.domain.goals import Direction, Per
from engine.domain.letter_json import letter_from_json, letter_to_json
from engine.domain.letters import LetterAnswer, SuggestionKind
from engine.domain.notifications import NotificationKind
from engine.domain.report import By
from engine.domain.routines import Change, DayPart, Habit, HabitKind, Item, ItemKind, Measure
from engine.insights.letter.compose import told_findings
from engine.insights.letter.figures import compared, told_categories
from engine.paths import profile_at
from engine.storage.database import Database
from engine.storage.insights import InsightStore
from engine.storage.letters import LetterStore
from engine.storage.notifications import NotificationStore


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    """A profile with made-up weeks, to be changed."""
    engine = lived_weeks(tmp_path / "profile", 1)
    yield engine
    engine.close()


def test_every_number_is_the_reports_number(tmp_path: Path) -> None:
    """Against counting activities, days and weeks that begin at other times: test_counted_numbers.py."""
    lived = lived_weeks(tmp_path, 1)
    lived.demo.fill_plan(45, 1)
    letters = [lived.letters.of(), lived.letters.of(lived.history.today() - timedelta(days=21))]
    for told in (one.letter for one in letters):
        report = lived.reports.report(lived.reports.request(told.start, told.end), focus=False)
        assert (told.active.ms, told.deep.ms) == (report.active_ms, (report.weighed_ms or (0,))[0])
        table = report.table(By.CATEGORY)
        rows = {int(row.key or 0): row.ms for row in table.rows} if table else {}
        assert len(told.categories) == 5
        assert all(one.ms == rows[one.category_id or 0] for one in told.categories)
        if told.best_day is not None:
            day = told.best_day.day
            alone = lived.reports.report(lived.reports.request(day, day + timedelta(days=1)), focus=False)
            assert (told.best_day.active_ms, told.best_day.deep_ms) == (alone.active_ms, (alone.weighed_ms or (0,))[0])
        for back, one in enumerate(reversed(told.active.compared.before if told.active.compared else ()), 1):
            first = told.start - timedelta(weeks=back)
            before = lived.reports.report(lived.reports.request(first, first + timedelta(days=7)), focus=False)
            assert one == before.active_ms
    lived.close()


def test_a_letter_reads_back_as_it_was(engine: Engine) -> None:
    told = engine.letters.of().letter
    assert letter_from_json(letter_to_json(told)) == told
    assert engine.letters.of().letter == told  # written once
    assert engine.letters.write_due() is None


def test_a_week_is_compared_with_whole_weeks_only() -> None:
    before = weeks(1, 2, 3, 4)
    beside = compared(5, before, lambda one: one.distracting_ms // 3_600_000)
    assert beside is not None
    assert (beside.above, beside.median) == (4, 2.5)  # of four weeks the mean of the middle two
    assert compared(5, before[1:], lambda one: one.active_ms) is None
    assert compared(5, [*before[:3], replace(before[3], active_ms=0)], lambda one: one.active_ms) is None
    assert told_categories(week(0, 2), before)[0].compared is not None


def test_accepting_plans_it_once_and_the_next_letter_tells(engine: Engine) -> None:
    found = engine.letters.of()
    suggestion = found.letter.suggestion
    assert suggestion is not None
    before = len(engine.plan.flexible()), len(engine.goals.all())
    assert engine.letters.accept(found.letter.start).answer is LetterAnswer.ACCEPTED
    assert len(engine.plan.flexible()) + len(engine.goals.all()) == sum(before) + 1
    if suggestion.kind is SuggestionKind.FOCUS_BLOCK:
        assert engine.plan.flexible()[-1].window_start == suggestion.window_start
    for again in (engine.letters.accept, engine.letters.refuse):
        with pytest.raises(UsageError, match="answered already"):
            again(found.letter.start)


def test_whoever_stopped_trials_is_told_so(engine: Engine) -> None:
    assert engine.letters.of().trying
    engine.letters.stop_trying()
    assert not engine.letters.of().trying


def test_findings_told_are_of_the_week_and_take_turns() -> None:
    week = date(2026, 11, 9)
    habits = tuple(
        Habit(HabitKind.TOGETHER, Item(ItemKind.APP, name), Item(ItemKind.APP, "z"), 8, 10, 40, 0.3, 0.005, (day,))
        for name, day in (*((name, week) for name in "abcde"), ("ended", week - timedelta(days=3)))
    )
    change = Change(
        Measure.ACTIVE, DayPart.DAY, week - timedelta(weeks=3), week, week, 1, 2, 0, 1, 0.01, ((week, 1.0),)
    )
    old = replace(change, since=week - timedelta(weeks=9))
    found = Findings(0, 0, 1, 40, habits=habits, changes=(old, change))
    changes, told = told_findings(found, week)
    assert changes == (change,)
    assert {one.first.name for one in told} < set("abcde")
    later = replace(found, habits=tuple(replace(one, days=(week + timedelta(weeks=1),)) for one in habits[:5]))
    assert told_findings(later, week + timedelta(weeks=1))[1][0].first != told[0].first


def test_a_letter_is_given_once_at_its_minute_outside_quiet_hours(engine: Engine) -> None:
    written = engine.letters.write_due()
    assert written is not None
    assert engine.letters.write_due() is None
    engine.letters.shown(written.letter.start)
    assert engine.letters.all()[0].shown_ms is not None
    settings = engine.preferences.load().notifications
    minute = written.letter.trial.minute
    assert settings.quiet_until <= minute < settings.quiet_from
    database = Database.open(engine.paths.database)
    now_ms = written.letter.made_ms
    (one,) = NotificationStore(database).waiting(now_ms + 25 * 3_600_000)
    database.close()
    assert one.kind is NotificationKind.LETTER
    assert now_ms <= one.due_ms <= now_ms + 25 * 3_600_000
    due = utc(one.due_ms).astimezone(engine.history.rule().tzinfo())
    assert due.hour * 60 + due.minute == minute


def test_the_person_can_stop_letters_and_trials(engine: Engine) -> None:
    engine.letters.stop_trying()
    assert not engine.preferences.load().notifications.letter_trial
    settings = engine.preferences.load()
    engine.preferences.change(replace(settings, notifications=replace(settings.notifications, letter=False)))
    assert engine.letters.write_due() is None
    trial = engine.letters.of().letter.trial
    assert (trial.tried, trial.propensity) == (False, 1.0)


def test_weeks_that_hold_nothing_or_are_not_over_have_no_letter(tmp_path: Path) -> None:
    engine = build_engine(profile_at(tmp_path / "empty"))
    try:
        assert engine.letters.write_due() is None
        assert engine.letters.latest() is None
        with pytest.raises(UsageError, match="too little"):
            engine.letters.of()
        with pytest.raises(UsageError, match="not over"):
            engine.letters.of(engine.history.today())
        with pytest.raises(UsageError, match="no letter"):
            engine.letters.accept(date(2026, 1, 5))
    finally:
        engine.close()


def test_findings_are_told_as_they_stand_and_never_kept(engine: Engine) -> None:
    told = engine.letters.of()
    assert not told.letter.habits
    habit = Habit(
        HabitKind.TOGETHER, Item(ItemKind.APP, "a"), Item(ItemKind.APP, "b"), 8, 10, 40, 0.3, 0.01, (told.letter.start,)
    )
    chance = replace(habit, p=0.2)
    database = Database.open(engine.paths.database)
    store = InsightStore(database)
    store.replace(Findings(told.letter.made_ms, 0, 1, 40, habits=(chance, habit)), store.mark())
    for again in (engine.letters.latest(), engine.letters.of()):
        assert again is not None
        assert again.letter.habits == (habit,), "what may be chance is not told"
    assert engine.letters.all()[0].letter.habits == ()
    store.clear()
    database.close()
    assert engine.letters.of().letter.habits == ()


def test_a_cap_becomes_a_goal_and_a_break_a_setting(tmp_path: Path) -> None:
    engine = build_engine(profile_at(tmp_path / "profile"))
    engine.rules.install(engine.rules.starter("en"))
    category = engine.rules.tree().in_order()[-1].id
    cap = replace(FOCUS, kind=SuggestionKind.CAP, category_id=category, minutes=210)
    store = LetterStore(Database.open(engine.paths.database))
    store.add(letter(1, cap))
    store.add(letter(2, replace(FOCUS, kind=SuggestionKind.BREAK, minutes=75)))
    engine.letters.accept(letter(1).start)
    goal = engine.goals.all()[-1]
    assert (goal.direction, goal.target, goal.minutes, goal.per) == (Direction.AT_MOST, category, 210, Per.WEEK)
    engine.letters.accept(letter(2).start)
    assert engine.preferences.load().notifications.break_after == 75
    store._database.close()
    engine.close()


def test_what_came_of_an_accepted_suggestion_is_told(engine: Engine) -> None:
    store = LetterStore(Database.open(engine.paths.database))
    today = engine.history.today()
    monday = today - timedelta(days=today.weekday())
    old = letter()
    start = monday - timedelta(weeks=2)
    store.add(replace(old, start=start, end=start + timedelta(days=7)))
    accepted = (monday - timedelta(weeks=1) - timedelta(days=3)).toordinal() - date(1970, 1, 1).toordinal()
    store.answer(start, LetterAnswer.ACCEPTED, accepted * 86_400_000 + 43_200_000)
    told = engine.letters.of().letter
    assert told.last is not None
    assert told.last.answer is LetterAnswer.ACCEPTED
    store._database.close()
    if told.active.compared is None:  # a week of the made-up person's is missing, so nothing is compared
        return
    assert told.last.compared is not None
    assert len(told.last.compared.before) == 4
