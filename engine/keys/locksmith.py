"""Asks the short-lived process about keys: what stands here loads neither ciphers nor keyrings."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from engine.asked_once import asked_once
from engine.domain.database_key import DatabaseKey
from engine.domain.egress import ProcessRole
from engine.domain.errors import KeyNeeded, KeyringUnavailable, KeyWrong, StorageError
from engine.domain.key_slots import SlotKind
from engine.keys.key_file import KeyFile, Lock, lock_of, lock_told

_PATIENCE_S = 10.0
_PERSON_S = 180.0  # for a person to answer the system's own question, or a busy machine to work out a passphrase
_ERRORS: dict[str, type[StorageError]] = {
    "KeyNeeded": KeyNeeded,
    "KeyWrong": KeyWrong,
    "KeyringUnavailable": KeyringUnavailable,
}


@dataclass(frozen=True, slots=True)
class Secret:
    """What a person gave to open a profile: a passphrase in its normal form, or a recovery code as typed."""

    passphrase: str | None = field(default=None, repr=False)
    recovery: str | None = field(default=None, repr=False)


class Locksmith:
    """Opens and makes slots. Each call takes up to half a second, longer where a keyring or a person is asked."""

    def __init__(self, module: str = "engine.keys.child", patience_s: float = _PATIENCE_S) -> None:
        """module: what is run as the short-lived process."""
        self._module, self._patience_s = module, patience_s

    def unlock(
        self, keys: KeyFile, secret: Secret | None = None, *, prompt: bool = False
    ) -> tuple[DatabaseKey | None, ...]:
        """Return the key of each of the file's sets, None where it does not open; at least one does.

        secret: None for the keyring. prompt: the system may ask a person to unlock it. Raises KeyNeeded,
        KeyWrong, KeyringUnavailable.
        """
        given = secret or Secret()
        sets = [[lock_told(lock) for lock in one.locks] for one in keys.sets()]
        asked = {"passphrase": given.passphrase, "recovery": given.recovery, "prompt": prompt}
        told = self._ask(
            {"do": "unlock", "profile": keys.profile, "sets": sets, **asked}, patient=prompt or secret is not None
        )
        found = tuple(None if key is None else DatabaseKey(bytes.fromhex(key)) for key in told["keys"])
        for key, one in zip(found, keys.sets(), strict=True):
            if key is not None and not one.fits(key):
                raise StorageError("The wrapped key is not the one keys.json was made for. Put back a backup of it.")
        return found

    def by_keyring(self, key: DatabaseKey, profile: str, made_ms: int, entry: str) -> Lock:
        """Return a slot the keyring opens, with its secret kept there as entry; raises KeyringUnavailable."""
        return self._lock(key, profile, made_ms, SlotKind.KEYRING, entry=entry)[0]

    def by_passphrase(self, key: DatabaseKey, profile: str, made_ms: int, passphrase: str) -> Lock:
        """Return a slot the passphrase, in its normal form, opens."""
        return self._lock(key, profile, made_ms, SlotKind.PASSPHRASE, passphrase)[0]

    def by_code(self, key: DatabaseKey, profile: str, made_ms: int) -> tuple[Lock, str]:
        """Return a slot and the fresh recovery code that opens it, which is kept nowhere."""
        return self._lock(key, profile, made_ms, SlotKind.RECOVERY)

    def forget(self, entry: str) -> None:
        """Take a slot's secret out of the keyring; raises KeyringUnavailable."""
        self._ask({"do": "forget", "entry": entry})

    def keyring(self) -> str | None:
        """Return the name of the keyring that can be used here and now, None where there is none."""
        if not may_have_keyring():
            return None
        try:
            return str(self._ask({"do": "keyring"})["name"])
        except KeyringUnavailable:
            return None

    def _lock(
        self,
        key: DatabaseKey,
        profile: str,
        made_ms: int,
        kind: SlotKind,
        passphrase: str | None = None,
        entry: str = "",
    ) -> tuple[Lock, str]:
        asked = {"kind": kind.value, "key": key.raw.hex(), "profile": profile, "made_ms": made_ms, "entry": entry}
        told = self._ask({"do": "lock", "passphrase": passphrase, **asked}, patient=True)
        return lock_of(told["lock"]), str(told["code"])

    def _ask(self, question: Mapping[str, Any], *, patient: bool = False) -> Mapping[str, Any]:
        seconds = _PERSON_S if patient else self._patience_s
        try:
            told = asked_once(self._module, ProcessRole.KEYS, question, seconds)
        except TimeoutError as cause:
            raise KeyringUnavailable("The keyring of this computer does not answer.") from cause
        except OSError as cause:
            raise StorageError("The process that opens keys does not run. Install Kairos again.") from cause
        if "error" in told:
            raise _ERRORS.get(told["error"]["kind"], StorageError)(str(told["error"]["message"]))
        return told


def may_have_keyring() -> bool:
    """Return whether it is worth asking for a keyring: no process is started where there can be none."""
    if os.environ.get("PYTHON_KEYRING_BACKEND", "").endswith("null.Keyring"):
        return False
    if sys.platform != "linux":
        return sys.platform in {"win32", "darwin"}
    bus = Path(os.environ.get("XDG_RUNTIME_DIR") or "/nowhere") / "bus"
    return bool(os.environ.get("DBUS_SESSION_BUS_ADDRESS")) or bus.exists()
