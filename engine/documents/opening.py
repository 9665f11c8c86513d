"""Which documents may be handed to the desktop's own programme: never what the desktop would run instead of show."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from engine.domain.documents import Document
from engine.domain.errors import UsageError
from engine.domain.plain_text import plain
from engine.domain.runnable import could_run


def openable(document: Document) -> Path:
    """Return the document's path; UsageError where it is gone, or where opening it could run it."""
    file = Path(document.identity.path)
    shown = plain(os.fsencode(file).decode(errors="replace"))
    try:
        mode = file.stat().st_mode
    except (OSError, ValueError) as cause:
        raise UsageError(f"{shown} is not there any more, or cannot be reached.") from cause
    if not stat.S_ISREG(mode):
        raise UsageError(f"{shown} is no file.")
    if could_run((str(file), str(file.resolve())), document.kind, mode):
        raise UsageError(f"{shown} could be run instead of shown. Open it in an editor yourself.")
    return file.absolute()
