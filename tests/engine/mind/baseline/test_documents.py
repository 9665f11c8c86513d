"""The rules the recommender of documents must beat."""

from __future__ import annotations

import numpy as np

from engine.mind.baseline.documents import Counted, DocumentRule, TitleWords, rule_scores
from engine.mind.recommend.tables import table

NOW_S = 1e6


def counted() -> Counted:
    return Counted(np.array([NOW_S - 60, NOW_S - 1e5, -1e18]), np.array([0.5, 2.0, 0.0]), np.array([0.0, 0.0, 11.0]))


def test_each_rule_names_its_own_first() -> None:
    first = {rule: int(rule_scores(rule, counted(), NOW_S).argmax()) for rule in DocumentRule}
    assert first[DocumentRule.MOST_RECENT] == 0
    assert first[DocumentRule.MOST_FREQUENT] == 1
    assert first[DocumentRule.TITLE] == 2
    assert rule_scores(DocumentRule.ALL, counted(), NOW_S).tolist() == sorted(
        rule_scores(DocumentRule.ALL, counted(), NOW_S), reverse=True
    )


def test_rare_words_and_short_titles_count_more() -> None:
    # words: 0 in all, 1 in the first two; the second title is longer
    words = table(np.array([0, 0, 1, 1, 1, 1, 2]), np.array([0, 1, 0, 1, 2, 3, 0]), np.ones(7), (3, 4))
    points = TitleWords(words).points(table(np.zeros(2, np.int64), np.array([0, 1]), np.ones(2), (1, 4)))
    assert points[0] > points[1] > points[2] > 0
    assert TitleWords(words).points(
        table(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0), (1, 4))
    ).tolist() == [0, 0, 0]
