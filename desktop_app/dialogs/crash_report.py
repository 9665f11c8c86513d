"""What went wrong, as text a person can read before passing it on: no words of errors, no title, no name in a path."""

from __future__ import annotations

import platform
import sys
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import qVersion

from engine import __version__
from engine.domain.traces import wordless

_SHORTEST_TITLE = 3  # shorter ones would blot out half the report


def compose(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None, where: str) -> str:
    """Return the report of one error; where names the part of the program it came from.

    The error's own words are left out: they could hold a title, or what a document says.
    """
    return "\n".join(
        (
            f"Kairos {__version__}, Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}",
            f"Where: {where}",
            "",
            wordless(error, trace) if error is not None else kind.__name__,
        )
    )


def redacted(report: str, titles: Iterable[str], home: Path | None = None) -> str:
    """Return the report without the given window titles and without the person's home folder."""
    for title in sorted({title for title in titles if len(title) >= _SHORTEST_TITLE}, key=len, reverse=True):
        for form in (title, repr(title)[1:-1]):
            report = report.replace(form, "[title]")
    return report.replace(str(home or Path.home()), "~").replace(sys.prefix, "[python]")
