"""The one SQLite driver: loaded so that no other SQLite in the process can stand in for it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

from engine.domain.errors import StorageError

OLDEST_SQLITE = (3, 51, 3)
"""Older ones can corrupt a database in WAL mode when a reset of the log races with a writer."""


def load() -> ModuleType:
    """Return the driver's DB-API module; raises StorageError where it is missing or bundles an unsafe SQLite."""
    try:
        with _own_symbols_first():
            from sqlcipher3 import dbapi2  # noqa: PLC0415  (the flags must be set first)
    except ImportError as cause:
        raise StorageError(f"The database driver cannot be loaded: {cause}. Install Kairos again.") from cause
    check_version(dbapi2.sqlite_version_info)
    module: ModuleType = dbapi2
    return module


def check_version(version: tuple[int, ...]) -> None:
    """Raise StorageError where the SQLite of this version is known to damage databases."""
    if version < OLDEST_SQLITE:
        found, needed = (".".join(map(str, numbers)) for numbers in (version, OLDEST_SQLITE))
        raise StorageError(
            f"The bundled SQLite is {found}, which can damage data; at least {needed} is needed. Install Kairos again."
        )


@contextmanager
def _own_symbols_first() -> Iterator[None]:
    """Let a library loaded meanwhile find its own symbols before those of any libsqlite3 already in the process."""
    deep = getattr(os, "RTLD_DEEPBIND", 0)
    if not deep or "sqlcipher3.dbapi2" in sys.modules:
        yield
        return
    before = sys.getdlopenflags()
    sys.setdlopenflags(os.RTLD_NOW | deep)
    try:
        yield
    finally:
        sys.setdlopenflags(before)
