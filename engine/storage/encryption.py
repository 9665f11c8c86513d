"""A database gets a key, another one, or none: rewritten whole beside it, checked, and put in its place."""

from __future__ import annotations

from contextlib import closing, suppress
from pathlib import Path
from types import ModuleType
from typing import Any

from engine.domain.database_key import DatabaseKey
from engine.domain.errors import StorageDamaged
from engine.storage import cipher, creation, driver
from engine.storage.cipher import PAGE_BYTES, SALT_BYTES, is_plain, looks_encrypted
from engine.storage.connections import connect
from engine.storage.database import MissingDatabase
from engine.storage.header import Found, examine
from engine.storage.integrity import problems
from engine.storage.log_pages import first_pages
from engine.storage.swap import replace_database
from engine.storage.tables import SCHEMA_VERSION
from engine.storage.translate import damaged, not_encrypted, system_translated, translated

DRAFT = ".converted"
"""What the name of the file ends in that a conversion writes; one that was killed leaves it behind."""

_KEPT = ("user_version", "application_id")
_ROWS_LOOKED_AT = 400  # by the statistics of each index; any limit also keeps sample titles out of them


def is_encrypted(path: Path) -> bool | None:
    """Whether the file at path is an encrypted database, by its first page; None where there is none or it is empty.

    False for a plain database and for anything else that is none. Raises StorageReadOnly where it cannot be read.
    """
    with system_translated(path):
        try:
            with path.open("rb", buffering=0) as file:
                first = file.read(PAGE_BYTES)
        except FileNotFoundError:
            return None
        if not first and (logged := first_pages(path)):
            first = logged[0]
    return looks_encrypted(first) if first else None


def convert(path: Path, key: DatabaseKey | None, new_key: DatabaseKey | None) -> None:
    """Rewrite the database at path, encrypted with key (None: plain), so that it is with new_key (None: plain).

    The caller has the profile alone. At every instant either the old or the new file lies there, whole; it takes the
    room of a second one meanwhile. Raises MissingDatabase, and Storage errors as opening does; it is as it was then.
    """
    path = path.resolve()  # the draft goes to the disk where the file lies, and takes the place of the file itself
    draft = path.with_name(path.name + DRAFT)
    with translated(path, encrypted=key is not None), system_translated(path):
        module = driver.load()
        if new_key is not None:
            cipher.require(module)
        if examine(path, SCHEMA_VERSION, key).found is Found.NOTHING:
            raise MissingDatabase(f"There is no history in {path.parent} yet, so there is nothing to convert.")
        try:
            _remove(draft)
            creation.make_file(draft)
            if problems(lambda: connect(module, path, key), encrypted=key is not None):
                raise damaged(path)
            with closing(connect(module, path, key)) as original:
                _export(original, draft, new_key)
                _check(original, draft, module, new_key)
            replace_database(path, draft)
        finally:
            with suppress(OSError):
                _remove(draft)


def _export(original: Any, draft: Path, new_key: DatabaseKey | None) -> None:
    """Write everything into the draft, as one state of the original."""
    secret = "" if new_key is None else f"x'{new_key.raw.hex()}'"
    original.execute("PRAGMA foreign_keys = OFF")  # a row may be copied before the one it refers to
    original.execute(f"PRAGMA cipher_default_compatibility = {cipher.FORMAT}")
    original.execute("ATTACH DATABASE ? AS draft KEY ?", (str(draft), secret))
    # Nothing is lost if it is cut short: the draft is no database of anybody's yet.
    for name in ("journal_mode = OFF", "synchronous = OFF"):
        original.execute(f"PRAGMA draft.{name}")
    original.execute("BEGIN")
    original.execute("SELECT sqlcipher_export('draft')")
    for name in _KEPT:
        value = int(original.execute(f"PRAGMA main.{name}").fetchone()[0])
        original.execute(f"PRAGMA draft.{name} = {value}")
    original.execute("COMMIT")
    original.execute(f"PRAGMA analysis_limit = {_ROWS_LOOKED_AT}")
    original.execute("ANALYZE draft")
    original.execute("DETACH DATABASE draft")


def _check(original: Any, draft: Path, module: ModuleType, new_key: DatabaseKey | None) -> None:
    """Raise StorageDamaged where the draft is not whole, and NotEncrypted where it should be and is not."""
    with draft.open("rb") as file:
        if is_plain(file.read(SALT_BYTES)) != (new_key is None):
            raise not_encrypted(draft)
    with closing(connect(module, draft, new_key)) as copy:
        creation.use_log(copy)
        same = _contents(copy) == _contents(original)
    wrong = problems(lambda: connect(module, draft, new_key), encrypted=new_key is not None)
    if wrong or not same:
        raise StorageDamaged(
            f"{draft.with_name(draft.name.removesuffix(DRAFT))} could not be rewritten: its copy is not whole "
            f"({'; '.join(wrong[:3]) or 'rows are missing'}). It was left as it was. Check it with: kairos check"
        )


def _contents(connection: Any) -> dict[str, Any]:
    """Return what a copy must have in common with its original: marks, schema, and how many rows each table has."""
    marks = {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in _KEPT}
    schema = list(connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name"))
    ours = [row for row in schema if not row[1].startswith("sqlite_stat")]
    tables = [row[1] for row in ours if row[0] == "table"]
    return {**marks, "": ours, **{name: _count(connection, name) for name in tables}}


def _count(connection: Any, table: str) -> int:
    quoted = table.replace('"', '""')
    return int(connection.execute(f'SELECT count(*) FROM "{quoted}"').fetchone()[0])  # noqa: S608  (it is quoted)


def remove_draft(path: Path) -> None:
    """Remove what a killed conversion of the database at path left behind: it may hold everything in the clear.

    The caller knows that no conversion is going on. Raises StorageReadOnly and the like.
    """
    with system_translated(path):
        for one in {path.absolute(), path.resolve()}:
            _remove(one.with_name(one.name + DRAFT))


def _remove(draft: Path) -> None:
    for ending in ("", "-wal", "-shm", "-journal"):
        draft.with_name(draft.name + ending).unlink(missing_ok=True)
