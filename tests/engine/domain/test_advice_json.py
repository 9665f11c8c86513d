"""Advice goes through JSON and comes back as it was."""

from __future__ import annotations

import json

import pytest

from engine.domain.advice_json import advice_from_json, advice_to_json
from engine.domain.intervals import Interval
from engine.domain.recommended import (
    Abstention,
    Advice,
    DocumentPick,
    FocusBlock,
    Notice,
    Offer,
    Reason,
    ReasonKind,
    Scored,
)

WHY = Scored(0.7, 0.4, (Reason(ReasonKind.LIKE_NOW, 0.2, "预算.md \udcff", 0.5), Reason(ReasonKind.OTHER, 0.1)))
FULL = Advice(
    10,
    FocusBlock(Offer(3, 10, "greedy", 1.0, 0, 2), Interval(20, 30), 0.7, 0.6, 0.8, 42.5, WHY),
    None,
    (DocumentPick(Offer(4, 10, "thompson", 0.25, 1), 9, "/a/预算.md", "", WHY),),
    None,
    (Notice.MODEL_DAMAGED, Notice.NO_MEMORY),
)
EMPTY = Advice(10, no_block=Abstention.NO_HISTORY, no_documents=Abstention.NO_DOCUMENTS)


@pytest.mark.parametrize("advice", [FULL, EMPTY])
def test_it_comes_back_as_it_was(advice: Advice) -> None:
    assert advice_from_json(json.loads(json.dumps(advice_to_json(advice)))) == advice


def test_what_is_no_advice_is_refused() -> None:
    for told in ({}, {**advice_to_json(EMPTY), "notices": ["x"]}, {**advice_to_json(EMPTY), "documents": [{}]}):
        with pytest.raises((KeyError, TypeError, ValueError)):
            advice_from_json(told)
