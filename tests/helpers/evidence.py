"""A document's score at a moment, and the same once the evidence that a reason cites was never there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from random import Random

import numpy as np
from helpers.advised_person import DAY, HOUR, MONDAY, fact, library_of_topics
from numpy.typing import NDArray

from engine.domain.recommended import Reason, ReasonKind, Scored
from engine.mind.advise.learned_documents import facts_of
from engine.mind.advise.library import Library, library_of
from engine.mind.advise.moment import Moment, moment_of
from engine.mind.advise.plain_documents import plain_ranking
from engine.mind.recommend.facts import Context
from engine.mind.recommend.ranker import FALLBACK
from engine.mind.recommend.recommender import fit
from engine.mind.recommend.sessions import uses_of
from engine.mind.stream.columns import Stream

TELLING = 0.02
"""Share of the score below which nothing is claimed of a reason."""

LATELY_S = 12 * 3_600.0


@dataclass(frozen=True)
class Scene:
    """All that scores are made from."""

    stream: Stream
    library: Library
    now_s: float
    title: str
    sequel: Mapping[int, float]

    @property
    def moment(self) -> Moment:
        return replace(moment_of(self.stream, self.now_s, 0.0), title=self.title, document=0)


Scorer = Callable[[Scene], dict[int, Scored]]
Chosen = Callable[[Scene, NDArray[np.int64]], NDArray[np.bool_]]


def plain_scores(scene: Scene) -> dict[int, Scored]:
    """Score by counting."""
    return dict(plain_ranking(scene.library.facts, scene.library.words, scene.moment, scene.sequel))


def learned_scores(scene: Scene) -> dict[int, Scored]:
    """Score by a recommender that has learned from just this history."""
    moment, facts = scene.moment, facts_of(scene.library)
    known = fit(uses_of(moment.stream), facts, now_s=scene.now_s, counts=FALLBACK)
    context = Context(
        scene.now_s,
        scene.now_s,
        moment.recent,
        moment.recent_ago_s,
        front_title=scene.title,
        sequence=scene.sequel,
    )
    return {one.document: one.why for one in known.rank(context, len(facts))}


def without(scene: Scene, document: int, reason: Reason) -> Scene | None:
    """Return the scene without what the reason cites, None where it cites nothing that could be taken away."""
    if reason.kind is ReasonKind.LIKE_NOW and reason.subject == scene.title:
        return replace(scene, title="")
    if reason.kind is ReasonKind.NEW:
        facts = [replace(one, added_ms=0) if one.id == document else one for one in scene.library.facts]
        return replace(scene, library=library_of(facts))
    if reason.kind is ReasonKind.SEQUENCE:
        return replace(scene, sequel={one: chance for one, chance in scene.sequel.items() if one != document})
    subject = _number(scene, reason.subject)
    if reason.kind is ReasonKind.LIKE_NOW:
        return _hidden(scene, subject, _lately)
    chosen: dict[ReasonKind, Chosen] = {
        ReasonKind.RECENT: _last_use,
        ReasonKind.OFTEN: lambda _scene, rows: np.ones(len(rows), dtype=bool),
        ReasonKind.USUAL_TIME: _at_that_time,
        ReasonKind.TOGETHER: lambda one, rows: _beside(one, rows, subject),
        ReasonKind.AFTER: lambda one, rows: _right_after(one, rows, subject),
    }
    return _hidden(scene, document, chosen[reason.kind]) if reason.kind in chosen else None


@dataclass(frozen=True)
class Move:
    """One reason whose evidence was taken away. as_told: the score went the way the reason says."""

    kind: ReasonKind
    as_told: bool


def moves(scene: Scene, scores: Scorer, most: int) -> list[Move]:
    """Take away, one by one, the evidence of every telling reason of the best documents of a scene."""
    before = scores(scene)
    found = []
    for document in sorted(before, key=lambda one: -before[one].score)[:most]:
        why = before[document]
        for reason in why.reasons:
            bare = without(scene, document, reason)
            if bare is not None and abs(reason.adds) >= TELLING * why.score:
                after = scores(bare).get(document)
                change = (0.0 if after is None else after.score) - why.score
                found.append(Move(reason.kind, change * reason.adds < 0))
    return found


def scenes(history: Stream, count: int) -> list[Scene]:
    """Return moments of work in the last two weeks, with one document that is new and a guess at the next one."""
    dice = Random(count)
    found = []
    for _ in range(count):
        now = MONDAY + dice.choice((28, 29, 30, 31, 32, 35, 36, 37)) * DAY + dice.uniform(10, 16) * HOUR
        facts = [*library_of_topics(), fact(60, "quarterly outlook", now - dice.uniform(1, 40) * HOUR)]
        sequel = {number: 0.3 * dice.random() for number in dice.sample(range(1, 31), 4)}
        title = dice.choice(("garden outline - Browser", "engine review of the year", ""))
        found.append(Scene(history.until(now), library_of(facts), now, title, sequel))
    return found


def _hidden(scene: Scene, document: int, chosen: Chosen) -> Scene:
    """Return the scene with the document not seen in those of its rows that are chosen."""
    rows = np.flatnonzero((scene.stream.document == document) & (scene.stream.start_s < scene.now_s))
    shown = scene.stream.document.copy()
    shown[rows[chosen(scene, rows)]] = 0
    return replace(scene, stream=replace(scene.stream, document=shown))


def _last_use(scene: Scene, rows: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Choose the rows of the last time the document came to the front, a session being one time."""
    start = scene.stream.start_s[rows]
    breaks = np.flatnonzero(np.diff(start, prepend=-np.inf) > 1_800.0)
    return np.asarray(np.arange(len(rows)) >= breaks[-1])


def _at_that_time(scene: Scene, rows: NDArray[np.int64]) -> NDArray[np.bool_]:
    apart = np.abs(scene.stream.local_s[rows] % DAY - scene.now_s % DAY)
    return np.asarray(np.minimum(apart, DAY - apart) < 3 * 3_600.0)


def _lately(scene: Scene, rows: NDArray[np.int64]) -> NDArray[np.bool_]:
    return np.asarray(scene.stream.end_s[rows] > scene.now_s - 2 * LATELY_S)


def _beside(scene: Scene, rows: NDArray[np.int64], subject: int) -> NDArray[np.bool_]:
    """Choose what lies in sessions in which the subject was used, too."""
    uses = uses_of(scene.stream)
    return np.isin(_sessions(scene, rows), uses.session[uses.document == subject])


def _right_after(scene: Scene, rows: NDArray[np.int64], subject: int) -> NDArray[np.bool_]:
    """Choose the uses that the subject led to."""
    uses = uses_of(scene.stream)
    at = np.searchsorted(uses.start_s, scene.stream.start_s[rows], "right") - 1
    return np.asarray(uses.opened_from[at] == subject)


def _sessions(scene: Scene, rows: NDArray[np.int64]) -> NDArray[np.int64]:
    uses = uses_of(scene.stream)
    return np.asarray(uses.session[np.searchsorted(uses.start_s, scene.stream.start_s[rows], "right") - 1])


def _number(scene: Scene, title: str) -> int:
    return next((one.id for one in scene.library.facts if scene.library.title(one.id) == title), 0)
