"""How alike two cases are: sums of components, each a product of a few plain likenesses of one column.

Columns of cases by name: numbers (moments, hours), codes (a person, what a slot is for; below 0 for none, which is
like nothing) or vectors, one row a case.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Callable

Cases: TypeAlias = Mapping[str, NDArray[Any]]
Values: TypeAlias = NDArray[np.float64]


class Factor(NamedTuple):
    """One likeness, 0 to 1 for all but inner: kind names it, column what it looks at; scale in the column's unit.

    same: equal codes. fading: exp(-distance / scale). near: a bell of width scale. round: the same around a circle of
    period. close: a bell of the root mean square distance of vectors. inner: inner product of vectors over their
    length. shares: same, for codes that are not known for sure: probabilities of each. faded: the product of both
    columns, 0 to 1, for what is known less well.
    """

    kind: str
    column: str
    scale: float = 1.0
    period: float = 0.0


@dataclass(frozen=True, slots=True)
class Component:
    """One part of what is told: name (parts of one name are told together), variance, and likenesses multiplied."""

    name: str
    variance: float
    factors: tuple[Factor, ...] = ()

    def own(self, cases: Cases) -> Values:
        """Return how alike each case is to itself, times the variance."""
        found = np.full(_many(cases), self.variance)
        for factor in self.factors:
            found *= _OWN.get(factor.kind, _one)(cases[factor.column])
        return found


def rows(cases: Cases, which: slice | NDArray[Any]) -> dict[str, NDArray[Any]]:
    """Return some of the cases."""
    return {name: column[which] for name, column in cases.items()}


def kernel(components: Iterable[Component], left: Cases, right: Cases) -> Values:
    """Return the covariance of all components together."""
    wanted = [one for one in components if one.variance > 0]
    found = np.zeros((_many(left), _many(right)))
    for component, alike in zip(wanted, likenesses(wanted, left, right), strict=True):
        found += component.variance * alike
    return found


def likenesses(components: Iterable[Component], left: Cases, right: Cases) -> Iterator[Values]:
    """Yield how alike each left case is to each right one by every component, before its variance."""
    known: dict[Factor, Values] = {}
    for component in components:
        found = np.ones((_many(left), _many(right)))
        for factor in component.factors:
            if factor not in known:
                known[factor] = _alike(left[factor.column], right[factor.column], factor)
            found *= known[factor]
        yield found


def _alike(left: Values, right: Values, factor: Factor) -> Values:
    """Return one likeness, computed once for left values that occur again and again."""
    of = _KINDS[factor.kind]
    if left.ndim > 1:
        alone = len(left) > 1 and bool((left == left[0]).all())
        return of(left[:1], right, factor) if alone else of(left, right, factor)
    values, place = np.unique(left, return_inverse=True)
    return of(left, right, factor) if 2 * len(values) > len(left) else of(values, right, factor)[place]


def _many(cases: Cases) -> int:
    return len(next(iter(cases.values())))


def _same(left: Values, right: Values, factor: Factor) -> Values:
    del factor
    return np.asarray((left[:, None] == right[None, :]) & (left[:, None] >= 0), dtype=np.float64)


def _fading(left: Values, right: Values, factor: Factor) -> Values:
    return np.asarray(np.exp(-np.abs(left[:, None] - right[None, :]) / factor.scale))


def _near(left: Values, right: Values, factor: Factor) -> Values:
    return np.asarray(np.exp(-0.5 * ((left[:, None] - right[None, :]) / factor.scale) ** 2))


def _round(left: Values, right: Values, factor: Factor) -> Values:
    apart = np.mod(np.abs(left[:, None] - right[None, :]), factor.period)
    return np.asarray(np.exp(-0.5 * (np.minimum(apart, factor.period - apart) / factor.scale) ** 2))


def _close(left: Values, right: Values, factor: Factor) -> Values:
    squared = np.square(left).sum(1)[:, None] + np.square(right).sum(1)[None, :] - 2 * left @ right.T
    return np.asarray(np.exp(-0.5 * np.maximum(squared, 0) / (left.shape[1] * factor.scale**2)))


def _inner(left: Values, right: Values, factor: Factor) -> Values:
    del factor
    return np.asarray(left @ right.T / left.shape[1])


def _shares(left: Values, right: Values, factor: Factor) -> Values:
    del factor
    return np.asarray(left @ right.T)


def _faded(left: Values, right: Values, factor: Factor) -> Values:
    del factor
    return np.asarray(left[:, None] * right[None, :])


def _own_same(column: Values) -> Values:
    return (column >= 0).astype(np.float64)


def _own_inner(column: Values) -> Values:
    return np.asarray(np.square(column).sum(1) / column.shape[1])


def _own_shares(column: Values) -> Values:
    return np.asarray(np.square(column).sum(1))


def _one(column: Values) -> Values:
    return np.ones(len(column))


_KINDS: dict[str, Callable[[Values, Values, Factor], Values]] = {
    "same": _same,
    "fading": _fading,
    "near": _near,
    "round": _round,
    "close": _close,
    "inner": _inner,
    "shares": _shares,
    "faded": _faded,
}
_OWN: dict[str, Callable[[Values], Values]] = {
    "same": _own_same,
    "inner": _own_inner,
    "shares": _own_shares,
    "faded": np.square,
}
