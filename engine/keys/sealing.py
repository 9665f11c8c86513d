"""Seals what a profile keeps in files beside its database, under a key the database holds: AES-256-GCM, HKDF-SHA256."""

from __future__ import annotations

import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from engine.domain.database_key import KEY_BYTES

MAGIC = b"kairos sealed 1\n"
_NONCE_BYTES = 12


def seal(content: bytes, key: bytes, name: str) -> bytes:
    """Return the content sealed under a subkey of the key; it opens under the same name only."""
    nonce = os.urandom(_NONCE_BYTES)
    return MAGIC + nonce + AESGCM(_subkey(key)).encrypt(nonce, content, name.encode())


def is_sealed(content: bytes) -> bool:
    """Return whether these are the bytes of a sealed file."""
    return content.startswith(MAGIC)


def unsealed(sealed: bytes, key: bytes, name: str) -> bytes:
    """Return the content; raises ValueError where it was changed, or sealed under another key or name."""
    start = len(MAGIC) + _NONCE_BYTES
    try:
        return AESGCM(_subkey(key)).decrypt(sealed[len(MAGIC) : start], sealed[start:], name.encode())
    except InvalidTag as cause:
        raise ValueError("the seal does not fit") from cause


def _subkey(key: bytes) -> bytes:
    return HKDF(SHA256(), KEY_BYTES, None, b"kairos: seal of files beside the database").derive(key)
