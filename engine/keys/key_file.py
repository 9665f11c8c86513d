"""keys.json: the wrapped keys of a profile and how each is opened; it holds no secret.

A change of the key stands in it as two sets, the one from before and the one to come, until everything is written
anew; None stands for "not encrypted". A digest tells a damaged file from a wrong passphrase.
"""

from __future__ import annotations

import errno
import hashlib
import hmac
import json
import re
import secrets
import stat
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from engine.domain.database_key import KEY_BYTES, DatabaseKey
from engine.domain.errors import StorageDamaged, StorageFull, StorageNewer, StorageReadOnly
from engine.domain.key_slots import KeySlot, SlotKind
from engine.domain.whole_file import whole_file

VERSION = 1
_FORMAT = "kairos keys"
_CHECKED = b"kairos: this is the key"
_BEGUN = b"kairos: a change of the key was begun\n"
_CHECK_BYTES = 8
_PROFILE_BYTES = 8
_LARGEST_FILE = 65_536
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_LARGEST_MEMORY_KIB = 262_144
_MOST_WORK_KIB = 1_048_576
_MOST_LANES = 16
_LATEST_MS = 253_000_000_000_000  # within the last years a calendar has
_ID = re.compile(r"[0-9a-f]{8,64}")


@dataclass(frozen=True, slots=True)
class Cost:
    """What argon2id is made to cost: memory in KiB, passes over it, lanes."""

    memory_kib: int = 65_536
    passes: int = 3
    lanes: int = 4

    def __post_init__(self) -> None:
        """Refuse what would eat the machine; raises ValueError."""
        if not (0 < self.lanes <= _MOST_LANES and self.passes > 0 and self.memory_kib >= 8 * self.lanes):
            raise ValueError("no cost")
        if self.memory_kib > _LARGEST_MEMORY_KIB or self.memory_kib * self.passes > _MOST_WORK_KIB:
            raise ValueError("too dear")


@dataclass(frozen=True, slots=True)
class Lock:
    """One slot as it is kept. salt: 16 bytes. sealed: nonce and wrapped key. entry: its name in the keyring.

    cost: for passphrases alone. keyring, kept: as in a KeySlot.
    """

    kind: SlotKind
    made_ms: int
    salt: bytes
    sealed: bytes
    entry: str = ""
    cost: Cost | None = None
    keyring: str = ""
    kept: bool = True

    def shown(self) -> KeySlot:
        """Return what people are told of it."""
        return KeySlot(self.kind, self.made_ms, self.keyring, self.kept)


@dataclass(frozen=True, slots=True)
class KeySet:
    """One key, wrapped in every slot. check: tells the key from any other, and says nothing of it."""

    check: bytes
    locks: tuple[Lock, ...]

    @staticmethod
    def of_key(key: DatabaseKey, locks: tuple[Lock, ...]) -> KeySet:
        """Return the set of slots the key was wrapped in."""
        return KeySet(check_of(key), locks)

    def fits(self, key: DatabaseKey) -> bool:
        """Return whether this is the key."""
        return hmac.compare_digest(self.check, check_of(key))

    def of(self, kind: SlotKind) -> Lock | None:
        """Return the slot of the kind."""
        return next((lock for lock in self.locks if lock.kind is kind), None)

    def with_lock(self, lock: Lock) -> KeySet:
        """Return the set with this slot in place of one of its kind."""
        return replace(self, locks=(*self.without(lock.kind).locks, lock))

    def without(self, kind: SlotKind) -> KeySet:
        """Return the set without the slot of the kind."""
        return replace(self, locks=tuple(lock for lock in self.locks if lock.kind is not kind))


@dataclass(frozen=True, slots=True)
class KeyFile:
    """What keys.json says. profile: random, so that wrapped keys of two profiles are never mixed up.

    now: the key the database has, None where it is not encrypted. pending: the change to then is under way. proof:
    shows that whoever began it had the key, the one before where there is one.
    """

    profile: str
    now: KeySet | None
    then: KeySet | None = None
    pending: bool = False
    proof: bytes = b""

    def begun_with(self, key: DatabaseKey) -> KeyFile:
        """Return the same with the key's proof that the change was begun by who had it."""
        return replace(self, proof=self._proof(key))

    def is_proven_by(self, key: DatabaseKey) -> bool:
        """Return whether the change that is under way was begun by somebody who had this key."""
        return hmac.compare_digest(self.proof, self._proof(key))

    def _proof(self, key: DatabaseKey) -> bytes:
        change = json.dumps([self.profile, _set_told(self.now), _set_told(self.then)], sort_keys=True)
        return hmac.new(key.raw, _BEGUN + change.encode(), hashlib.sha256).digest()

    def sets(self) -> tuple[KeySet, ...]:
        """Return the keys the database may have; one, but while a change is under way."""
        return tuple(one for one in (self.now, self.then) if one is not None)

    def may_be_plain(self) -> bool:
        """Return whether a database that is not encrypted is what is to be expected, for the moment."""
        return self.pending and (self.now is None or self.then is None)


def new_profile() -> str:
    """Return a name by which wrapped keys of one profile are told from those of any other."""
    return secrets.token_hex(_PROFILE_BYTES)


def new_key() -> DatabaseKey:
    """Return a key nobody has had before."""
    return DatabaseKey(secrets.token_bytes(KEY_BYTES))


def check_of(key: DatabaseKey) -> bytes:
    """Return what tells the key from any other."""
    return hmac.new(key.raw, _CHECKED, hashlib.sha256).digest()[:_CHECK_BYTES]


def read(path: Path) -> KeyFile | None:
    """Return what the file says, None where there is none.

    Raises StorageDamaged, StorageNewer, StorageReadOnly where it cannot be read.
    """
    try:
        content = _content(path)
    except FileNotFoundError:
        return None
    except OSError as cause:
        raise StorageReadOnly(f"{path} cannot be read: {cause.strerror or cause}. It holds the wrapped key.") from cause
    try:
        told = _told(content)
        if int(told["version"]) > VERSION:
            raise StorageNewer(f"{path} was written by a newer Kairos. Install that version; it was left as it is.")
        return _parsed(told)
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError) as cause:
        raise StorageDamaged(
            f"{path} is damaged; it holds the wrapped key of the encrypted profile. Put it back from a backup "
            "of yours, or from backups/keys.json in the same folder."
        ) from cause


def write(path: Path, keys: KeyFile) -> None:
    """Write the file, whole or not at all and safe on disk; raises StorageFull, StorageReadOnly."""
    told = {"format": _FORMAT, "version": VERSION, "profile": keys.profile, "pending": keys.pending}
    told |= {"now": _set_told(keys.now), "then": _set_told(keys.then), "proof": keys.proof.hex()}
    content = json.dumps({**told, "digest": _digest(told)}, indent=1, sort_keys=True).encode() + b"\n"
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with whole_file(path) as file:
            file.write(content)
    except OSError as cause:
        if cause.errno in _FULL:
            raise StorageFull(
                f"There is no room left on the disk that holds {path.parent}. Free some space; nothing is lost."
            ) from cause
        raise StorageReadOnly(f"{path} cannot be written: {cause.strerror or cause}. Nothing was changed.") from cause


def lock_told(lock: Lock) -> dict[str, Any]:
    """Return the slot as plain values for JSON."""
    told = asdict(lock)
    return {**told, "salt": lock.salt.hex(), "sealed": lock.sealed.hex()}


def lock_of(told: Mapping[str, Any]) -> Lock:
    """Return the slot of plain values; raises ValueError, KeyError or TypeError for what is none."""
    cost = told["cost"]
    return Lock(
        kind=SlotKind(told["kind"]),
        made_ms=_moment(told["made_ms"]),
        salt=bytes.fromhex(told["salt"]),
        sealed=bytes.fromhex(told["sealed"]),
        entry=_id(told["entry"]) if told["entry"] else "",
        cost=None if cost is None else Cost(int(cost["memory_kib"]), int(cost["passes"]), int(cost["lanes"])),
        keyring=str(told["keyring"]),
        kept=told["kept"] is True,
    )


def _content(path: Path) -> bytes:
    if not stat.S_ISREG(path.stat().st_mode):  # opening a pipe would wait for ever
        raise OSError(errno.EINVAL, "it is not a file", str(path))
    with path.open("rb") as file:
        return file.read(_LARGEST_FILE + 1)


def _moment(told: object) -> int:
    if type(told) is not int or not 0 <= told <= _LATEST_MS:
        raise ValueError("no moment")
    return told


def _id(text: object) -> str:
    if not isinstance(text, str) or not _ID.fullmatch(text):
        raise ValueError("no name")
    return text


def _set_told(keys: KeySet | None) -> dict[str, Any] | None:
    return None if keys is None else {"check": keys.check.hex(), "slots": [lock_told(lock) for lock in keys.locks]}


def _told(content: bytes) -> dict[str, Any]:
    if len(content) > _LARGEST_FILE:
        raise ValueError("too large")
    told = json.loads(content)
    if told.pop("format") != _FORMAT or not hmac.compare_digest(str(told.pop("digest")), _digest_of(told)):
        raise ValueError("not as it was written")
    return dict(told)


def _digest_of(told: Mapping[str, Any]) -> str:
    return _digest({**told, "format": _FORMAT})


def _digest(told: Mapping[str, Any]) -> str:
    return hashlib.sha256(json.dumps(told, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def _parsed(told: Mapping[str, Any]) -> KeyFile:
    proof = bytes.fromhex(told.get("proof", ""))
    return KeyFile(_id(told["profile"]), _set(told["now"]), _set(told["then"]), told["pending"] is True, proof)


def _set(told: Mapping[str, Any] | None) -> KeySet | None:
    if told is None:
        return None
    locks = tuple(lock_of(slot) for slot in told["slots"])
    if not 0 < len(locks) <= len(SlotKind) or len({lock.kind for lock in locks}) != len(locks):
        raise ValueError("no slots")
    return KeySet(bytes.fromhex(told["check"]), locks)
