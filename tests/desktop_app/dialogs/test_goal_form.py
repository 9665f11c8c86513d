"""The fields of a goal say what was chosen."""

from __future__ import annotations

from typing import Any

import pytest

from desktop_app.dialogs.goal_form import GoalChoices, GoalForm
from engine.domain.app_names import AppNames
from engine.domain.categories import CategoryTree
from engine.domain.goals import Direction, Goal, Measure, Per

BLANK = Goal(Direction.AT_LEAST, Measure.APP, None, 60, Per.DAY)
CHOICES = GoalChoices(CategoryTree([]), ("evince", "org.gnome.Evince", "code"), (), AppNames())


@pytest.fixture
def form(qtbot: Any) -> GoalForm:
    made = GoalForm(BLANK, CHOICES)
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize("app", CHOICES.apps)
def test_of_apps_called_the_same_the_chosen_one_is_meant(form: GoalForm, app: str) -> None:
    form.app.setCurrentIndex(form.app.findData(app))
    assert form.said().target == app


@pytest.mark.parametrize(("written", "meant"), [("Code", "code"), ("CODE ", "code"), ("elsewhere", "elsewhere")])
def test_what_is_written_is_taken_by_its_name(form: GoalForm, written: str, meant: str) -> None:
    form.app.setCurrentIndex(form.app.findData("evince"))
    form.app.setEditText(written)
    assert form.said().target == meant
