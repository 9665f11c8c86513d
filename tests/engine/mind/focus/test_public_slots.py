"""On real window switches the next half hour is told better than by rules; the whole is tests/benchmarks/focus.py."""

from __future__ import annotations

import pytest
from benchmarks.focus_windows import next_slots, slot_baselines, tell_slots
from helpers.retrieval_sets import SHARED

from engine.mind.measures.metrics import within_person_auc

EVENTS = SHARED.parent / "next_app" / "events.csv"


@pytest.mark.skipif(not EVENTS.exists(), reason="the public data are not on this machine")
def test_the_next_half_hour_is_told_better_than_by_the_rules() -> None:
    slots = next_slots(EVENTS)
    told = tell_slots(slots) | slot_baselines(slots)
    test = slots.test
    within = {
        name: within_person_auc(score[test], slots.label[test], slots.person[test]) for name, score in told.items()
    }
    assert within["ours"] > within["last slot"] + 0.02
    assert within["ours"] > within["hour of week"] + 0.05
    assert within["ours, own history alone"] > within["hour of week"]
