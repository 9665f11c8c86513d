"""Additively homomorphic figures (CKKS): the one file that loads TenSEAL, which is an extra.

Ring of 4,096, moduli of 60 and 49 bits, so 128 bits of security; scale 2^40. Only additions are made, so no keys for
more are. What is decrypted is rounded to whole numbers before anybody sees it: the noise of CKKS in a published result
could give the key away (Li and Micciancio, Eurocrypt 2021).
"""

from __future__ import annotations

from collections.abc import Sequence
from types import ModuleType
from typing import Any

from engine.domain.errors import UsageError
from engine.sharing.team.files import refused

_RING, _MODULI, _SCALE = 4096, [60, 49], 2.0**40
_MOST_OFF = 0.1


def fresh_context() -> tuple[bytes, bytes]:
    """Return a secret key, and what others encrypt and add with."""
    seal = _tenseal()
    context = seal.context(seal.SCHEME_TYPE.CKKS, _RING, coeff_mod_bit_sizes=_MODULI)
    context.global_scale = _SCALE
    kept = {"save_galois_keys": False, "save_relin_keys": False, "save_public_key": True}
    secret = context.serialize(save_secret_key=True, **kept)
    context.make_context_public()
    return bytes(secret), bytes(context.serialize(save_secret_key=False, **kept))


def encrypted(public: bytes, figures: Sequence[int]) -> bytes:
    """Return the figures encrypted."""
    seal = _tenseal()
    context = _context(seal, public)
    if context.is_private():
        raise refused("This file holds the secret key. Nobody but the lead may have it; encrypt with the public one.")
    return bytes(seal.ckks_vector(context, [float(figure) for figure in figures]).serialize())


def added(public: bytes, ciphertexts: Sequence[bytes]) -> bytes:
    """Return the sum, encrypted; nothing is seen of it."""
    seal = _tenseal()
    context = _context(seal, public)
    vectors = [_vector(seal, context, one) for one in ciphertexts]
    total = vectors[0]
    for one in vectors[1:]:
        total = total + one
    return bytes(total.serialize())


def opened(secret: bytes, ciphertext: bytes, length: int) -> tuple[tuple[int, ...], float]:
    """Return the whole numbers in a ciphertext, and how far the arithmetic was off from whole ones at the most."""
    seal = _tenseal()
    context = _context(seal, secret)
    if not context.is_private():
        raise refused("This is not the file with the secret key.")
    values = [float(one) for one in _vector(seal, context, ciphertext).decrypt()]
    whole = tuple(round(value) for value in values)
    off = max((abs(value - near) for value, near in zip(values, whole, strict=True)), default=1.0)
    if len(values) != length or off > _MOST_OFF:
        raise refused("This was encrypted with another key, or changed. Ask for it again.")
    return whole, off


def _context(seal: ModuleType, data: bytes) -> Any:
    try:
        return seal.context_from(data)
    except (ValueError, RuntimeError) as cause:
        raise refused("The keys in this file cannot be read. Ask for it again.") from cause


def _vector(seal: ModuleType, context: Any, data: bytes) -> Any:
    try:
        return seal.ckks_vector_from(context, data)
    except (ValueError, RuntimeError) as cause:
        raise refused("The encrypted figures in a file cannot be read. Ask for it again.") from cause


def _tenseal() -> ModuleType:
    try:
        import tenseal  # noqa: PLC0415  (an extra)
    except ImportError as cause:
        raise UsageError(
            "Encrypted sums need an extra: pip install 'kairos-desktop[encrypted-sums]'", title="TenSEAL is missing"
        ) from cause
    return tenseal  # type: ignore[no-any-return, unused-ignore]
