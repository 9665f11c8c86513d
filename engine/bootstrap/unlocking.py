"""Finds the key of a profile: with the keyring, the passphrase file, or what a person typed.

A lost keyring entry or keys.json never leads to a new, empty database: what is encrypted is opened, or said to be
locked. A plain file in the place of an encrypted one is refused, but while a conversion is under way.
"""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

from engine.domain.errors import KeyNeeded, KeyringUnavailable
from engine.keys.kept import KeptKeys
from engine.keys.passphrase import named_file, read_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from engine.domain.database_key import DatabaseKey
    from engine.keys.key_file import KeyFile, Lock
    from engine.keys.locksmith import Locksmith, Secret
    from engine.keys.made_entries import MadeEntries
    from engine.paths import ProfilePaths

_LOG_IN_S, _LOOK_EVERY_S = 120.0, 3.0
_WORDS = {"passphrase": "its passphrase", "recovery": "its recovery code"}


def kept_keys(paths: ProfilePaths) -> KeptKeys:
    """Return where the profile's wrapped keys lie."""
    return KeptKeys(paths.keys, paths.keys_copy)


def is_encrypted(paths: ProfilePaths) -> bool | None:
    """Return whether the profile's database is encrypted, by its first bytes; None where there is none yet."""
    from engine.storage.cipher import is_plain  # noqa: PLC0415

    page = _first_page(paths)
    return not is_plain(page) if page else None


def _first_page(paths: ProfilePaths) -> bytes:
    from engine.storage.cipher import PAGE_BYTES  # noqa: PLC0415

    try:
        if not paths.database.is_file():  # opening a pipe would wait for ever
            return b""
        with paths.database.open("rb", buffering=0) as file:
            return file.read(PAGE_BYTES)
    except OSError:  # whatever it is, opening the database says it better
        return b""


def is_fresh(paths: ProfilePaths) -> bool:
    """Return whether nothing was ever kept in the profile, so that it is still to be decided who can open it."""
    if is_encrypted(paths) is not None or _holds_something(paths.database) or _has_keys(paths):
        return False
    return not any(paths.backups.glob("*.sqlite3"))  # of a profile that lost its database: it stays what it was


def _has_keys(paths: ProfilePaths) -> bool:
    return any(_holds_something(path) for path in (paths.keys, paths.keys_copy))


def _holds_something(path: Path) -> bool:
    """Return whether a file is there that is not empty, or something that is no file."""
    try:
        status = path.stat()
    except OSError:
        return False
    return status.st_size > 0 or not path.is_file()


def fresh_key(paths: ProfilePaths) -> DatabaseKey | None:
    """Return the key of a profile that is about to be made, None where it stays plain; asked by one at a time.

    With a passphrase file it is that passphrase's, else the keyring's, where there is one that can be used.
    """
    if not is_fresh(paths):  # somebody was quicker
        return find_key(paths)
    from engine.keys.key_file import KeyFile, KeySet, new_key, new_profile  # noqa: PLC0415
    from engine.keys.locksmith import Locksmith  # noqa: PLC0415
    from engine.keys.made_entries import MadeEntries  # noqa: PLC0415

    profile, key = new_profile(), new_key()
    made = MadeEntries(paths.keys_made) if paths.encrypts else None
    lock = _first_lock(Locksmith(), key, profile, made)
    if lock is None:
        return None
    kept_keys(paths).begin(KeyFile(profile, KeySet.of_key(key, (lock,))))
    return key


def _first_lock(locksmith: Locksmith, key: DatabaseKey, profile: str, made: MadeEntries | None) -> Lock | None:
    from engine.domain.clock import SystemClock  # noqa: PLC0415

    now_ms, file = SystemClock(lambda: "UTC").now().wall_ms, named_file()
    if file is not None:
        return locksmith.by_passphrase(key, profile, now_ms, read_file(file))
    if made is None or locksmith.keyring() is None:
        return None
    try:
        return locksmith.by_keyring(key, profile, now_ms, made.new())
    except KeyringUnavailable:
        return None


def find_key(paths: ProfilePaths, secret: Secret | None = None, *, prompt: bool = False) -> DatabaseKey | None:
    """Return the key of a profile that was made before, None where it is not encrypted.

    secret: what a person typed, None for the keyring and the passphrase file. prompt: the system may ask a person
    to unlock the keyring. Raises KeyNeeded with what opens it, KeyWrong, NotEncrypted.
    """
    if paths.key is not None:
        return paths.key
    from engine.bootstrap.fitting_key import fitting_key  # noqa: PLC0415

    kept = kept_keys(paths)
    keys = kept.load() if _has_keys(paths) else None
    if keys is None:
        _refuse_without_keys(paths)
        return None
    if is_encrypted(paths) is False:
        from engine.bootstrap.plain_gate import refuse_plain  # noqa: PLC0415  (seldom needed)

        refuse_plain(paths, keys, lambda: _unlocked(keys, secret, prompt=prompt))
        return None
    key = fitting_key(paths, kept, keys, lambda one: _unlocked(one, secret, prompt=prompt))
    if secret is not None and secret.recovery is not None:
        from engine.bootstrap.code_used import note_code_used  # noqa: PLC0415  (seldom wanted)

        note_code_used(paths, kept)
    return key


def unlock(paths: ProfilePaths, secret: Secret | None = None, *, prompt: bool = False) -> ProfilePaths:
    """Return the profile with its key in hand; raises as find_key does."""
    return replace(paths, key=find_key(paths, secret, prompt=prompt))


def unlock_patiently(
    paths: ProfilePaths, patience_s: float = _LOG_IN_S, pause: Callable[[float], object] = time.sleep
) -> ProfilePaths:
    """Return the profile with its key; a keyring that is not there yet is waited for, as after a log-in.

    Raises KeyNeeded where it does not come, or where nothing but a person could open the profile.
    """
    end = time.monotonic() + patience_s
    while not is_fresh(paths):
        try:
            return unlock(paths)
        except KeyNeeded as error:
            if "keyring" not in error.slots or time.monotonic() > end:
                raise
        pause(_LOOK_EVERY_S)
    return paths


def unlock_with(paths: ProfilePaths, typed: str | None) -> ProfilePaths:
    """Return the profile with its key, found by what a person typed at a window; None: the keyring, which may ask.

    Raises KeyNeeded, KeyWrong.
    """
    from engine.keys.typed import secret_of  # noqa: PLC0415

    if typed is None:
        return unlock(paths, prompt=True)
    keys = kept_keys(paths).load()
    return unlock(paths) if keys is None else unlock(paths, secret_of(typed, _asked_for(keys)))


def _refuse_without_keys(paths: ProfilePaths) -> None:
    from engine.storage.cipher import looks_encrypted  # noqa: PLC0415

    if looks_encrypted(_first_page(paths)):
        raise KeyNeeded(
            f"The database is encrypted, and {paths.keys}, which holds its wrapped key, is gone. Put that file back "
            "from a backup; a recovery code or passphrase opens nothing without it. Nothing was changed."
        )
    if named_file() is not None:
        raise KeyNeeded(
            "This profile is not encrypted, and a passphrase file was named. Leave that out, or encrypt the profile "
            "with: kairos keys encrypt"
        )
    _tell_of_encrypted_backups(paths)


def _tell_of_encrypted_backups(paths: ProfilePaths) -> None:
    if is_encrypted(paths) is False and paths.backups.is_dir():
        from engine.bootstrap.plain_gate import tell_of_encrypted_backups  # noqa: PLC0415

        tell_of_encrypted_backups(paths)


def _unlocked(keys: KeyFile, secret: Secret | None, *, prompt: bool) -> tuple[DatabaseKey, ...]:
    from engine.keys.locksmith import Locksmith  # noqa: PLC0415

    locksmith = Locksmith()
    found = locksmith.unlock(keys, secret) if secret else _without_person(locksmith, keys, prompt=prompt)
    return tuple(key for key in found if key is not None)


def _without_person(locksmith: Locksmith, keys: KeyFile, *, prompt: bool) -> tuple[DatabaseKey | None, ...]:
    """Open with the keyring, else with the passphrase file."""
    from engine.keys.locksmith import may_have_keyring  # noqa: PLC0415
    from engine.keys.typed import secret_of  # noqa: PLC0415

    why = "There is no keyring in this session."
    if not _has(keys, "keyring"):
        why = "This profile is encrypted."
    elif may_have_keyring():
        try:
            return locksmith.unlock(keys, prompt=prompt)
        except (KeyNeeded, KeyringUnavailable) as error:
            why = error.message
    file = named_file()
    if file is not None and _asked_for(keys):
        return locksmith.unlock(keys, secret_of(read_file(file), _asked_for(keys)))
    raise _needed(why, keys)


def _needed(why: str, keys: KeyFile) -> KeyNeeded:
    asked = _asked_for(keys)
    named = " or ".join(_WORDS[kind] for kind in asked)
    slots = ("keyring", *asked) if _has(keys, "keyring") else asked
    if not named:
        return KeyNeeded(
            f"{why} Nothing else was set up that opens this profile: get the keyring back, and try again.", slots=slots
        )
    return KeyNeeded(
        f"{why} Open it with {named}: in the window, in a terminal, or with --passphrase-file.", slots=slots
    )


def _has(keys: KeyFile, kind: str) -> bool:
    return any(lock.kind.value == kind for one in keys.sets() for lock in one.locks)


def _asked_for(keys: KeyFile) -> tuple[str, ...]:
    return tuple(kind for kind in _WORDS if _has(keys, kind))
