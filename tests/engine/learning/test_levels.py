"""What was gained needs a level at both ends; who says it does not mix."""

from __future__ import annotations

import pytest

from engine.domain.errors import UsageError
from engine.domain.learning import Level, LevelSource
from engine.learning.levels import LATE_MS, checked_level, gained, known_at

SELF, RECALL = LevelSource.SELF, LevelSource.RECALL
START, END = 1_000, 1_000_000_000


def test_levels_of_both_ends_tell_the_gain() -> None:
    levels = [Level(1, 0, 2.0, SELF), Level(1, 500, 3.0, SELF), Level(1, END - 1, 4.5, SELF)]
    assert gained(levels, START, END) == 1.5
    assert gained([*levels, Level(1, END + LATE_MS, 4.0, SELF)], START, END) == 1.0  # told a little late
    assert gained([*levels, Level(1, END + LATE_MS + 1, 9.0, SELF)], START, END) == 1.5


def test_one_end_alone_tells_nothing() -> None:
    assert gained([Level(1, 0, 2.0, SELF)], START, END) is None
    assert gained([Level(1, END - 1, 2.0, SELF)], START, END) is None
    assert gained([Level(1, 0, 2.0, SELF), Level(1, END - 1, 9.0, RECALL)], START, END) is None
    assert gained([], START, END) is None


def test_word_and_recall_count_alike_and_nothing_gained_is_nothing() -> None:
    levels = [Level(1, at, level, who) for at, level, who in ((0, 2, SELF), (1, 5, RECALL), (2_000, 2, SELF))]
    assert gained(levels, START, END) == 0.0
    assert gained([*levels, Level(1, 3_000, 4, RECALL)], START, END) == -0.5


def test_the_persons_word_goes_first() -> None:
    assert known_at([Level(1, 0, 7.0, RECALL)], 10) == 7.0
    assert known_at([Level(1, 0, 7.0, RECALL), Level(1, 5, 3.0, SELF)], 10) == 3.0
    assert known_at([Level(1, 20, 3.0, SELF)], 10) == 0.0


@pytest.mark.parametrize("level", [-0.1, 10.1, float("nan")])
def test_other_levels_are_refused(level: float) -> None:
    with pytest.raises(UsageError, match="A level is a number"):
        checked_level(level)
