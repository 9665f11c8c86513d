"""Whether opening a document could run it instead of showing it."""

from __future__ import annotations

import stat
import sys
from collections.abc import Iterable
from pathlib import PurePath
from typing import Final

from engine.domain.documents import DocumentKind

# What a system may run instead of showing it, whatever it was read as.
_RUNS: Final = frozenset(
    ".app .appimage .application .applescript .bat .chm .cmd .com .command .cpl .desktop .dll .exe .gadget .hta .inf "
    ".jar .lnk .msc .msi .msp .pif .reg .run .scf .scpt .scr .sct .shb .shs .url .webloc .workflow .ws .wsc .wsf .wsh "
    ".xpi".split()
)
# Scripts are run by their name alone on Windows, and on macOS where Python's launcher is installed.
_SCRIPTS: Final = frozenset(
    ".bash .cgi .csh .fish .js .jse .ksh .lua .mjs .php .pl .ps1 .psm1 .py .pyc .pyw .pyz .rb .sh .tcl .vb .vbe .vbs "
    ".zsh".split()
)
_MAY_HOLD_PROGRAMS: Final = frozenset({DocumentKind.CODE, DocumentKind.TEXT})
_ANY_EXECUTE: Final = stat.S_IXUSR | stat.S_IXGRP | stat.S_IXOTH


def could_run(names: Iterable[str], kind: DocumentKind, mode: int, system: str = sys.platform) -> bool:
    """Return whether it could: by one of its names, or since it is text that is marked as a program.

    Anything else that is so marked opens: file systems of other makers mark every file. names: as it is called, and
    as what a link leads to is called. mode: as the file system tells it.
    """
    endings = {PurePath(PurePath(name).name.casefold().rstrip(". ")).suffix for name in names}
    if endings & (_RUNS | _SCRIPTS if system in {"win32", "darwin"} else _RUNS):
        return True
    return system != "win32" and kind in _MAY_HOLD_PROGRAMS and bool(mode & _ANY_EXECUTE)
