"""Agreed secrets, streams of masks and seals: the one file of the engine's sharing that loads cryptography.

X25519 (RFC 7748), HKDF-SHA256 (RFC 5869), ChaCha20 and ChaCha20-Poly1305 (RFC 8439). Every key is made for one purpose,
which names the list of members it belongs to; so no key and no stream is ever used twice.
"""

from __future__ import annotations

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.ciphers.algorithms import ChaCha20
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from engine.sharing.team.parts import KEY_BYTES

_LABEL = b"kairos team 1 "
_NO_NONCE_12, _NO_NONCE_16 = bytes(12), bytes(16)  # each key serves once


def fresh_key() -> bytes:
    """Return a new private key."""
    return X25519PrivateKey.generate().private_bytes_raw()


def public_of(private: bytes) -> bytes:
    """Return the public key of a private one."""
    return X25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()


def agreed(private: bytes, public: bytes) -> bytes:
    """Return what both holders of a private key and the other's public one agree on, to make keys of.

    Raises ValueError for a public key that would agree on the same with everybody.
    """
    return X25519PrivateKey.from_private_bytes(private).exchange(X25519PublicKey.from_public_bytes(public))


def key_for(secret: bytes, purpose: bytes) -> bytes:
    """Return the key a secret gives for one purpose."""
    return HKDF(SHA256(), KEY_BYTES, None, _LABEL + purpose).derive(secret)


def stream(seed: bytes, length: int) -> bytes:
    """Return so many bytes that look like random ones to whoever does not know the seed."""
    return Cipher(ChaCha20(seed, _NO_NONCE_16), mode=None).encryptor().update(bytes(length))


def seal(key: bytes, content: bytes) -> bytes:
    """Return the content sealed; a key seals once."""
    return ChaCha20Poly1305(key).encrypt(_NO_NONCE_12, content, None)


def unseal(key: bytes, sealed: bytes) -> bytes:
    """Return the content; raises ValueError where it was changed or sealed with another key."""
    try:
        return ChaCha20Poly1305(key).decrypt(_NO_NONCE_12, sealed, None)
    except InvalidTag as cause:
        raise ValueError("the seal does not fit") from cause
