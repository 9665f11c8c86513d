"""A few hundred of the damaged documents that extract_rounds.py reads by the thousand."""

from __future__ import annotations

import sys

import pytest
from reliability.extract_rounds import documents, rounds

from engine.documents.extract.troubles import SENTENCES, Trouble


@pytest.mark.skipif(sys.platform == "win32", reason="forks")
def test_damaged_documents_are_read_or_refused_one_by_one() -> None:
    outcomes = rounds(documents(None, pdf_only=False), 320, seed=7)
    assert sum(outcome.files for outcome in outcomes.values()) == 320
    assert {kind: outcome.crashes for kind, outcome in outcomes.items() if outcome.crashes} == {}
    assert {kind: outcome.not_understood for kind, outcome in outcomes.items() if outcome.not_understood} == {}
    assert sum(outcome.read for outcome in outcomes.values()) > 120
    unknown = {reason for outcome in outcomes.values() for reason in outcome.reasons} - set(SENTENCES.values())
    assert unknown == set()
    assert not any(outcome.reasons[SENTENCES[Trouble.TIME]] for outcome in outcomes.values())
