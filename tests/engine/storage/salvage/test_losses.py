"""What is lost is told as much as can be known of it, and no more."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from engine.domain.backups import Backup, BackupReason, Kind, Share
from engine.storage.salvage.losses import losses
from engine.storage.salvage.trees import Hole, Layout, Read

BACKUP = Backup(Path("b"), 1, 1, 9, BackupReason.SCHEDULED, False, 3, 500)


def read(name: str, rows: int, **more: Any) -> Read:
    """Return a table of ten rows a page of which pages may be missing."""
    layout = Layout(name, ("id",), ("INTEGER",), (True,), (0,), rows_numbered=True, alias=0, root=2)
    values = {"leaves": rows // 10, "leaf_floor": 1, "holes": [Hole(None, None)], **more}
    return Read(layout, [(number,) for number in range(rows)], **values)


def test_pages_that_are_missing_held_as_much_as_the_others() -> None:
    lost = losses([read("rule", 40, broken_floors=[1, 1, 2], broken_rows=3)], {}, {}, None)
    assert lost == (Share(Kind.RULE, 23),)


def test_what_the_backup_returned_is_not_lost() -> None:
    broken = [read("rule", 40, broken_floors=[1, 1])]
    assert losses(broken, {"rule": 15}, {}, BACKUP) == ()
    assert losses(broken, {"rule": 14}, {}, BACKUP) == (Share(Kind.RULE, 6),)


def test_rows_that_went_with_what_they_name_are_told_and_whole_tables_are_not() -> None:
    assert losses([read("rule", 40, holes=[])], {}, {"goal": 2, "correction": 1}, None) == (
        Share(Kind.CORRECTION, 1),
        Share(Kind.GOAL, 2),
    )


def test_where_nothing_was_found_nobody_knows_how_many() -> None:
    nothing: dict[str, Any] = {"leaf_floor": None, "broken_floors": [0]}
    assert losses([read("goal", 0, **nothing)], {}, {}, None) == (Share(Kind.GOAL, 0),)
    assert losses([read("goal", 0, **nothing)], {}, {}, BACKUP) == ()
    assert losses([read("goal", 0, **nothing, adopted=1)], {}, {}, None) == ()
    assert losses([read("goal", 10, broken_floors=[])], {}, {}, None) == ()
    assert losses([read("zone", 0, **nothing)], {}, {}, None) == (), "nobody calls it anything"


def test_activities_are_told_with_their_time() -> None:
    holes = [Hole((1, 100), (1, 200)), Hole((1, 400), (1, 600)), Hole(None, (1, 50)), Hole((1, "x"), (1, 9))]
    broken = read("activity", 40, broken_floors=[1], holes=holes)
    assert losses([broken], {}, {}, None) == (Share(Kind.ACTIVITY, 10, 100, 600),)
    assert losses([broken], {}, {}, BACKUP) == (Share(Kind.ACTIVITY, 10, 400, 600),), "the rest is in the backup"
    endless = read("activity", 40, broken_floors=[1])
    assert losses([endless], {}, {}, None) == (Share(Kind.ACTIVITY, 10),)
    assert losses([endless], {}, {}, BACKUP) == ()
