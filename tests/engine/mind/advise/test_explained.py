"""Reasons are true: they sum to the score, and a score moves as a reason says once its evidence was never there."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from helpers.advised_person import WEIGHTS, worked_days
from helpers.evidence import Scorer, learned_scores, moves, plain_scores, scenes
from helpers.streams import stream

from engine.domain.recommended import ReasonKind
from engine.mind.stream.columns import Stream


@pytest.fixture(scope="module")
def history() -> Stream:
    return stream(worked_days(42, seed=3), WEIGHTS)


@pytest.mark.parametrize(("scores", "count", "most"), [(plain_scores, 40, 6), (learned_scores, 4, 3)])
def test_without_its_evidence_a_score_moves_the_way_the_reason_says(
    history: Stream, scores: Scorer, count: int, most: int
) -> None:
    tried = [one for scene in scenes(history, count) for one in moves(scene, scores, most)]
    assert len(tried) >= 12 * most
    assert sum(one.as_told for one in tried) >= 0.95 * len(tried), Counter(one.kind for one in tried if not one.as_told)


@pytest.mark.parametrize("scores", [plain_scores, learned_scores])
def test_reasons_sum_to_the_score(history: Stream, scores: Scorer) -> None:
    for scene in scenes(history, 3):
        for why in scores(scene).values():
            assert abs(why.unexplained) < 1e-9
            told = [abs(one.adds) for one in why.reasons if one.kind is not ReasonKind.OTHER]
            assert told == sorted(told, reverse=True)


def test_nothing_is_cited_that_is_not_there(history: Stream) -> None:
    (scene,) = scenes(history, 1)
    blank = replace(scene, stream=history.until(0.0), title="", sequel={})
    assert list(plain_scores(blank)) == [60]
    (why,) = plain_scores(blank).values()
    assert [one.kind for one in why.reasons] == [ReasonKind.NEW]
