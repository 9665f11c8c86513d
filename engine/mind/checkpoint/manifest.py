"""What a checkpoint is of, beside its numbers, and the signature over both."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from engine.mind.checkpoint.tensors import Tensors, Unsound

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Part:
    """One head in a checkpoint. live: it has beaten its baseline. config: what its numbers are to be read with."""

    live: bool
    config: dict[str, Any] = field(default_factory=dict)
    metrics: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Manifest:
    """What one training run left. Times in UTC milliseconds; data_from, data_to: the history it learned from.

    run: the training run's number. features: the version of what models read. heads: by name. tensors: dtype and
    shape by name.
    """

    run: int
    made_ms: int
    data_from_ms: int
    data_to_ms: int
    features: int
    seed: int
    heads: dict[str, Part]
    tensors: dict[str, tuple[str, tuple[int, ...]]] = field(default_factory=dict)


def shapes_of(tensors: Tensors) -> dict[str, tuple[str, tuple[int, ...]]]:
    """Return what a manifest says of these arrays."""
    return {name: (array.dtype.str, array.shape) for name, array in sorted(tensors.items())}


def signed(manifest: Manifest, weights: bytes, key: bytes) -> bytes:
    """Return the manifest as a file's bytes, with a signature over it and the weights."""
    told = {"format": FORMAT, **asdict(manifest)}
    return json.dumps({**told, "hmac": _signature(told, weights, key)}, indent=1, sort_keys=True).encode() + b"\n"


def verified(content: bytes, weights: bytes, key: bytes) -> Manifest:
    """Return the manifest in a file's bytes; raises Unsound where it, or the weights, are not what was signed."""
    told = _read(content)
    claimed = told.pop("hmac", "")
    if not isinstance(claimed, str) or not hmac.compare_digest(
        claimed.encode(), _signature(told, weights, key).encode()
    ):
        raise Unsound("its signature does not fit")
    return _manifest(told)


def _read(content: bytes) -> dict[str, Any]:
    try:
        told = json.loads(content)
    except (ValueError, RecursionError) as cause:
        raise Unsound("its manifest is no sound JSON") from cause
    if not isinstance(told, dict):
        raise Unsound("its manifest is no table")
    return told


def _signature(told: Mapping[str, Any], weights: bytes, key: bytes) -> str:
    text = json.dumps(told, sort_keys=True, separators=(",", ":")).encode()
    code = hmac.new(key, len(text).to_bytes(8, "little"), hashlib.sha256)
    code.update(text)
    code.update(weights)
    return code.hexdigest()


def _manifest(told: Mapping[str, Any]) -> Manifest:
    try:
        if told["format"] != FORMAT:
            raise Unsound("it is of another version of Kairos")
        return Manifest(
            run=int(told["run"]),
            made_ms=int(told["made_ms"]),
            data_from_ms=int(told["data_from_ms"]),
            data_to_ms=int(told["data_to_ms"]),
            features=int(told["features"]),
            seed=int(told["seed"]),
            heads={
                str(name): Part(part["live"] is True, dict(part["config"]), dict(part["metrics"]))
                for name, part in told["heads"].items()
            },
            tensors={str(name): (str(kind), tuple(shape)) for name, (kind, shape) in told["tensors"].items()},
        )
    except (KeyError, TypeError, ValueError, AttributeError) as cause:
        raise Unsound("its manifest is incomplete") from cause
