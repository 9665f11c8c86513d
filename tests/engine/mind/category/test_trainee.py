"""The category head is judged on corrections as they came, beside the app's last category."""

from __future__ import annotations

import numpy as np
import pytest
from helpers.small_encoder import SmallEncoder

from engine.domain.look import Look
from engine.mind.category.trainee import FEWEST, CategoryTrainee, Dated
from engine.mind.train.learning import Course, Halted

DAY_MS = 86_400_000
TITLES = ("car one", "budget one", "automobile two", "spending two", "vehicle three", "cost three", "driving four")
SAID: list[Dated] = [(Look(at, "browser", title), 1 + at % 2, at * DAY_MS) for at, title in enumerate(TITLES)]


def _trainee(said: list[Dated]) -> CategoryTrainee:
    encoder = SmallEncoder()
    return CategoryTrainee(said, lambda: lambda texts: dict(zip(texts, encoder.encode(texts), strict=True)))


def test_each_correction_is_told_by_those_before() -> None:
    found = _trainee(SAID).learn(Course(99 * 86_400.0, 1, lambda: False))
    assert found is not None
    assert found.compared is not None
    assert list(found.compared.ours) == [0, 1, 1, 1, 1, 1]  # the first of a category nobody can tell
    assert list(found.compared.baseline) == [0, 0, 0, 0, 0, 0]
    assert list(found.compared.day) == [1, 2, 3, 4, 5, 6]
    assert np.isfinite(found.tensors["threshold"]).all()


def test_with_few_corrections_nothing_is_judged_and_it_can_be_stopped() -> None:
    assert _trainee(SAID[: FEWEST - 1]).learn(Course(99 * 86_400.0, 1, lambda: False)) is None
    assert _trainee(SAID).learn(Course((FEWEST - 1) * 86_400.0, 1, lambda: False)) is None
    with pytest.raises(Halted):
        _trainee(SAID).learn(Course(99 * 86_400.0, 1, lambda: True))
