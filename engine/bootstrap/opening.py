"""Opens a profile's database: the one place where it meets its key."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from engine.domain.errors import KairosError, KeyNeeded
from engine.locks import ProcessLock

if TYPE_CHECKING:
    from engine.paths import ProfilePaths
    from engine.storage.database import Database

_log = logging.getLogger(__name__)


def open_database(paths: ProfilePaths) -> Database:
    """Open the profile's database, make it where there is none; its attribute key is what it opened with.

    A damaged one is put right first. Raises KeyNeeded, KeyWrong, and Storage errors as Database.open does.
    """
    from engine.bootstrap.mending import opened_or_mended, refuse_loose_link, was_plain  # noqa: PLC0415
    from engine.bootstrap.unlocking import find_key, fresh_key, is_fresh  # noqa: PLC0415
    from engine.storage.database import Database  # noqa: PLC0415  (not every command needs it)

    refuse_loose_link(paths)
    _sweep(paths)
    if paths.key is None and is_fresh(paths):
        with ProcessLock(paths.keys_lock) as lock:  # of several that make a profile, one decides on its key
            lock.acquire_patiently(who="start of Kairos")
            return Database.open(paths.database, fresh_key(paths))
    try:
        key = find_key(paths)
    except KeyNeeded:
        if not was_plain(paths):
            raise
        key = None  # its beginning is broken, so that it looks encrypted
    return opened_or_mended(paths, key, lambda: Database.open(paths.database, key))


def open_existing_database(paths: ProfilePaths) -> Database:
    """Open the profile's database; raises MissingDatabase where there is none, else as open_database does."""
    from engine.bootstrap.mending import refuse_loose_link  # noqa: PLC0415
    from engine.bootstrap.unlocking import find_key, is_fresh  # noqa: PLC0415
    from engine.storage.database import Database  # noqa: PLC0415  (not every command needs it)

    refuse_loose_link(paths)
    return Database.open_existing(paths.database, None if is_fresh(paths) else find_key(paths))


def _sweep(paths: ProfilePaths) -> None:
    """Remove what a killed change of the database or export left; what cannot be removed keeps nobody from opening."""
    beside = any(any(one.parent.glob(f"{one.name}.*")) for one in {paths.database, paths.database.resolve()})
    if not beside and not paths.drafts.exists():
        return
    from engine.alone import remove_leftovers  # noqa: PLC0415  (seldom wanted)

    try:
        remove_leftovers(paths)
    except KairosError as error:
        _log.warning("what a killed process left stays: %s", error.title)
