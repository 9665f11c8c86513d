"""The parts of the recommender: sessions of a stream, habits, words, what is near what, order, ranker."""

from __future__ import annotations

import numpy as np
import pytest
from helpers.reading_person import library
from hypothesis import given
from hypothesis import strategies as st

from engine.mind.recommend.company import peers, used_together
from engine.mind.recommend.content import kin, meaning, word_likeness
from engine.mind.recommend.facts import DocumentFacts, DocumentUses
from engine.mind.recommend.habits import habits_of
from engine.mind.recommend.order import diverse
from engine.mind.recommend.ranker import FALLBACK, Cases, learned
from engine.mind.recommend.recommender import fit
from engine.mind.recommend.sessions import PAUSE_S, session_table, uses_of
from engine.mind.recommend.tables import Table, nearest, standard, table
from engine.mind.recommend.words import asked_words, document_words, weighed, with_words
from engine.mind.stream.columns import Stream

DAY_S, HOUR_S = 86_400.0, 3_600.0


def stream(rows: list[tuple[float, float, int, int]]) -> Stream:
    """Rows of start, end, document and presence."""
    start, end, document, presence = (np.array(column) for column in zip(*rows, strict=True))
    none = np.full(len(rows), -1, np.int32)
    return Stream(
        start.astype(float), end.astype(float), start + HOUR_S, np.zeros(len(rows), np.int32), presence.astype(np.int8),
        none, none, np.zeros(len(rows), np.int32), np.zeros(len(rows), np.float32), document.astype(np.int32), (), (),
    )  # fmt: skip


def facts(count: int, titles: tuple[str, ...] | None = None) -> DocumentFacts:
    names = titles or tuple(f"title {one}" for one in range(count))
    return with_words(DocumentFacts(np.arange(count) + 1, names, names, np.zeros(count)))


def uses(rows: list[tuple[int, float, int]]) -> DocumentUses:
    """Uses of document, start and session; each a minute long and opened from the one before."""
    document, start, session = (np.array(column) for column in zip(*rows, strict=True))
    before = np.concatenate([[0], np.where(session[1:] == session[:-1], document[:-1], 0)])
    return DocumentUses(document, start.astype(float), start + 60.0, start.astype(float), session, before)


def test_a_stream_falls_into_uses_and_sessions() -> None:
    found = uses_of(
        stream([
            (0, 10, 5, 0), (10, 20, 5, 0), (20, 30, 0, 0), (30, 40, 5, 0), (40, 50, 6, 0), (50, 60, 7, 1),
            (60 + PAUSE_S, 90 + PAUSE_S, 6, 0),
        ])
    )  # fmt: skip
    assert found.document.tolist() == [5, 6, 6]
    assert found.start_s.tolist() == [0, 40, 60 + PAUSE_S]
    assert found.end_s.tolist() == [40, 50, 90 + PAUSE_S]
    assert found.local_s.tolist() == [HOUR_S, 40 + HOUR_S, 60 + PAUSE_S + HOUR_S]
    assert found.opened_from.tolist() == [0, 5, 0]
    assert found.session[0] == found.session[1] != found.session[2]


def test_a_stream_without_documents_has_no_uses() -> None:
    assert len(uses_of(stream([(0, 10, 0, 0)]))) == 0


def test_sessions_fade_and_count_each_document_once() -> None:
    made = session_table(uses([(1, 0, 1), (2, 60, 1), (1, 120, 1), (2, 90 * DAY_S, 2)]), facts(2), 90 * DAY_S + 120)
    assert made.toarray()[0] == pytest.approx([0.5, 0.5], abs=0.01)
    assert made.toarray()[1] == pytest.approx([0.0, 1.0], abs=0.01)


def test_habits_know_only_what_was_before() -> None:
    rows = [(1, 0.0, 1), (2, 9 * HOUR_S, 2), (2, DAY_S + 9 * HOUR_S, 3), (3, DAY_S + 9 * HOUR_S + 60, 3)]
    habits = habits_of(uses(rows), facts(4), DAY_S + 9 * HOUR_S + 90)
    now = DAY_S + 9 * HOUR_S
    assert habits.count(1, now) == 1
    assert habits.count(1, now + 1) == 2
    assert habits.lately(now)[0] < habits.lately(now)[1]
    assert habits.new(now)[1] == 0 < habits.new(now)[2]
    assert habits.follows(1)[2] == pytest.approx(1 / 3, abs=0.01)
    nine, midnight = habits.usual_time(now, now), habits.usual_time(now, 23.9 * HOUR_S)
    assert nine[1] > nine[0]
    assert midnight[0] > midnight[1]


def test_what_was_used_together_is_near() -> None:
    together = table(np.array([0, 0, 1, 1, 2]), np.array([0, 1, 0, 1, 2]), np.ones(5), (3, 4))
    one = table(np.zeros(1, np.int64), np.zeros(1, np.int64), np.ones(1), (1, 4))
    for arm in (used_together(together), peers(together)):
        score = arm.scores(one)[0]
        assert score[1] > score[2] == score[3] == 0
        assert arm.shares(one, np.arange(4)).sum(axis=0)[1] == pytest.approx(score[1], abs=1e-6)


@given(st.integers(0, 10_000))
def test_shares_of_every_content_arm_sum_to_its_score(seed: int) -> None:
    rng = np.random.default_rng(seed)
    row, column = np.nonzero(rng.random((9, 12)) < 0.4)
    words: Table = weighed(table(row, column, np.ones(len(row)), (9, 12)))
    context = table(np.zeros(3, np.int64), np.array([0, 3, 7]), rng.random(3) + 0.1, (1, 9))
    for arm in (word_likeness(words), kin(words), meaning(rng.normal(size=(9, 5)))):
        assert arm.shares(context, np.arange(9)).sum(axis=0) == pytest.approx(arm.scores(context)[0], abs=1e-4)


def test_words_of_titles_and_paths() -> None:
    assert document_words("The Budget of 2024", "/home/me/plans_q1/budget-final.ods") == (
        "budget", "2024", "plans", "q1", "final",
    )  # fmt: skip
    assert document_words("", r"C:\me\taxes\letter.pdf") == ("taxes", "letter")
    known = facts(2, ("budget plan", "预算计划"))
    assert len(asked_words("a budget for what", known).data) == 1
    assert len(asked_words("预算", known).data) == 1
    assert not len(asked_words("nothing known", known).data)


def test_the_same_thing_is_not_named_several_times() -> None:
    score = np.array([1.0, 0.99, 0.9, 0.0])
    alike = np.eye(4)
    alike[0, 1] = alike[1, 0] = 1.0
    assert diverse(score, alike, 3) == [0, 2, 1]
    assert diverse(score, np.eye(4), 9) == [0, 1, 2, 3]
    assert diverse(np.zeros(0), np.zeros((0, 0)), 3) == []


def cases(count: int) -> Cases:
    """What is chosen always has the most of the first feature, the second is chance."""
    rng = np.random.default_rng(0)
    features = rng.random((count, 8, 2)).astype(np.float32)
    right = features[:, :, 0] == features[:, :, 0].max(axis=1, keepdims=True)
    return Cases(("together", "kin"), features, right, np.ones((count, 8), bool))


def test_the_ranker_learns_what_tells() -> None:
    found = learned(cases(400))
    assert found["together"] > 2 * FALLBACK["together"]
    assert found["kin"] < FALLBACK["kin"]


def test_the_ranker_trusts_few_cases_little() -> None:
    few, many = learned(cases(3)), learned(cases(400))
    assert FALLBACK["together"] <= few["together"] < many["together"]
    nothing = cases(2)
    nothing.right[:] = False
    assert learned(nothing) == {name: FALLBACK[name] for name in ("together", "kin")}


@pytest.mark.parametrize("vectors", [0, 12])
def test_some_scores_are_what_all_scores_make_them(vectors: int) -> None:
    read = library(documents=30, days=10, vectors=vectors)
    made = fit(read.uses, read.facts, now_s=read.end_s, counts=FALLBACK)
    contexts = session_table(read.uses, read.facts, read.end_s).rows(slice(5))
    places = np.array([3, 17, 29])
    for name, arm in made.arms.by_name.items():
        assert arm.some(contexts, places) == pytest.approx(standard(arm.scores(contexts))[:, places], abs=2e-4), name


def test_the_nearest_are_those_of_looking_at_everything() -> None:
    rng = np.random.default_rng(2)
    dense = rng.random((40, 15)) * (rng.random((40, 15)) < 0.6)
    row, column = np.nonzero(dense)
    found = nearest(table(row, column, dense[row, column], dense.shape), 5).toarray()
    unit = dense / np.linalg.norm(dense, axis=1, keepdims=True)
    cosine = unit @ unit.T
    np.fill_diagonal(cosine, 0.0)
    for one in range(40):
        assert set(np.flatnonzero(found[one])) == set(np.argsort(-cosine[one])[:5])
    assert found[found > 0] == pytest.approx(cosine[found > 0], abs=1e-6)
