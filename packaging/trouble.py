"""How set-up talks: one line to the person, another program's output boiled down to its last word."""

from __future__ import annotations

import subprocess
import sys


class Trouble(Exception):
    """Set-up cannot go on; the message says in one line what to do."""


def say(text: str) -> None:
    """Tell the person, at once."""
    print(text, file=sys.stderr, flush=True)


def quietly(command: list[str]) -> subprocess.CompletedProcess[str]:
    """Run the command with its output, errors among it, kept and nothing to read."""
    return subprocess.run(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )


def last_line(output: str) -> str:
    """Return the last line that says something, an error before anything else."""
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    errors = [line for line in lines if line.lower().startswith(("error", "e:"))]
    return (errors or lines or ["(no message)"])[-1]
