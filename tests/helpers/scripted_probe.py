"""A probe that plays what the test tells it to."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from engine.domain.errors import ProbeError
from engine.domain.health import ProbeReport
from engine.tracking.probe import Sink

Act = Callable[[Sink], None]


class ScriptedProbe:
    """Reports what do() is given; fail() ends the present run with an error."""

    name = "scripted"

    def __init__(self) -> None:
        self.runs = 0
        self.idle_after_ms: list[int] = []
        self._acts: asyncio.Queue[Act | ProbeError] = asyncio.Queue()

    def report(self) -> ProbeReport:
        """Say that everything can be seen."""
        return ProbeReport("x11", self.name, windows=True, titles=True, idle=True, lock=True, suspend=True)

    def do(self, act: Act) -> None:
        """Report something soon."""
        self._acts.put_nowait(act)

    def fail(self, error: ProbeError) -> None:
        """Break the connection."""
        self._acts.put_nowait(error)

    async def run(self, sink: Sink, idle_after_ms: int) -> None:
        """Play what was asked for, until cancelled or broken."""
        self.runs += 1
        self.idle_after_ms.append(idle_after_ms)
        while True:
            act = await self._acts.get()
            if isinstance(act, ProbeError):
                raise act
            act(sink)
