"""Files given away: readable by the person alone, and never in the place of another one."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from engine.domain.errors import ExportError, UsageError
from engine.domain.team import TeamFile
from engine.sharing.team.files import SUFFIX

_NAME = "team-{week}-{round}-{kind}"
_SHORT = 6


def place(out: Path, kind: TeamFile, week: str, round_id: str) -> Path:
    """Return where a file goes: where it was named, or under a name of its own in a folder that was named."""
    with suppress(OSError):  # a name no folder can have, or that may not be looked at: told when it is written
        if out.is_dir():
            return out / (_NAME.format(week=week, round=round_id[:_SHORT], kind=kind.value) + SUFFIX)
    return out


def write_new(path: Path, data: bytes) -> None:
    """Write a file where there is none; UsageError where another one lies there, ExportError where it cannot be.

    A file that lies there and holds just this already stays as it is.
    """
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    try:
        descriptor = os.open(path, flags, 0o600)
    except FileExistsError as cause:
        if _is_this(path, data):
            return
        raise UsageError(f"“{path.name}” is there already. Choose another name; nothing is overwritten.") from cause
    except OSError as cause:
        raise _cannot(path, cause) from cause
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except OSError as cause:
        with suppress(OSError):
            path.unlink()
        raise _cannot(path, cause) from cause


def _is_this(path: Path, data: bytes) -> bool:
    with suppress(OSError):
        return (
            path.is_file() and not path.is_symlink() and path.stat().st_size == len(data) and path.read_bytes() == data
        )
    return False


def _cannot(path: Path, cause: OSError) -> ExportError:
    return ExportError(f"“{path}” cannot be written: {cause.strerror or cause}. Choose another place.")
