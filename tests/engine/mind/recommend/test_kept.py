"""What is kept ranks as what was learned, also once documents came and went; and it is judged on later weeks."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from helpers.reading_person import DAY_S, Library, library
from scipy.sparse import csr_array

from engine.domain.recommended import ReasonKind
from engine.mind.measures.compared import Compared
from engine.mind.recommend.company import Neighbours
from engine.mind.recommend.facts import Context, DocumentFacts
from engine.mind.recommend.kept import numbers_of, recommender_of
from engine.mind.recommend.moment import context_of
from engine.mind.recommend.ranker import FALLBACK
from engine.mind.recommend.recommender import fit
from engine.mind.recommend.sessions import no_uses
from engine.mind.recommend.words import with_words
from engine.mind.train.document_head import DocumentTrainee
from engine.mind.train.learning import Course, Halted


@pytest.fixture(scope="module")
def read() -> Library:
    return library(vectors=8, days=25)


def moment(read: Library) -> Context:
    return replace(context_of(read.uses, read.end_s, read.end_s), exclude=frozenset())


def test_taken_back_it_ranks_the_same(read: Library) -> None:
    made = fit(read.uses, read.facts, now_s=read.end_s, counts=FALLBACK)
    again = recommender_of(numbers_of(made), read.uses, read.facts, read.end_s)
    assert again.scores(moment(read)) == pytest.approx(made.scores(moment(read)), abs=1e-3)
    assert again.order(moment(read), 5) == made.order(moment(read), 5)


def test_what_is_near_is_kept_as_scipy_kept_it(read: Library) -> None:
    made = fit(read.uses, read.facts, now_s=read.end_s, counts=FALLBACK)
    near, kept = made.arms.by_name["together"], numbers_of(made)
    assert isinstance(near, Neighbours)
    theirs = csr_array(near.near.toarray()).tocoo()
    for name, values in zip(("row", "column", "near"), (*theirs.coords, theirs.data), strict=True):
        assert kept[f"together.{name}"].dtype == (np.float32 if name == "near" else np.int32)
        np.testing.assert_array_equal(kept[f"together.{name}"], values)


def test_what_counts_since_it_was_kept_counts_as_where_nothing_was_learned(read: Library) -> None:
    numbers = numbers_of(fit(read.uses, read.facts, now_s=read.end_s, counts={**FALLBACK, "new": 0.25}))
    numbers["counts"] = numbers["counts"][:-1]
    counts = recommender_of(numbers, read.uses, read.facts, read.end_s).counts
    assert counts["new"] == 0.25
    assert list(counts) == list(FALLBACK)
    assert counts[list(FALLBACK)[-1]] == list(FALLBACK.values())[-1]


def test_documents_that_came_and_went_do_not_mix_up_the_others(read: Library) -> None:
    made = fit(read.uses, read.facts, now_s=read.end_s, counts=FALLBACK)
    facts, gone = read.facts, 3
    kept = [at for at in range(len(facts)) if at != gone]
    assert facts.vectors is not None
    changed = with_words(
        DocumentFacts(
            np.append(facts.id[kept], 999),
            (*(facts.path[at] for at in kept), "/d/fresh.md"),
            (*(facts.title[at] for at in kept), "topic1 theme1 fresh"),
            np.append(facts.added_s[kept], read.end_s - 3_600),
            vectors=np.concatenate([facts.vectors[kept], facts.vectors[[7]]]),
        )
    )
    again = recommender_of(numbers_of(made), read.uses, changed, read.end_s)
    before, after = made.order(moment(read), 60), again.order(moment(read), 60)
    assert set(after) == set(before) - {gone + 10} | {999}
    assert len(set(before[:10]) & set(after[:11])) >= 8
    fresh = next(one for one in again.rank(moment(read), 60) if one.document == 999)
    assert ReasonKind.NEW in {reason.kind for reason in fresh.why.reasons}


def test_a_training_run_learns_and_compares_it(read: Library) -> None:
    learned = DocumentTrainee(read.uses, read.facts).learn(Course(read.end_s, 0, lambda: False))
    assert learned is not None
    assert isinstance(learned.compared, Compared)
    assert learned.compared.gain().above_zero
    assert all(np.isfinite(array).all() for array in learned.tensors.values())
    first_day = read.uses.local_s[-1] // DAY_S - 0.31 * 25
    assert learned.compared.day.min() >= first_day
    recommender_of(learned.tensors, read.uses, read.facts, read.end_s)


def test_too_little_to_learn_from_is_told_and_stopping_halts(read: Library) -> None:
    trainee = DocumentTrainee(no_uses(), read.facts)
    assert trainee.learn(Course(read.end_s, 0, lambda: False)) is None
    with pytest.raises(Halted):
        DocumentTrainee(read.uses, read.facts).learn(Course(read.end_s, 0, lambda: True))
