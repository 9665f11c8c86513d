"""The name of the machine's time zone, noticed anew when the person travels."""

from __future__ import annotations

import os
from pathlib import Path

import tzlocal

_LINK = Path("/etc/localtime")


class LocalZone:
    """Answers with the IANA name of the local zone; looks again only when the system's setting changed."""

    def __init__(self) -> None:
        self._mark: tuple[str | None, int, int] | None = None
        self._name = "UTC"

    def __call__(self) -> str:
        """Return the IANA name, "UTC" where the system has none."""
        mark = _mark()
        if mark != self._mark:
            self._mark = mark
            self._name = getattr(tzlocal.reload_localzone(), "key", "UTC")
        return self._name


def _mark() -> tuple[str | None, int, int]:
    """Return what changes when the zone is set: a new link or file has another number or time."""
    try:
        status = _LINK.lstat()
    except OSError:
        return os.environ.get("TZ"), 0, 0
    return os.environ.get("TZ"), status.st_mtime_ns, status.st_ino
