"""Starts and ends the real programs that desktop tests are made of."""

from __future__ import annotations

import os
import select
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import pytest

_PATIENCE_S = 20.0


def need(*programs: str) -> None:
    """Skip the test, naming what to install, where a program is missing; on CI that is a failure."""
    missing = [program for program in programs if shutil.which(program) is None]
    if missing:
        message = f"not installed: {', '.join(missing)}"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)


def wait_until(holds: Callable[[], object], what: str, *, patience_s: float = _PATIENCE_S) -> None:
    """Wait until holds() is true; fails naming what was waited for."""
    deadline = time.monotonic() + patience_s
    while not holds():
        if time.monotonic() > deadline:
            pytest.fail(f"waited {patience_s:g} s in vain for {what}")
        time.sleep(0.01)


def _line(descriptor: int) -> str:
    """Read up to the end of the line; closing earlier kills a writer that is not done."""
    told = b""
    while not told.endswith(b"\n"):
        ready, _, _ = select.select([descriptor], [], [], _PATIENCE_S)
        more = os.read(descriptor, 4_096) if ready else b""
        if not more:
            return ""
        told += more
    return told.decode()


class Programs:
    """Children of a test, ended together, last started first; their noise goes to a file each."""

    def __init__(self, folder: Path, environ: Mapping[str, str]) -> None:
        self.environ = dict(environ)
        self._folder = folder
        self._running: list[subprocess.Popen[bytes]] = []

    def start(self, *command: str, pass_fds: Sequence[int] = ()) -> subprocess.Popen[bytes]:
        """Start a program in the environment of this set."""
        noise = self._folder / f"{Path(command[0]).name}-{len(self._running)}.log"
        with noise.open("wb") as log:
            process = subprocess.Popen(
                command, env=self.environ, stdin=subprocess.DEVNULL, stdout=log, stderr=log, pass_fds=tuple(pass_fds),
                start_new_session=True,
            )  # fmt: skip
        self._running.append(process)
        return process

    def start_telling(self, *command: str) -> tuple[subprocess.Popen[bytes], str]:
        """Start a program that writes one line to the descriptor put for {fd}; return it with the line."""
        reading, writing = os.pipe()
        try:
            process = self.start(*(word.format(fd=writing) for word in command), pass_fds=(writing,))
            os.close(writing)
            writing = -1
            line = _line(reading)
        finally:
            os.close(reading)
            if writing >= 0:
                os.close(writing)
        if not line.strip():
            pytest.fail(f"{command[0]} did not come up")
        return process, line.strip()

    def run(self, *command: str) -> str:
        """Run a program to its end and return what it printed; fails where it fails."""
        done = subprocess.run(
            command, env=self.environ, check=False, capture_output=True, text=True, timeout=_PATIENCE_S
        )
        if done.returncode:
            pytest.fail(f"{' '.join(command)} ended with {done.returncode}: {done.stderr}")
        return done.stdout.strip()

    def end(self, process: subprocess.Popen[bytes]) -> None:
        """End one program and all it started."""
        for number in (signal.SIGTERM, signal.SIGKILL):
            if process.poll() is None:
                os.killpg(process.pid, number)
            try:
                process.wait(5)
                break
            except subprocess.TimeoutExpired:
                continue
        if process in self._running:
            self._running.remove(process)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for process in reversed(tuple(self._running)):
            self.end(process)
