"""Golden outputs: what a model says of made-up inputs, kept with it and asked again when it is loaded.

The signature proves that the numbers are those that were learned; this proves that they still mean what they meant, on
this machine, with these libraries and this version of Kairos.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.domain.model_status import Head
from engine.mind.checkpoint.manifest import Part
from engine.mind.checkpoint.tensors import Tensors
from engine.mind.train.earlier import weights_in
from engine.mind.train.made_up import (
    FROM_S,
    moment_among,
    slots_after,
    some_documents,
    uses_of,
    wave,
    working_days,
)

KEY = "golden_outputs"
_FAR, _NEAR = 1e-2, 1e-3  # how far, relatively and absolutely, another processor may be off
_ROWS, _CANDIDATES, _EVENTS = 3, 5, 4


def golden_of(head: Head, tensors: Mapping[str, Any]) -> list[float]:
    """Return what a head's model says of the inputs; empty for a head without such, or without weights.

    Raises ValueError where the weights do not fit.
    """
    weights, ask = weights_in(tensors), _ASKED.get(head)
    if head is Head.DOCUMENTS and "documents" in tensors:
        return [float(one) for one in _documents(tensors)]
    return [] if ask is None or not weights else [float(one) for one in np.ravel(ask(weights))]


def check_golden(head: Head, part: Part, tensors: Mapping[str, Any]) -> None:
    """Raise ValueError where the model says something else than when it was kept; older ones kept nothing."""
    kept = part.config.get(KEY)
    if not kept:
        return
    said = golden_of(head, tensors)
    if len(said) != len(kept) or not np.allclose(said, np.asarray(kept, np.float64), rtol=_FAR, atol=_NEAR):
        raise ValueError("it says something else than when it was learned")


@dataclass(frozen=True, slots=True)
class _Moments:
    """Moments with candidates, as the pointer network takes them."""

    inputs: dict[str, NDArray[Any]]

    @property
    def target(self) -> NDArray[np.int64]:
        return np.zeros(len(self), np.int64)

    def __len__(self) -> int:
        return _ROWS

    def numbers(self, rows: NDArray[np.int64]) -> dict[str, NDArray[Any]]:
        return {name: one[rows] for name, one in self.inputs.items()}


def _outcome(weights: Tensors) -> NDArray[Any]:
    from engine.mind.network.outcome import OutcomeCases  # noqa: PLC0415  (a second of torch)
    from engine.mind.next.outcomes import CONFIG, model_of  # noqa: PLC0415

    events, there = wave(_ROWS, _EVENTS, CONFIG.events), np.ones((_ROWS, _EVENTS), np.bool_)
    return model_of(weights).logits(OutcomeCases(wave(_ROWS, CONFIG.features), None, None, events, there))


def _pointer(weights: Tensors) -> NDArray[Any]:
    from engine.mind.next.next_thing import CONFIG, model_of  # noqa: PLC0415  (a second of torch)

    leads = (np.arange(_ROWS * _EVENTS) % (_CANDIDATES + 1)).reshape(_ROWS, _EVENTS)
    moments = _Moments(
        {
            "candidates": wave(_ROWS, _CANDIDATES, CONFIG.candidate),
            "there": np.ones((_ROWS, _CANDIDATES), np.bool_),
            "moment": wave(_ROWS, CONFIG.moment),
            "back": np.array([0, 1, -1], np.int64),
            "events": wave(_ROWS, _EVENTS, CONFIG.events),
            "leads": leads.astype(np.int64),
        }
    )
    told = model_of(weights).tell(moments)
    return np.concatenate([told.back, np.exp(told.all).ravel()])


def _focus(weights: Tensors) -> NDArray[Any]:
    from engine.mind.focus.forecaster import Forecaster  # noqa: PLC0415  (of no use to the other heads)

    forecaster, stream = Forecaster.from_weights(weights), working_days()
    told = forecaster.forecast(stream, slots_after(stream))
    calibrated = forecaster.calibration.probability(np.linspace(0.0, 1.0, 5))
    return np.concatenate([calibrated, told.probability, told.low, told.high, told.focused_minutes])


def _documents(numbers: Mapping[str, NDArray[Any]]) -> NDArray[Any]:
    from engine.mind.recommend.kept import recommender_of  # noqa: PLC0415  (of no use to the other heads)

    facts = some_documents(numbers)
    if not len(facts):
        return np.zeros(0)
    return recommender_of(numbers, uses_of(facts), facts, FROM_S).scores(moment_among(facts))


_ASKED: dict[Head, Callable[[Tensors], NDArray[Any]]] = {
    Head.FOCUS: _focus,
    Head.SWITCH: _outcome,
    Head.DISTRACTION: _outcome,
    Head.NEXT_APP: _pointer,
    Head.NEXT_DOCUMENT: _pointer,
}
