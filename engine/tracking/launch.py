"""How the recorder is started: the one place that knows its command line."""

from __future__ import annotations

import subprocess
from pathlib import Path

from engine.domain.database_key import DatabaseKey
from engine.keys.handover import handed
from engine.keys.passphrase import OPTION, named_file
from engine.programs import command, environment


def recorder_command(folder: Path, seconds: float | None = None) -> tuple[str, ...]:
    """Return the command line that records into the profile's folder, for so many seconds where given.

    -OO leaves docstrings and assertions out of a process that lives all day.
    """
    limit = () if seconds is None else ("--for", f"{seconds:g}")
    file = named_file()
    named = () if file is None else (OPTION, str(file))  # for the next log-in, too
    return command("engine.recorder", "--profile", str(folder), *named, *limit, optimised=True)


def start_recorder(folder: Path, key: DatabaseKey | None = None) -> subprocess.Popen[bytes]:
    """Start the recorder of the profile in the folder; it goes on by itself, whoever started it. Raises OSError.

    key: what the profile opens with, where this process knows it.
    """
    with handed(key) as given:
        return subprocess.Popen(
            (*recorder_command(folder), *given.words),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),  # Windows only
            start_new_session=True,  # what ends a terminal's commands is not meant for it
            env=environment(),
            **given.settings,
        )
