"""What is erased or corrected is forgotten by the next run, with the models that learned from it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from helpers.school import HOUR_MS, START_MS, Pupil, School

from engine.domain.model_status import Head
from engine.mind.train.learning import Course, Learned


@pytest.fixture
def school(tmp_path: Path) -> Iterator[School]:
    made = School(tmp_path)
    yield made
    made.database.close()


def test_what_was_erased_is_learned_from_no_more_and_its_models_are_forgotten(school: School) -> None:
    school.train()
    school.erase(START_MS - 5 * HOUR_MS)
    second = school.train(hours=1)
    assert school.pupils[0].lessons[1].earlier is None
    assert school.files.runs() == [second.id]


def test_where_all_was_erased_no_model_that_knew_it_is_left(school: School) -> None:
    school.train()
    school.train(hours=24)
    school.erase(START_MS - 5 * HOUR_MS)
    school.pupils = []
    last = school.train(hours=1)
    assert school.files.runs() == []
    assert school.runs.in_use() is None
    assert (school.kept().load().checkpoint, school.kept().load().damaged) == (None, False)
    assert school.after[-1] == (last, None)


def test_what_is_erased_while_it_is_learned_is_used_by_nobody(school: School) -> None:
    class Slow(Pupil):
        def learn(self, course: Course) -> Learned | None:
            school.erase(START_MS + 5 * HOUR_MS)
            return super().learn(course)

    first = school.train()
    school.pupils = [Slow(Head.FOCUS)]
    school.train(hours=24)
    assert school.files.runs() == [first.id]
    assert school.runs.in_use() == first


def test_a_correction_of_what_came_later_forgets_nothing(school: School) -> None:
    first = school.train()
    school.erase(START_MS + 5 * HOUR_MS)
    second = school.train(hours=8)
    assert school.files.runs() == [second.id, first.id]
