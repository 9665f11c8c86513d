"""`kairos insights`: plain on an empty profile and on a morning; findings in words with their evidence."""

from __future__ import annotations

import pytest
from helpers.command_line import Commands
from helpers.found import FOUND

from engine.cli.insight_words import change_lines, habit_lines, shape_lines, topic_lines, value_text
from engine.domain.app_names import AppNames
from engine.domain.routines import Measure


@pytest.mark.parametrize("what", ["topics", "routines", "changes"])
def test_an_empty_profile_and_a_morning_say_that_it_is_too_little(
    kairos: Commands, filled: Commands, what: str
) -> None:
    for commands in (kairos, filled):
        answer = commands("insights", what)
        assert answer.status == 0
        assert "Too little history" in answer.out or "No topics" in answer.out
        told = commands("insights", what, "--json").json()
        assert told["looked"] is True
        assert told["days"] <= 1


def test_a_refresh_says_what_was_looked_through(filled: Commands) -> None:
    answer = filled("insights", "refresh")
    assert answer.status == 0
    assert filled("insights", "refresh", "--json").json()["days"] <= 1


def test_findings_are_told_with_what_they_rest_on() -> None:
    changes = "\n".join(change_lines(FOUND))
    assert "Switches of app an hour, mornings: 1.5 before, 2.5 since 2026-03-03" in changes
    assert "difference +0.5 to +1.5 (95 %), of all measures by chance 1 in 100" in changes
    assert "1 day before, 1 day since" in changes
    habits = "\n".join(habit_lines(FOUND, AppNames({"a": "Editor"}).name))
    assert "The app “Editor” comes before the document “b” in 9 of 10 stretches of work (90 %)" in habits
    assert "chance would give 50 %; of all pairs by chance 1 in 200" in habits
    assert "last on 2026-03-03" in habits
    assert "Work 50 % (others 10 %)" in "\n".join(shape_lines(FOUND))
    assert "预算, tides" in "\n".join(topic_lines(FOUND))
    assert not any(word in changes + habits for word in ("because", "cause", "due to"))


@pytest.mark.parametrize(
    ("measure", "value", "difference", "text"),
    [
        (Measure.START, 545.0, False, "09:05"),
        (Measure.START, -60.6, True, "−1 h 00 min"),
        (Measure.ACTIVE, 125.0, False, "2 h 05 min"),
        (Measure.FOCUS, 0.256, False, "25.6 %"),
        (Measure.SWITCHES, -3.0, True, "−3.0"),
    ],
)
def test_values_are_written_in_their_unit(measure: Measure, value: float, difference: bool, text: str) -> None:
    assert value_text(measure, value, difference=difference) == text
