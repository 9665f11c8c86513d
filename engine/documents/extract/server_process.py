"""One fork server as its maker sees it: started clean, told lines, heard on two pipes, ended with all it made."""

from __future__ import annotations

import contextlib
import json
import os
import select
import signal
import subprocess
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from engine.documents.extract.readers import Family
from engine.programs import isolated_command

Command = Callable[[str, int], tuple[str, ...]]
"""From the family's name and the descriptor of results to the command line of its server."""

_BLOCK = 1 << 18
_LONGEST_LINE = 1 << 16
_LEAVING_S = 5.0
# Enough for a program to start, nothing of the person's: no home, no session, no secrets.
_KEPT = ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")


class ServerLost(Exception):
    """The server ended, or does not answer, or says what it may not."""


def product_command(family: str, results: int) -> tuple[str, ...]:
    """Return the command line of the family's server: Python without the person's settings or folders."""
    return isolated_command("engine.documents.extract.server", family, str(results))


def clean_environment() -> Mapping[str, str]:
    """Return the little of the environment that a reader's process gets."""
    return {name: os.environ[name] for name in _KEPT if name in os.environ} | {"LC_ALL": "C.UTF-8"}


class ServerProcess:
    """A running fork server; `wait` hears it, `tell` tells it."""

    def __init__(self, command: Command, family: Family) -> None:
        self._results, theirs = os.pipe()
        os.set_blocking(self._results, False)
        try:
            self._process = subprocess.Popen(
                command(family, theirs),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                bufsize=0,
                pass_fds=(theirs,),
                env=clean_environment(),
                cwd="/",
                process_group=0,
            )
        except BaseException:
            os.close(self._results)
            raise
        finally:
            os.close(theirs)
        self._control = self._process.stdout.fileno() if self._process.stdout else -1
        self._heard = b""
        self._poll = select.poll()
        self._poll.register(self._results, select.POLLIN)
        self._poll.register(self._control, select.POLLIN)

    def tell(self, line: bytes) -> None:
        """Say one line; raises ServerLost."""
        try:
            view = memoryview(line + b"\n")
            while view and self._process.stdin:
                view = view[self._process.stdin.write(view) or 0 :]
        except (OSError, ValueError):
            raise ServerLost from None

    def hear(self, until: float) -> tuple[bytes, dict[str, Any] | None] | None:
        """Return results and at most one line of the server's own, or None when the moment (monotonic) came.

        Raises ServerLost.
        """
        line = self._line()
        if line is not None:
            return b"", line
        ready = {number for number, _ in self._poll.poll(max(0.0, until - time.monotonic()) * 1_000)}
        if not ready:
            return None
        data = self.results() if self._results in ready else b""
        if self._control in ready:
            block = os.read(self._control, _BLOCK)
            self._heard += block
            if not block or len(self._heard) > _LONGEST_LINE:
                raise ServerLost
        return data, self._line()

    def results(self) -> bytes:
        """Return what is in the pipe of results now, as far as one reading goes."""
        try:
            data = os.read(self._results, _BLOCK)
        except BlockingIOError:
            return b""
        if not data:
            raise ServerLost
        return data

    def _line(self) -> dict[str, Any] | None:
        line, found, rest = self._heard.partition(b"\n")
        if not found:
            return None
        self._heard = rest
        words: dict[str, Any] = json.loads(line)
        return words

    def wants_processor(self) -> bool:
        """Tell whether the server or its child would go on if the machine let it (Linux; elsewhere False)."""
        own = Path("/proc", str(self._process.pid))
        try:
            children = (own / "task" / own.name / "children").read_text(encoding="ascii").split()
        except OSError:
            return False
        return any(_is_runnable(pid) for pid in (own.name, *children))

    def kill(self) -> None:
        """End the server and what it made, now; may be called from any thread and more than once."""
        if self._process.returncode is None:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, signal.SIGKILL)

    def close(self) -> None:
        """End the server and what it made, and let go of the pipes; only for the thread that hears it."""
        self.kill()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(_LEAVING_S)
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                with contextlib.suppress(OSError):
                    pipe.close()
        if self._results >= 0:
            os.close(self._results)
            self._results = -1


def _is_runnable(pid: str) -> bool:
    try:
        state = Path("/proc", pid, "stat").read_text(encoding="ascii", errors="replace").rpartition(")")[2]
    except OSError:
        return False
    return state.split()[:1] == ["R"]
