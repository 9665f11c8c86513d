"""A head against its baseline, case by case, on weeks neither had seen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from engine.mind.measures.bootstrap import Estimate, mean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Compared:
    """What ours and the baseline got in each case, higher being better, and the day of each case."""

    metric: str
    baseline_name: str
    ours: NDArray[np.float64]
    baseline: NDArray[np.float64]
    day: NDArray[np.int32]

    def __len__(self) -> int:
        return len(self.ours)

    def gain(self, seed: int = 0) -> Estimate:
        """Return ours minus the baseline's with its interval; days are drawn."""
        if not len(self):
            return Estimate(0.0, 0.0, 0.0)
        return mean(self.ours - self.baseline, self.day, seed=seed)

    @staticmethod
    def joined(parts: Sequence[Compared]) -> Compared:
        """Return several stretches of time as one."""
        ours, baseline, day = (
            np.concatenate([getattr(part, name) for part in parts]) for name in ("ours", "baseline", "day")
        )
        return Compared(parts[0].metric, parts[0].baseline_name, ours, baseline, day)
