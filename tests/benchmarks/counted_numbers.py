"""Letters and findings of many made-up persons against counting: python tests/benchmarks/counted_numbers.py [SEEDS].

Every number is checked to the millisecond; nothing is printed of a person but how much was checked.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path[:0] = [str(folder) for folder in Path(__file__).resolve().parents[1:3]]

from helpers.counted_checks import check_findings, check_letters, check_sittings  # noqa: E402  (the path is set just above)
from helpers.counted_slowly import SlowHistory, lived  # noqa: E402  (the path is set just above)

from engine.settings import Weekday  # noqa: E402

STARTS = ((0, Weekday.MONDAY), (270, Weekday.SUNDAY), (1_380, Weekday.SATURDAY))


def main(seeds: int) -> None:
    """Check so many persons for each way days and weeks begin."""
    for minute, weekday in STARTS:
        letters = habits = 0
        for seed in range(1, seeds + 1):
            with TemporaryDirectory() as folder, lived(Path(folder), minute, weekday, seed) as engine:
                slow = SlowHistory(engine)
                letters += check_letters(engine, slow, weeks=7)
                habits += check_findings(engine, slow)
                check_sittings(engine, slow)
        sys.stdout.write(
            f"days from {minute // 60:02}:{minute % 60:02}, weeks from {weekday.value}: {seeds} persons, "
            f"{letters} letters, {habits} habits, every number as counted\n"
        )
        sys.stdout.flush()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
