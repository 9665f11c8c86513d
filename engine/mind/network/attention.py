"""The network over a person's own stream, read from top to bottom; at most some ten thousand parameters.

It knows no vocabulary: a candidate and a past event are told by features, and what the count models say of a
candidate (most frequent, most recent, Markov, hour) are the first of them, so that it begins where counting ends. Two
networks share the ways of looking back:

  Outcome   will it happen? from features of a moment or slot, and attention over past events
  Pointer   what comes next? attention over past events points at what they led to; a gate tells returning to the
            thing before from turning to another

Shapes in comments: B moments, K candidates, T past events, H heads, W width. Everything is float32.
Source: Vaswani et al., 2017 (attention); Vinyals et al., 2015, and See et al., 2017 (pointing and its gate);
Cheng et al., 2016 (wide and deep: the linear path beside the deep one).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import torch
from torch import nn
from torch.nn import functional

Batch: TypeAlias = dict[str, torch.Tensor]
_NEVER = -1e9


@dataclass(frozen=True, slots=True)
class OutcomeConfig:
    """Sizes of an Outcome: features of a moment, features of a past event (0: none looked at), outcomes told."""

    features: int
    events: int = 0
    outcomes: int = 1
    width: int = 32
    heads: int = 4


@dataclass(frozen=True, slots=True)
class PointerConfig:
    """Sizes of a Pointer: features of a candidate, of a moment, of a past event as seen from a moment."""

    candidate: int
    moment: int
    events: int
    width: int = 48
    heads: int = 8


class Outcome(nn.Module):
    """Probability of each outcome from features of a moment (B, F) and, if asked for, past events (B, T, E)."""

    def __init__(self, config: OutcomeConfig) -> None:
        super().__init__()
        self.config = config
        self.scale = Scale(config.features)
        self.plain = nn.Linear(config.features, config.outcomes)
        self.into = nn.Linear(config.features, config.width)
        self.deep = nn.Linear(config.width, config.width)
        self.out = nn.Linear(config.width, config.outcomes, bias=False)
        if config.events:
            self.event_scale = Scale(config.events)
            self.look = Look(config.events, config.features, config.heads)
            self.value = nn.Linear(config.events, config.width)
        _silent(self.plain.weight, self.plain.bias, self.out.weight)

    def forward(self, batch: Batch, dropped: Dropped | None = None) -> torch.Tensor:
        """Return logits (B, outcomes). batch: features; events and there (B, T) where the config says so."""
        x = self.scale(batch["features"])  # (B, F)
        z = self.into(x)  # (B, W)
        if self.config.events:
            events = self.event_scale(batch["events"])  # (B, T, E)
            share = self.look(events, x, batch["there"])  # (B, T, H)
            values = self.value(events).unflatten(2, (self.config.heads, -1))  # (B, T, H, W/H)
            z = z + torch.einsum("bth,bthw->bhw", share, values).flatten(1)
        z = functional.gelu(_thinned(functional.gelu(z), dropped) + self.deep(functional.gelu(z)))
        return torch.as_tensor(self.plain(x) + self.out(_thinned(z, dropped)))


class Pointer(nn.Module):
    """Logarithms of probabilities of candidates (B, K), gated between returning and turning to another."""

    def __init__(self, config: PointerConfig) -> None:
        super().__init__()
        self.config = config
        told = config.candidate + config.heads
        self.scale = Scale(config.candidate)
        self.moment_scale = Scale(config.moment)
        self.event_scale = Scale(config.events)
        self.look = Look(config.events, config.moment, config.heads)
        self.plain = nn.Linear(told, 1, bias=False)
        self.into = nn.Linear(told, config.width)
        self.moment = nn.Linear(config.moment, config.width, bias=False)
        self.among = nn.Linear(config.width, 3 * config.width, bias=False)
        self.deep = nn.Linear(config.width, config.width)
        self.out = nn.Linear(config.width, 1, bias=False)
        self.gate_plain = nn.Linear(told + config.moment, 1)
        self.gate_out = nn.Linear(config.width, 1, bias=False)
        _silent(self.plain.weight, self.out.weight, self.gate_plain.weight, self.gate_plain.bias, self.gate_out.weight)

    def forward(self, batch: Batch, dropped: Dropped | None = None) -> tuple[torch.Tensor, torch.Tensor]:
        """Return the gate's logit of returning (B), and log-probabilities among all others (B, K).

        batch: candidates (B, K, Fc), there (B, K), moment (B, Fm), events (B, T, Fe), leads (B, T) the place of the
        candidate that an event led to or K for none, back (B) the place of the thing before or -1.
        """
        there, back = batch["there"], batch["back"]
        told, moment, z = self.inner(batch, dropped)
        scores = (self.plain(told) + self.out(z))[..., 0]  # (B, K)
        which = back.clamp(min=0)[:, None, None]
        own = torch.cat([told.gather(1, which.expand(-1, 1, told.shape[2]))[:, 0], moment], dim=1)
        gate = (self.gate_plain(own) + self.gate_out(z.gather(1, which.expand(-1, 1, z.shape[2]))[:, 0]))[:, 0]
        others = there & (torch.arange(there.shape[1], device=there.device) != back[:, None])
        return gate.masked_fill(back < 0, _NEVER), scores.masked_fill(~others, _NEVER).log_softmax(1)

    def inner(self, batch: Batch, dropped: Dropped | None = None) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """Return what is told of candidates (B, K, Fc + H), the moment (B, Fm), and what comes of both (B, K, W)."""
        there = batch["there"]
        x = self.scale(batch["candidates"])  # (B, K, Fc)
        moment = self.moment_scale(batch["moment"])  # (B, Fm)
        told = torch.cat([x, self.pointed(batch, moment, there.shape[1])], dim=2)  # (B, K, Fc + H)
        z = functional.gelu(self.into(told) + self.moment(moment)[:, None])  # (B, K, W)
        z = _thinned(z, dropped)
        z = z + self._compared(z, there)
        return told, moment, _thinned(functional.gelu(self.deep(z)), dropped)

    def pointed(self, batch: Batch, moment: torch.Tensor, candidates: int) -> torch.Tensor:
        """Return how much of each head's attention points at each candidate, as logarithms (B, K, H)."""
        leads = batch["leads"]
        share = self.look(self.event_scale(batch["events"]), moment, leads >= 0)  # (B, T, H)
        mass = share.new_zeros(len(leads), candidates + 1, self.config.heads)
        mass = mass.scatter_add(1, leads.clamp(min=0)[..., None].expand_as(share), share)
        return torch.log(mass[:, :candidates] + _LITTLE) - _USUAL

    def _compared(self, z: torch.Tensor, there: torch.Tensor) -> torch.Tensor:
        """Return what each candidate makes of all others (B, K, W)."""
        query, key, value = self.among(z).chunk(3, dim=2)
        return functional.scaled_dot_product_attention(query, key, value, attn_mask=there[:, None, :])


_LITTLE = 1e-3
_USUAL = -4.0  # about the middle of what pointed() gives, so that it comes near 0


class Look(nn.Module):
    """How much each head looks at each past event; the features of the events and of the moment decide."""

    def __init__(self, events: int, moment: int, heads: int) -> None:
        super().__init__()
        self.plain = nn.Linear(events, heads)
        self.key = nn.Linear(events, 2 * heads)
        self.query = nn.Linear(moment, 2 * heads)
        self.out = nn.Linear(2 * heads, heads, bias=False)

    def forward(self, events: torch.Tensor, moment: torch.Tensor, there: torch.Tensor) -> torch.Tensor:
        """Return shares (B, T, H); what they lack to 1 went to "nothing of it". there: which events count (B, T)."""
        deep = torch.tanh(self.key(events) + self.query(moment)[:, None])  # (B, T, 2H)
        logits = (self.plain(events) + self.out(deep)).masked_fill(~there[..., None], _NEVER)
        nothing = logits.new_zeros(len(logits), 1, logits.shape[2])
        return torch.cat([nothing, logits], dim=1).softmax(dim=1)[:, 1:]


_LEAST_DEVIATION = 1e-2


class Scale(nn.Module):
    """Takes features to mean 0 and deviation 1 as the training cases had them; nothing may lie further out than 8."""

    mean: torch.Tensor
    deviation: torch.Tensor

    def __init__(self, features: int) -> None:
        super().__init__()
        self.register_buffer("mean", torch.zeros(features))
        self.register_buffer("deviation", torch.ones(features))

    def learn(self, cases: torch.Tensor) -> None:
        """Take mean and deviation of cases (n, features)."""
        self.mean.copy_(cases.mean(0))
        self.deviation.copy_(cases.std(0, correction=0).clamp(min=_LEAST_DEVIATION))

    @property
    def varied(self) -> torch.Tensor:
        """Which features were not the same in all cases (features)."""
        return self.deviation > _LEAST_DEVIATION

    def learn_unseen(self, cases: torch.Tensor) -> None:
        """Take mean and deviation of the features alone that were the same in all cases so far."""
        varied = self.varied
        mean, deviation = cases.mean(0), cases.std(0, correction=0).clamp(min=_LEAST_DEVIATION)
        self.mean.copy_(torch.where(varied, self.mean, mean))
        self.deviation.copy_(torch.where(varied, self.deviation, deviation))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return x scaled."""
        return ((x - self.mean) / self.deviation).clamp(-8.0, 8.0)


class Dropped:
    """Leaves out a share of the inner numbers while learning; drawn on the processor, so that devices agree."""

    def __init__(self, share: float, seed: int) -> None:
        self._share = share
        self._generator = torch.Generator().manual_seed(seed)

    def __call__(self, x: torch.Tensor) -> torch.Tensor:
        """Return x with a share of it 0 and the rest greater by as much."""
        if not self._share:
            return x
        kept = torch.rand(x.shape, generator=self._generator) >= self._share
        return x * kept.to(x.device, x.dtype) / (1 - self._share)


def _thinned(x: torch.Tensor, dropped: Dropped | None) -> torch.Tensor:
    return x if dropped is None else dropped(x)


def _silent(*parameters: torch.Tensor) -> None:
    """Let a path say nothing until it has learned something."""
    for one in parameters:
        nn.init.zeros_(one)
