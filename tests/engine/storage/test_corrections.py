from __future__ import annotations

import pytest
from helpers.storage_labels import ByApp
from helpers.storage_samples import ZONE, seen

from engine.domain.activity import Activity, Observed, Withheld
from engine.domain.categories import Labels
from engine.domain.clock import MS_PER_HOUR
from engine.domain.corrections import Action, Correction, CorrectionKind
from engine.domain.errors import UsageError
from engine.domain.intervals import Interval
from engine.domain.presence import Presence
from engine.domain.stretches import LabelOverride
from engine.domain.totals import Key, TotalRow
from engine.storage.activities import ActivityStore
from engine.storage.categories import CategoryStore
from engine.storage.corrections import LONGEST_MS, CorrectionStore
from engine.storage.database import Database
from engine.storage.looks import LookStore
from engine.storage.totals import TotalStore


@pytest.fixture
def corrections(database: Database) -> CorrectionStore:
    return CorrectionStore(database)


def _delete(start: int, end: int) -> Correction:
    return Correction(CorrectionKind.DELETE, Interval(start, end), 7)


def _apps(database: Database) -> list[tuple[str, int]]:
    return [(row.app, row.ms) for row in TotalStore(database).total(0, 1 << 43, (Key.APP,))]


def test_a_correction_comes_back_as_it_was_made(corrections: CorrectionStore) -> None:
    made = [
        Correction(
            CorrectionKind.ADD, Interval(10, 20), 5, "meeting", "Größe \udc00", LabelOverride(0, "p", ""), ZONE, "why"
        ),
        Correction(CorrectionKind.RELABEL, Interval(15, 30), 6, labels=LabelOverride(3, None, "t")),
    ]
    group = corrections.apply(made)
    found = corrections.group(group)
    assert [(one.kind, one.interval, one.made_ms, one.app, one.labels, one.zone, one.note) for one in found] == [
        (one.kind, one.interval, one.made_ms, one.app, one.labels, one.zone, one.note) for one in made
    ]
    assert found[0].title == "Größe ?"
    assert [(one.group, one.undone) for one in found] == [(group, False)] * 2
    assert corrections.active(0, 12) == found[:1]
    assert corrections.active(20, 99) == found[1:]
    assert corrections.group(99) == []


def test_actions_are_undone_and_redone_one_by_one_and_kept_on_record(
    database: Database, store: ActivityStore, corrections: CorrectionStore
) -> None:
    store.insert_many([Activity(0, 100, seen("a"), ZONE)])
    first = corrections.apply([_delete(0, 10)])
    second = corrections.apply([_delete(10, 30), _delete(50, 60)])
    assert _apps(database) == [("a", 60)]
    assert corrections.undo() == second
    assert _apps(database) == [("a", 90)]
    assert corrections.undo() == first
    assert corrections.undo() is None
    assert _apps(database) == [("a", 100)]
    assert (corrections.redo(), corrections.redo(), corrections.redo()) == (first, second, None)
    assert _apps(database) == [("a", 60)]
    assert corrections.undo() == second
    third = corrections.apply([_delete(90, 100)])
    assert corrections.redo() is None
    assert _apps(database) == [("a", 80)]
    told = corrections.audit(10)
    assert [(one.group, one.undone, len(one.corrections)) for one in told] == [
        (third, False, 1),
        (second, True, 2),
        (first, False, 1),
    ]
    assert isinstance(told[0], Action)
    assert corrections.audit(1) == told[:1]


def test_what_a_correction_brings_in_is_labelled(database: Database, store: ActivityStore) -> None:
    category = CategoryStore(database).add("Meetings")
    rules = ByApp({"meeting": Labels(category)})
    added = Correction(CorrectionKind.ADD, Interval(0, MS_PER_HOUR), 5, "meeting")
    CorrectionStore(database, rules).apply([added])
    assert TotalStore(database).total(0, 1 << 43, (Key.CATEGORY,)) == [TotalRow(MS_PER_HOUR, category_id=category)]


def test_labels_given_later_reach_what_a_correction_brought_in(
    database: Database, store: ActivityStore, corrections: CorrectionStore
) -> None:
    store.insert_many([Activity(0, 50, seen("a", "old"), ZONE)])
    corrections.apply([Correction(CorrectionKind.RETITLE, Interval(10, 30), 5, title="new")])
    looks = LookStore(database)
    (renamed,) = [one for one in looks.outdated() if one.title == "new"]
    looks.label_many([(renamed.id, Labels(None, "p"))])
    assert TotalStore(database).total(0, 99, (Key.PROJECT,)) == [TotalRow(30), TotalRow(20, project="p")]


def test_what_is_recorded_later_is_corrected_too(
    database: Database, store: ActivityStore, corrections: CorrectionStore
) -> None:
    corrections.apply([_delete(50, 4 * MS_PER_HOUR)])
    store.insert_many([Activity(0, 5 * MS_PER_HOUR, seen("a"), ZONE)])
    assert _apps(database) == [("a", MS_PER_HOUR + 50)]


def test_what_cannot_be_stored_is_refused(corrections: CorrectionStore) -> None:
    with pytest.raises(UsageError, match="nothing"):
        corrections.apply([])
    with pytest.raises(UsageError, match="ten years"):
        corrections.apply([_delete(0, LONGEST_MS + 1)])
    assert corrections.audit(9) == []


def test_what_has_no_name_has_no_label_beside_what_is_corrected(
    database: Database, corrections: CorrectionStore
) -> None:
    category = CategoryStore(database).add("Work")
    store = ActivityStore(database, labeller=ByApp({"editor": Labels(category, "p", "t")}))
    away = Observed(Presence.ACTIVE, withheld=Withheld.PRIVATE)
    store.insert_many([Activity(0, 10, seen("editor"), ZONE), Activity(10, 30, away, ZONE)])
    corrections.apply([_delete(0, 5)])
    with database.reading() as connection:
        counted = connection.exec_driver_sql("SELECT app_id, category_id, project_id, tag_id, ms FROM hour_total")
        assert sorted(counted) == [(0, 0, 0, 0, 20), (1, category, 1, 1, 5)]
