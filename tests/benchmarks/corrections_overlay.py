"""What corrections cost: 10,000 activities without any, with 200 short ones, and with 200 lying over one another.

    python tests/benchmarks/corrections_overlay.py

Prints milliseconds, the best of some runs.
"""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random
from time import perf_counter

sys.path[:0] = [str(Path(__file__).resolve().parents[level]) for level in (2, 1)]

from benchmarks.figures import Figure, show  # noqa: E402  (the path is set just above)

from engine.domain.activity import Activity, Observed  # noqa: E402
from engine.domain.clock import MS_PER_HOUR, MS_PER_MINUTE  # noqa: E402
from engine.domain.corrections import Correction, CorrectionKind  # noqa: E402
from engine.domain.intervals import Interval  # noqa: E402
from engine.domain.overlays import effective  # noqa: E402
from engine.domain.presence import Presence  # noqa: E402
from engine.domain.stretches import UNCHANGED, LabelOverride  # noqa: E402

ACTIVITIES, CORRECTIONS, RUNS = 10_000, 200, 9


def recorded(dice: Random) -> list[Activity]:
    """Return activities one after the other, half a minute each on average."""
    looks = [Observed(Presence.ACTIVE, f"app {one % 20}", f"title {one}", "/bin/x", "test") for one in range(400)]
    made, at = [], 0
    for _ in range(ACTIVITIES):
        end = at + dice.randint(1_000, MS_PER_MINUTE)
        made.append(Activity(at, end, dice.choice(looks), "UTC"))
        at = end
    return made


def corrected(dice: Random, end_ms: int, longest_ms: int) -> list[Correction]:
    """Return corrections of every kind, each up to longest_ms long."""
    made = []
    for _ in range(CORRECTIONS):
        kind = dice.choice(list(CorrectionKind))
        start = dice.randrange(end_ms - 1)
        span = Interval(start, min(end_ms, start + dice.randint(MS_PER_MINUTE, longest_ms)))
        app = "offline" if kind is CorrectionKind.ADD else None
        title = "better" if kind is CorrectionKind.RETITLE else None
        labels = LabelOverride(1) if kind is CorrectionKind.RELABEL else UNCHANGED
        made.append(Correction(kind, span, 0, app, title, labels))
    return made


def best_ms(raw: list[Activity], corrections: list[Correction]) -> float:
    """Return the milliseconds of the quickest run."""
    best = float("inf")
    for _ in range(RUNS):
        began = perf_counter()
        effective(raw, corrections)
        best = min(best, perf_counter() - began)
    return best * 1_000


def main() -> None:
    """Print the table."""
    dice = Random(1)
    raw = recorded(dice)
    end_ms = raw[-1].end_ms
    show(
        f"{ACTIVITIES:,} activities, {CORRECTIONS} corrections, milliseconds",
        [
            Figure("no correction", best_ms(raw, []), "below 50"),
            Figure("up to two hours each", best_ms(raw, corrected(dice, end_ms, 2 * MS_PER_HOUR)), "below 50"),
            Figure("up to all of it each", best_ms(raw, corrected(dice, end_ms, end_ms)), "below 50"),
            Figure("an hour of 120 activities, no correction", best_ms(raw[:120], []), "next to nothing"),
        ],
    )


if __name__ == "__main__":
    main()
