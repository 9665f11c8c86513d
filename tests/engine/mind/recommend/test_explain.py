"""What is cited is what counts: without it the score moves the stated way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from helpers.reading_person import Library, library

from engine.domain.recommended import Reason, ReasonKind, Scored, Verdict
from engine.mind.recommend.facts import Context, DocumentFacts, DocumentUses, Said
from engine.mind.recommend.moment import context_of
from engine.mind.recommend.recommender import Recommender, fit

OF_THE_CONTEXT = {ReasonKind.TOGETHER, ReasonKind.LIKE_NOW, ReasonKind.AFTER}
OF_ITS_USES = {ReasonKind.RECENT, ReasonKind.OFTEN, ReasonKind.USUAL_TIME}


def without_document(context: Context, number: int) -> Context:
    kept = [at for at, one in enumerate(context.recent) if one != number]
    ago = tuple(context.recent_ago_s[at] for at in kept)
    return replace(context, recent=tuple(context.recent[at] for at in kept), recent_ago_s=ago)


def moved(
    made: Recommender, uses: DocumentUses, context: Context, document: int, told: Scored
) -> Iterator[tuple[Reason, float]]:
    """Of every cited reason, what taking its evidence away does to the score."""
    numbers = {title: int(number) for number, title in zip(made.facts.id, made.facts.title, strict=True)}
    for reason in told.reasons:
        changed, other = made, context
        if reason.kind in OF_THE_CONTEXT:
            other = without_document(context, numbers[reason.subject])
        elif reason.kind in OF_ITS_USES:
            changed = made.with_uses(uses.rows(uses.document != document), context.now_s)
        elif reason.kind is ReasonKind.NEW:
            changed = aged(made)
        elif reason.kind is ReasonKind.SEQUENCE:
            other = replace(context, sequence={})
        elif reason.kind is ReasonKind.TOPIC:
            other = replace(context, interests=())
        elif reason.kind is ReasonKind.SAID:
            other = replace(context, said=())
        else:
            continue
        yield reason, float(changed.scores(other)[document - 10]) - told.score


def aged(made: Recommender) -> Recommender:
    facts: DocumentFacts = replace(made.facts, added_s=np.zeros(len(made.facts)))
    return replace(made, facts=facts, habits=replace(made.habits, added_s=facts.added_s))


@pytest.mark.parametrize("vectors", [0, 24])
def test_without_the_cited_evidence_the_score_moves_the_stated_way(vectors: int) -> None:
    read: Library = library(vectors=vectors, seed=3)
    uses = read.uses
    made = fit(uses, read.facts, now_s=float(uses.start_s[int(len(uses) * 0.8)]))
    right, cited = 0, set()
    tried = 0
    for at in range(int(len(uses) * 0.8), len(uses), 12):
        now_s = float(uses.start_s[at])
        knowing = made.with_uses(uses, now_s)
        context = context_of(uses, now_s, float(uses.local_s[at]))
        context = replace(context, sequence={10 + at % 60: 0.6}, said=(Said(10 + at % 7, Verdict.LESS, now_s - 60),))
        for one in knowing.rank(context, 4):
            for reason, change in moved(knowing, uses, context, one.document, one.why):
                tried += 1
                right += np.sign(change) == -np.sign(reason.adds)
                cited.add(reason.kind)
    assert {ReasonKind.LIKE_NOW, ReasonKind.AFTER, ReasonKind.USUAL_TIME} <= cited
    assert tried > 100
    assert right / tried >= 0.95
