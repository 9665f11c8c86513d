"""The power fails while another file takes the database's place."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

from helpers.power_scenarios import PRELUDE, Scenario, home, profile
from helpers.storage_keys import KEY, OTHER, fill
from helpers.storage_samples import ZONE, seen

from engine.domain.activity import Activity
from engine.domain.errors import KairosError
from engine.storage.activities import ActivityStore
from engine.storage.database import Database
from engine.storage.header import Found, examine
from engine.storage.tables import SCHEMA_VERSION

_ROWS = 60

_PROGRAM = """
from engine.storage.swap import replace_database
replace_database(path, path.with_name("new.sqlite3"))
told("replaced")
"""


def _with_a_log(disk: Path) -> None:
    """An encrypted file of a killed process, half of its rows in the log, and the one to take its place."""
    home(disk)
    path = profile(disk) / "kairos.sqlite3"
    made = fill(disk / "made" / path.name, KEY, _ROWS // 2)
    with closing(Database.open(made, KEY)) as database:
        rows = (Activity(n * 10, n * 10 + 10, seen("app", "log"), ZONE) for n in range(_ROWS // 2, _ROWS))
        ActivityStore(database).insert_many(rows)
        profile(disk).mkdir()
        for ending in ("", "-wal"):
            shutil.copy(made.with_name(made.name + ending), path.with_name(path.name + ending))
    fill(path.with_name("new.sqlite3"), OTHER, _ROWS + 1)
    shutil.rmtree(disk / "made")


def _either(disk: Path, told: list[str]) -> list[str]:
    """The old one with the rows of its log, or the new one; the new one where that was told."""
    path = profile(disk) / "kairos.sqlite3"
    faults = []
    for key, rows in ((OTHER, _ROWS + 1), *([] if told else [(KEY, _ROWS)])):
        try:
            if examine(path, SCHEMA_VERSION, key).found is not Found.OURS:
                return ["the database is gone"]
            with closing(Database.open(path, key)) as database:
                count = ActivityStore(database).count()
                return [*database.integrity(), *([] if count == rows else [f"{count} rows are there"])]
        except KairosError as error:
            faults.append(error.message)
    return faults


SWAP = Scenario("swap", PRELUDE + _PROGRAM, _with_a_log, _either)
