"""The short form of the corruption script: damage is noticed, and nearly all is saved."""

from __future__ import annotations

from pathlib import Path

import pytest
from reliability.corruption_rounds import filled, rounds, unnoticed


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An encrypted database of some hundred pages."""
    path = tmp_path_factory.mktemp("corruption") / "kairos.sqlite3"
    filled(path, 2_500)
    return path


def test_every_flipped_bit_and_zeroed_page_is_noticed(path: Path) -> None:
    assert unnoticed(path, 15, 10, seed=2) == 0


@pytest.mark.parametrize("backup", [False, True])
def test_nearly_all_is_saved_of_a_database_with_one_page_in_a_hundred_broken(path: Path, backup: bool) -> None:
    (done,) = rounds(path, 1, seed=5, backup=backup)
    assert done.share >= (0.97 if backup else 0.95)  # of so few pages, one is much
    assert done.strange == 0
