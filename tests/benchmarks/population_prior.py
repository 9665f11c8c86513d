"""Makes the weights everybody's models begin with, from made-up people, and tells how far they go on the first days.

    python tests/benchmarks/population_prior.py make [FILE]   learns from 8 people of 35 days, some minutes
    python tests/benchmarks/population_prior.py curve [FILE]  quality against days of data, of people it has not seen

Nobody's recorded history is in it: the people are those of `kairos demo`, with seeds of their own.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from helpers.simulated import simulated  # noqa: E402

from engine.domain.model_status import Head  # noqa: E402
from engine.domain.whole_file import whole_file  # noqa: E402
from engine.mind.checkpoint.tensors import Tensors, pack  # noqa: E402
from engine.mind.measures.compared import Compared  # noqa: E402
from engine.mind.network.fit import Plan  # noqa: E402
from engine.mind.network.pointer import learn_pointer  # noqa: E402
from engine.mind.next import next_thing  # noqa: E402
from engine.mind.next.cases import Pooled, cases_of  # noqa: E402
from engine.mind.next.switches import Thing, switches_of  # noqa: E402
from engine.mind.stream.columns import Stream  # noqa: E402
from engine.mind.train.population import FILE, population_prior  # noqa: E402
from engine.paths import resource  # noqa: E402

LEARNED_FROM = range(1_001, 1_009)
HELD_OUT = range(2_001, 2_005)
DAYS = 35
_DAY_S = 86_400.0
_FEWEST = 50  # turns of a person
_PLAN = Plan(rounds=5, batch=256)
_THINGS = {Head.NEXT_APP: Thing.APP, Head.NEXT_DOCUMENT: Thing.DOCUMENT}
_LEARNERS = {Head.NEXT_APP: next_thing.NEXT_APP, Head.NEXT_DOCUMENT: next_thing.NEXT_DOCUMENT}


def learned(people: Iterable[Stream]) -> Tensors:
    """Return the weights of all heads, learned from these people."""
    streams = list(people)
    found: Tensors = {}
    for head, thing in _THINGS.items():
        each = [switches_of(one, thing) for one in streams]
        crowd = Pooled([cases_of(one, int(0.03 * len(one))) for one in each if len(one) > _FEWEST])
        model = learn_pointer(crowd, next_thing.CONFIG, _PLAN).model
        found |= {f"{head.value}/{name}": one for name, one in model.weights().items()}
        print(f"{head.value}: {len(crowd)} turns, {model.parameters} numbers", flush=True)
    return found


def curve(prior: dict[Head, Tensors]) -> None:
    """Print MRR of the week after so many days: most recent, from nothing, from the prior."""
    print(f"{'head':14} {'days':>4} {'cases':>6}  most recent  from nothing  from the prior")
    for head, learner in _LEARNERS.items():
        begin = next_thing.model_of(prior[head])
        for days in (1, 3, 7, 14, 28):
            parts: list[tuple[Compared, Compared]] = []
            for seed in HELD_OUT:
                stream = simulated(seed, DAYS).stream
                from_s = float(stream.start_s[0])
                stream = stream.until(from_s + (days + 7) * _DAY_S)
                since_s = from_s + days * _DAY_S
                blank = learner.fit(stream, before_s=since_s)
                again = learner.fit(stream, before_s=since_s, begin=begin)
                ours = learner.compare(begin if again is None else again.model, stream, since_s)
                alone = ours if blank is None else learner.compare(blank.model, stream, since_s)
                parts.append((alone if blank is not None else _only_baseline(ours), ours))
            alone, ours = (Compared.joined([part[which] for part in parts]) for which in (0, 1))
            means = ours.baseline.mean(), alone.ours.mean(), ours.ours.mean()
            print(f"{head.value:14} {days:4} {len(ours):6}  {means[0]:11.3f}  {means[1]:12.3f}  {means[2]:14.3f}")


def _only_baseline(compared: Compared) -> Compared:
    return Compared(compared.metric, compared.baseline_name, compared.baseline, compared.baseline, compared.day)


def main(arguments: Sequence[str]) -> None:
    """Make the file, or print the curve."""
    what, *rest = arguments or ["curve"]
    path = Path(rest[0]) if rest else resource(FILE)
    if what == "make":
        tensors = learned(simulated(seed, DAYS).stream for seed in LEARNED_FROM)
        path.parent.mkdir(parents=True, exist_ok=True)
        with whole_file(path) as file:
            file.write(pack(tensors))
        path.chmod(0o644)
        print(f"{path}: {path.stat().st_size} bytes")
    else:
        curve(population_prior(path, None))


if __name__ == "__main__":
    main(sys.argv[1:])
