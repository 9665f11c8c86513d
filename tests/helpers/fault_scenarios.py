"""What is going on when a system call fails: programs that try again as the recorder does, and what must hold."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from helpers.power_scenarios import (
    ENCRYPTED,
    FIRST_MS,
    KEY,
    PRELUDE,
    STEP_MS,
    Scenario,
    backed_up,
    converted,
    home,
    migrated,
    profile,
    recorded,
    released,
    saved,
)
from helpers.storage_samples import seen

from engine.domain.backups import BackupReason
from engine.domain.changes import Begin, End
from engine.domain.database_key import DatabaseKey
from engine.storage.activities import ActivityStore
from engine.storage.backups import BackupFolder
from engine.storage.database import Database

_TRYING = """
from engine.domain.errors import KairosError, StorageError

def trying(number, act):
    for attempt in range(4):
        try:
            act()
        except StorageError as error:
            os.writev(1, [f"again {type(error).__name__}\\n".encode()])
            if attempt == 3:
                raise
        else:
            return

def record_on(store, numbers):
    for number in numbers:
        trying(number, lambda: record(store, [number]))
"""

CREATION = """
def create():
    global database
    database = Database.open(path)

trying(0, create)
told("open")
record_on(ActivityStore(database), range(2))
database.close()
told("end 2")
"""

COMMIT = """
with closing(Database.open(path)) as database:
    record_on(ActivityStore(database), range(8))
told("end 8")
"""

CHECKPOINT = """
with closing(Database.open(path)) as database:
    store = ActivityStore(database)
    record_on(store, range(4))
    trying(0, database.checkpoint)
    record_on(store, range(4, 8))
    trying(0, database.checkpoint)
told("end 8")
"""

MIGRATION = """
trying(0, lambda: Database.open(path).close())
told("migrated")
"""

BACKUP = """
with closing(Database.open(path, KEY)) as database:
    trying(0, lambda: BackupFolder(path, KEY).make(BackupReason.SCHEDULED))
told("backup 4")
"""

CONVERSION = """
trying(0, lambda: convert(path, None, KEY))
told("with 1")
"""

SETTINGS = """
for number in range(3):
    settings = load_settings(paths.settings)
    wanted = replace(settings, tracking=replace(settings.tracking, idle_after_s=60 + number))
    for attempt in range(2):
        try:
            save_settings(paths.settings, wanted)
            break
        except KairosError:
            if attempt:
                raise
    told(number)
"""


def _begun(disk: Path, key: DatabaseKey | None = None, rows: int = 0) -> None:
    home(disk)
    with closing(Database.open(profile(disk) / "kairos.sqlite3", key)) as database:
        for number in range(rows):
            at = FIRST_MS + STEP_MS * number
            ActivityStore(database).apply([End(at), Begin(at, seen(), "UTC")])


def _all_there(disk: Path, told: list[str]) -> list[str]:
    faults = recorded(disk, _acknowledged(told))
    wanted = next((int(word.split()[1]) for word in told if word.startswith("end")), 0)
    if len([word for word in told if word.isdigit()]) < wanted:
        faults.append("not all was saved though it was tried again")
    return faults


def _migrated(disk: Path, told: list[str]) -> list[str]:
    return migrated(disk, [word for word in told if word == "migrated"])


def _backed_up(disk: Path, told: list[str]) -> list[str]:
    faults = backed_up(disk, [*map(str, range(4)), *_acknowledged(told)])
    BackupFolder(profile(disk) / "kairos.sqlite3", KEY).make(BackupReason.BY_HAND)  # and all is well again
    return [*faults, *_drafts(disk)]


def _converted(disk: Path, told: list[str]) -> list[str]:
    return converted(disk, [*map(str, range(4)), *_acknowledged(told)])


def _acknowledged(told: list[str]) -> list[str]:
    return [word for word in told if not word.startswith(("again", "end", "refused"))]


def _drafts(disk: Path) -> list[str]:
    left = [file.name for file in profile(disk).rglob("*") if file.suffix in {".part", ".converted"}]
    return [f"{left} was left behind"] if left else []


def _saved(disk: Path, told: list[str]) -> list[str]:
    return saved(disk, [word for word in told if word.isdigit()])


FAULT_SCENARIOS = (
    Scenario("start", PRELUDE + _TRYING + CREATION, home, _all_there),
    Scenario("commit", PRELUDE + _TRYING + COMMIT, _begun, _all_there),
    Scenario("checkpoint", PRELUDE + _TRYING + CHECKPOINT, _begun, _all_there),
    Scenario("backup", ENCRYPTED + _TRYING + BACKUP, lambda disk: _begun(disk, KEY, 4), _backed_up),
    Scenario("encryption", ENCRYPTED + _TRYING + CONVERSION, lambda disk: _begun(disk, None, 4), _converted),
    Scenario("migration", PRELUDE + _TRYING + MIGRATION, released, _migrated),
    Scenario("settings", PRELUDE + _TRYING + SETTINGS, home, _saved),
)
