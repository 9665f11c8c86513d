"""What a head brings along from one run to the next: its numbers, and how it did on what it had not seen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from engine.mind.checkpoint.tensors import Tensors
from engine.mind.measures.compared import Compared

LATEST_DAYS = 56
"""So many days of comparing are brought along: a model that grew worse is found out within weeks."""

_WEIGHTS, _CASES = "weights/", "cases/"
_COLUMNS = ("ours", "baseline", "day")


@dataclass(frozen=True, slots=True)
class Earlier:
    """What a head was after the run before. seen_s: up to when it has seen the history, Unix seconds."""

    weights: Tensors
    seen_s: float
    compared: Compared | None
    config: Mapping[str, Any]

    def with_later(self, later: Compared) -> Compared:
        """Return what was compared before together with what came since, of the last weeks."""
        parts = [one for one in (self.compared, later) if one is not None and len(one)]
        if not parts:
            return later
        whole = Compared.joined([parts[-1], *parts[:-1]])  # named as the latest one is
        last = int(whole.day.max())
        young = whole.day > last - LATEST_DAYS
        return Compared(whole.metric, whole.baseline_name, whole.ours[young], whole.baseline[young], whole.day[young])


def kept(weights: Tensors, compared: Compared | None, seen_s: float) -> tuple[Tensors, dict[str, Any]]:
    """Return a head's arrays and its config as a checkpoint keeps them."""
    tensors = {_WEIGHTS + name: np.asarray(one) for name, one in weights.items()}
    config: dict[str, Any] = {"seen_s": seen_s}
    if compared is not None:
        config |= {"metric": compared.metric, "baseline_name": compared.baseline_name}
        tensors |= {_CASES + name: getattr(compared, name) for name in _COLUMNS}
    return tensors, config


def weights_in(tensors: Mapping[str, Any]) -> Tensors:
    """Return a head's weights out of what a checkpoint keeps of it."""
    return {name.removeprefix(_WEIGHTS): one for name, one in tensors.items() if name.startswith(_WEIGHTS)}


def earlier_of(told: tuple[Mapping[str, Any], Tensors] | None) -> Earlier | None:
    """Return what was kept; None where nothing was."""
    if told is None:
        return None
    config, tensors = told
    compared = None
    if "metric" in config:
        columns = {name: tensors[_CASES + name] for name in _COLUMNS}
        compared = Compared(config["metric"], config["baseline_name"], **columns)
    return Earlier(weights_in(tensors), float(config["seen_s"]), compared, config)
