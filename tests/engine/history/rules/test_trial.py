"""An expression tried on the history."""

from __future__ import annotations

import pytest

from engine.domain.errors import PatternError, UsageError
from engine.domain.labelling import Seen
from engine.domain.look import Look
from engine.domain.rules import All, Field, How, Test
from engine.history.rules.trial import try_out

HISTORY = [Seen(Look(n, "code" if n % 3 else "mail", f"file {n}"), n * 10) for n in range(1, 10)]


def test_the_longest_hits_and_misses_and_all_sums() -> None:
    trial = try_out(Test(Field.APP, How.EQUALS, "mail"), HISTORY, shown=2)
    assert [one.look.id for one in trial.hits] == [9, 6]
    assert [one.look.id for one in trial.misses] == [8, 7]
    assert (trial.hit_count, trial.hit_ms, trial.miss_count, trial.miss_ms) == (3, 180, 6, 270)


def test_what_cannot_be_a_rule_is_refused() -> None:
    with pytest.raises(PatternError):
        try_out(Test(Field.TITLE, How.REGEX, "("), HISTORY)
    with pytest.raises(UsageError, match="compares nothing"):
        try_out(All(()), HISTORY)
