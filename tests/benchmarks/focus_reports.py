"""Reports of concentration (experience sampling) as cases of the focus forecast, and what is believed of them.

A report is of a slot of time: place, activity, and how concentrated the person was, 1 to 5; focused from 4 on. What
the person says beside it of the same slot (concentration expected, distraction felt, why the phone was used) comes
with the answer and is not read of it, nor how long the slot turned out to be. The concentration expected is read of the
report before, where place and activity are not known.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.mind.focus.kernel import Cases, Component, Factor, Values
from engine.mind.focus.process import Prior

FOCUSED_FROM = 4
TEST_FROM = 0.8  # the last fifth of each person's time
_ZONE_MINUTES = 9 * 60.0  # Asia/Seoul
_DAY = 1_440.0
_NEVER_GAP = 8.0  # log minutes of a first report

_DEGREE = 1.3

_OWN = Factor("same", "person")
_AFTER = Factor("near", "gap", 1.0)


@dataclass(frozen=True, slots=True)
class Reports:
    """Reports in order of time. label: 1 focused. part: 0 to 1, how much of its person's time had gone by.

    degree: how concentrated, as a number that varies about as much as the label.
    """

    cases: Cases
    label: Values
    degree: Values
    part: Values

    @property
    def test(self) -> NDArray[np.bool_]:
        """Which are of the test part."""
        return np.asarray(self.part >= TEST_FROM)

    @property
    def development(self) -> NDArray[np.bool_]:
        """Which are told in development: not the first, told from next to nothing, nor the test part."""
        return np.asarray((self.part >= 0.3) & (self.part < TEST_FROM))


def read_reports(file: Path) -> Reports:
    """Return the reports of a file such as `focus/reports.csv`."""
    with file.open(encoding="utf-8", newline="") as lines:
        rows = sorted(csv.DictReader(lines), key=lambda row: int(row["start_time"]))
    person, activity, place = (
        _codes([row[name].strip() for row in rows]) for name in ("person", "activity", "location")
    )
    when = np.array([int(row["start_time"]) / 60_000 for row in rows])
    ended = np.array([int(row["end_time"]) / 60_000 for row in rows])
    local = when + _ZONE_MINUTES
    before = _previous(person)
    expected = np.array([int(row["expected_concentration"]) for row in rows])
    gap = np.where(before >= 0, np.log1p(np.maximum(0.0, when - ended[before])), _NEVER_GAP)
    cases = {
        "person": person,
        "when": when,
        "hour": np.mod(local, _DAY) / 60.0,
        "weekday": (np.floor(local / _DAY).astype(np.int64) + 3) % 7,
        "day": np.floor(local / _DAY).astype(np.int64),
        "gap": gap,
        "before": before,
        "activity_before": np.where(before >= 0, activity[before], -1),
        "expected_before": np.where(before >= 0, expected[before], -1),
        "place_before": np.where(before >= 0, place[before], -1),
        "activity": activity,
        "place": place,
        "both": _codes([f"{one} {other}" for one, other in zip(activity, place, strict=True)]),
        "activity_words": _words([row["activity"] for row in rows]),
    }
    concentration = np.array([float(row["actual_concentration"]) for row in rows])
    label = (concentration >= FOCUSED_FROM).astype(np.float64)
    return Reports(cases, label, _DEGREE * (concentration - 1) / 4, _along(person, when))


def believed(*, context: bool) -> Prior:
    """Return what is believed of reports; without context place and activity are probabilities, see guessed.

    Variances and scales were turned one by one, twice, for the Brier score and within-person AUC of what came in the
    third and fourth fifth, each told from those before it; the test part was never looked at.
    """
    return Prior((*_TIME, *(_CONTEXT if context else (_EXPECTED, *map(_unsure, _CONTEXT)))), 0.288)


_HOUR = Factor("round", "hour", 5.0, 24.0)
_TIME = tuple(
    Component(name, variance, factors)
    for name, variance, factors in (
        ("base", 0.225, (_OWN,)),
        ("base", 0.02, ()),
        ("base", 0.31, (_OWN, Factor("fading", "when", 15_000.0))),
        ("lately", 0.125, (_OWN, Factor("fading", "when", 14.4))),
        ("lately", 0.05, (_OWN, Factor("fading", "when", 1_500.0))),
        ("lately", 0.0014, (_OWN, Factor("same", "day"))),
        ("lately", 0.0075, (_AFTER,)),
        ("lately", 0.005, (_AFTER, Factor("same", "activity_before"))),
        ("lately", 0.02, (_OWN, _AFTER, Factor("same", "activity_before"))),
        ("lately", 0.0007, (_AFTER, Factor("same", "place_before"))),
        ("hours", 0.0012, (_HOUR,)),
        ("hours", 0.0064, (_OWN, _HOUR)),
        ("hours", 0.025, (_OWN, Factor("round", "hour", 1.0, 24.0), Factor("same", "weekday"))),
    )
)
_EXPECTED = Component("lately", 0.02, (_AFTER, Factor("same", "expected_before")))
_DOING, _PLACE, _BOTH = (Factor("same", name) for name in ("activity", "place", "both"))
_ALIKE = Factor("inner", "activity_words")
_CONTEXT = tuple(
    Component("purpose", variance, factors)
    for variance, factors in (
        (0.007, (_DOING,)),
        (0.016, (_PLACE,)),
        (0.0024, (_BOTH,)),
        (0.015, (_ALIKE,)),
        (0.005, (_DOING, _HOUR)),
        (0.12, (_OWN, _DOING)),
        (0.004, (_OWN, _PLACE)),
        (0.008, (_OWN, _BOTH)),
        (0.025, (_OWN, _ALIKE)),
        (0.05, (_OWN, _DOING, Factor("fading", "when", 6_000.0))),
        (0.0012, (_OWN, _DOING, _HOUR)),
        (0.01, (_OWN, _BOTH, Factor("same", "day"))),
    )
)


def _unsure(component: Component) -> Component:
    """Return the component for codes that are given by their probabilities."""
    sure = {_DOING: "activity_shares", _PLACE: "place_shares", _BOTH: "both_shares"}
    factors = (Factor("shares", sure[one]) if one in sure else one for one in component.factors)
    return replace(component, factors=tuple(factors))


def known_shares(reports: Reports) -> Cases:
    """Return the reports with probabilities of place and activity that are sure: as they turned out."""
    names = ("activity", "place", "both")
    return {**reports.cases, **{f"{name}_shares": _one_hot(reports.cases[name]) for name in names}}


def guessed(reports: Reports) -> Cases:
    """Return the reports with place and activity guessed from what was reported before, and when.

    An earlier report counts by how near its hour is, on the same weekday more so, whether the same activity went
    before as long, and how little time lies between; others' count a thousandth. Chosen by the likelihood of
    activities in the development part.
    """
    cases = reports.cases
    person, when, hour, gap, before = (cases[name] for name in ("person", "when", "hour", "gap", "activity_before"))
    apart = np.abs(hour[:, None] - hour[None, :])
    near = np.exp(-0.5 * (np.minimum(apart, 24 - apart) / 1.5) ** 2)
    alike = 0.05 + near * (1 + 3 * (cases["weekday"][:, None] == cases["weekday"][None, :]))
    after = (before[:, None] == before[None, :]) & (before[:, None] >= 0)
    alike += 3 * after * np.exp(-0.5 * (gap[:, None] - gap[None, :]) ** 2)
    own = person[:, None] == person[None, :]
    lately = np.exp(-np.maximum(when[:, None] - when[None, :], 0.0) / 45.0)
    weight = np.tril(own * (alike + 40 * lately) + 0.001 * alike, -1)
    weight /= np.maximum(weight.sum(1, keepdims=True), 1e-12)
    known = known_shares(reports)
    names = ("activity_shares", "place_shares", "both_shares", "activity_words")
    return {**cases, **{name: weight @ known[name] for name in names}}


def _one_hot(codes: NDArray[np.int64]) -> Values:
    return np.eye(int(codes.max()) + 1)[codes]


def _codes(names: list[str]) -> NDArray[np.int64]:
    return np.asarray(np.unique(names, return_inverse=True)[1], dtype=np.int64)


def _previous(person: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the place of each person's report before, -1 for none."""
    last: dict[int, int] = {}
    found = np.full(len(person), -1, dtype=np.int64)
    for place, one in enumerate(person.tolist()):
        found[place] = last.get(one, -1)
        last[one] = place
    return found


def _along(person: NDArray[np.int64], when: Values) -> Values:
    """Return how much of each person's time had gone by, 0 to 1."""
    part = np.empty(len(person))
    for one in np.unique(person):
        own = person == one
        part[own] = (when[own] - when[own].min()) / max(float(np.ptp(when[own])), 1.0)
    return part


def _words(names: list[str]) -> Values:
    """Return each name as counts of its characters and pairs of them, so that inner products are cosines."""
    grams = [
        {name[at : at + size] for size in (1, 2) for at in range(len(name) - size + 1)} for name in map(_plain, names)
    ]
    places = {gram: place for place, gram in enumerate(sorted(set().union(*grams)))}
    found = np.zeros((len(names), len(places)))
    for row, own in enumerate(grams):
        found[row, [places[gram] for gram in own]] = np.sqrt(len(places) / len(own)) if own else 0.0
    return found


def _plain(name: str) -> str:
    return name.casefold().replace(" ", "").strip()
