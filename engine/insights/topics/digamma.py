"""How fast the logarithm of the gamma function grows."""

from __future__ import annotations

import numpy as np

from engine.insights.columns import Floats

_SHIFT = 6
_SERIES = (1 / 12, -1 / 120, 1 / 252, -1 / 240, 1 / 132, -691 / 32_760, 1 / 12)  # of the powers of 1 / x²


def digamma(values: Floats) -> Floats:
    """Return the digamma function of positive numbers, 12 digits.

    Source: Abramowitz and Stegun, 1964, "Handbook of Mathematical Functions": 6.3.18, the series for what is far from
    0, six above the number that is asked for, and 6.3.6, the way back from there.
    """
    far = values + _SHIFT
    square = 1 / far**2
    tail = np.zeros_like(far)
    for part in reversed(_SERIES):
        tail += part
        tail *= square
    # The sum of 1 / (x + n) for n of 0 to 5: the first and the last of them together, and so on inwards.
    ends = values * (values + 5)
    back = (2 * values + 5) * (1 / ends + 1 / (ends + 4) + 1 / (ends + 6))
    found: Floats = np.log(far) - 0.5 / far - tail - back
    return found
