"""A sink that keeps everything a probe reports, and runs a probe for a test."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from helpers.desktop_x11 import now_ms

from engine.domain.activity import Window
from engine.tracking.probe import Probe, SessionSign


def open_descriptors() -> int:
    """Return how many descriptors this process holds open."""
    return len(list(Path("/proc/self/fd").iterdir()))


class RecordingSink:
    """What was reported, in order, each with the wall clock's milliseconds."""

    def __init__(self) -> None:
        self.windows: list[tuple[int, Window | None]] = []
        self.idle: list[tuple[int, int | None]] = []
        self.signs: list[tuple[int, SessionSign, bool]] = []

    def saw_window(self, window: Window | None) -> None:
        self.windows.append((now_ms(), window))

    def went_idle(self, idle_ms: int) -> None:
        self.idle.append((now_ms(), idle_ms))

    def came_back(self) -> None:
        self.idle.append((now_ms(), None))

    def session_sign(self, sign: SessionSign, holds: bool) -> None:
        self.signs.append((now_ms(), sign, holds))

    @property
    def seen(self) -> list[tuple[str, str] | None]:
        """App and title of the windows seen."""
        return [None if window is None else (window.app, window.title) for _, window in self.windows]

    @property
    def said(self) -> list[tuple[SessionSign, bool]]:
        """The session states reported."""
        return [(sign, holds) for _, sign, holds in self.signs]


@asynccontextmanager
async def running(probe: Probe, sink: RecordingSink, idle_after_ms: int = 600_000) -> AsyncIterator[asyncio.Task[None]]:
    """Run a probe for the time of the block and cancel it then."""
    task = asyncio.create_task(probe.run(sink, idle_after_ms))
    try:
        yield task
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def eventually(holds: Callable[[], object], what: str, *, patience_s: float = 10.0) -> None:
    """Wait on the loop until holds() is true; fails naming what was waited for."""
    try:
        async with asyncio.timeout(patience_s):
            while not holds():  # noqa: ASYNC110  (anything may be waited for, not only what sets an event)
                await asyncio.sleep(0.01)
    except TimeoutError:
        raise AssertionError(f"waited {patience_s:g} s in vain for {what}") from None
