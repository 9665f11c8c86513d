"""How good the focus forecast is on public data, beside every baseline.

    python tests/benchmarks/focus.py DATA [--quick]

DATA: a folder with `focus/reports.csv` and `next_app/events.csv`. Reports: the last fifth of each person's time is
told one by one, each from all before it; what is believed of people and the calibration come from the parts before.
Intervals at 95 % by bootstrap over people. --quick leaves the network out.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

sys.path[:0] = [str(folder) for folder in Path(__file__).resolve().parents[1:3]]

from benchmarks.figures import Figure, show  # noqa: E402  (the path is set just above)
from benchmarks.focus_reports import Reports, believed, guessed, known_shares, read_reports  # noqa: E402
from benchmarks.focus_rivals import heads, persons_own  # noqa: E402
from benchmarks.focus_windows import next_slots, slot_baselines, tell_slots  # noqa: E402

from engine.mind.calibration import Platt  # noqa: E402
from engine.mind.focus.kernel import Values, rows  # noqa: E402
from engine.mind.focus.pattern import LEVEL, chance_of_hours  # noqa: E402
from engine.mind.focus.prior import OFFSET, SLOPE  # noqa: E402
from engine.mind.focus.process import Prior, Process, one_by_one, one_by_one_as_asked  # noqa: E402
from engine.mind.measures.bootstrap import Estimate, mean, resampled  # noqa: E402
from engine.mind.measures.metrics import auc, brier, brier_skill, ece  # noqa: E402

_WANTED = {True: "AUC >= .74, Brier <= .12, ECE <= .025", False: "AUC >= .70"}
_PUBLISHED = {True: "AUC .697-.739, Brier .124", False: "AUC .592, Brier .133, ECE .022"}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--quick", action="store_true")
    asked = parser.parse_args()
    reports = read_reports(asked.data / "focus" / "reports.csv")
    for context in (True, False):
        told = {"ours": _ours(reports, context=context), **persons_own(reports)}
        told |= {} if asked.quick else heads(reports, context=context)
        _print(reports, told, context=context)
    _print_far(reports)
    slots = next_slots(asked.data / "next_app" / "events.csv")
    _print_slots(slots.label, slots.person, slots.test, {**tell_slots(slots), **slot_baselines(slots)})


def _ours(reports: Reports, *, context: bool) -> Values:
    """Return the probability of every report, calibrated on the development part.

    Without place and activity half of what is learned from is how concentrated people were, not only whether.
    """
    prior = believed(context=context)
    if context:
        level = float(reports.label[reports.development].mean())
        told = level + one_by_one(prior, reports.cases, reports.label - level)[0]
    else:
        outcome = (reports.label + reports.degree) / 2
        level = float(outcome[reports.development].mean())
        told = level + one_by_one_as_asked(prior, known_shares(reports), guessed(reports), outcome - level)
    seen = reports.development
    return Platt.fitted(told[seen], reports.label[seen], Platt(OFFSET, SLOPE)).probability(told)


def _print(reports: Reports, told: dict[str, Values], *, context: bool) -> None:
    test, label, person = reports.test, reports.label[reports.test], reports.cases["person"][reports.test]
    figures = [
        Figure(
            name,
            _within(score[test], label, person).value,
            _WANTED[context] if name == "ours" else "",
            _words(score[test], label, person),
        )
        for name, score in told.items()
    ]
    kind = "with place and activity" if context else "without, from time and earlier reports"
    title = f"\nReports {kind}: within-person AUC of {len(label)} reports (published: {_PUBLISHED[context]})"
    show(title, figures)
    ours = told["ours"][test]
    promised = np.mean([ece(ours, np.random.default_rng(seed).random(len(ours)) < ours) for seed in range(50)])
    sys.stdout.write(f"ECE that a perfectly calibrated forecast would show with as many reports: {promised:.4f}\n")
    for name in ("person's mean", "linear head", "network"):
        if name in told:
            gain = _within(ours, label, person, told[name][test])
            sys.stdout.write(f"ours - {name}, within-person AUC: {gain}\n")


def _words(score: Values, label: Values, person: NDArray[np.int64]) -> str:
    within = _within(score, label, person)
    off = resampled(lambda some: brier(score[some], label[some]), person)
    gap = resampled(lambda some: ece(score[some], label[some]), person)
    return (
        f"[{within.low:.3f}, {within.high:.3f}]  Brier {off.value:.4f} [{off.low:.3f}, {off.high:.3f}]"
        f"  ECE {gap.value:.4f} [{gap.low:.3f}, {gap.high:.3f}]  pooled AUC {auc(score, label):.3f}"
    )


def _within(score: Values, label: Values, person: NDArray[np.int64], less: Values | None = None) -> Estimate:
    """Return the mean of people's AUC, or of its difference; people with one kind of report only do not count."""
    each = []
    for one in np.unique(person):
        own = person == one
        other = auc(less[own], label[own]) if less is not None else 0.0
        each.append(auc(score[own], label[own]) - other)
    known = np.array(each)[~np.isnan(each)]
    return mean(known, np.arange(len(known)))


def _print_far(reports: Reports) -> None:
    """Tell the whole test part at its beginning, from time alone, and who would have been told nothing."""
    seen, test = ~reports.test, reports.test
    whole = believed(context=True)
    from_time = (
        one for one in whole.components if one.name != "purpose" and all(f.column != "gap" for f in one.factors)
    )
    prior = Prior(tuple(from_time), whole.noise)
    label, person = reports.label, reports.cases["person"]
    level = float(label[seen].mean())
    parts = Process(prior, rows(reports.cases, seen), label[seen, None] - level).told(rows(reports.cases, test)).parts
    told = np.clip(level + np.sum(list(parts.values()), axis=0)[:, 0], 0.01, 0.99)
    means = np.array(
        [
            (label[seen & (person == one)].sum() + 1) / ((seen & (person == one)).sum() + 2)
            for one in range(person.max() + 1)
        ]
    )
    mine = means[person[test]]
    has_pattern = np.array([_pattern(reports, one) for one in range(person.max() + 1)])[person[test]]
    skill = resampled(lambda some: brier_skill(told[some], label[test][some], mine[some]), person[test])
    people = int(np.unique(person[test][has_pattern]).size)
    sys.stdout.write(
        f"\nThe whole test part told at its beginning, from time alone: Brier {brier(told, label[test]):.4f}, "
        f"person's mean {brier(mine, label[test]):.4f}, skill {skill}\n"
        f"Hours differ by more than chance (p <= {LEVEL}) for {people} of {means.size} people; others would be told "
        f"nothing of hours (abstention {1 - has_pattern.mean():.0%} of reports).\n"
    )


def _pattern(reports: Reports, one: int) -> bool:
    own = (reports.cases["person"] == one) & ~reports.test
    cases = rows(reports.cases, own)
    return chance_of_hours(reports.label[own], cases["hour"], cases["day"]) <= LEVEL


def _print_slots(label: Values, person: NDArray[np.int64], test: NDArray[np.bool_], told: dict[str, Values]) -> None:
    figures = []
    for name, score in told.items():
        within = _within(score[test], label[test], person[test])
        each = " ".join(
            f"{auc(score[test & (person == one)], label[test & (person == one)]):.3f}" for one in np.unique(person)
        )
        figures.append(
            Figure(
                name,
                within.value,
                ">= .62" if name == "ours" else "",
                f"[{within.low:.3f}, {within.high:.3f}]  each person {each}",
            )
        )
    show(f"\nNext half hour of next_app above the own median: within-person AUC of {int(test.sum())} slots", figures)


if __name__ == "__main__":
    main()
