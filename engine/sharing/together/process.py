"""Starts the process that speaks with other machines, and answers what it passes on. Knows neither Flower nor gRPC."""

from __future__ import annotations

import json
import queue
import subprocess
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from typing import IO, Any

from engine.domain.together import TogetherError
from engine.programs import command, environment
from engine.sharing.together.address import ServerAddress
from engine.sharing.together.home import home

MODULE = "engine.sharing.together.flower"
EXTRA = 'Learning over a server needs the extra: pip install "kairos-desktop[team]". By files it needs nothing more.'
_QUIET = {"FLWR_TELEMETRY_ENABLED": "0", "FLWR_DISABLE_UPDATE_CHECK": "1", "GRPC_ENABLE_FORK_SUPPORT": "0"}
EXPECTED = frozenset({0, 4})
"""Statuses of a round that came to its end, and of one that did not."""
_BEAT_S = 0.5
_LONGEST_LINE = 1 << 20

Answer = Callable[[Mapping[str, Any]], Mapping[str, Any]]


def installed() -> bool:
    """Return whether Flower and gRPC are there; neither is loaded for it."""
    return find_spec("flwr") is not None and find_spec("grpc") is not None


def talk(words: tuple[str, ...], answer: Answer, stop: Callable[[], bool]) -> int:
    """Run the process until it ends and return its status; -1 where it was stopped.

    words: what it is told to be ("client" or "server", and the address). answer: what is said to each of its questions;
    an expected error ends it. stop: asked twice a second; then the process ends at once and sends nothing more.
    """
    if not installed():
        raise TogetherError(EXTRA)
    with home() as folder:
        try:
            process = subprocess.Popen(
                command(MODULE, *words),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
                env=_variables(folder),
                cwd=folder,
            )
        except OSError as cause:
            raise TogetherError(f"The process cannot be started: {cause.strerror or cause}.") from cause
        try:
            return _answered(process, answer, stop)
        finally:
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    with suppress(OSError):
                        pipe.close()


def _answered(process: subprocess.Popen[str], answer: Answer, stop: Callable[[], bool]) -> int:
    lines: queue.Queue[str] = queue.Queue()
    threading.Thread(target=_read, args=(process.stdout, lines), daemon=True).start()
    while True:
        try:
            line = lines.get(timeout=_BEAT_S)
        except queue.Empty:
            if stop():
                return -1
            continue
        if not line:
            return _ended(process.wait())
        if stop():
            return -1
        said = json.dumps(answer(json.loads(line))) + "\n"
        if stop():  # while the answer was made
            return -1
        if process.stdin is not None:
            with suppress(BrokenPipeError):
                process.stdin.write(said)
                process.stdin.flush()


def _ended(status: int) -> int:
    if status not in EXPECTED:
        raise TogetherError(
            f"The process that speaks with other machines ended on its own (status {status}). Is the address another's,"
            " or in use?"
        )
    return status


def _read(pipe: IO[str] | None, lines: queue.Queue[str]) -> None:
    if pipe is not None:
        with suppress(ValueError, OSError):
            for line in iter(lambda: pipe.readline(_LONGEST_LINE), ""):
                lines.put(line)
    lines.put("")


def _variables(folder: Path) -> dict[str, str]:
    """Return what the process is started with: nothing that would have it report home or go by a proxy."""
    kept = {name: one for name, one in environment().items() if not name.lower().endswith("_proxy")}
    return {**kept, **_QUIET, "NO_PROXY": "*", "HOME": str(folder), "FLWR_HOME": str(folder / "flwr")}


def client_words(address: ServerAddress, certificate: str = "") -> tuple[str, ...]:
    """Return what the process of one person is told to be."""
    return ("client", str(address), *((certificate,) if certificate else ()))


def server_words(address: ServerAddress, people: int) -> tuple[str, ...]:
    """Return what the process of the company is told to be."""
    return ("server", str(address), str(people))
