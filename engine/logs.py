"""Rotating logs in the profile; window titles may appear at DEBUG only."""

from __future__ import annotations

import logging
import os
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from engine.domain.traces import wordless

_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_SIZE = 512_000
_KEPT = 3
_LONGEST = 64_000  # characters of one entry


class _PrivateFile(RotatingFileHandler):
    """A rotating log whose files only their owner can read; a full disk never disturbs the caller."""

    def _open(self) -> TextIOWrapper:
        descriptor = os.open(self.baseFilename, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        return os.fdopen(descriptor, "a", encoding="utf-8")

    def format(self, record: logging.LogRecord) -> str:
        """Return the line, cut where it is so long that the files would outgrow their bounds."""
        line = super().format(record)
        return line if len(line) <= _LONGEST else f"{line[:_LONGEST]} ..."

    def handleError(self, record: logging.LogRecord) -> None:
        """Drop the line: a log that cannot be written must not take the recorder down."""


class _Wordless(logging.Formatter):
    """Tells errors by their kinds and places alone, since their words could hold a title."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the entry, whatever another handler has kept of its error."""
        kept, record.exc_text = record.exc_text, None
        try:
            return super().format(record)
        finally:
            record.exc_text = kept

    def formatException(  # noqa: N802  (logging's own name)
        self, ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
    ) -> str:
        """Return where and by which kinds of errors it went wrong."""
        return wordless(ei[1], ei[2])


def start_logging(folder: Path, name: str, *, level: int = logging.INFO) -> None:
    """Send this process's log to folder/name.log; without a usable folder nothing is logged to disk."""
    root = logging.getLogger()
    root.setLevel(level)
    logging.getLogger("apscheduler").setLevel(logging.WARNING)  # it tells every start of every job
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handler = _PrivateFile(folder / f"{name}.log", maxBytes=_SIZE, backupCount=_KEPT, encoding="utf-8")
    except OSError:
        root.addHandler(logging.NullHandler())
        return
    handler.setFormatter(_Wordless(_FORMAT))
    root.addHandler(handler)
