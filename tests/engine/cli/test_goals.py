"""`kairos goals`: every command does what it says, and bad input is one clear message that changes nothing."""

from __future__ import annotations

from datetime import date

import pytest
from helpers.command_line import Commands

from engine.cli.goal_words import minutes_of, progress_lines, weekdays_of
from engine.domain.categories import CategoryTree
from engine.domain.errors import UsageError
from engine.domain.goals import Direction, Goal, GoalProgress, GoalResult, GoalSpan, Measure, Per, Standing


@pytest.fixture
def aimed(filled: Commands) -> Commands:
    """A profile with a morning in it, a category and a goal."""
    assert filled("rules", "add", "--category", "Work > Code", "--create", "--app", "editor").status == 0
    assert filled("goals", "add", "--at-least", "2h", "--category", "work > code", "--on", "mon-fri").status == 0
    return filled


def test_an_empty_profile_says_how_to_begin(kairos: Commands) -> None:
    for command in ("list", "status"):
        assert kairos("goals", command).out == (
            "There are no goals yet. Begin with: kairos goals add --at-least 2h --focus\n"
        )
        assert kairos("goals", command, "--json").json() == []


def test_a_goal_is_added_listed_changed_and_removed(aimed: Commands) -> None:
    words = "at least 2 h 00 min of Work › Code per day, Mon–Fri"
    assert aimed("goals", "list").out == f"   1  {words}\n"
    assert aimed("goals", "list", "--json").json() == [
        {
            "id": 1,
            "direction": "at_least",
            "measure": "category",
            "target": ["Work", "Code"],
            "minutes": 120,
            "per": "day",
            "weekdays": ["Mon", "Tue", "Wed", "Thu", "Fri"],
            "words": words,
        }
    ]
    changed = aimed("goals", "change", "1", "--at-most", "90m", "--app", "game", "--per", "week", "--on", "sat,sun")
    assert changed.out == "Changed (number 1): at most 1 h 30 min of app game per week, Sat Sun\n"
    assert aimed("goals", "change", "1", "--per", "day", "--json").json()["minutes"] == 90
    assert aimed("goals", "remove", "1").out == "Removed (number 1): at most 1 h 30 min of app game per day, Sat Sun\n"
    assert aimed("goals", "list", "--json").json() == []


def test_the_status_tells_today_and_what_became_of_the_last_weeks(filled: Commands) -> None:
    filled("goals", "add", "--at-least", "1m", "--focus")
    filled("goals", "add", "--at-most", "7000", "--focus", "--per", "week")
    found = filled("goals", "status", "--weeks", "2", "--json").json()
    assert [one["id"] for one in found] == [1, 2]
    assert 8 <= len(found[0]["history"]) <= 14
    assert len(found[1]["history"]) == 2
    assert found[0]["now"]["from"] == found[0]["history"][-1]["from"]
    said = filled("goals", "status").out
    assert "   1  at least 1 min of deep work per day\n      today: " in said
    assert "met in" not in said  # no day of them is decided


def test_days_that_are_decided_are_counted() -> None:
    goal = Goal(Direction.AT_LEAST, Measure.FOCUS, None, 60, Per.DAY, id=1)
    day, tree = date(2024, 5, 6), CategoryTree(())
    stood = (Standing.MET, Standing.MISSED, Standing.OPEN)
    history = GoalProgress(
        goal, (), tuple(GoalResult(GoalSpan(day, day, (day,)), 0, 0, standing) for standing in stood)
    )
    assert list(progress_lines(history, history, 8, tree))[-1] == "      last 8 weeks: met in 1 of 2 days"


def test_none_at_all_is_said_in_minutes_and_days_that_are_none_are_not_counted(kairos: Commands) -> None:
    added = kairos("goals", "add", "--at-most", "0", "--app", "game")
    assert added.out == "Added (number 1): at most 0 min of app game per day\n"
    said = kairos("goals", "status").out
    assert "of 0 min, " in said
    assert "met in" not in said


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("add", "--focus"), "Say how much"),
        (("add", "--at-least", "1h"), "Say of what"),
        (("add", "--at-least", "1h", "--at-most", "2h", "--focus"), "not both"),
        (("add", "--at-least", "1h", "--focus", "--app", "x"), "Name one of"),
        (("add", "--at-least", "soon", "--focus"), "is not a length"),
        (("add", "--at-least", "25h", "--focus"), "1 to 1440 minutes"),
        (("add", "--at-least", "1h", "--category", "Nowhere"), "There is no category “Nowhere”"),
        (("add", "--at-least", "1h", "--focus", "--on", "today"), "is not a day of the week"),
        (("change", "1"), "Say what is to change"),
        (("change", "7", "--per", "day"), "There is no goal 7"),
        (("remove", "7"), "There is no goal 7"),
    ],
)
def test_what_cannot_be_done_is_said_and_changes_nothing(aimed: Commands, words: tuple[str, ...], why: str) -> None:
    before = aimed("goals", "list", "--json").out
    answer = aimed("goals", *words)
    assert (answer.status, answer.out) == (1, "")
    assert why in answer.err
    assert aimed("goals", "list", "--json").out == before


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("90", 90), ("45m", 45), ("45 min", 45), ("1h30", 90), ("2H", 120), ("1:05", 65), ("0", 0), ("1 h 30 m", 90)],
)
def test_lengths_are_read_as_people_write_them(text: str, minutes: int) -> None:
    assert minutes_of(text) == minutes


@pytest.mark.parametrize("text", ["", " ", "h", "1:60", "-5", "1.5", "99999"])
def test_what_is_no_length_is_refused(text: str) -> None:
    with pytest.raises(UsageError):
        minutes_of(text)


@pytest.mark.parametrize(
    ("text", "days"),
    [("mon", {0}), ("Monday,sun", {0, 6}), ("fri-mon", {4, 5, 6, 0}), ("wed-wed", {2}), ("mon-sun", set(range(7)))],
)
def test_days_are_read_as_people_write_them(text: str, days: set[int]) -> None:
    assert weekdays_of(text) == days
