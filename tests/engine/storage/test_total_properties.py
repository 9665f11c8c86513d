"""Whatever happens to a history, in whatever order: its totals are the sum over every moment of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.shaken_history import CELLS, Both, Chance, at, emptied
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from engine.domain.health import RecorderState
from engine.storage.heartbeat import Beat


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("totals") / "kairos.sqlite3"


@settings(
    max_examples=25, deadline=None, phases=[Phase.explicit, Phase.generate]
)  # a seed says nothing when made small
@given(st.integers(0, 1 << 32))
def test_totals_are_the_sum_over_every_moment(shared: Path, seed: int) -> None:
    chance = Chance(seed)
    with emptied(shared) as database:
        both = Both(database)
        for number in range(24):
            kind, given_ = chance.step()
            both.do("import_" if kind == "import" else kind, given_)
            if number % 4 == 3:
                both.check(chance.cuts(), None)
                opened = Beat(both.store.open_id() or 0, at(chance.cell()), 0, 1, RecorderState.RECORDING, 0, 1)
                both.check(chance.cuts(), opened)
        both.check([0, CELLS], None)
        assert database.integrity() == []
