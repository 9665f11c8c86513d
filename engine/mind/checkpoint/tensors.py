"""Arrays as the bytes of a safetensors file and back: plain numbers behind a header of JSON, never code.

The layout: 8 bytes with the header's length, the header (name -> dtype, shape, offsets), the numbers.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Tensors: TypeAlias = dict[str, NDArray[Any]]

_LENGTH_BYTES = 8
_ALIGNED = 8
_MOST_DIMENSIONS = 8
_LARGEST_HEADER = 4 << 20
_DTYPES = {
    "F64": "<f8",
    "F32": "<f4",
    "F16": "<f2",
    "I64": "<i8",
    "I32": "<i4",
    "I16": "<i2",
    "I8": "|i1",
    "U8": "|u1",
    "BOOL": "|b1",
}
_NAMES = {np.dtype(code): name for name, code in _DTYPES.items()}


class Unsound(Exception):
    """Bytes that are not what they claim to be; told by whoever knows which file they are from."""


def pack(tensors: Mapping[str, NDArray[Any]]) -> bytes:
    """Return the arrays as a file's bytes, the same for the same arrays; ValueError for what the format cannot hold."""
    header: dict[str, Any] = {}
    blocks: list[bytes] = []
    begin = 0
    for name in sorted(tensors):
        array = np.ascontiguousarray(tensors[name]).reshape(np.shape(tensors[name]))
        kind = _NAMES.get(array.dtype.newbyteorder("<") if array.dtype.itemsize > 1 else array.dtype)
        if kind is None:
            raise ValueError(f"{name} holds {array.dtype}, which has no place in such a file")
        block = array.astype(_DTYPES[kind]).tobytes()
        header[name] = {"dtype": kind, "shape": list(array.shape), "data_offsets": [begin, begin + len(block)]}
        blocks.append(block)
        begin += len(block)
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % _ALIGNED)
    return b"".join([len(text).to_bytes(_LENGTH_BYTES, "little"), text, *blocks])


def unpack(content: bytes) -> Tensors:
    """Return the arrays of a file's bytes, sharing their memory; raises Unsound."""
    length = int.from_bytes(content[:_LENGTH_BYTES], "little")
    start = _LENGTH_BYTES + length
    if not 0 < length <= _LARGEST_HEADER or start > len(content):
        raise Unsound("it is cut off within its header")
    try:
        header = json.loads(content[_LENGTH_BYTES:start])
        found = {str(name): _tensor(content, start, entry) for name, entry in header.items() if name != "__metadata__"}
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError) as cause:
        raise Unsound("its header is unsound") from cause
    return found


def _tensor(content: bytes, start: int, entry: Mapping[str, Any]) -> NDArray[Any]:
    dtype = np.dtype(_DTYPES[entry["dtype"]])
    shape, (begin, end) = entry["shape"], entry["data_offsets"]
    if not all(type(number) is int and number >= 0 for number in (*shape, begin, end)) or len(shape) > _MOST_DIMENSIONS:
        raise ValueError("no shape")
    if math.prod(shape) * dtype.itemsize != end - begin or start + end > len(content):
        raise ValueError("another shape than bytes")
    return np.frombuffer(content, dtype, count=math.prod(shape), offset=start + begin).reshape(shape)
