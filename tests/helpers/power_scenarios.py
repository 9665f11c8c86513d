"""What is going on when the power fails: programs that write as Kairos does, and what must hold afterwards."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from helpers.released_files import held, make_released
from helpers.storage_samples import seen

from engine.domain.activity import Activity
from engine.domain.changes import Begin, End
from engine.domain.database_key import DatabaseKey
from engine.domain.errors import KairosError
from engine.domain.totals import Key
from engine.settings import load_settings
from engine.storage.activities import ActivityStore
from engine.storage.backups import BackupFolder
from engine.storage.database import Database
from engine.storage.header import Found, examine
from engine.storage.heartbeat import HeartbeatFile
from engine.storage.tables import SCHEMA_VERSION
from engine.storage.totals import TotalStore

STEP_MS = 10
FIRST_MS = 1_000
_EVER = 1 << 43

PRELUDE = """
import os, sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from engine.domain.activity import Activity, Observed
from engine.domain.backups import BackupReason
from engine.domain.changes import Begin, End
from engine.domain.database_key import DatabaseKey
from engine.domain.health import RecorderState
from engine.domain.presence import Presence
from engine.paths import ProfilePaths
from engine.settings import Settings, load_settings, save_settings
from engine.storage.activities import ActivityStore
from engine.storage.backups import BackupFolder
from engine.storage.database import Database
from engine.storage.encryption import convert
from engine.storage.heartbeat import Beat, HeartbeatFile

KEY = OTHER = None
os.umask(0o077)
paths = ProfilePaths(Path(sys.argv[1]) / "home" / "profile").ensure()
path = paths.database

def told(word):
    os.writev(1, [f"{word}\\n".encode()])  # no write: that one may be made to fail

def seen(number):
    return Observed(Presence.ACTIVE, f"app {number % 7}", f"title {number} " + "long " * (number % 50), "", "x11")

def record(store, numbers):
    for number in numbers:
        at = 1_000 + number * 10
        store.apply([End(at), Begin(at, seen(number), "UTC")])
        told(number)
"""

CREATION = """
with closing(Database.open(path, KEY)) as database:
    told("open")
    record(ActivityStore(database), range(3))
"""

RECORDING = """
for part in range(2):
    with closing(Database.open(path, KEY)) as database:
        store = ActivityStore(database)
        heartbeat = HeartbeatFile(paths.heartbeat)
        for piece in range(3):
            first = part * 75 + piece * 25
            record(store, range(first, first + 25))
            heartbeat.write(Beat(1, first, first, 7, RecorderState.RECORDING, 0, first), durable=True)
            told(f"beat {first}")
            if piece < 2:
                database.checkpoint()
        heartbeat.close()
"""

BACKUP = """
with closing(Database.open(path, KEY)) as database:
    for piece in range(4):
        record(ActivityStore(database), range(piece * 5, piece * 5 + 5))
        BackupFolder(path, KEY).make(BackupReason.SCHEDULED)
        told(f"backup {piece * 5 + 5}")
"""

CONVERSION = """
with closing(Database.open(path, None)) as database:
    record(ActivityStore(database), range(10))
for old, new in ((None, KEY), (KEY, OTHER), (OTHER, None)):
    convert(path, old, new)
    told(f"with {new.raw[0] if new else 0}")
"""

MIGRATION = """
Database.open(path, KEY).close()
told("migrated")
"""

SETTINGS = """
for number in range(40):
    settings = load_settings(paths.settings)
    save_settings(paths.settings, replace(settings, tracking=replace(settings.tracking, idle_after_s=60 + number)))
    told(number)
"""


KEY, OTHER = DatabaseKey(bytes([1] * 32)), DatabaseKey(bytes([2] * 32))
ENCRYPTED = PRELUDE + "KEY, OTHER = DatabaseKey(bytes([1] * 32)), DatabaseKey(bytes([2] * 32))\n"


@dataclass(frozen=True)
class Scenario:
    """A program that writes below a folder, what lies there before, and what must hold whenever the power fails.

    check: returns one sentence for each thing that is wrong, given the folder and the words the program had told.
    weight: its share of the instants.
    """

    name: str
    program: str
    prepare: Callable[[Path], object]
    check: Callable[[Path, list[str]], list[str]]
    weight: int = 1


def profile(disk: Path) -> Path:
    """The profile's folder."""
    return disk / "home" / "profile"


def home(disk: Path) -> None:
    (disk / "home").mkdir(mode=0o700)


def recorded(disk: Path, told: list[str], key: DatabaseKey | None = None) -> list[str]:
    """Say what of the acknowledged rows is missing, or half there."""
    numbers = [int(word) for word in told if word.isdigit()]
    path = profile(disk) / "kairos.sqlite3"
    if not numbers and "open" not in told and not path.parent.is_dir():
        return []
    try:
        if told and examine(path, SCHEMA_VERSION, key).found is not Found.OURS:
            return ["the database is gone"]
        with closing(Database.open(path, key)) as database:
            return [*_beats(disk, told), *_rows(database, numbers)]
    except KairosError as error:
        return [f"it does not open: {error.message}"]


def recorded_encrypted(disk: Path, told: list[str]) -> list[str]:
    """As recorded, of an encrypted file."""
    path = profile(disk) / "kairos.sqlite3"
    readable = path.exists() and path.read_bytes()[:16] == b"SQLite format 3\0"
    return [*recorded(disk, told, KEY), *(["it is not encrypted"] if readable else [])]


def backed_up(disk: Path, told: list[str]) -> list[str]:
    """As recorded, and every backup is whole, the newest one acknowledged among them."""
    folder = BackupFolder(profile(disk) / "kairos.sqlite3", KEY)
    backups = folder.list()
    wanted = max((int(word.split()[1]) for word in told if word.startswith("backup")), default=0)
    faults = recorded_encrypted(disk, told)
    if wanted and not any(one.activities >= wanted - 1 for one in backups):
        faults.append(f"the backup of {wanted} rows is lost")
    try:
        for one in backups:
            folder.prove(one)
    except KairosError as error:
        faults.append(f"a backup is not whole: {error.message}")
    return faults


def converted(disk: Path, told: list[str]) -> list[str]:
    """As recorded, under the key it was last said to have or the one it was being given."""
    path = profile(disk) / "kairos.sqlite3"
    keys = [None, KEY, OTHER, None]
    done = len([word for word in told if word.startswith("with")])
    encrypted = path.exists() and path.stat().st_size > 0 and path.read_bytes()[:16] != b"SQLite format 3\0"
    tried = [recorded(disk, told, key) for key in keys[done : done + 2] if (key is not None) == encrypted or not told]
    return min(tried, key=len, default=["it is neither encrypted as it was nor as it should be"])


def _rows(database: Database, numbers: list[int]) -> list[str]:
    store = ActivityStore(database)
    faults = database.integrity()
    rows = store.between(0, _EVER)
    known = max(numbers, default=-1)
    if [row.start_ms for row in rows] != [FIRST_MS + STEP_MS * number for number in range(len(rows))]:
        faults.append("the rows are not those of a beginning of what was recorded")
    if len(rows) < known + 1:
        faults.append(f"{known + 1 - len(rows)} acknowledged rows are lost")
    if len(rows) > known + 2:
        faults.append("there are rows nobody wrote")
    faults += _counted(database, rows)
    at = FIRST_MS + STEP_MS * len(rows)
    store.apply([End(at), Begin(at, seen(), "UTC")])
    if len(store.between(0, _EVER)) != len(rows) + 1:
        faults.append("nothing can be recorded any more")
    return faults


def _counted(database: Database, rows: list[Activity]) -> list[str]:
    """A row without its share of the totals, or the reverse, would be half a transaction."""
    counted = sum(row.ms for row in TotalStore(database).total(0, _EVER, (Key.APP,)))
    lasted = sum(row.end_ms - row.start_ms for row in rows)
    return [] if counted == lasted else [f"totals say {counted} ms, the rows {lasted} ms"]


def _beats(disk: Path, told: list[str]) -> list[str]:
    beats = [int(word.split()[1]) for word in told if word.startswith("beat")]
    found = HeartbeatFile(profile(disk) / "heartbeat").read()
    if beats and (found is None or found.sequence < beats[-1]):
        return [f"the heartbeat {beats[-1]} is lost, {found} is there"]
    return []


def migrated(disk: Path, told: list[str]) -> list[str]:
    path = profile(disk) / "kairos.sqlite3"
    wanted = held(disk / "home" / "as_it_was.sqlite3")
    faults = []
    copies = list((profile(disk) / "backups").glob("*.sqlite3"))
    try:
        version = examine(path, SCHEMA_VERSION).version
        if version == SCHEMA_VERSION and not copies:
            faults.append("it was migrated, and the copy made before is gone")
        if told and version != SCHEMA_VERSION:
            faults.append("the migration is undone")
        faults += ["the copy made before is not whole" for copy in copies if held(copy) != wanted]
        with closing(Database.open(path)) as database:
            faults += database.integrity()
    except KairosError as error:
        return [*faults, f"it does not open: {error.message}"]
    if held(path) != wanted:
        faults.append("the rows are not those that were there before")
    return faults


def saved(disk: Path, told: list[str]) -> list[str]:
    try:
        found = load_settings(profile(disk) / "settings.toml").tracking.idle_after_s
    except KairosError as error:
        return [error.message]
    known = 60 + int(told[-1]) if told else 180
    return [] if found in {known, known + 1, 60 + len(told)} else [f"{found} is there where {known} was saved"]


def released(disk: Path) -> None:
    home(disk)
    profile(disk).mkdir(mode=0o700)
    make_released(profile(disk) / "kairos.sqlite3", 1)
    make_released(disk / "home" / "as_it_was.sqlite3", 1)


SCENARIOS = (
    Scenario("creation", PRELUDE + CREATION, home, recorded, weight=2),
    Scenario("recording", PRELUDE + RECORDING, home, recorded, weight=6),
    Scenario("creation of an encrypted one", ENCRYPTED + CREATION, home, recorded_encrypted, weight=2),
    Scenario("recording, encrypted", ENCRYPTED + RECORDING, home, recorded_encrypted, weight=4),
    Scenario("backup", ENCRYPTED + BACKUP, home, backed_up, weight=2),
    Scenario("conversion", ENCRYPTED + CONVERSION, home, converted, weight=2),
    Scenario("migration", PRELUDE + MIGRATION, released, migrated, weight=1),
    Scenario("settings", PRELUDE + SETTINGS, home, saved, weight=1),
)
