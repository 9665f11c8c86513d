"""What benchmarks of next things share: people's cases, ours and others' ranks of them, and tables of figures."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
from helpers.public_turns import streams
from numpy.typing import NDArray

from engine.mind.baseline.next_thing import NextRule, scores
from engine.mind.measures import metrics
from engine.mind.measures.bootstrap import macro_mean
from engine.mind.network.pointer import PointerModel
from engine.mind.next.candidates import FEATURES, MOMENT
from engine.mind.next.cases import Cases, cases_of
from engine.mind.next.next_thing import FIRST, NextHead, learned, learned_from_all
from engine.mind.next.switches import switches_of

TEST_SHARE = 0.2
WARM_UP = 0.03
_NEVER = -1e9
_NOT_COUNTS = ("group_", "title_", "like_", "back_rate_title")

Scores = NDArray[np.float64]
Way = Callable[["Person"], Scores]


@dataclass(frozen=True, slots=True)
class Person:
    """One person's cases to learn from and to be measured on, and the day of each of the latter."""

    name: str
    train: Cases
    test: Cases
    day: NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Ranked:
    """A way of ranking and the ranks of what came, by person (0: not among the candidates)."""

    name: str
    ranks: Mapping[str, NDArray[np.int64]]
    scores: Mapping[str, Scores]


def people_of(file: Path, head: NextHead, fewest: int = 1_000) -> list[Person]:
    """Return everybody with enough turns; the last fifth of each one's turns is the test part."""
    found = []
    for name, stream in streams(file).items():
        switches = switches_of(stream, head.thing)
        if len(switches) < fewest:
            continue
        cases = cases_of(switches)
        cut = int((1 - TEST_SHARE) * len(switches))
        train = cases.which((cases.turn < cut) & (cases.turn >= int(WARM_UP * len(switches))))
        test = cases.which(cases.turn >= cut)
        found.append(Person(name, train, test, switches.day[test.turn]))
    return found


def ranked(name: str, people: Sequence[Person], way: Way) -> Ranked:
    """Rank every test case of everybody."""
    told = {one.name: way(one) for one in people}
    return Ranked(
        name, {one.name: metrics.ranks(told[one.name], one.test.target, one.test.there) for one in people}, told
    )


def by_rule(rule: NextRule) -> Way:
    """Return ranking by a rule of counting."""
    return lambda person: scores(rule, person.test.features)


def boosted(person: Person, *, everything_told: bool = False) -> Scores:
    """Rank by gradient-boosted trees on counts of candidates (scikit-learn; for comparison only).

    everything_told: on all features the network is told of, those of groups and titles as well.
    """
    from sklearn.ensemble import HistGradientBoostingClassifier
    from threadpoolctl import threadpool_limits

    told_of = np.array([everything_told or not name.startswith(_NOT_COUNTS) for name in FEATURES])
    known = person.train.which(np.flatnonzero(person.train.target >= 0))
    right = np.arange(known.there.shape[1]) == known.target[:, None]
    trees = HistGradientBoostingClassifier(
        max_iter=200, learning_rate=0.06, max_leaf_nodes=15, l2_regularization=1.0, random_state=0
    )
    told = np.full(person.test.there.shape, _NEVER)
    with threadpool_limits(limits=1):  # several threads only wait for one another where others are at work
        trees.fit(known.features[known.there][:, told_of], right[known.there])
        told[person.test.there] = trees.decision_function(person.test.features[person.test.there][:, told_of])
    return told


def both_boosted(people: Sequence[Person]) -> list[Ranked]:
    """Return ranking by trees on counts of things, and by trees on all features."""
    counts = ranked("boosted trees on counts", people, boosted)
    return [counts, ranked("boosted trees on all features", people, partial(boosted, everything_told=True))]


def networks(people: Sequence[Person], seed: int) -> dict[str, PointerModel]:
    """Return everybody's own network, learned from nothing but their own training part."""
    return {one.name: learned(one.train, seed, None, None).model for one in people}


def by_networks(models: Mapping[str, PointerModel]) -> Way:
    """Return ranking by each one's own network."""
    return lambda person: models[person.name].tell(person.test).all


def by_others(people: Sequence[Person], seed: int) -> Way:
    """Return ranking by a network learned from everybody else; of the person it knows counts only."""

    def way(person: Person) -> Scores:
        others = [one.train for one in people if one.name != person.name]
        return learned_from_all(others, seed).model.tell(person.test).all

    return way


def averaged(parts: Sequence[Ranked], people: Sequence[Person], name: str) -> Ranked:
    """Rank by the mean probability of several."""
    total = {one.name: np.mean([np.exp(part.scores[one.name]) for part in parts], axis=0) for one in people}
    return ranked(name, people, lambda person: total[person.name])


def macro(found: Ranked, people: Sequence[Person], which: Callable[[Person], NDArray[np.bool_]], k: int) -> list[float]:
    """Return HR@k and MRR over some of the cases, the mean over people who have any."""
    each = []
    for one in people:
        chosen = found.ranks[one.name][which(one)]
        if len(chosen):
            each.append((metrics.hit_rate(chosen, k), metrics.mrr(chosen)))
    return [float(value) for value in np.mean(each, axis=0)] if each else [float("nan")] * 2


def differences(parts: Sequence[Ranked], other: Ranked, people: Sequence[Person], k: int) -> list[str]:
    """Return HR@k and MRR of ours (mean over seeds) minus another's, drawn by day of each person and by person."""
    lines = []
    for name, figure in ((f"HR@{k}", lambda rank: metrics.hits(rank, k)), ("MRR", metrics.reciprocal)):
        gain = np.concatenate(
            [
                np.mean([figure(part.ranks[one.name]) for part in parts], axis=0) - figure(other.ranks[one.name])
                for one in people
            ]
        )
        person = np.concatenate([np.full(len(one.test), place) for place, one in enumerate(people)])
        day = np.concatenate([one.day for one in people])
        by_day, by_person = macro_mean(gain, person, day), macro_mean(gain, person)
        lines.append(
            f"  {name:5s} minus {other.name}: {by_day} by day, [{by_person.low:+.4f}, {by_person.high:+.4f}] by person"
        )
    return lines


def everything(person: Person) -> NDArray[np.bool_]:
    """All cases."""
    return np.ones(len(person.test), np.bool_)


def returns(person: Person) -> NDArray[np.bool_]:
    """Those in which the thing before was returned to."""
    return person.test.returned


def others(person: Person) -> NDArray[np.bool_]:
    """Those in which something else was turned to."""
    return ~person.test.returned


def after_a_pause(person: Person) -> NDArray[np.bool_]:
    """Those that came first after a pause."""
    return person.test.moment[:, MOMENT.index("pause")] > 0


def in_new_branch(found: Ranked, people: Sequence[Person]) -> float:
    """Return the macro MRR of what came among all candidates but the thing before, where that did not come."""
    each = []
    for one in people:
        rows = np.flatnonzero(others(one))
        case = one.test.which(rows)
        there = case.there & (np.arange(case.there.shape[1]) != case.back[:, None])
        each.append(metrics.mrr(metrics.ranks(found.scores[one.name][rows], case.target, there)))
    return float(np.mean(each))


def events_in(path: Path) -> Path:
    """Return the file of events that a path names or holds."""
    file = path / "events.csv" if path.is_dir() else path
    if not file.is_file():
        raise SystemExit(f"{file} is not there; see shared/data/README.md.")
    return file


def ours(people: Sequence[Person], seeds: int) -> list[Ranked]:
    """Return our ranking for each seed, and by the mean of all."""
    found = []
    for seed in range(seeds):
        began = time.process_time()
        models = networks(people, seed)
        took = time.process_time() - began
        cases = sum(len(one.train) for one in people)
        say(f"  seed {seed}: {took:.1f} CPU seconds for {cases:,} cases in {FIRST.rounds} rounds")
        found.append(ranked(f"ours, seed {seed}", people, by_networks(models)))
    return [*found, averaged(found, people, f"ours, mean of {seeds}")]


def table(ways: Sequence[Ranked], people: Sequence[Person], k: int) -> None:
    """Print every way: each person, macro, and the kinds of cases apart."""
    say(
        f"{'':38s}"
        + "  ".join(f"{one.name:>11s}" for one in people)
        + "        macro   returns    others  pauses  new*"
    )
    for way in ways:
        each = [macro(way, [one], everything, k) for one in people]
        whole = macro(way, people, everything, k)
        kinds = [macro(way, people, which, k)[1] for which in (returns, others, after_a_pause)]
        cells = "  ".join(f"{hit:.3f}/{mean:.3f}" for hit, mean in each)
        say(
            f"{way.name:38s}{cells}  {whole[0]:.4f}/{whole[1]:.4f}  "
            + "  ".join(f"{kind:8.3f}" for kind in kinds)
            + f"  {in_new_branch(way, people):.3f}"
        )
    many = [sum(int(which(one).sum()) for one in people) for which in (everything, returns, others, after_a_pause)]
    say("cases: {} in all, {} returns, {} others, {} first after a pause of half an hour".format(*many))
    say('* MRR in the branch "new" of the gate: where the thing before did not come, among all others but that one')


def compare(parts: Sequence[Ranked], others_: Sequence[Ranked], people: Sequence[Person], k: int) -> None:
    """Print what ours gains over others: mean over the seeds, and the mean of their probabilities."""
    for name, some in (("ours, a seed at a time", parts[:-1]), (parts[-1].name, parts[-1:])):
        say(f"{name}, macro difference with 95 % intervals")
        for other in others_:
            for line in differences(some, other, people, k):
                say(line)


def held_out(found: Ranked, recent: Ranked, people: Sequence[Person]) -> None:
    """Print how each person fares with a network that never saw anything of theirs."""
    say("held out of all learning, MRR against most recent:")
    for one in people:
        gain = macro_mean(
            metrics.reciprocal(found.ranks[one.name]) - metrics.reciprocal(recent.ranks[one.name]),
            np.zeros(len(one.test)),
            one.day,
        )
        say(f"  {one.name}: {metrics.mrr(found.ranks[one.name]):.4f}, {gain}")


def say(line: str) -> None:
    """Print at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
