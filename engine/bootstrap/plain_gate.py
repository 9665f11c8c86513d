"""Tells whether a database in the clear is to be there, where keys or encrypted backups lie beside it.

While a profile is encrypted or decrypted its database may be plain for a moment. A change that was cut off counts
where the key of the profile proves it; where nothing opens that key without a person, it is told and not refused.
"""

from __future__ import annotations

import logging
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING

from engine.domain.errors import KeyNeeded, KeyringUnavailable, KeyWrong, NotEncrypted

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.domain.database_key import DatabaseKey
    from engine.keys.key_file import KeyFile
    from engine.paths import ProfilePaths

_log = logging.getLogger(__name__)


def refuse_plain(paths: ProfilePaths, keys: KeyFile, unlocked: Callable[[], tuple[DatabaseKey, ...]]) -> None:
    """Raise NotEncrypted where a plain database is not what keys.json makes expect; tell where it is for the moment.

    unlocked: opens the sets of keys.json.
    """
    if not keys.may_be_plain():
        from engine.storage.translate import not_encrypted  # noqa: PLC0415

        raise not_encrypted(paths.database)
    with suppress(KeyNeeded, KeyWrong, KeyringUnavailable):
        if not any(keys.is_proven_by(key) for key in unlocked()):
            raise NotEncrypted(
                f"{paths.keys} says that a change of the key was cut off, and this profile's key never began one; the "
                "database is not encrypted. Somebody may have put both there. Put back the keys.json and the database "
                "of this profile."
            )
    _say(
        "A change of the key was cut off, and the database is not encrypted now. Complete it: kairos keys finish. "
        "If you began none, somebody may have put another database there."
    )


def tell_of_encrypted_backups(paths: ProfilePaths) -> None:
    """Tell where a plain database without any keys lies beside encrypted backups."""
    from engine.storage.encrypted_files import holds_encrypted  # noqa: PLC0415

    if holds_encrypted(paths.backups):
        _say(
            "The database is not encrypted, and backups beside it are; keys.json, which opens those, is gone. If you "
            "did not decrypt this profile, somebody may have put another database there."
        )


@cache
def _say(what: str) -> None:
    """Tell it once in each process: in its log, on a terminal where it has none."""
    _log.warning(what)
