"""Words and meaning in one order."""

from __future__ import annotations

import numpy as np

from engine.documents.search.feedback import ADDED, added_words
from engine.documents.search.fusing import alike, feedback_weights, fused, smoothed, standard
from engine.documents.search.passage_words import passage_words
from engine.documents.search.weighing import Frequencies


def _around(angle: float, count: int, spread: float) -> np.ndarray:
    angles = angle + np.linspace(-spread, spread, count)
    return np.stack([np.cos(angles), np.sin(angles)], axis=1).astype(np.float32)


def test_scores_of_any_scale_weigh_by_their_share() -> None:
    words, meaning = np.array([30.0, 10.0, 0.0], np.float32), np.array([0.1, 0.2, 0.9], np.float32)
    assert fused(words, meaning, 0.0).argmax() == 0
    assert fused(words, meaning, 1.0).argmax() == 2
    assert np.allclose(fused(words * 100, meaning, 0.5), fused(words, meaning, 0.5), atol=1e-5)
    assert standard(np.array([2.0, 2.0], np.float32)).tolist() == [0.0, 0.0]
    assert standard(np.array([], np.float32)).size == 0


def test_relatives_are_told_from_strangers() -> None:
    scores = np.linspace(1, 0, 24).astype(np.float32)
    assert alike(scores, _around(0, 24, 0.2))
    assert not alike(scores, np.eye(24, dtype=np.float32))
    assert not alike(scores[:5], _around(0, 5, 0.2))


def test_smoothing_lifts_what_has_good_relatives() -> None:
    vectors = np.concatenate([_around(0, 4, 0.05), _around(1.5, 2, 0.05)])
    scores = np.array([1.0, 1.0, 1.0, 0.4, 0.6, -1.0], np.float32)
    found = smoothed(scores, vectors)
    assert found[3] > found[4] > found[5]
    assert np.argsort(-found)[-1] == 5


def test_what_lies_beyond_the_smoothed_stays_behind_in_its_order() -> None:
    scores = np.linspace(1, 0, 60).astype(np.float32)
    found = smoothed(scores, _around(0, 60, 0.5))
    assert found[:50].min() > found[50:].max()
    assert (np.diff(found[50:]) < 0).all()


def test_the_surer_the_first_the_more_it_counts() -> None:
    sure = feedback_weights(np.array([5.0, 0.0, 0.0], np.float32), 10, 0.5)
    unsure = feedback_weights(np.array([0.1, 0.0, 0.0], np.float32), 10, 0.5)
    assert sure[0][1] > 0.99 > unsure[0][1]
    assert abs(sum(weight for _, weight in unsure) - 1) < 1e-6


def test_rare_words_of_the_best_documents_are_added() -> None:
    texts = [(0.6, [passage_words("the wing of the aeroplane flutters")]), (0.4, [passage_words("wings flutter fast")])]
    asked: list[str] = []

    def known(words: object) -> Frequencies:
        asked.extend(words)  # type: ignore[arg-type]
        return Frequencies(1_000, {"wing": 5, "flutters": 5, "aeroplane": 900, "fast": 900})

    added = added_words(texts, known)
    assert [term.words[0] for term in added[:2]] == ["wing", "flutters"]
    assert abs(sum(term.weight for term in added) - 1) < 1e-6
    assert "the" not in asked
    assert len(added) <= ADDED
