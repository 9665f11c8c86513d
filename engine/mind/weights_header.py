"""Whether a file of weights is one at all, told from its header alone and without torch."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from engine.domain.errors import EncoderError

if TYPE_CHECKING:
    from pathlib import Path

_LENGTH_BYTES = 8
_LARGEST_HEADER = 8 << 20


def check_header(path: Path) -> None:
    """Raise EncoderError where the file does not begin as safetensors files do, or is cut off within its header.

    A clone without the large files has a few lines of text in place of the weights. Raises OSError.
    """
    with path.open("rb") as file:
        length = int.from_bytes(file.read(_LENGTH_BYTES), "little")
        header = file.read(length) if 0 < length <= _LARGEST_HEADER else b""
    try:
        sound = len(header) == length > 0 and isinstance(json.loads(header), dict)
    except (ValueError, RecursionError):
        sound = False
    if not sound:
        raise EncoderError(f"{path} holds no weights. Fetch the whole file.")
