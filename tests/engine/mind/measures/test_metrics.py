import numpy as np
import pytest

from engine.mind.measures import metrics


def test_auc_counts_pairs_and_halves_ties() -> None:
    assert metrics.auc([0.1, 0.4, 0.4, 0.8], [0, 0, 1, 1]) == pytest.approx(3.5 / 4)
    assert metrics.auc([1, 2, 3], [0, 0, 1]) == 1.0
    assert metrics.auc([3, 2, 1], [0, 0, 1]) == 0.0
    assert np.isnan(metrics.auc([1, 2], [1, 1]))


def test_within_person_auc_ignores_differences_between_people() -> None:
    score, label, person = [0.9, 0.8, 0.2, 0.1], [1, 0, 0, 1], [1, 1, 2, 2]
    assert metrics.within_person_auc(score, label, person) == pytest.approx(0.5)
    # The third has one kind of case only and does not count.
    assert metrics.within_person_auc([*score, 5.0], [*label, 1], [*person, 3]) == pytest.approx(0.5)


def test_brier_and_its_skill() -> None:
    assert metrics.brier([0.5, 1.0], [1, 1]) == pytest.approx(0.125)
    assert metrics.brier_skill([1.0, 0.0], [1, 0], [0.5, 0.5]) == 1.0
    assert metrics.brier_skill([0.5, 0.5], [1, 0], [0.5, 0.5]) == 0.0


def test_ece_weighs_bins_by_their_cases() -> None:
    # 0.95 promised, 0.5 came (2 cases); 0.05 promised, 0 came (2 cases)
    assert metrics.ece([0.95, 0.95, 0.05, 0.05], [1, 0, 0, 0]) == pytest.approx((0.45 + 0.05) / 2)
    assert metrics.ece([1.0, 0.0], [1, 0]) == 0.0


def test_spearman_asks_for_order_only() -> None:
    assert metrics.spearman([1, 2, 3], [1, 10, 100]) == pytest.approx(1.0)
    assert metrics.spearman([1, 2, 3], [3, 2, 1]) == pytest.approx(-1.0)
    assert np.isnan(metrics.spearman([1, 1, 1], [3, 2, 1]))


def test_ranks_with_ties_masks_and_targets_that_are_not_there() -> None:
    scores = [[0.1, 0.9, 0.5], [0.5, 0.5, 0.9], [0.3, 0.2, 0.1]]
    rank = metrics.ranks(scores, [2, 1, -1], [[1, 1, 1], [1, 1, 0], [1, 1, 1]])
    assert rank.tolist() == [2, 2, 0]
    assert metrics.mrr(rank) == pytest.approx((0.5 + 0.5 + 0) / 3)
    assert metrics.hit_rate(rank, 1) == 0.0
    assert metrics.hit_rate(rank, 5) == pytest.approx(2 / 3)


def test_recall_and_ndcg_of_lists() -> None:
    found, relevant = [[True, False, True], [False, False, False]], [2, 4]
    assert metrics.recall(found, relevant, 2).tolist() == [0.5, 0.0]
    gain = (1 + 1 / np.log2(4)) / (1 + 1 / np.log2(3))
    assert metrics.ndcg(found, relevant, 3).tolist() == pytest.approx([gain, 0.0])
    assert metrics.ndcg([[True, True]], [9], 2).tolist() == [1.0]
