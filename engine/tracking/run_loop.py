"""Runs the recorder's service on a loop of its own, until a signal or its time ends it."""

from __future__ import annotations

import asyncio
import gc
import signal
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager

from engine.tracking.service import RecorderService


def run(build: Callable[[], AbstractContextManager[RecorderService]], seconds: float | None) -> None:
    """Build the service inside a fresh loop and run it for so many seconds, None for ever."""
    with asyncio.Runner() as runner:
        runner.run(_serve(build, seconds))


async def _serve(build: Callable[[], AbstractContextManager[RecorderService]], seconds: float | None) -> None:
    loop = asyncio.get_running_loop()
    # One thread for all writing: one database connection, and writes stay in order.
    loop.set_default_executor(ThreadPoolExecutor(max_workers=1, thread_name_prefix="storage"))
    with build() as service:
        for name in ("SIGTERM", "SIGINT", "SIGHUP"):
            if hasattr(signal, name):
                _on_signal(loop, getattr(signal, name), service.stop)
        gc.collect()
        gc.freeze()  # what is loaded stays loaded: later collections need not walk it
        await service.run(seconds)


def _on_signal(loop: asyncio.AbstractEventLoop, number: signal.Signals, stop: Callable[[], None]) -> None:
    try:
        loop.add_signal_handler(number, stop)
    except NotImplementedError:  # Windows' loop has no signal handlers
        signal.signal(number, lambda _number, _frame: loop.call_soon_threadsafe(stop))
