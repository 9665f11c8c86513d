"""Asks a part of Kairos one question: it is started for that, answers in JSON, and ends with all it had in memory."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Mapping
from typing import Any

from engine.domain.egress import ProcessRole
from engine.egress import count_elsewhere
from engine.programs import command, environment


def asked_once(module: str, role: ProcessRole, question: Mapping[str, Any], seconds: float) -> dict[str, Any]:
    """Return a module's answer, and count under its role what it tells of network attempts.

    Raises TimeoutError where no answer comes within the seconds, any other OSError where the process does not run.
    """
    try:
        done = subprocess.run(
            command(module),
            input=json.dumps(question).encode(),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # a trace could hold what it was asked
            timeout=seconds,
            check=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),  # Windows only
            cwd=os.sep if os.name == "posix" else None,
            env=environment(),
        )
        told: dict[str, Any] = json.loads(done.stdout)
    except subprocess.TimeoutExpired as cause:
        raise TimeoutError from cause
    except (subprocess.CalledProcessError, ValueError) as cause:
        raise ChildProcessError from cause
    count_elsewhere(role, told.get("attempts"))
    return told
