"""Handing over to another process of Kairos."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from typing import NoReturn

from engine.domain.database_key import DatabaseKey
from engine.keys.handover import handed, handed_on


def become(command: Sequence[str], key: DatabaseKey | None = None) -> NoReturn:
    """Run the command in place of this process, so that nothing of it stays in memory.

    Where a process cannot be replaced (Windows), wait for the new one and leave with its exit status.
    key: what it is to open its profile with.
    """
    sys.stdout.flush()
    sys.stderr.flush()
    if os.name == "posix":
        words = () if key is None else handed_on(key)
        os.execv(command[0], [*command, *words])  # noqa: S606  (our own interpreter, no shell)
    with handed(key) as given:
        sys.exit(subprocess.run((*command, *given.words), check=False, **given.settings).returncode)
