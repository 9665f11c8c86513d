"""Which of the keys that keys.json gives is the one the database has."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from engine.domain.errors import KeyNeeded, KeyringUnavailable, KeyWrong, StorageError

if TYPE_CHECKING:
    from engine.domain.database_key import DatabaseKey
    from engine.keys.kept import KeptKeys
    from engine.keys.key_file import KeyFile
    from engine.paths import ProfilePaths

    Unlocked = Callable[[KeyFile], tuple[DatabaseKey, ...]]


def fitting_key(paths: ProfilePaths, kept: KeptKeys, keys: KeyFile, unlocked: Unlocked) -> DatabaseKey:
    """Return the key of the database, and put keys.json back where its copy opened it.

    unlocked: opens the sets of a keys.json. Raises KeyNeeded, KeyWrong, KeyringUnavailable.
    """
    spare = kept.other(keys)
    if spare is not None:
        return _of_either(paths, kept, (keys, spare), unlocked)
    key = _that_opens(paths, keys, unlocked(keys))
    kept.mend(keys)
    return key


def _of_either(paths: ProfilePaths, kept: KeptKeys, either: tuple[KeyFile, KeyFile], unlocked: Unlocked) -> DatabaseKey:
    """Return the key that opens the database, where keys.json and its copy are of two profiles."""
    refused: list[KeyNeeded | KeyWrong | KeyringUnavailable] = []
    for keys in either:
        try:
            key = _that_opens(paths, keys, unlocked(keys))
            _prove(paths, key)
        except (KeyNeeded, KeyWrong, KeyringUnavailable) as error:
            refused.append(error)
            continue
        if keys is not either[0]:
            kept.put_back(keys)
        return key
    raise next((error for error in refused if isinstance(error, KeyNeeded)), None) or KeyWrong(
        "keys.json is not of the same profile as its copy backups/keys.json, and what was given opens the database "
        "by neither. Put back the keys.json of this profile."
    )


def _that_opens(paths: ProfilePaths, keys: KeyFile, found: tuple[DatabaseKey, ...]) -> DatabaseKey:
    """Return the key the database has; while a change of the key is under way it may be either of two."""
    if not keys.pending or len(found) == 1:
        return found[0]
    for key in found:
        with suppress(KeyWrong):
            _prove(paths, key)
            return key
    return found[0]


def _prove(paths: ProfilePaths, key: DatabaseKey) -> None:
    """Raise KeyWrong where the database has another key."""
    from engine.storage.header import examine  # noqa: PLC0415
    from engine.storage.tables import SCHEMA_VERSION  # noqa: PLC0415

    try:
        examine(paths.database, SCHEMA_VERSION, key)
    except KeyWrong:
        raise
    except StorageError:  # it is the key; opening says what else is amiss
        return
