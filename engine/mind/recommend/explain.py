"""Why a document stands where it does: everything that speaks for it, told apart, adding up to its score."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from math import fsum

import numpy as np

from engine.domain.recommended import Reason, ReasonKind, Scored, Verdict
from engine.mind.recommend.arms import KINDS, Arms
from engine.mind.recommend.facts import Context, DocumentFacts
from engine.mind.recommend.habits import Habits
from engine.mind.recommend.moment import Moment

_SMALL = 0.04  # of all that adds to a score: less is not worth a line
_PER_KIND = 2  # documents named of one kind
_HOUR_S = 3_600.0

_HABITS = {
    "lately": ReasonKind.RECENT,
    "these_days": ReasonKind.RECENT,
    "often": ReasonKind.OFTEN,
    "usual_time": ReasonKind.USUAL_TIME,
    "new": ReasonKind.NEW,
    "follows": ReasonKind.AFTER,
    "front": ReasonKind.LIKE_NOW,
    "calendar": ReasonKind.PURPOSE,
    "sequence": ReasonKind.SEQUENCE,
}


@dataclass(frozen=True, slots=True)
class Explainer:
    """Tells why, of one moment."""

    context: Context
    facts: DocumentFacts
    arms: Arms
    habits: Habits
    weights: Mapping[str, float]
    moment: Moment

    def why(self, place: int, refused: float, verdict: Verdict | None) -> Scored:
        """Return the score of the document at a place with its reasons; refused: what feedback takes off."""
        parts: dict[tuple[ReasonKind, str], float] = defaultdict(float)
        for name, column in self.moment.columns.items():
            adds = self.weights.get(name, 0.0) * float(column[place])
            if name in KINDS:
                self._share_out(parts, name, place, adds)
            elif adds:
                parts[_HABITS[name], self._subject(name)] += adds
        if refused and verdict is not None:
            parts[ReasonKind.SAID, verdict.value] = -refused
        score = fsum(parts.values())
        return Scored(score, 0.0, self._told(parts, place))

    def _share_out(self, parts: dict[tuple[ReasonKind, str], float], name: str, place: int, adds: float) -> None:
        """Give each document of the context its share of what an arm adds."""
        share = self.arms.by_name[name].shares(self.moment.row, place) if adds else np.zeros(0)
        total = float(share.sum())
        if total <= 0:
            parts[ReasonKind.OTHER, ""] += adds
            return
        for beside, part in zip(self.moment.row.indices, share / total * adds, strict=True):
            parts[KINDS[name], self._name(int(beside))] += float(part)

    def _told(self, parts: Mapping[tuple[ReasonKind, str], float], place: int) -> tuple[Reason, ...]:
        whole = fsum(abs(adds) for adds in parts.values())
        told: list[Reason] = []
        named: dict[ReasonKind, int] = defaultdict(int)
        rest = 0.0
        for (kind, subject), adds in sorted(parts.items(), key=lambda part: -abs(part[1])):
            named[kind] += 1
            small = abs(adds) < _SMALL * whole and kind is not ReasonKind.SAID
            if kind is ReasonKind.OTHER or small or named[kind] > _PER_KIND:
                rest += adds
            else:
                told.append(Reason(kind, adds, subject, self._amount(kind, place)))
        if rest:
            told.append(Reason(ReasonKind.OTHER, rest))
        return tuple(told)

    def _amount(self, kind: ReasonKind, place: int) -> float:
        now = self.context.now_s
        match kind:
            case ReasonKind.RECENT:
                return (now - float(self.habits.last_s(now)[place])) / _HOUR_S
            case ReasonKind.OFTEN:
                return float(self.habits.count(place, now))
            case ReasonKind.USUAL_TIME:
                return float(self.moment.columns["usual_time"][place])
            case ReasonKind.NEW:
                return (now - float(self.facts.added_s[place])) / _HOUR_S
            case ReasonKind.SEQUENCE:
                return float(self.moment.columns["sequence"][place])
            case _:
                return 0.0

    def _subject(self, name: str) -> str:
        if name == "follows":
            return self._name(int(self.facts.places(np.array(self.context.recent[-1:]))[0]))
        return {"front": self.context.front_title, "calendar": self.context.words}.get(name, "")

    def _name(self, place: int) -> str:
        return self.facts.title[place] or self.facts.path[place]
