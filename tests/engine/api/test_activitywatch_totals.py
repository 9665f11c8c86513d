"""A real-sized ActivityWatch export and its category file give the category totals that ActivityWatch gives.

The yardstick (helpers/activitywatch_reference.py) is its algorithm over lists: flood the windows, flood presence and
keep "not-afk", count audible pages of the browser in front as present, keep of the windows what lies in that time, then
the deepest category whose pattern is found in app or title, the later one of equals.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from helpers.activitywatch_exports import seeded_export
from helpers.activitywatch_reference import Event, app_totals, canonical, category_totals, events_of

from engine.api import Engine
from engine.bootstrap import build_engine
from engine.domain.imports import ImportRequest
from engine.domain.presence import Presence
from engine.domain.totals import Key
from engine.paths import ProfilePaths
from engine.storage.database import Database
from engine.storage.totals import TotalStore

CATEGORIES = [
    (("Work",), "code|GitHub"),
    (("Work", "Programming"), r"plan\.py|GitHub"),
    (("Work", "Review"), "GitHub .*[13579]$"),
    (("Comms",), "Slack"),
    (("Comms", "Mail", "Private"), "Mail.* 1[0-9]$"),
    (("Media",), "Mail|kitty"),
]


def category_file(folder: Path) -> Path:
    entries = [
        {"id": number, "name": list(path), "rule": {"type": "regex", "regex": pattern}, "data": {}}
        for number, (path, pattern) in enumerate(CATEGORIES)
    ]
    file = folder / "aw-category-export.json"
    file.write_text(json.dumps({"id": "default", "categories": entries}))
    return file


def counted_by_activitywatch(export: dict[str, Any]) -> list[Event]:
    buckets = {name: events_of(bucket) for name, bucket in export["buckets"].items()}
    pages = {"firefox": buckets["aw-watcher-web-firefox"]}
    return canonical(buckets["aw-watcher-window_desk"], buckets["aw-watcher-afk_desk"], pages)


def totals(engine: Engine, key: Key) -> dict[Any, int]:
    """Return active milliseconds as every report reads them."""
    database = Database.open(engine.paths.database)
    try:
        rows = TotalStore(database).total(0, 1 << 43, (key, Key.PRESENCE))
    finally:
        database.close()
    active = [row for row in rows if row.presence is Presence.ACTIVE and row.ms]
    if key is Key.APP:
        return {row.app: row.ms for row in active}
    tree = engine.rules.tree()
    return {("Uncategorized",) if row.category_id is None else tree.path(row.category_id): row.ms for row in active}


@pytest.mark.parametrize("rules_first", [True, False], ids=["rules, then history", "history, then rules"])
def test_totals_are_those_of_activitywatch(tmp_path: Path, rules_first: bool) -> None:
    export = seeded_export(3, 2_500)
    file = tmp_path / "aw-buckets-export.json"
    file.write_text(json.dumps(export))
    wanted = counted_by_activitywatch(export)
    engine = build_engine(ProfilePaths(tmp_path / "profile"))
    try:
        if not rules_first:
            engine.imports.run(ImportRequest(file))
        engine.rules.install(engine.rules.read(category_file(tmp_path)))
        if rules_first:
            engine.imports.run(ImportRequest(file))
        engine.rules.relabel_all()
        assert totals(engine, Key.APP) == app_totals(wanted)
        assert totals(engine, Key.CATEGORY) == category_totals(wanted, CATEGORIES)
        engine.imports.undo(1)
        assert totals(engine, Key.CATEGORY) == {}
    finally:
        engine.close()
    assert len(category_totals(wanted, CATEGORIES)) >= 5
