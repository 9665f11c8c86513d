"""Which looks the person gave a category themselves."""

from __future__ import annotations

from helpers.storage_samples import ZONE, seen

from engine.domain.activity import Activity
from engine.domain.corrections import Correction, CorrectionKind
from engine.domain.intervals import Interval
from engine.domain.stretches import LabelOverride
from engine.storage.activities import ActivityStore
from engine.storage.corrected_looks import CorrectedLookStore
from engine.storage.corrections import CorrectionStore
from engine.storage.database import Database


def _label(start: int, end: int, category: int | None, made_ms: int = 7) -> Correction:
    return Correction(CorrectionKind.RELABEL, Interval(start, end), made_ms, labels=LabelOverride(category, "p", None))


def test_looks_that_fill_a_corrected_time_are_told_with_the_last_word(database: Database, store: ActivityStore) -> None:
    store.insert_many(
        [
            Activity(0, 100, seen("a", "long"), ZONE),
            Activity(100, 105, seen("a", "flash"), ZONE),
            Activity(105, 160, seen("b", "half in"), ZONE),
            Activity(300, 400, seen("c", "later"), ZONE),
            Activity(500, 600, seen("d", "none"), ZONE),
        ]
    )
    corrections, told = CorrectionStore(database), CorrectedLookStore(database)
    assert told.all() == []
    corrections.apply([_label(0, 130, 4)])
    corrections.apply([_label(300, 400, 5), _label(500, 600, 0), _label(300, 310, None)])
    corrections.apply([Correction(CorrectionKind.DELETE, Interval(500, 600), 9)])
    assert [(look.title, category) for look, category in told.all()] == [("long", 4), ("half in", 4), ("later", 5)]
    corrections.apply([_label(0, 50, 6)])
    assert [(look.title, category) for look, category in told.all()] == [("half in", 4), ("later", 5), ("long", 6)]
    corrections.undo()
    assert max((look.title, category) for look, category in told.all()) == ("long", 4)
