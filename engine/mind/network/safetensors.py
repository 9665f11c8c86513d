"""Tensors out of a safetensors file: plain numbers behind a header of JSON, never code; every claim is checked.

The layout: 8 bytes with the header's length, the header (name -> dtype, shape, offsets), the numbers. A table in 8 bits
beside another with a scale for each of its rows (`NAME` and `NAME_scale`) comes out as 32-bit numbers.
"""

from __future__ import annotations

import hashlib
import json
import math
import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import torch

from engine.domain.errors import EncoderError

if TYPE_CHECKING:
    from pathlib import Path

LARGEST_FILE = 4 << 30
_LARGEST_HEADER = 16 << 20
_LENGTH_BYTES = 8
_MOST_DIMENSIONS = 8
_SCALE = "_scale"
_DTYPES = {
    "F64": torch.float64,
    "F32": torch.float32,
    "F16": torch.float16,
    "BF16": torch.bfloat16,
    "I64": torch.int64,
    "I32": torch.int32,
    "I16": torch.int16,
    "I8": torch.int8,
    "U8": torch.uint8,
    "BOOL": torch.bool,
}


@dataclass(frozen=True, slots=True)
class Weights:
    """The tensors of one file by name, and the SHA-256 of the very bytes they are views of."""

    tensors: dict[str, torch.Tensor]
    digest: str


def read_weights(path: Path, expected_digest: str | None = None) -> Weights:
    """Return the file's tensors; nothing in it is believed before it has been measured.

    The file is read once and whole, so that what was checked is what is used whatever happens to it on the disk.
    Raises EncoderError for a digest other than the expected one, and for a file that is not what it should be.
    """
    content = _read(path)
    digest = hashlib.sha256(content).hexdigest()
    if expected_digest is not None and digest != expected_digest:
        raise EncoderError(
            f"{path} is not the file that was published: its SHA-256 begins with {digest[:16]}. "
            "Delete it, then set Kairos up again."
        )
    try:
        return Weights(_scaled(_tensors(content)), digest)
    except (ValueError, TypeError, KeyError, RuntimeError) as cause:  # the last is also what torch has no memory for
        raise EncoderError(f"{path} is not a sound safetensors file: {cause}. Fetch it again.") from cause


def _read(path: Path) -> bytearray:
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # a pipe would be waited for
            raise EncoderError(f"{path} is no file. Put the encoder's weights there.")
        with path.open("rb") as file:
            size = path.stat().st_size
            if size > LARGEST_FILE:
                raise EncoderError(f"{path} is larger than {LARGEST_FILE >> 30} GB. Choose a smaller encoder.")
            content = bytearray(size)
            if file.readinto(content) != size:
                raise EncoderError(f"{path} changed while it was read. Try again.")
            return content
    except OSError as cause:
        raise EncoderError(f"{path} cannot be read: {cause.strerror or cause}.") from cause


def _tensors(content: bytearray) -> dict[str, torch.Tensor]:
    length = int.from_bytes(content[:_LENGTH_BYTES], "little")
    start = _LENGTH_BYTES + length
    if len(content) < _LENGTH_BYTES or length > _LARGEST_HEADER or start > len(content):
        raise ValueError("its header is longer than the file")
    header = json.loads(content[8:start])
    if not isinstance(header, dict):
        raise ValueError("its header is no table")
    header.pop("__metadata__", None)
    return {name: _tensor(content, start, name, entry) for name, entry in header.items()}


def _tensor(content: bytearray, start: int, name: str, entry: dict[str, Any]) -> torch.Tensor:
    """Return a view of the content, shape and place of which hold together."""
    dtype, shape, (begin, end) = _DTYPES[entry["dtype"]], entry["shape"], entry["data_offsets"]
    if not all(type(number) is int and number >= 0 for number in (*shape, begin, end)):
        raise ValueError(f"{name} has a shape or place that is no count")
    if max((0, *shape)) > LARGEST_FILE:
        raise ValueError(f"{name} has more rows or columns than a file may have bytes")
    if len(shape) > _MOST_DIMENSIONS or math.prod(shape) * dtype.itemsize != end - begin:
        raise ValueError(f"{name} has another shape than bytes")
    if start + end > len(content) or (start + begin) % dtype.itemsize:
        raise ValueError(f"{name} lies outside of the file or between two numbers")
    if begin == end:
        return torch.empty(shape, dtype=dtype)
    return torch.frombuffer(content, dtype=dtype, count=math.prod(shape), offset=start + begin).view(shape)


def _scaled(tensors: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    """Return the tensors, those of 8 bits that have scales multiplied by them, row by row."""
    for name in [name for name, tensor in tensors.items() if tensor.dtype is torch.int8 and name + _SCALE in tensors]:
        table, scale = tensors[name], tensors.pop(name + _SCALE)
        if table.ndim == 0 or scale.shape != table.shape[:1] or scale.dtype is not torch.float32:
            raise ValueError(f"{name} has other scales than rows")
        if table.numel() * scale.itemsize > LARGEST_FILE:
            raise ValueError(f"{name} comes to more than {LARGEST_FILE >> 30} GB")
        if not bool(scale.isfinite().all()):
            raise ValueError(f"{name} has scales that are no numbers")
        tensors[name] = table.float().mul_(scale.view(-1, *[1] * (table.ndim - 1)))
    return tensors
