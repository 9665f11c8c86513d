"""Passphrases: the same one however it was typed, and the file a headless profile has its own in."""

from __future__ import annotations

import errno
import os
import select
import stat
import unicodedata
from pathlib import Path

from engine.domain.errors import KeyNeeded, KeyWrong

VARIABLE = "KAIROS_PASSPHRASE_FILE"
"""Names the file where no option does; a path, never the passphrase. Processes started by Kairos read it, too."""

OPTION = "--passphrase-file"

LONGEST_BYTES = 1 << 20
_WRITER_S, _SLOW_S = 5.0, 120.0  # for one to come, and for one that is there to ask a person
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def normal(text: str) -> str:
    """Return the passphrase in one of the forms Unicode has for it, so that every keyboard gives the same.

    Raises KeyWrong for none, or for one too long to be one.
    """
    plain = unicodedata.normalize("NFKC", text)
    if not plain:
        raise KeyWrong("The passphrase is empty.")
    if len(plain) > LONGEST_BYTES:
        raise KeyWrong(f"A passphrase can have {LONGEST_BYTES >> 20} MB at most.")
    return plain


def named_file() -> Path | None:
    """Return the file this process was told to read its passphrase from."""
    named = os.environ.get(VARIABLE)
    return Path(named) if named else None


def name_file(path: Path | None) -> None:
    """Have this process, and every one it starts, read its passphrase from the file, from none for None."""
    if path is None:
        os.environ.pop(VARIABLE, None)
    else:
        os.environ[VARIABLE] = str(path.expanduser().absolute())


def read_file(path: Path, patience_s: float = _WRITER_S) -> str:
    """Return the passphrase in the file, without the line's end; KeyNeeded with what to do where it cannot be used.

    patience_s: how long a pipe is waited for until somebody writes into it.
    """
    try:
        with os.fdopen(_without_waiting(path), "rb") as file:
            _refuse_shared(path, os.fstat(file.fileno()))
            _wait_for_writer(file.fileno(), patience_s)
            content = file.read(LONGEST_BYTES + 3)
    except OSError as cause:
        raise KeyNeeded(f"The passphrase file {path} cannot be read: {cause.strerror or cause}.") from cause
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as cause:
        raise KeyNeeded(f"The passphrase file {path} is no text in UTF-8. Save it as UTF-8.") from cause
    text = text.removesuffix("\n").removesuffix("\r")
    if not text:
        raise KeyNeeded(f"The passphrase file {path} is empty. Write the passphrase into its first line.")
    return normal(text)


def _without_waiting(path: Path) -> int:
    """Open it at once: the opening of a pipe that nobody writes into would not come back."""
    return os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))


def _wait_for_writer(descriptor: int, patience_s: float) -> None:
    if os.name != "posix" or not stat.S_ISFIFO(os.fstat(descriptor).st_mode):
        return
    if not _says_something(descriptor, patience_s):
        raise TimeoutError(errno.ETIMEDOUT, "it is a pipe, and nobody writes into it")
    os.set_blocking(descriptor, True)


def _says_something(pipe: int, patience_s: float) -> bool:
    if select.select([pipe], [], [], patience_s)[0]:
        return True
    try:
        os.read(pipe, 1)
    except BlockingIOError:  # somebody holds its other end
        return bool(select.select([pipe], [], [], _SLOW_S)[0])
    return False


def _refuse_shared(path: Path, status: os.stat_result) -> None:
    """Refuse a file that others can read; pipes belong to whoever holds their ends."""
    if os.name == "posix" and stat.S_ISREG(status.st_mode) and stat.S_IMODE(status.st_mode) & _OTHERS:
        raise KeyNeeded(f"Others can read the passphrase file {path}. Close it to them first: chmod 600 {path}")
