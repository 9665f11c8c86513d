"""Why a document stands where it does: everything that speaks for it, told apart, adding up to its score.

What rests on the documents of the context is told by kind, with the one of them it rests on most as the subject: the
one without which the document would lose most, found by scoring the moment without it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import fsum

import numpy as np
from numpy.typing import NDArray

from engine.domain.recommended import Reason, ReasonKind, Scored, Verdict
from engine.mind.recommend.arms import KINDS, Arms
from engine.mind.recommend.facts import Context, DocumentFacts
from engine.mind.recommend.habits import Habits
from engine.mind.recommend.moment import Moment, last_place
from engine.mind.recommend.tables import Table
from engine.sparse import stacked

_SMALL = 0.03  # of all that adds to a score: less is not worth a line
_TRIED = 4  # documents of the context that are left out to see what rests on them
_MISSED = 1e-6  # less is rounding
_HOUR_S = 3_600.0
_TOLD_WORDS = 3  # of a topic

_OTHERS = {
    "lately": ReasonKind.RECENT,
    "today": ReasonKind.RECENT,
    "these_days": ReasonKind.RECENT,
    "often": ReasonKind.OFTEN,
    "usual_time": ReasonKind.USUAL_TIME,
    "new": ReasonKind.NEW,
    "follows": ReasonKind.AFTER,
    "front": ReasonKind.LIKE_NOW,
    "calendar": ReasonKind.PURPOSE,
    "sequence": ReasonKind.SEQUENCE,
    "interest": ReasonKind.TOPIC,
}
_Part = tuple[ReasonKind, str]


@dataclass(frozen=True, slots=True)
class Explainer:
    """Tells why, of one moment; arms: those that count."""

    context: Context
    facts: DocumentFacts
    arms: Arms
    habits: Habits
    counts: Mapping[str, float]
    moment: Moment

    def why(self, picks: Sequence[int], refused: Sequence[float], by: Sequence[Verdict | None]) -> list[Scored]:
        """Return the scores of the documents at these places with their reasons.

        refused: what feedback takes off each, by: the verdict that does.
        """
        shares = self._shares(picks)
        loses = self._without(picks, self._tried(shares))
        found = []
        for at, place in enumerate(picks):
            parts = self._parts(place, shares[at], {one: float(lost[at]) for one, lost in loses.items()})
            verdict = by[at]
            if refused[at] and verdict is not None:
                parts[ReasonKind.SAID, verdict.value] = -refused[at]
            found.append(Scored(fsum(parts.values()), 0.0, self._told(parts, place)))
        return found

    def _shares(self, picks: Sequence[int]) -> list[dict[ReasonKind, NDArray[np.float64]]]:
        """Return of each pick, by kind, how much each document of the context adds to what the arms say of it."""
        found: list[dict[ReasonKind, NDArray[np.float64]]] = [{} for _ in picks]
        places = np.array(picks, np.int64)
        for name, arm in self.arms.by_name.items():
            share = arm.shares(self.moment.row, places)
            whole = share.sum(axis=0)
            for at, (one, place) in enumerate(zip(found, picks, strict=True)):
                if whole[at] > 0 and (adds := self._adds(name, place)) > 0:
                    one[KINDS[name]] = one.get(KINDS[name], 0.0) + share[:, at] / whole[at] * adds
        return found

    def _tried(self, shares: Sequence[Mapping[ReasonKind, NDArray[np.float64]]]) -> list[int]:
        """Return the places within the context of the documents that most rests on."""
        count: Counter[int] = Counter()
        for one in shares:
            for share in one.values():
                count.update(int(at) for at in np.argsort(-share)[:2])
        return [at for at, _ in count.most_common(_TRIED)]

    def _without(self, picks: Sequence[int], tried: Sequence[int]) -> dict[int, NDArray[np.float64]]:
        """Return what the picks lose without each of these documents of the context."""
        if not tried:
            return {}
        rows = [self._row_without(at) for at in tried]
        total = np.zeros((len(tried), len(picks)))
        without, places = stacked(rows), np.array(picks, np.int64)
        for name, arm in self.arms.by_name.items():
            total += self.counts[name] * arm.some(without, places)
        whole = np.array([fsum(self._adds(name, place) for name in self.arms.by_name) for place in picks])
        return {at: whole - total[row] + self._order_lost(at, picks) for row, at in enumerate(tried)}

    def _row_without(self, at: int) -> Table:
        row = self.moment.row
        return row.kept(np.arange(len(row.data)) != at)

    def _order_lost(self, at: int, picks: Sequence[int]) -> NDArray[np.float64]:
        """Return what the picks lose in coming after the last document, where that is the one left out."""
        number = int(self.facts.id[self.moment.row.indices[at]])
        if "follows" not in self.moment.columns or self.context.recent[-1] != number:
            return np.zeros(len(picks))
        before = last_place(replace(self.context, recent=self.context.recent[:-1]), self.facts)
        other = self.habits.follows(before) if before >= 0 else np.zeros(len(self.facts))
        return np.asarray(self.counts["follows"] * (self.moment.columns["follows"] - other)[list(picks)])

    def _parts(
        self, place: int, shares: Mapping[ReasonKind, NDArray[np.float64]], lost: Mapping[int, float]
    ) -> dict[_Part, float]:
        parts: dict[_Part, float] = defaultdict(float)
        subject = {kind: self._subject(share, lost) for kind, share in shares.items()}
        for name in self.moment.columns:
            adds = self._adds(name, place)
            if name not in KINDS:
                parts[_OTHERS[name], self._beside(name, place)] += adds
            elif adds > 0 and (of := subject.get(KINDS[name], "")):
                parts[KINDS[name], of] += adds
            else:
                parts[ReasonKind.OTHER, ""] += adds
        return parts

    def _subject(self, share: NDArray[np.float64], lost: Mapping[int, float]) -> str:
        """Return the title of the document that most rests on and that is missed, empty for none."""
        missed = [at for at in np.argsort(-share)[:_TRIED] if lost.get(int(at), 0.0) > _MISSED and share[at] > 0]
        return self._name(int(self.moment.row.indices[missed[0]])) if missed else ""

    def _told(self, parts: Mapping[_Part, float], place: int) -> tuple[Reason, ...]:
        whole = fsum(abs(adds) for adds in parts.values())
        told: list[Reason] = []
        rest = 0.0
        for (kind, subject), adds in sorted(parts.items(), key=lambda part: -abs(part[1])):
            small = abs(adds) < _SMALL * whole and kind is not ReasonKind.SAID
            if kind is ReasonKind.OTHER or small or not adds:
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

    def _adds(self, name: str, place: int) -> float:
        return self.counts.get(name, 0.0) * float(self.moment.columns[name][place])

    def _beside(self, name: str, place: int) -> str:
        if name == "follows":
            return self._name(last_place(self.context, self.facts))
        if name == "interest":
            return ", ".join(self.context.interests[int(self.moment.interest[place])].words[:_TOLD_WORDS])
        return {"front": self.context.front_title, "calendar": self.context.words}.get(name, "")

    def _name(self, place: int) -> str:
        return self.facts.title[place] or self.facts.path[place]
