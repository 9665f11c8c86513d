"""How well drawn whole numbers fit the chances they should have, or another sample of the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from scipy.stats import chi2

_LEAST = 10.0  # expected of a class; rarer values are one class


def against_theory(drawn: Sequence[int], chance: Callable[[int], float], reach: int) -> float:
    """Return p of the draws under the chances; values beyond the reach are one class on either side."""
    counts, size = Counter(drawn), len(drawn)
    inner = [value for value in range(-reach, reach + 1) if chance(value) * size >= _LEAST]
    expected = [chance(value) * size for value in inner]
    found = [float(counts[value]) for value in inner]
    expected.append(max(size - sum(expected), 1e-9))
    found.append(size - sum(found))
    if expected[-1] < _LEAST:
        expected[-2] += expected.pop()
        found[-2] += found.pop()
    statistic = sum((one - other) ** 2 / other for one, other in zip(found, expected, strict=True))
    return float(chi2.sf(statistic, len(found) - 1))


def against_sample(one: Sequence[int], other: Sequence[int]) -> float:
    """Return p of two samples having one source; rare values are one class."""
    first, second = Counter(one), Counter(other)
    often = {value for value in first.keys() | second.keys() if first[value] + second[value] >= 2 * _LEAST}
    classes = [*sorted(often), None]
    table = [[_of(counts, often, value) for value in classes] for counts in (first, second)]
    sizes, statistic, kept = (len(one), len(other)), 0.0, 0
    for column in zip(*table, strict=True):
        together = sum(column)
        if together:
            kept += 1
            shares = [together * size / sum(sizes) for size in sizes]
            statistic += sum((seen - share) ** 2 / share for seen, share in zip(column, shares, strict=True))
    return float(chi2.sf(statistic, kept - 1))


def _of(counts: Counter[int], often: Iterable[int], value: int | None) -> int:
    if value is not None:
        return counts[value]
    return sum(count for one, count in counts.items() if one not in often)
