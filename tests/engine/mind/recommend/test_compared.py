"""The recommender is judged on later weeks by what was known before each opening, and by nothing that came after."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from helpers.reading_person import Library, library

from engine.mind.measures.compared import Compared
from engine.mind.recommend.compared import compared
from engine.mind.recommend.facts import DocumentUses

LAST = 20


def judged(read: Library, uses: DocumentUses) -> Compared:
    found = compared(uses, read.facts, read.end_s, 0, lambda: False)
    assert found is not None
    return found


def test_what_is_opened_later_changes_nothing_of_how_an_opening_was_told() -> None:
    read = library(documents=120, days=20)
    document, opened_from = read.uses.document.copy(), read.uses.opened_from.copy()
    document[-LAST:], opened_from[-LAST:] = document[-LAST:][::-1], opened_from[-LAST:][::-1]
    other = replace(read.uses, document=document, opened_from=opened_from)
    first, second = judged(read, read.uses), judged(read, other)
    assert len(first) == len(second) > LAST
    assert np.array_equal(first.ours[:-LAST], second.ours[:-LAST])


def test_an_opening_is_not_told_by_itself() -> None:
    read = library(documents=400, days=20, projects=20)  # hardly ever the same two in a row
    found = judged(read, read.uses)
    assert 0.15 < found.ours.mean() < 0.5
