"""The sentence encoder's weights as the packages carry them: 34 MB instead of 91.

The numbers of the published file, each rounded once to 16 bits, those of the table of words to 8 bits with a scale for
each word; what was no 32-bit number stays as it is. Anybody gets the same bytes again, so the program knows this file
by its SHA-256 as it knows the published one. engine/mind/network/safetensors.py reads both.
"""

from __future__ import annotations

import json
import struct
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np
    from numpy.typing import NDArray

DIGEST = "6d35022b997ea977d5a1995b0b9aa30768e4bf684bb190448c3f8bf69d6a1640"
"""Of the published weights made small; the program asks for the same (engine/mind/encoder.py)."""
WORDS = "embeddings.word_embeddings.weight"
"""Half of all numbers, of which a text needs a few rows: a vector for each word."""
SCALE = "_scale"
"""What the name of a table of 8 bits goes on with for the scales of its rows."""
_LENGTH = struct.Struct("<Q")
_ALIGNMENT = 8
_MOST = 127  # of 8 bits, both ways
_LETTERS = {"float16": "F16", "float32": "F32", "int8": "I8"}


def made_small(content: bytes) -> bytes:
    """Return a safetensors file with the same tensors in fewer bits; raises ValueError for what has no half."""
    (length,) = _LENGTH.unpack_from(content)
    start = _LENGTH.size + length
    header: dict[str, dict[str, Any]] = json.loads(content[_LENGTH.size : start])
    header.pop("__metadata__", None)
    parts: list[tuple[str, str, list[int], bytes]] = []
    for name, entry in sorted(header.items(), key=lambda one: one[1]["data_offsets"]):
        begin, end = entry["data_offsets"]
        parts += _small(name, entry["dtype"], entry["shape"], content[start + begin : start + end])
    return _file(sorted(parts, key=lambda part: -_bytes_each(part[1])))  # so that each number lies where it may


def _small(name: str, kind: str, shape: list[int], part: bytes) -> Iterator[tuple[str, str, list[int], bytes]]:
    """Yield what becomes of one tensor: names, kinds, shapes and bytes."""
    import numpy as np  # noqa: PLC0415  (of the environment that builds; the recipes are read without it)

    if kind != "F32":
        yield name, kind, shape, part
        return
    numbers = np.frombuffer(part, "<f4").reshape(shape)
    made: tuple[NDArray[Any], ...] = _rows(numbers) if name == WORDS else (_half(numbers, name),)
    for end, tensor in zip(("", SCALE), made, strict=False):
        yield name + end, _LETTERS[tensor.dtype.name], list(tensor.shape), tensor.tobytes()


def _half(numbers: NDArray[np.float32], name: str) -> NDArray[np.float16]:
    import numpy as np  # noqa: PLC0415

    with np.errstate(over="ignore"):
        small = numbers.astype("<f2")
    if not np.isfinite(small).all():
        raise ValueError(f"{name} holds numbers that 16 bits do not reach")
    return small


def _rows(numbers: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Return whole numbers and a scale for each row, whose products are the nearest to the numbers of that row."""
    import numpy as np  # noqa: PLC0415

    scale = (np.abs(numbers).max(axis=1) / np.float32(_MOST)).astype("<f4")
    scale[scale == 0] = 1  # a row of nothing
    return np.rint(numbers / scale[:, None]).astype(np.int8), scale


def _bytes_each(kind: str) -> int:
    return 1 if kind == "BOOL" else int("".join(letter for letter in kind if letter.isdigit())) // 8


def _file(parts: list[tuple[str, str, list[int], bytes]]) -> bytes:
    header, numbers = {}, bytearray()
    for name, kind, shape, part in parts:
        header[name] = {"dtype": kind, "shape": shape, "data_offsets": [len(numbers), len(numbers) + len(part)]}
        numbers += part
    told = json.dumps(header, sort_keys=True, separators=(",", ":")).encode()
    told += b" " * (-len(told) % _ALIGNMENT)
    return _LENGTH.pack(len(told)) + told + bytes(numbers)


def put_small(source: Path, folder: Path) -> Path:
    """Write a folder's weights made small, and what lies beside them, into another folder, and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    for file in sorted(source.iterdir()):
        content = file.read_bytes()
        (folder / file.name).write_bytes(made_small(content) if file.suffix == ".safetensors" else content)
    return folder
