"""Learned models on simulated people whose truth is known: small versions of tests/benchmarks/mind_demo.py."""

from __future__ import annotations

import numpy as np
import pytest
from helpers.block_regret import FIRST, OURS, RHYTHM, block_regret
from helpers.demo_figures import calibration, next_ranks, promised
from helpers.simulated import LAST_DAY, Simulated, simulated

from engine.mind.focus.forecaster import Forecaster
from engine.mind.focus.week import Rhythm
from engine.mind.next.next_thing import NEXT_DOCUMENT

KNOWN = 35


@pytest.fixture(scope="module")
def person() -> Simulated:
    return simulated(1, KNOWN + 40)


def test_the_stream_tells_categories_and_documents_of_most_of_the_work(person: Simulated) -> None:
    active = person.stream.active()
    seconds = active.end_s - active.start_s
    assert seconds[active.category > 0].sum() > 0.75 * seconds.sum()
    assert seconds[active.document > 0].sum() > 0.25 * seconds.sum()
    assert seconds[active.weight > 0].sum() > 0.4 * seconds.sum()
    assert len(np.unique(active.document)) > 30
    assert active.day[-1] == LAST_DAY.toordinal()


def test_blocks_follow_the_hidden_rhythm_better_than_the_first_free_time() -> None:
    lost = block_regret(simulated(2, 90), 60, 10, every=2, forecaster=Forecaster(rhythm=Rhythm(0.1, 0.01, 0.02)))
    assert len(lost.by[OURS]) >= 4
    assert lost.by[RHYTHM].max() == pytest.approx(0.0, abs=1e-6)
    assert lost.mean(OURS) < 0.6 * lost.mean(FIRST)


def test_probabilities_come_true(person: Simulated) -> None:
    told = promised(person, KNOWN, 14)
    ours, _ = calibration([told])
    assert len(told.label) > 60
    assert ours < 0.15  # so few slots show that much by chance


def test_the_next_document_is_foretold_better_than_by_the_most_recent(person: Simulated) -> None:
    told = next_ranks(person, NEXT_DOCUMENT, KNOWN, 10)
    assert len(told) > 100
    assert told.ours.mean() > told.baseline.mean()
