"""exp(-x) between two fractions, by its series: no floating point."""

from __future__ import annotations

from fractions import Fraction

_GRAIN = 1 << 160
_TERMS = 60


def exp_bounds(power: Fraction) -> tuple[Fraction, Fraction]:
    """Return fractions just below and just above exp(-power), for a power of 0 or more."""
    if power < 0:
        raise ValueError("a power is nought or more")
    halvings = max(0, (power.numerator // power.denominator).bit_length())
    low, high = _series(power / (1 << halvings))
    for _ in range(halvings):
        low, high = _down(low * low), above(high * high)
    return low, high


def _series(power: Fraction) -> tuple[Fraction, Fraction]:
    """Return bounds for powers of up to 1: partial sums of a series that alternates and falls lie on either side."""
    term, total = Fraction(1), Fraction(1)
    for place in range(1, _TERMS):
        term = _down(term * power / place)
        total += -term if place % 2 else term
    slack = term + Fraction(_TERMS, _GRAIN)
    return _down(max(Fraction(0), total - slack)), above(total + slack)


def _down(value: Fraction) -> Fraction:
    return Fraction(value.numerator * _GRAIN // value.denominator, _GRAIN)


def above(value: Fraction) -> Fraction:
    """Return a fraction just above it of few digits, so that many products do not grow."""
    return -_down(-value)
