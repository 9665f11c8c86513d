"""The recorder's loop: runs probes, beats, obeys commands, and outlives whatever breaks around it."""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from engine.domain.changes import Change
from engine.domain.clock import Clock
from engine.domain.commands import Command, CommandKind, Receiver
from engine.domain.errors import KairosError, ProbeLost, ProbeUnavailable, StorageError, StorageGone
from engine.domain.health import ProbeReport, RecorderHealth, RecorderState
from engine.storage.commands import CommandQueue
from engine.storage.recorder_status import RecorderStatusStore
from engine.tracking.journal import Journal
from engine.tracking.probe import Probe
from engine.tracking.shortcut import Shortcut
from engine.tracking.tracker import Admits, Tracker

_log = logging.getLogger(__name__)

LISTEN_S = 1.5  # how soon a command is obeyed
BEATS_EVERY = 3  # listens between two heartbeats: a killed recorder loses at most this many seconds
HEALTHY_MS = 60_000  # a connection that lasted so long was no failure in a row
RETRY_S = (0.5, 1.0, 2.0, 3.0)  # waits before a lost desktop is tried again


@dataclass(frozen=True, slots=True)
class RecorderParts:
    """Everything the recorder's loop is built from.

    load_filter: reads the settings anew and returns the privacy filter and the idle threshold in
    milliseconds; raises KairosError where they cannot be used. refuse_all: admits nothing by name.
    companions: probes that report session states only. look: tells what can be watched here. shortcut: the keys that
    start and end a focus session.
    """

    clock: Clock
    probe: Probe
    companions: Sequence[Probe]
    look: Callable[[], ProbeReport]
    load_filter: Callable[[], tuple[Admits, int]]
    refuse_all: Admits
    journal: Callable[[Callable[[], None]], Journal]
    status: RecorderStatusStore
    commands: CommandQueue
    changed: Callable[[], int]
    shortcut: Shortcut | None = None


class RecorderService:
    """One run of the recorder."""

    def __init__(self, parts: RecorderParts) -> None:
        self._parts = parts
        self._stopping = asyncio.Event()
        self._journal = parts.journal(self._note)
        self._admits, self._idle_after_ms = parts.load_filter()
        loop = asyncio.get_running_loop()
        self._tracker = Tracker(parts.clock, self._admits, self._write, loop.call_later)
        self._started_ms = parts.clock.now().wall_ms
        self._paused_until_ms: int | None = None
        self._message = ""
        self._report: ProbeReport | None = None
        self._version: int | None = None
        self._noted: RecorderState | None = None
        self._watching: asyncio.Task[None] | None = None
        self._notes: asyncio.Queue[RecorderHealth] = asyncio.Queue()
        if parts.shortcut is not None:
            parts.shortcut.when_troubled(self._note)

    async def run(self, for_seconds: float | None = None) -> None:
        """Record until told to stop, or for so many seconds; raises ProbeUnavailable if it could never see."""
        self._journal.recover()
        self._restore_pause()
        await self._obey()  # a pause asked for meanwhile holds before the first window is seen
        self._report = await asyncio.to_thread(self._parts.look)
        if for_seconds is not None:
            asyncio.get_running_loop().call_later(for_seconds, self.stop)
        self._note()
        self._watching = asyncio.create_task(self._watch(self._parts.probe))
        companions = [asyncio.create_task(self._accompany(probe)) for probe in self._parts.companions]
        essential = [
            asyncio.create_task(self._journal.run()),
            asyncio.create_task(self._keep_notes()),
            asyncio.create_task(self._listen()),
            asyncio.create_task(self._until_stopped()),
        ]
        try:
            await asyncio.wait(essential, return_when=asyncio.FIRST_COMPLETED)
        finally:
            await _end([self._watching, *companions, *essential])
            await self._finish()
        for task in [self._watching, *essential]:
            if not task.cancelled() and (error := task.exception()) is not None:
                raise error

    def stop(self) -> None:
        """End recording in good order."""
        self._stopping.set()

    async def _until_stopped(self) -> None:
        await self._stopping.wait()

    async def _finish(self) -> None:
        self._tracker.stop()
        saved = await self._journal.flush()
        self._journal.beat(self._parts.clock.now().wall_ms, RecorderState.STOPPED)
        if saved:
            await asyncio.to_thread(self._save_status, self._health(RecorderState.STOPPED))

    def _write(self, changes: tuple[Change, ...]) -> None:
        self._journal.write(changes)

    async def _watch(self, probe: Probe) -> None:
        """Run the window probe for ever; what breaks is tried again within seconds."""
        failures = 0
        while True:
            began = self._parts.clock.now().awake_ms
            try:
                await probe.run(self._tracker, self._idle_after_ms)
            except ProbeUnavailable as error:
                self._message = error.message
                if not self._tracker.sees and failures == 0:
                    self._note()
                    self._stopping.set()
                    raise
            except ProbeLost as error:
                self._message = error.message
            except Exception as error:  # noqa: BLE001  (a broken desktop connection must never end recording)
                self._message = "The desktop could not be read; trying again."
                _log.error("probe %s failed: %s", probe.name, type(error).__name__, exc_info=True)
            self._tracker.lost_sight()
            self._note()
            failures = 1 if self._parts.clock.now().awake_ms - began > HEALTHY_MS else failures + 1
            await asyncio.sleep(RETRY_S[min(failures, len(RETRY_S)) - 1])

    async def _accompany(self, probe: Probe) -> None:
        """Run a probe of session states; without it recording goes on."""
        while True:
            try:
                await probe.run(self._tracker, self._idle_after_ms)
            except ProbeUnavailable:
                return
            except Exception as error:  # noqa: BLE001  (session states are an extra, never a reason to stop)
                _log.warning("probe %s failed: %s", probe.name, type(error).__name__)
            await asyncio.sleep(RETRY_S[-1])

    async def _listen(self) -> None:
        """Beat, and obey commands, every LISTEN_S."""
        turn = 0
        while True:
            now = self._tracker.beat()
            if turn % BEATS_EVERY == 0:
                self._journal.beat(now.wall_ms, self._state(), blind=self._gives_way())
            turn += 1
            self._end_pause_if_over(now.wall_ms)
            self._notice_state()
            await self._obey()
            await asyncio.sleep(LISTEN_S)

    async def _obey(self) -> None:
        try:
            version = self._parts.changed()  # some microseconds, never waits for a writer
            if version == self._version:
                return
            self._version = version
            obeyed = await asyncio.to_thread(self._parts.commands.waiting, Receiver.RECORDER)
            for command in obeyed:
                self._do(command)
            if obeyed:  # forgotten only once what they asked for is on disk: a kill in between repeats them
                await asyncio.to_thread(self._parts.status.save, self._health(self._state()))
                upto = max(command.id or 0 for command in obeyed)
                await asyncio.to_thread(self._parts.commands.forget, Receiver.RECORDER, upto)
        except StorageGone:
            raise  # what is written now would be lost without a word; whoever starts the next recorder gets a new file
        except StorageError as error:
            self._version = None  # asked again, as what was obeyed may not be on disk
            _log.warning("commands cannot be read or cleared: %s", error.title)

    def _do(self, command: Command) -> None:
        if command.kind is CommandKind.PAUSE:
            self._paused_until_ms = command.until_ms
            self._tracker.set_paused(True)
        elif command.kind is CommandKind.RESUME:
            self._resume()
        elif command.kind is CommandKind.RELOAD_SETTINGS:
            self._reload()
        elif command.kind is CommandKind.STOP:
            self.stop()
        self._note()

    def _reload(self) -> None:
        try:
            self._admits, idle_after_ms = self._parts.load_filter()
        except KairosError as error:
            self._message = error.message
            self._admits = self._parts.refuse_all  # never record by old rules what the new ones may exclude
        else:
            self._message = ""
            if self._parts.shortcut is not None:
                self._parts.shortcut.reload()
            if idle_after_ms != self._idle_after_ms:
                self._idle_after_ms = idle_after_ms
                self._restart_watch()
        self._tracker.use_filter(self._admits)

    def _restart_watch(self) -> None:
        if self._watching is not None:
            self._watching.cancel()
            self._watching = asyncio.create_task(self._watch(self._parts.probe))

    def _restore_pause(self) -> None:
        saved = self._parts.status.load()
        now_ms = self._parts.clock.now().wall_ms
        if saved is not None and saved.paused_until_ms is not None and saved.paused_until_ms > now_ms:
            self._paused_until_ms = saved.paused_until_ms
            self._tracker.set_paused(True)

    def _end_pause_if_over(self, now_ms: int) -> None:
        if self._paused_until_ms is not None and now_ms >= self._paused_until_ms:
            self._resume()
            self._note()

    def _resume(self) -> None:
        self._paused_until_ms = None
        self._tracker.set_paused(False)

    def _state(self) -> RecorderState:
        if self._journal.trouble is not None:
            return RecorderState.NOT_SAVING
        if self._tracker.paused:
            return RecorderState.PAUSED
        return RecorderState.RECORDING if self._tracker.sees else RecorderState.BLIND

    def _gives_way(self) -> bool:
        """Return whether another recorder may go on with the pause: of one without an end it would know nothing."""
        paused = self._state() is RecorderState.PAUSED and self._paused_until_ms is not None
        return paused and not self._tracker.sees

    def _notice_state(self) -> None:
        state = self._state()
        if state is not self._noted:
            if state is RecorderState.RECORDING:
                self._message = ""
            self._note()

    def _health(self, state: RecorderState) -> RecorderHealth:
        trouble = self._journal.trouble
        return RecorderHealth(
            state=state,
            pid=os.getpid(),
            started_ms=self._started_ms,
            beat_ms=self._parts.clock.now().wall_ms,
            waiting=self._journal.waiting,
            paused_until_ms=self._paused_until_ms,
            message=trouble.message if trouble is not None else self._message,
            probe=self._seen_from_here(),
        )

    def _seen_from_here(self) -> ProbeReport | None:
        """Return what can be watched here, and what is wrong with the shortcut."""
        trouble = "" if self._parts.shortcut is None else self._parts.shortcut.trouble
        if self._report is None or not trouble:
            return self._report
        return replace(self._report, note=f"{self._report.note} {trouble}".lstrip())

    def _note(self) -> None:
        """Let everybody know how the recorder is; never waits."""
        state = self._noted = self._state()
        self._journal.beat(self._parts.clock.now().wall_ms, state, blind=self._gives_way())
        self._notes.put_nowait(self._health(state))

    async def _keep_notes(self) -> None:
        while True:
            health = await self._notes.get()
            while not self._notes.empty():
                health = self._notes.get_nowait()
            await asyncio.to_thread(self._save_status, health)

    def _save_status(self, health: RecorderHealth) -> None:
        try:
            self._parts.status.save(health)
        except StorageError as error:
            _log.warning("the recorder's status cannot be saved: %s", error.title)


async def _end(tasks: list[asyncio.Task[None]]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
