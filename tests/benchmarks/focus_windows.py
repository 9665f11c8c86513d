"""Half hours of public window switches, labelled from activity alone, as cases of the focus forecast."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from helpers.streams import next_app_streams
from numpy.typing import NDArray

from engine.mind.baseline.focus import hour_of_week_mean
from engine.mind.focus.kernel import Cases, Component, Factor, Values, rows
from engine.mind.focus.label import worths
from engine.mind.focus.process import Prior, one_by_one
from engine.mind.focus.slots import slots_of
from engine.mind.focus.state import state_at
from engine.mind.stream.columns import Stream

TEST_FROM = 0.8
HALF_HOUR_S = 1_800.0

_DISTRACTING = frozenset(
    """steam.exe steamwebhelper.exe leagueclientux.exe riotclientux.exe riotclientservices.exe discord.exe
    xboxpcapp.exe eadesktop.exe spotify.exe wechat.exe""".split()
) | {"league of legends.exe"}
_WORKING = frozenset(
    """code.exe devenv.exe matlab.exe winword.exe rstudio.exe cmd.exe mintty.exe notepad++.exe excel.exe powerpnt.exe
    vsdebugconsole.exe onenoteim.exe python.exe""".split()
) | {"db browser for sqlite.exe"}
_HIGHEST = 2.0  # deviations from the own median that count


@dataclass(frozen=True, slots=True)
class SlotCases:
    """Half hours in order of how far along each person's they are.

    score: worth less the own median, in own deviations (both of the development part). label: 1 above the median.
    """

    cases: Cases
    score: Values
    label: Values
    test: NDArray[np.bool_]

    @property
    def person(self) -> NDArray[np.int64]:
        """Whose slot it is."""
        return self.cases["person"]


def next_slots(file: Path) -> SlotCases:
    """Return the half hours with at least ten active minutes of a file such as `next_app/events.csv`."""
    found = [_of(number, _weighed(stream)) for number, stream in enumerate(next_app_streams(file).values())]
    part = np.concatenate([np.arange(len(one.label)) / len(one.label) for one in found])
    order = np.argsort(part, kind="stable")
    cases = {name: np.concatenate([one.cases[name] for one in found])[order] for name in found[0].cases}
    columns = (np.concatenate([getattr(one, name) for one in found])[order] for name in ("score", "label", "test"))
    return SlotCases(cases, *columns)


def tell_slots(slots: SlotCases) -> dict[str, Values]:
    """Return what we tell of each slot from all before it: from everybody's, and from the own history alone."""
    own = Prior(tuple(_own(one) for one in _BELIEVED.components), _BELIEVED.noise)
    return {
        "ours": one_by_one(_BELIEVED, slots.cases, slots.score)[0],
        "ours, own history alone": one_by_one(own, slots.cases, slots.score)[0],
    }


def slot_baselines(slots: SlotCases) -> dict[str, Values]:
    """Return the rules: the slot before, the hour of the week."""
    names = ("last slot", "hour of week")
    found = {name: np.zeros(len(slots.label)) for name in names}
    for one in np.unique(slots.person):
        own = np.flatnonzero(slots.person == one)
        found["last slot"][own] = np.concatenate([[0.0], slots.score[own][:-1]])
        cases = rows(slots.cases, own)
        found["hour of week"][own] = hour_of_week_mean(slots.label[own], cases["weekday"], cases["hour"])
    return found


def _weighed(stream: Stream) -> Stream:
    names = [app.lower() for app in stream.apps]
    weights = np.array([2.0 * ((one in _WORKING) - (one in _DISTRACTING)) for one in names], np.float32)
    return replace(stream, weight=weights[stream.app])


def _of(number: int, stream: Stream) -> SlotCases:
    slots = slots_of(stream, HALF_HOUR_S).counting()
    worth = worths(slots)
    seen = int(TEST_FROM * len(slots))
    middle, spread = np.median(worth[:seen]), worth[:seen].std()
    cases = {
        "person": np.full(len(slots), number),
        "when": slots.start_s / 3_600,
        "hour": np.mod(slots.local_s, 86_400) / 3_600,
        "weekday": (np.floor(slots.local_s / 86_400).astype(np.int64) + 3) % 7,
        "day": slots.day.astype(np.int64),
        "state": state_at(stream, slots.start_s),
    }
    score = np.clip((worth - middle) / spread, -_HIGHEST, _HIGHEST)
    return SlotCases(cases, score, (worth > middle).astype(np.float64), np.arange(len(slots)) >= seen)


def _own(component: Component) -> Component:
    factors = component.factors if _OWN in component.factors else (_OWN, *component.factors)
    return replace(component, factors=factors)


_OWN, _STATE, _LINE = Factor("same", "person"), Factor("close", "state", 0.5), Factor("inner", "state")
_BELIEVED = Prior(
    tuple(
        Component(name, variance, factors)
        for name, variance, factors in (
            ("base", 0.06, (_OWN,)),
            ("base", 0.007, (_OWN, Factor("fading", "when", 300.0))),
            ("lately", 0.01, (_OWN, Factor("fading", "when", 0.5))),
            ("lately", 0.006, (_OWN, Factor("fading", "when", 15.0))),
            ("lately", 0.006, (_OWN, Factor("same", "day"))),
            ("state", 0.34, (_STATE,)),
            ("state", 0.01, (_OWN, _STATE)),
            ("state", 0.067, (_LINE,)),
            ("state", 0.017, (_OWN, _LINE)),
            ("hours", 0.006, (Factor("round", "hour", 2.0, 24.0),)),
            ("hours", 0.006, (_OWN, Factor("round", "hour", 1.5, 24.0))),
        )
    ),
    0.6,
)
"""Turned one by one, twice, for the half hours 35 to 80 % of the way through, each told from those before it."""
