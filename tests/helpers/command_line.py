"""The command line, run in this process or as a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import typer.main

from engine.cli.__main__ import main

# Making the tree of all commands takes a tenth of a second, in a process once; here it would be once for each command.
vars(typer.main)["get_command"] = cache(typer.main.get_command)


@dataclass(frozen=True)
class Answer:
    """What a command left with and said."""

    status: int
    out: str
    err: str

    def json(self) -> Any:
        """Return what it said as JSON."""
        return json.loads(self.out)


class Commands:
    """Runs commands on one profile, in this process."""

    def __init__(self, folder: Path, capture: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._capture = capture

    def __call__(self, *words: str) -> Answer:
        """Run one command on the profile."""
        return self.bare(*words, "--profile", str(self.folder))

    def bare(self, *words: str) -> Answer:
        """Run one command as it is written."""
        self._capture.readouterr()
        try:
            main(words)
        except SystemExit as leaving:
            status = leaving.code if isinstance(leaving.code, int) else 0 if leaving.code is None else 1
        else:
            status = 0
        said = self._capture.readouterr()
        return Answer(status, said.out, said.err)


def process(*words: str, environ: Mapping[str, str] | None = None) -> Answer:
    """Run one command as a process of its own, with these variables on top of the test's."""
    done = subprocess.run(
        [sys.executable, "-m", "engine.cli", *words],
        env={**os.environ, **(environ or {})},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    return Answer(done.returncode, done.stdout, done.stderr)
