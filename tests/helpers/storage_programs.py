"""Small programs that use the storage in processes of their own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

PRELUDE = """
import os, signal, sys, time
from pathlib import Path
from engine.domain.activity import Activity, Observed
from engine.domain.changes import Begin, End, TakeBack
from engine.domain.errors import KairosError
from engine.domain.presence import Presence
from engine.storage.activities import ActivityStore
from engine.storage.database import Database

path = Path(sys.argv[1])

def seen(app, title="t"):
    return Observed(Presence.ACTIVE, app, title, "", "x11")
"""


def start(program: str, path: Path, *arguments: str) -> subprocess.Popen[str]:
    """Start the program on the database at path; its standard output is a pipe."""
    return subprocess.Popen(
        [sys.executable, "-c", PRELUDE + program, str(path), *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def finish(process: subprocess.Popen[str], *, seconds: float = 60) -> tuple[int, str, str]:
    """Wait for the program and return its exit status and what it wrote."""
    with process:
        out, err = process.communicate(timeout=seconds)
    return process.returncode, out, err


def run(program: str, path: Path, *arguments: str) -> str:
    """Run the program to its end and return what it wrote; fails where it did not exit with 0."""
    status, out, err = finish(start(program, path, *arguments))
    assert status == 0, err
    return out
