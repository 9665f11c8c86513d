"""The recommender of documents: better than simple rules, the same each time, explained, and it listens."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from helpers.reading_person import Library, library

from engine.domain.recommended import ReasonKind, Verdict
from engine.mind.recommend.facts import Context, DocumentFacts, Said
from engine.mind.recommend.moment import context_of
from engine.mind.recommend.recommender import Recommender, fit
from engine.mind.recommend.sessions import no_uses

KNOWN = 0.8


@pytest.fixture(scope="module")
def read() -> Library:
    return library()


@pytest.fixture(scope="module")
def recommender(read: Library) -> Recommender:
    return fit(read.uses, read.facts, now_s=float(read.uses.start_s[int(len(read.uses) * KNOWN)]))


def moments(read: Library, every: int = 1) -> list[tuple[Context, int]]:
    """The contexts of later openings, and what was opened."""
    uses = read.uses
    return [
        (context_of(uses, float(uses.start_s[at]), float(uses.local_s[at])), int(uses.document[at]))
        for at in range(int(len(uses) * KNOWN), len(uses), every)
    ]


def reciprocal(order: list[int], wanted: int) -> float:
    return 1 / (1 + order.index(wanted)) if wanted in order else 0.0


def test_it_beats_the_most_recent_and_the_most_frequent(read: Library, recommender: Recommender) -> None:
    ours: list[float] = []
    recent: list[float] = []
    often: list[float] = []
    for context, wanted in moments(read, 2):
        habits = recommender.with_uses(read.uses, context.now_s).habits
        knowing = replace(recommender, habits=habits)
        ours.append(reciprocal([one.document for one in knowing.rank(context, 20)], wanted))
        for found, score in ((recent, habits.last_s(context.now_s)), (often, habits.often(context.now_s))):
            order = [int(one) for one in read.facts.id[np.argsort(-score)] if int(one) not in context.exclude]
            found.append(reciprocal(order[:20], wanted))
    assert np.mean(ours) > 2 * max(np.mean(recent), np.mean(often))


def test_what_adds_to_a_score_sums_to_it(read: Library, recommender: Recommender) -> None:
    for context, _ in moments(read, 20):
        for one in recommender.rank(context, 10):
            assert abs(one.why.unexplained) < 1e-9
            assert one.why.reasons


def test_the_same_data_and_seed_give_the_same(read: Library, recommender: Recommender) -> None:
    again = fit(read.uses, read.facts, now_s=float(read.uses.start_s[int(len(read.uses) * KNOWN)]))
    context, _ = moments(read)[5]
    assert again.rank(context, 10) == recommender.rank(context, 10)


def test_what_is_excluded_is_not_named(read: Library, recommender: Recommender) -> None:
    context, _ = moments(read)[5]
    first = recommender.rank(context, 3)
    rest = recommender.rank(replace(context, exclude=context.exclude | {first[0].document}), 60)
    assert first[0].document not in [one.document for one in rest]
    assert len(rest) == len(read.facts) - len(context.exclude) - 1


def test_less_like_this_works_at_once_on_it_and_its_like(read: Library, recommender: Recommender) -> None:
    context, _ = moments(read)[5]
    before = recommender.rank(context, len(read.facts))
    refused = before[0].document
    said = (Said(refused, Verdict.LESS, context.now_s - 60),)
    after = recommender.rank(replace(context, said=said), len(read.facts))
    score = {one.document: one.why.score for one in after}
    assert score[refused] < np.median(list(score.values()))
    why = next(one.why for one in after if one.document == refused)
    assert why.reasons[0].kind is ReasonKind.SAID
    assert why.reasons[0].subject == "less"
    kin = [one for one in before if read.project[one.document - 10] == read.project[refused - 10]]
    fell = [one.document for one in kin if score[one.document] < one.why.score - 1e-6]
    assert len(fell) > len(kin) / 2


def test_not_now_is_forgotten_by_the_next_day(read: Library, recommender: Recommender) -> None:
    context, _ = moments(read)[5]
    first = recommender.rank(context, 1)[0]
    fresh = replace(context, said=(Said(first.document, Verdict.NOT_NOW, context.now_s - 60),))
    old = replace(context, said=(Said(first.document, Verdict.NOT_NOW, context.now_s - 86_400),))
    assert recommender.rank(fresh, 1)[0].document != first.document
    assert recommender.rank(old, 1)[0].document == first.document


def test_without_any_use_it_goes_by_what_is_in_front(read: Library) -> None:
    cold = fit(no_uses(), read.facts, now_s=read.end_s)
    named = cold.rank(Context(read.end_s, read.end_s, front_title="notes on theme3 - editor"), 5)
    assert {int(read.project[one.document - 10]) for one in named} == {3}
    assert all(one.why.reasons[0].kind in {ReasonKind.LIKE_NOW, ReasonKind.NEW} for one in named)


def test_without_documents_nothing_is_named(read: Library) -> None:
    none = DocumentFacts(np.zeros(0, np.int64), (), (), np.zeros(0))
    assert fit(no_uses(), none, now_s=0.0).rank(Context(0.0, 0.0), 5) == []
    assert fit(read.uses, none, now_s=read.end_s).rank(Context(read.end_s, read.end_s, recent=(10,)), 5) == []


def test_what_the_sequence_says_counts(read: Library, recommender: Recommender) -> None:
    context, _ = moments(read)[5]
    last = recommender.rank(context, len(read.facts))[-1].document
    named = recommender.rank(replace(context, sequence={last: 0.99}), len(read.facts))
    place = [one.document for one in named].index(last)
    assert place < len(named) - 5
    assert any(reason.kind is ReasonKind.SEQUENCE for reason in named[place].why.reasons)
