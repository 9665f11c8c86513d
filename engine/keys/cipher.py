"""Wraps a key under a secret: argon2id or HKDF makes a wrapping key of it, AES-256-GCM wraps."""

from __future__ import annotations

import os

from cryptography.exceptions import InvalidTag, UnsupportedAlgorithm
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from engine.domain.database_key import KEY_BYTES, DatabaseKey
from engine.domain.errors import KeyWrong, StorageError
from engine.keys.key_file import Cost, Lock

_NONCE_BYTES = 12


def wrapped(key: DatabaseKey, secret: bytes, lock: Lock, profile: str) -> bytes:
    """Return the key wrapped for the slot, nonce first. secret: what opens it."""
    nonce = os.urandom(_NONCE_BYTES)
    return nonce + AESGCM(_wrapping_key(secret, lock)).encrypt(nonce, key.raw, _bound_to(lock, profile))


def unwrapped(secret: bytes, lock: Lock, profile: str) -> DatabaseKey:
    """Return the key in the slot; KeyWrong where the secret does not open it."""
    nonce, sealed = lock.sealed[:_NONCE_BYTES], lock.sealed[_NONCE_BYTES:]
    try:
        return DatabaseKey(AESGCM(_wrapping_key(secret, lock)).decrypt(nonce, sealed, _bound_to(lock, profile)))
    except (InvalidTag, ValueError) as cause:
        raise KeyWrong("That does not open this profile.") from cause


def _wrapping_key(secret: bytes, lock: Lock) -> bytes:
    """Return what wraps: slowly made of what a person thought up, at once of what was drawn at random."""
    if lock.cost is None:
        return HKDF(SHA256(), KEY_BYTES, lock.salt, b"kairos slot " + lock.kind.value.encode()).derive(secret)
    try:
        cost = lock.cost
        return Argon2id(
            salt=lock.salt, length=KEY_BYTES, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory_kib
        ).derive(secret)
    except UnsupportedAlgorithm as cause:
        raise StorageError("The installed cryptography cannot do argon2id. Install Kairos again.") from cause


def _bound_to(lock: Lock, profile: str) -> bytes:
    """Return what the wrapping is bound to, so that no slot opens in another place or under another cost."""
    cost = lock.cost or Cost()
    return f"kairos 1 {profile} {lock.kind} {lock.entry} {cost.memory_kib} {cost.passes} {cost.lanes}".encode()
