"""How the recorder is started: the one place that knows its command line."""

from __future__ import annotations

import sys
from pathlib import Path


def recorder_command(folder: Path, seconds: float | None = None) -> tuple[str, ...]:
    """Return the command line that records into the profile's folder, for so many seconds where given.

    -OO leaves docstrings and assertions out of a process that lives all day.
    """
    limit = () if seconds is None else ("--for", f"{seconds:g}")
    return (sys.executable, "-OO", "-m", "engine.recorder", "--profile", str(folder), *limit)
