"""One recorder's loop on a real database, with a desktop that is scripted."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from helpers.day_script import AdmitAll
from helpers.scripted_probe import ScriptedProbe

from engine.domain.activity import Window
from engine.domain.changes import Change
from engine.domain.clock import SystemClock
from engine.domain.commands import Command, CommandKind, Receiver
from engine.domain.errors import StorageFull
from engine.domain.health import RecorderHealth, RecorderState
from engine.storage.activities import ActivityStore
from engine.storage.commands import CommandQueue
from engine.storage.database import Database
from engine.storage.heartbeat import Beat, HeartbeatFile
from engine.storage.recorder_status import RecorderStatusStore
from engine.tracking.journal import Journal
from engine.tracking.privacy.refuse_all import RefuseAll
from engine.tracking.service import RecorderParts, RecorderService
from engine.tracking.tracker import Admits


class FullNowAndThen(ActivityStore):
    """A store on a disk that can be full."""

    full = False

    def apply(self, changes: Sequence[Change]) -> int | None:
        if self.full:
            raise StorageFull("no room")
        return super().apply(changes)


class Bench:
    """One recorder and everything around it."""

    def __init__(self, folder: Path) -> None:
        self.database = Database.open(folder / "kairos.sqlite3")
        self.heartbeat = HeartbeatFile(folder / "heartbeat")
        self.store = FullNowAndThen(self.database)
        self.commands = CommandQueue(self.database)
        self.status = RecorderStatusStore(self.database)
        self.probe = ScriptedProbe()
        self.clock = SystemClock(lambda: "UTC")
        self.rules: Callable[[], tuple[Admits, int]] = lambda: (AdmitAll(), 180_000)

    def parts(self) -> RecorderParts:
        return RecorderParts(
            clock=self.clock,
            probe=self.probe,
            companions=(),
            look=self.probe.report,
            load_filter=self.load_filter,
            refuse_all=RefuseAll(),
            journal=lambda notice: Journal(self.store, self.heartbeat, notice),
            status=self.status,
            commands=self.commands,
            changed=self.database.data_version,
        )

    def load_filter(self) -> tuple[Admits, int]:
        return self.rules()

    def see(self, app: str, title: str = "") -> None:
        self.probe.do(lambda sink: sink.saw_window(Window(app, title)))

    def recorded(self) -> list[str]:
        found = self.store.between(0, 1 << 52, beat=self.heartbeat.read())
        return [f"{activity.what.presence} {activity.what.app}".strip() for activity in found]

    def health(self) -> RecorderHealth:
        return self.status.load() or RecorderHealth(RecorderState.STOPPED)

    def beat(self) -> Beat:
        beat = self.heartbeat.read()
        assert beat is not None
        return beat

    def send(self, kind: CommandKind, until_ms: int | None = None) -> None:
        self.commands.send(Command(kind, Receiver.RECORDER, self.clock.now().wall_ms, until_ms))

    def close(self) -> None:
        self.heartbeat.close()
        self.database.close()


@asynccontextmanager
async def running(bench: Bench) -> AsyncIterator[RecorderService]:
    service = RecorderService(bench.parts())
    task = asyncio.create_task(service.run())
    try:
        yield service
    finally:
        service.stop()
        await task


async def until(condition: Callable[[], bool], seconds: float = 12) -> None:
    async with asyncio.timeout(seconds):
        while not condition():  # noqa: ASYNC110  (the condition lies in a database)
            await asyncio.sleep(0.02)


def play(tmp_path: Path, scenario: Callable[[Bench], Coroutine[None, None, None]]) -> None:
    bench = Bench(tmp_path)
    try:
        asyncio.run(scenario(bench))
    finally:
        bench.close()
