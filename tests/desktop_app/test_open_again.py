"""A window on data that was put in another's place becomes a new one, in a process of its own."""

from __future__ import annotations

import subprocess
import sys

_ROUNDS = """
import os, sys
from desktop_app.app import open_again
from desktop_app.desk import AGAIN
number = int(os.environ.get("ROUND", "0"))
os.environ["ROUND"] = str(number + 1)
print(number, *sys.argv[1:], flush=True)
sys.exit(open_again(AGAIN if number < 1 else 3))
"""


def test_it_is_started_as_it_was_and_its_exit_status_counts() -> None:
    done = subprocess.run(
        (sys.executable, "-c", _ROUNDS, "--profile", "here"), capture_output=True, text=True, check=False, timeout=60
    )
    assert done.stdout.splitlines() == ["0 --profile here", "1 --profile here"], done.stderr
    assert done.returncode == 3
