"""Which documents may be handed to the desktop's own programme: never what the desktop would run instead of show."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from engine.domain.errors import UsageError
from engine.domain.plain_text import plain

_RUNNING = frozenset(
    """
    .app .appimage .applescript .bash .bat .bin .chm .cmd .com .command .cpl .csh .desktop .dll .elf .exe .fish .hta
    .inf .jar .js .jse .ksh .lnk .lua .msc .msi .msp .out .php .pif .pl .ps1 .psm1 .py .pyc .pyw .pyz .rb .reg .run
    .scf .scpt .scr .sh .so .sys .tcl .url .vb .vbe .vbs .webloc .workflow .ws .wsf .wsh .xpi .zsh
    """.split()
)


def openable(path: str) -> Path:
    """Return the document's path; UsageError where it is gone, or where opening it could run code.

    What is marked executable is refused as well as the kinds that some desktop runs.
    """
    file = Path(path)
    shown = plain(os.fsencode(path).decode(errors="replace"))
    try:
        mode = file.stat().st_mode
    except (OSError, ValueError) as cause:
        raise UsageError(f"{shown} is not there any more, or cannot be reached.") from cause
    if not stat.S_ISREG(mode):
        raise UsageError(f"{shown} is no file.")
    names = {file.suffix.casefold(), file.resolve().suffix.casefold()}
    executable = os.name == "posix" and mode & (stat.S_IXUSR | stat.S_IXGRP | stat.S_IXOTH)
    if executable or names & _RUNNING:
        raise UsageError(f"{shown} could be run instead of shown. Open it in an editor yourself.")
    return file.absolute()
