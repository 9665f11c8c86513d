"""Every number of letters and findings is what counting activities one by one gives, however days and weeks begin."""

from __future__ import annotations

from pathlib import Path

from helpers.counted_checks import check_findings, check_letters, check_sittings
from helpers.counted_slowly import SlowHistory, lived

from engine.settings import Weekday


def test_letters_and_findings_say_what_counting_says(tmp_path: Path) -> None:
    """Days that begin at half past four, weeks on Sundays; others: tests/benchmarks/counted_numbers.py."""
    with lived(tmp_path / "profile", 270, Weekday.SUNDAY, seed=4, days=45) as engine:
        slow = SlowHistory(engine)
        assert check_letters(engine, slow, weeks=3) == 3
        assert check_findings(engine, slow) > 0
        check_sittings(engine, slow)
