"""After an edit of the rules: everything that older rules labelled is labelled anew, step by step."""

from __future__ import annotations

from collections.abc import Iterator

from engine.domain.labelling import Relabelled
from engine.history.labels import CurrentRules
from engine.storage.looks import LOOKS_AT_ONCE, LookStore


def relabelling(looks: LookStore, current: CurrentRules) -> Iterator[Relabelled]:
    """Label the looks anew that other rules than those in force have labelled, yielding how far it has come.

    What changes comes first, so that the totals are right long before the last look is marked as looked at. Every
    step is a transaction of its own: stopped or killed in between, what is left stays known as out of date.
    """
    ready, revision = current.now()
    decided = list(ready.label_many(looks.outdated()))
    before = looks.labels() if decided else {}
    decided.sort(key=lambda one: before.get(one[0]) == one[1])
    total, done, changed = len(decided), 0, 0
    yield Relabelled(done, total, changed)
    while done < total:
        step = decided[done : done + LOOKS_AT_ONCE]
        changed += looks.label_many(step, revision)
        done += len(step)
        yield Relabelled(done, total, changed)
