"""What a running recorder leaves in a profile, without one."""

from __future__ import annotations

from typing import Self

from engine.domain.clock import SystemClock
from engine.domain.commands import CommandKind, Receiver
from engine.domain.health import RecorderState
from engine.locks import ProcessLock
from engine.paths import ProfilePaths
from engine.storage.commands import CommandQueue
from engine.storage.database import Database
from engine.storage.heartbeat import Beat, HeartbeatFile


class RecorderTraces:
    """A held lock, a heartbeat and a stored account."""

    def __init__(self, paths: ProfilePaths) -> None:
        self.database = Database.open(paths.database)
        self.lock = ProcessLock(paths.recorder_lock)
        self.heartbeat = HeartbeatFile(paths.heartbeat)
        self.now_ms = SystemClock(lambda: "UTC").now().wall_ms

    def __enter__(self) -> Self:
        self.lock.acquire(who="recorder")
        return self

    def __exit__(self, *error: object) -> None:
        self.heartbeat.close()
        self.lock.release()
        self.database.close()

    def beat(self, state: RecorderState, activity_id: int = 0, waiting: int = 0, later_ms: int = 0) -> None:
        now_ms = self.now_ms + later_ms
        self.heartbeat.write(Beat(activity_id, now_ms, now_ms, 77, state, waiting, 1), durable=False)

    def asked(self) -> list[CommandKind]:
        return [command.kind for command in CommandQueue(self.database).take(Receiver.RECORDER)]
