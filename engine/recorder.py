"""The resident process: watches the desktop from log-in to log-out and writes what the privacy filter admits.

Started as `python -OO -m engine.recorder`, since without docstrings its libraries need 3 MB less memory.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import logging
import os
import signal
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from engine.domain.errors import KairosError
from engine.locks import ProcessLock
from engine.logs import start_logging
from engine.paths import ProfilePaths, profile_at

_log = logging.getLogger(__name__)


def main(arguments: Sequence[str] | None = None) -> int:
    """Record until stopped; returns 0, or 1 after one clear message on stderr."""
    chosen = _parse(arguments)
    os.umask(0o077)
    try:
        return _record(profile_at(chosen.profile).ensure(), chosen.seconds)
    except KairosError as error:
        sys.stderr.write(f"{error.title}\n{error.message}\n")
        return 1


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="kairos record", description="Record app, window and idle time.")
    parser.add_argument("--profile", type=Path, default=None, metavar="DIR", help="the folder that holds the data")
    parser.add_argument("--for", dest="seconds", type=float, default=None, metavar="SECONDS", help="stop by itself")
    return parser.parse_args(arguments)


def _record(paths: ProfilePaths, seconds: float | None) -> int:
    start_logging(paths.logs, "recorder")
    with ProcessLock(paths.recorder_lock) as lock:
        lock.acquire(who="recorder")
        with asyncio.Runner() as runner:
            runner.run(_run(paths, seconds))
    return 0


async def _run(paths: ProfilePaths, seconds: float | None) -> None:
    from engine.bootstrap import recording  # noqa: PLC0415  (the lock is taken before anything heavy is loaded)

    loop = asyncio.get_running_loop()
    # One thread for all writing: one database connection, and writes stay in order.
    loop.set_default_executor(ThreadPoolExecutor(max_workers=1, thread_name_prefix="storage"))
    with recording(paths) as service:
        for number in (signal.SIGTERM, signal.SIGINT, getattr(signal, "SIGHUP", signal.SIGTERM)):
            _on_signal(loop, number, service.stop)
        gc.collect()
        gc.freeze()
        await service.run(seconds)


def _on_signal(loop: asyncio.AbstractEventLoop, number: signal.Signals, stop: object) -> None:
    if not callable(stop):
        return
    try:
        loop.add_signal_handler(number, stop)
    except NotImplementedError:  # Windows' loop has no signal handlers
        signal.signal(number, lambda _number, _frame: loop.call_soon_threadsafe(stop))


if __name__ == "__main__":
    sys.exit(main())
