"""The sentence encoder's weights in half precision, as the packages carry them: 45 MB instead of 91.

The numbers of the published file, each rounded once to 16 bits; what was no 32-bit number stays as it is. Anybody gets
the same bytes again, so the program knows this file by its SHA-256 as it knows the published one.
"""

from __future__ import annotations

import json
import struct
from pathlib import Path
from typing import Any

DIGEST = "916754397dd9b96a7526952835b7e6ded830a05ebdfc3c8ec02f72a09664d0d2"
"""Of the published weights in half precision; the program asks for the same (engine/mind/encoder.py)."""
_LENGTH = struct.Struct("<Q")
_ALIGNMENT = 8


def halved(content: bytes) -> bytes:
    """Return a safetensors file with the same tensors, 32-bit numbers in 16; raises ValueError for what has no half."""
    (length,) = _LENGTH.unpack_from(content)
    start = _LENGTH.size + length
    header: dict[str, dict[str, Any]] = json.loads(content[_LENGTH.size : start])
    header.pop("__metadata__", None)
    numbers = bytearray()
    for name, entry in sorted(header.items(), key=lambda one: one[1]["data_offsets"]):
        begin, end = entry["data_offsets"]
        part = content[start + begin : start + end]
        if entry["dtype"] == "F32":
            part = _half(part, name)
            entry["dtype"] = "F16"
        entry["data_offsets"] = [len(numbers), len(numbers) + len(part)]
        numbers += part
    told = json.dumps(header, sort_keys=True, separators=(",", ":")).encode()
    told += b" " * (-len(told) % _ALIGNMENT)
    return _LENGTH.pack(len(told)) + told + bytes(numbers)


def _half(part: bytes, name: str) -> bytes:
    import numpy as np  # noqa: PLC0415  (of the environment that builds; the recipes are read without it)

    with np.errstate(over="ignore"):
        small = np.frombuffer(part, "<f4").astype("<f2")
    if not np.isfinite(small).all():
        raise ValueError(f"{name} holds numbers that 16 bits do not reach")
    return small.tobytes()


def put_halved(source: Path, folder: Path) -> Path:
    """Write the half of a folder's weights, and what lies beside them, into another folder, and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    for file in sorted(source.iterdir()):
        content = file.read_bytes()
        (folder / file.name).write_bytes(halved(content) if file.suffix == ".safetensors" else content)
    return folder
