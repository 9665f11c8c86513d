"""AdamW and its course of rates, in plain tensors: torch's own brings a compiler along that takes seconds to load.

Source: Loshchilov and Hutter, 2019 (AdamW); Smith and Topin, 2019 (one cycle).
"""

from __future__ import annotations

from math import cos, pi
from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from collections.abc import Sequence

_FIRST, _SECOND, _TINY = 0.9, 0.999, 1e-8
_WARM = 0.3  # share of the steps in which the rate grows
_START, _END = 1 / 25, 1e-4  # of the highest rate


def rate_at(step: int, steps: int, highest: float) -> float:
    """Return the rate of a step (from 0): up to the highest in the first third, then down to almost nothing."""
    warm = max(1.0, _WARM * steps)
    if step < warm:
        return highest * _between(_START, 1.0, step / warm)
    return highest * _between(1.0, _END, min(1.0, (step - warm) / max(1.0, steps - 1 - warm)))


def _between(begin: float, end: float, share: float) -> float:
    return end + (begin - end) * (1 + cos(pi * share)) / 2


class AdamW:
    """Moves parameters against their gradients; what it remembers can be taken away and given back."""

    def __init__(self, parameters: Sequence[torch.nn.Parameter], decay: float) -> None:
        """decay: how much of a weight is lost per unit of rate; only of maps, not of biases and scales."""
        self._parameters = list(parameters)
        self._decays = [decay if one.dim() > 1 else 0.0 for one in self._parameters]
        self.first = [torch.zeros_like(one) for one in self._parameters]
        self.second = [torch.zeros_like(one) for one in self._parameters]
        self.steps = 0

    @torch.no_grad()
    def step(self, rate: float, longest: float = 1.0) -> None:
        """Take one step and forget the gradients; a gradient longer than longest is shortened to it."""
        self.steps += 1
        found = [place for place, one in enumerate(self._parameters) if one.grad is not None]
        grads = [torch.as_tensor(self._parameters[place].grad) for place in found]
        length = torch.stack([grad.norm() for grad in grads]).norm()
        shrink = torch.clamp(longest / (length + 1e-6), max=1.0)
        up, down = 1 - _FIRST**self.steps, 1 - _SECOND**self.steps
        for place, plain in zip(found, grads, strict=True):
            parameter, grad = self._parameters[place], plain * shrink
            first, second = self.first[place], self.second[place]
            first.lerp_(grad, 1 - _FIRST)
            second.mul_(_SECOND).addcmul_(grad, grad, value=1 - _SECOND)
            parameter.mul_(1 - rate * self._decays[place])
            parameter.addcdiv_(first / up, (second / down).sqrt_().add_(_TINY), value=-rate)
            parameter.grad = None
