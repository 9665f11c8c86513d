"""What is read of a history: columns, one row a stretch, in order of start and without overlaps."""

from __future__ import annotations

from typing import Any, Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]
Whole: TypeAlias = NDArray[np.int64]
Flags: TypeAlias = NDArray[np.bool_]

DAY_S = 86_400
EPOCH_DAY = 719_163
"""The number of 1970-01-01, as date.toordinal() counts."""


class Columns(Protocol):
    """A history; every column has the same length, and nobody writes into them.

    start_s, end_s: Unix seconds. local_s: the start on the person's own clock. day: the day it belongs to, as
    date.toordinal(). presence: 0 is active. app, title: places in apps and titles, -1 for none. category, document:
    their numbers, 0 for none. weight: how the category counts for focus, -2 to 2.
    """

    @property
    def start_s(self) -> NDArray[Any]: ...  # noqa: D102
    @property
    def end_s(self) -> NDArray[Any]: ...  # noqa: D102
    @property
    def local_s(self) -> NDArray[Any]: ...  # noqa: D102
    @property
    def day(self) -> NDArray[Any]: ...  # noqa: D102
    @property
    def presence(self) -> NDArray[Any]: ...  # noqa: D102
    @property
    def app(self) -> NDArray[Any]: ...  # noqa: D102
    @property
    def title(self) -> NDArray[Any]: ...  # noqa: D102
    @property
    def category(self) -> NDArray[Any]: ...  # noqa: D102
    @property
    def document(self) -> NDArray[Any]: ...  # noqa: D102
    @property
    def weight(self) -> NDArray[Any]: ...  # noqa: D102
    @property
    def apps(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def titles(self) -> tuple[str, ...]: ...  # noqa: D102


def of_day_s(columns: Columns) -> Floats:
    """Return the seconds from the local midnight of its day to each row's start; above 86400 after midnight."""
    midnight = (np.asarray(columns.day, np.float64) - EPOCH_DAY) * DAY_S
    return np.asarray(columns.local_s, np.float64) - midnight
