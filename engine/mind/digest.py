"""The SHA-256 of large weights, worked out once and kept while the file stays what it was."""

from __future__ import annotations

import hashlib
import json
import logging
from contextlib import suppress
from typing import TYPE_CHECKING

from engine.domain.errors import EncoderError
from engine.domain.whole_file import whole_file

if TYPE_CHECKING:
    from pathlib import Path

_LARGEST_FILE = 20_000
_LENGTH = 64

_log = logging.getLogger(__name__)


def kept_digest(weights: Path, kept: Path | None) -> str:
    """Return the file's SHA-256, from what is kept where the file has the place, size and time noted there.

    A guess that spares reading a gigabyte whenever the name is asked: what loads the weights compares again. Raises
    EncoderError where the weights cannot be read.
    """
    try:
        state = weights.stat()
        noted = [str(weights), state.st_size, state.st_mtime_ns, state.st_ino]
        known = None if kept is None else _read(kept, noted)
        if known is not None:
            return known
        with weights.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as cause:
        raise EncoderError(f"{weights} cannot be read: {cause.strerror or cause}.") from cause
    if kept is not None:
        _write(kept, {"file": noted, "digest": digest})
    return digest


def forget_digest(kept: Path | None) -> None:
    """Have the next one worked out anew."""
    if kept is not None:
        with suppress(OSError):
            kept.unlink()


def _read(kept: Path, noted: list[object]) -> str | None:
    try:
        with kept.open("rb") as file:
            found = json.loads(file.read(_LARGEST_FILE))
        digest = found["digest"] if found["file"] == noted else None
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    return digest if isinstance(digest, str) and len(digest) == _LENGTH else None


def _write(kept: Path, found: dict[str, object]) -> None:
    try:
        with whole_file(kept) as file:
            file.write(json.dumps(found).encode())
    except OSError as cause:
        _log.info("The encoder's digest could not be kept: %s", cause)
