"""Plain numbers about a report from what the same person, and everybody, reported before it: what rivals read."""

from __future__ import annotations

from collections import defaultdict, deque
from math import cos, log1p, pi, sin

import numpy as np
from benchmarks.focus_reports import Reports

from engine.mind.focus.kernel import Values

_HALF_LIVES = (15.0, 60.0, 240.0, 1_440.0)
_LATEST = 40
_FIRST = 0.6  # believed of anybody before the first report


class _Means:
    """Shares of focused reports by key, drawn towards another share as by so many reports."""

    def __init__(self) -> None:
        self._sums: dict[tuple[object, ...], list[float]] = defaultdict(lambda: [0.0, 0.0])

    def of(self, key: tuple[object, ...], towards: float, weight: float) -> float:
        total, count = self._sums[key]
        return (total + weight * towards) / (count + weight)

    def count(self, key: tuple[object, ...]) -> float:
        return log1p(self._sums[key][1])

    def add(self, key: tuple[object, ...], label: float) -> None:
        self._sums[key][0] += label
        self._sums[key][1] += 1


def plain_features(reports: Reports, *, context: bool) -> Values:
    """Return one row for every report; nothing of it or after it is read, but for place and activity with context."""
    means = _Means()
    latest: dict[int, deque[tuple[float, float]]] = defaultdict(lambda: deque(maxlen=_LATEST))
    found = []
    columns = {name: column.tolist() for name, column in reports.cases.items() if column.ndim == 1}
    for place, label in enumerate(reports.label.tolist()):
        row = {name: column[place] for name, column in columns.items()}
        person, past = row["person"], latest[row["person"]]
        own = means.of((person,), _FIRST, 5)
        numbers = [own, means.count((person,)), *_lately(row, past, own)]
        keys = _keys(row)
        numbers += [means.of((person, "day", row["day"]), own, 2), means.of((person, *keys["hour"]), own, 4)]
        numbers += [means.of((person, *keys["before"]), own, 3), means.of(keys["before"], _FIRST, 5)]
        if context:
            for name in ("activity", "place", "both"):
                numbers += [means.of((person, *keys[name]), own, 2), means.count((person, *keys[name]))]
                numbers.append(means.of(keys[name], _FIRST, 5))
            numbers += [row["activity"] == row["activity_before"], row["place"] == row["place_before"]]
        found.append([float(one) for one in numbers])
        past.append((row["when"], label))
        for key in ((person,), (person, "day", row["day"]), *((person, *key) for key in keys.values()), *keys.values()):
            means.add(key, label)
    return np.array(found)


def _keys(row: dict[str, float]) -> dict[str, tuple[object, ...]]:
    return {
        "hour": ("hour", int(row["hour"] // 3)),
        "before": ("before", row["activity_before"]),
        "activity": ("activity", row["activity"]),
        "place": ("place", row["place"]),
        "both": ("both", row["activity"], row["place"]),
    }


def _lately(row: dict[str, float], past: deque[tuple[float, float]], own: float) -> list[float]:
    labels = [label for _, label in past][::-1][:3]
    numbers = labels + [own] * (3 - len(labels))
    for half_life in _HALF_LIVES:
        weights = [2 ** ((when - row["when"]) / half_life) for when, _ in past]
        total = sum(weight * label for weight, (_, label) in zip(weights, past, strict=True))
        numbers.append((total + 0.5 * own) / (sum(weights) + 0.5))
    angle = 2 * pi * row["hour"] / 24
    return [*numbers, row["gap"], sin(angle), cos(angle), float(row["weekday"] >= 5)]
