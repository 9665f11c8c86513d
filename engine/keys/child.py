"""The short-lived process that knows ciphers and keyrings: `python -m engine.keys.child`.

It reads one question as JSON on its standard input and writes one answer on its standard output; keys and secrets
go through these two pipes alone. It touches no file of the profile.
"""

from __future__ import annotations

import json
import os
import secrets
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from engine.domain.database_key import DatabaseKey
from engine.domain.egress import ProcessRole
from engine.domain.errors import KairosError, KeyNeeded, KeyringUnavailable, KeyWrong
from engine.domain.key_slots import SlotKind
from engine.egress import attempts_taken, install
from engine.keys.key_file import Cost, Lock, lock_of, lock_told
from engine.keys.recovery_code import new_code, secret_of

_SALT_BYTES, _SECRET_BYTES = 16, 32
_LONGEST_QUESTION = 1 << 23

Told = Mapping[str, Any]


def main() -> int:
    """Answer one question; returns 0 where it was answered, with an expected error, too."""
    install(ProcessRole.KEYS)
    _leave_no_core()
    question = json.loads(sys.stdin.buffer.read(_LONGEST_QUESTION))
    try:
        answer = _ANSWERS[question["do"]](question)
    except KairosError as error:
        answer = {"error": {"kind": type(error).__name__, "message": error.message}}
    sys.stdout.buffer.write(json.dumps({**answer, "attempts": attempts_taken()}).encode())
    sys.stdout.buffer.flush()
    return 0


def _leave_no_core() -> None:
    """Have a crash leave no picture of this process's memory behind."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _unlock(told: Told) -> Told:
    """Open each set of slots with what is given, or with the keyring where nothing is."""
    secret = told["passphrase"], told["recovery"]
    opens = _open_by_keyring if secret == (None, None) else _open_by_secret
    found: list[str | None] = []
    refused: KairosError = KeyNeeded("Nothing opens this profile.")
    for slots in told["sets"]:
        try:
            key = opens(told, [lock_of(slot) for slot in slots])
            found.append(key.raw.hex())
        except (KeyNeeded, KeyWrong, KeyringUnavailable) as error:
            refused = error
            found.append(None)
    if not any(found):
        raise refused
    return {"keys": found}


def _open_by_keyring(told: Told, locks: list[Lock]) -> DatabaseKey:
    from engine.keys.os_keyring import fetch  # noqa: PLC0415  (loads what the platform's keyring needs)

    lock = next((lock for lock in locks if lock.kind is SlotKind.KEYRING), None)
    if lock is None:
        raise KeyNeeded("No keyring opens this profile.")
    secret = fetch(lock.entry, prompt=told["prompt"] is True)
    if secret is None:
        raise KeyNeeded("The keyring of this computer no longer has the entry of this profile.")
    return _opened(secret, lock, told)


def _open_by_secret(told: Told, locks: list[Lock]) -> DatabaseKey:
    for kind, secret in _secrets(told):
        lock = next((lock for lock in locks if lock.kind is kind), None)
        if lock is not None:
            return _opened(secret, lock, told)
    raise KeyWrong("This profile has no such slot: nothing was set up that this could open.")


def _secrets(told: Told) -> list[tuple[SlotKind, bytes]]:
    if told["passphrase"] is not None:
        return [(SlotKind.PASSPHRASE, str(told["passphrase"]).encode())]
    return [(SlotKind.RECOVERY, secret_of(str(told["recovery"])))]


def _opened(secret: bytes, lock: Lock, told: Told) -> DatabaseKey:
    from engine.keys.cipher import unwrapped  # noqa: PLC0415

    return unwrapped(secret, lock, str(told["profile"]))


def _lock(told: Told) -> Told:
    """Wrap a key in a fresh slot."""
    from engine.keys.cipher import wrapped  # noqa: PLC0415

    kind, key = SlotKind(told["kind"]), DatabaseKey(bytes.fromhex(told["key"]))
    bare = Lock(kind, int(told["made_ms"]), secrets.token_bytes(_SALT_BYTES), b"")
    ready, secret, code = _MAKERS[kind](bare, told)
    lock = replace(ready, sealed=wrapped(key, secret, ready, str(told["profile"])))
    return {"lock": lock_told(lock), "code": code}


def _with_keyring(bare: Lock, told: Told) -> tuple[Lock, bytes, str]:
    from engine.keys.os_keyring import keep, keyring_name  # noqa: PLC0415

    entry, secret = str(told["entry"]), secrets.token_bytes(_SECRET_BYTES)
    lock = replace(bare, keyring=keyring_name(), entry=entry)
    keep(entry, secret)
    return lock, secret, ""


def _with_passphrase(bare: Lock, told: Told) -> tuple[Lock, bytes, str]:
    return replace(bare, cost=Cost()), str(told["passphrase"]).encode(), ""


def _with_code(bare: Lock, _told: Told) -> tuple[Lock, bytes, str]:
    code = new_code()
    return replace(bare, kept=False), secret_of(code), code


def _forget(told: Told) -> Told:
    from engine.keys.os_keyring import forget  # noqa: PLC0415

    forget(str(told["entry"]))
    return {}


def _keyring(_told: Told) -> Told:
    from engine.keys.os_keyring import keyring_name  # noqa: PLC0415

    return {"name": keyring_name()}


_MAKERS: Mapping[SlotKind, Callable[[Lock, Told], tuple[Lock, bytes, str]]] = {
    SlotKind.KEYRING: _with_keyring,
    SlotKind.PASSPHRASE: _with_passphrase,
    SlotKind.RECOVERY: _with_code,
}
_ANSWERS: Mapping[str, Callable[[Told], Told]] = {
    "unlock": _unlock,
    "lock": _lock,
    "forget": _forget,
    "keyring": _keyring,
}

if __name__ == "__main__":
    os.umask(0o077)
    sys.exit(main())
