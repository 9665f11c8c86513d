"""The power fails while a profile is encrypted, given another key, and decrypted, by the commands a person has."""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path

from helpers.power_scenarios import FIRST_MS, PRELUDE, STEP_MS, Scenario, home, profile
from helpers.storage_samples import seen

from engine.bootstrap import build_engine
from engine.bootstrap.opening import open_database
from engine.domain.backups import BackupReason
from engine.domain.changes import Begin, End
from engine.domain.errors import KairosError
from engine.keys import passphrase
from engine.paths import ProfilePaths
from engine.storage.activities import ActivityStore
from engine.storage.backups import BackupFolder
from engine.storage.database import Database

_ROWS = 12

_PROGRAM = """
from engine.cli.__main__ import main

def kairos(*words):
    try:
        main((*words, "--profile", str(paths.folder)))
    except SystemExit as leaving:
        if leaving.code:
            raise

secret = Path(sys.argv[1]) / "home" / "passphrase"
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"
kairos("keys", "encrypt", "--no-keyring", "--new", str(secret))
told("encrypted")
os.environ["KAIROS_PASSPHRASE_FILE"] = str(secret)
kairos("keys", "rekey", "--yes")
told("rekeyed")
kairos("keys", "decrypt", "--yes")
told("decrypted")
"""


def _plain(disk: Path) -> None:
    home(disk)
    (disk / "home" / "passphrase").write_text("correct horse battery\n", encoding="utf-8")
    (disk / "home" / "passphrase").chmod(0o600)
    path = profile(disk) / "kairos.sqlite3"
    with closing(Database.open(path)) as database:
        for number in range(_ROWS):
            at = FIRST_MS + STEP_MS * number
            ActivityStore(database).apply([Begin(at, seen(), "UTC"), End(at + STEP_MS)])
    BackupFolder(path).make(BackupReason.BY_HAND)


def _opens(disk: Path, told: list[str]) -> list[str]:
    """It opens with the passphrase or without, holds everything, and what was cut off can be completed."""
    paths = ProfilePaths(profile(disk))
    before = os.environ.get(passphrase.VARIABLE)
    (disk / "home" / "passphrase").chmod(0o600)
    passphrase.name_file(disk / "home" / "passphrase" if _has_keys(paths) else None)
    try:
        with closing(build_engine(paths)) as engine:
            engine.keys.finish()
        passphrase.name_file(disk / "home" / "passphrase" if _has_keys(paths) else None)
        with closing(open_database(paths)) as database:
            return [*_held(database), *_proven(database), *_as_told(database, told)]
    except KairosError as error:
        return [f"{type(error).__name__}: {error.message}"]
    finally:
        passphrase.name_file(Path(before) if before else None)


def _has_keys(paths: ProfilePaths) -> bool:
    return paths.keys.exists() or paths.keys_copy.exists()


def _held(database: Database) -> list[str]:
    count = ActivityStore(database).count()
    return [*database.integrity(), *([] if count == _ROWS else [f"{count} rows are there of {_ROWS}"])]


def _proven(database: Database) -> list[str]:
    folder = BackupFolder(database.path, database.key)
    backups = folder.list()
    for one in backups:
        folder.prove(one)
    return [] if any(one.activities == _ROWS for one in backups) else ["the backup is gone"]


def _as_told(database: Database, told: list[str]) -> list[str]:
    if "decrypted" in told and database.key is not None:
        return ["it is encrypted again"]
    if "encrypted" in told and "rekeyed" not in told and database.key is None:
        return ["it is plain again"]
    return []


KEYS = Scenario("keys", PRELUDE + _PROGRAM, _plain, _opens)
