"""Twenty made-up people who learn together, and others who begin with what came of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import sqrt

import numpy as np
from helpers.simulated import simulated
from numpy.typing import NDArray
from scipy.stats import norm, rankdata

from engine.domain.model_status import Head
from engine.domain.together import CLIP, FILE_NOISE, HEADS, MASKED_NOISE, WIDTH, TogetherRound, part
from engine.mind.checkpoint.tensors import Tensors
from engine.mind.network.pointer import PointerModel
from engine.mind.next import next_thing
from engine.mind.next.cases import cases_of
from engine.mind.next.switches import Thing, switches_of
from engine.mind.stream.columns import Stream
from engine.mind.train import directions
from engine.mind.train.population import FILE, population_prior
from engine.mind.train.together import PriorLearner
from engine.paths import resource
from engine.sharing.together.clipping import clipped, noised
from engine.sharing.together.merging import followed

MEMBERS, OTHERS = range(3_001, 3_021), range(2_001, 2_005)
JUDGES = range(4_001, 4_009)
DAYS = 35
_DAY_S = 86_400.0
_LEARNERS = {Head.NEXT_APP: next_thing.NEXT_APP, Head.NEXT_DOCUMENT: next_thing.NEXT_DOCUMENT}
_THINGS = {Head.NEXT_APP: Thing.APP, Head.NEXT_DOCUMENT: Thing.DOCUMENT}


@lru_cache(maxsize=1)
def _ground() -> tuple[dict[Head, Tensors], dict[Head, NDArray[np.float64]]]:
    return population_prior(resource(FILE)), directions.directions(resource(directions.FILE))


def learner(seed: int) -> PriorLearner:
    """Return what learns from one made-up person."""
    return PriorLearner(*_ground(), simulated(seed, DAYS).stream)


@lru_cache(maxsize=64)
def asked(seed: int, numbers: tuple[int, ...]) -> tuple[int, ...]:
    """Return a person's clipped update, before any noise, of all but their last seven days."""
    one = learner(seed)
    before_s, steps = float(one.stream.end_s[-1]) - 7 * _DAY_S, []
    for head in HEADS:
        stands = part(numbers, head)
        wanted = one.asks(head, stands, before_s)
        steps += [0.0] * len(stands) if wanted is None else [to - at for to, at in zip(wanted, stands, strict=True)]
    return clipped(steps)


def team() -> list[int]:
    """Return the seeds of those who learn together."""
    return list(MEMBERS)


def learned(seeds: Sequence[int], rounds: int, *, masked: bool) -> tuple[int, ...]:
    """Return where the numbers stand after so many rounds, drawn anew each time."""
    at = TogetherRound("0" * 32, "made up", 1, HEADS, (0,) * WIDTH, 0, 5)
    noise = MASKED_NOISE if masked else FILE_NOISE * sqrt(len(seeds))
    for _ in range(rounds):
        each = [asked(seed, at.numbers) for seed in seeds]
        if masked:
            each = [noised(one, MASKED_NOISE, len(seeds)) for one in each]
        else:
            each = [noised(one, FILE_NOISE) for one in each]
        at = followed(at, [sum(column) for column in zip(*each, strict=True)], len(seeds), noise)
    return at.numbers


def cold_start(numbers: Sequence[int]) -> Iterator[str]:
    """Yield MRR and loss of the next week by days of history: most recent, from nothing, shipped, federated."""
    yield f"  {'head':14} {'days':>4} {'cases':>6}  most recent  from nothing      shipped    federated   (MRR; nats)"
    prior, ways = _ground()
    for head in HEADS:
        ours = PriorLearner(prior, ways, simulated(OTHERS[0], DAYS).stream).moved(head, part(numbers, head))
        for days in (1, 3, 7):
            rows = [_one(head, seed, days, (prior[head], ours)) for seed in OTHERS]
            cases = sum(int(one[0]) for one in rows)
            mean = [float(np.mean([one[place] for one in rows])) for place in range(1, 8)]
            nothing = f"{mean[1]:.3f} {mean[2]:6.4f}"
            yield (
                f"  {head.value:14} {days:4} {cases:6}  {mean[0]:11.3f}  {nothing:>12} {mean[3]:.3f} {mean[4]:6.4f}"
                f" {mean[5]:.3f} {mean[6]:6.4f}"
            )


def _one(head: Head, seed: int, days: int, begins: tuple[Tensors, Tensors]) -> list[float]:
    stream = simulated(seed, DAYS).stream
    since_s = float(stream.start_s[0]) + days * _DAY_S
    stream = stream.until(since_s + 7 * _DAY_S)
    blank = _LEARNERS[head].fit(stream, before_s=since_s)
    found = [] if blank is None else [blank.model]
    for weights in begins:
        begin = next_thing.model_of(weights)
        again = _LEARNERS[head].fit(stream, before_s=since_s, begin=begin)
        found.append(begin if again is None else again.model)
    told = [_told(head, model, stream, since_s) for model in found]
    if blank is None:  # the rule stands in
        told.insert(0, (told[0][0], told[0][1], told[0][1], float("nan")))
    cases, recent = told[-1][0], told[-1][1]
    return [cases, recent, told[0][2], told[0][3], told[1][2], told[1][3], told[2][2], told[2][3]]


def _told(head: Head, model: PointerModel, stream: Stream, since_s: float) -> tuple[float, float, float, float]:
    compared = _LEARNERS[head].compare(model, stream, since_s)
    switches = switches_of(stream, _THINGS[head])
    later = cases_of(switches, int(np.searchsorted(switches.start_s, since_s)))
    later = later.which((later.now_s >= since_s) & (later.target >= 0))
    logs = model.tell(later).all[np.arange(len(later)), later.target]
    return float(len(compared)), float(compared.baseline.mean()), float(compared.ours.mean()), float(-logs.mean())


def golden(numbers: Sequence[int]) -> Iterator[str]:
    """Yield, for each head, how many others' last seven days let the average be used."""
    for head in HEADS:
        judged = []
        for seed in JUDGES:
            one = learner(seed)
            judged.append(one.judge(head, part(numbers, head), float(one.stream.end_s[-1]) - 7 * _DAY_S))
        used = sum(one is not None and one.good for one in judged)
        yield f"{head.value} {used} / {len(judged) - used}"


def membership(rounds: int, seed: int, draws: int = 4_000) -> tuple[float, float]:
    """Return the AUC of the best test of who took part, and what no test whatever can exceed.

    Whoever tests knows the numbers of all others and the person's own, and sees every round's noised sum; noise is
    drawn as the mechanism's theory says. Members and others are drawn evenly among the twenty.
    """
    updates = np.array([asked(one, (0,) * WIDTH) for one in MEMBERS], np.float64)
    rng, scores = np.random.default_rng(seed), []
    for took_part in (True, False):
        who = updates[rng.integers(0, len(updates), draws)]
        noise = rng.normal(0.0, MASKED_NOISE * CLIP, (draws, rounds, WIDTH))
        seen = noise + (who[:, None, :] if took_part else 0.0)  # the others' part is known and taken off
        scores.append((seen * who[:, None, :]).sum((1, 2)) - rounds * 0.5 * (who**2).sum(1))
    ranks = rankdata(np.concatenate(scores))
    told = (ranks[:draws].sum() - draws * (draws + 1) / 2) / draws**2
    return float(told), float(norm.cdf(sqrt(rounds) / MASKED_NOISE / sqrt(2)))
