"""The recorder's loop on a real database: it outlives a lost desktop and a full disk, obeys, and recovers."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from helpers.day_script import AdmitAll
from helpers.scripted_probe import ScriptedProbe

from engine.domain.activity import Observed, Window
from engine.domain.changes import Begin, Change
from engine.domain.clock import SystemClock
from engine.domain.commands import Command, CommandKind, Receiver
from engine.domain.errors import PatternError, ProbeLost, ProbeUnavailable, StorageFull, StorageGone
from engine.domain.health import RecorderHealth, RecorderState
from engine.domain.presence import Presence
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


def test_windows_reach_the_database_and_the_end_is_clean(tmp_path: Path) -> None:
    async def scenario(bench: Bench) -> None:
        async with running(bench):
            bench.see("xterm", "a")
            await until(lambda: bench.recorded() == ["active xterm"])
            await asyncio.sleep(0.2)
            bench.see("mousepad", "b")
            await until(lambda: bench.recorded() == ["active xterm", "active mousepad"])
        assert bench.store.open_id() is None
        health = bench.status.load()
        assert health is not None
        assert health.state is RecorderState.STOPPED

    play(tmp_path, scenario)


def test_a_lost_desktop_is_tried_again_and_shown(tmp_path: Path) -> None:
    async def scenario(bench: Bench) -> None:
        async with running(bench):
            bench.see("xterm")
            await until(lambda: bench.health().state is RecorderState.RECORDING)
            bench.probe.fail(ProbeLost("The X server went away."))
            await until(lambda: bench.health().state is RecorderState.BLIND)
            assert bench.health().message == "The X server went away."
            bench.see("xterm", "again")
            await until(lambda: len(bench.recorded()) == 2, 5)
            await until(lambda: bench.health().state is RecorderState.RECORDING)
            assert bench.health().message == ""
        assert bench.probe.runs == 2

    play(tmp_path, scenario)


def test_a_desktop_that_can_never_be_seen_ends_the_recorder(tmp_path: Path) -> None:
    async def scenario(bench: Bench) -> None:
        bench.probe.fail(ProbeUnavailable("There is no display."))
        with pytest.raises(ProbeUnavailable, match="no display"):
            async with running(bench) as service:
                await until(service._stopping.is_set)

    play(tmp_path, scenario)


def test_a_full_disk_loses_nothing_and_says_so(tmp_path: Path) -> None:
    async def scenario(bench: Bench) -> None:
        async with running(bench):
            bench.see("one")
            await until(lambda: bench.recorded() == ["active one"])
            bench.store.full = True
            for app in ("two", "three", "four"):
                bench.see(app)
                await asyncio.sleep(0.15)
            await until(lambda: bench.beat().state is RecorderState.NOT_SAVING)
            assert bench.beat().waiting > 0
            assert bench.recorded() == ["active one"]
            bench.store.full = False
            await until(lambda: len(bench.recorded()) == 4, 5)
            await until(lambda: bench.beat().state is RecorderState.RECORDING)
        assert bench.recorded() == ["active one", "active two", "active three", "active four"]
        found = bench.store.between(0, 1 << 52)
        assert [before.end_ms for before in found[:-1]] == [after.start_ms for after in found[1:]]

    play(tmp_path, scenario)


def test_a_pause_holds_over_a_restart_and_ends_by_itself(tmp_path: Path) -> None:
    async def scenario(bench: Bench) -> None:
        async with running(bench):
            bench.see("one")
            await until(lambda: bench.recorded() == ["active one"])
            bench.send(CommandKind.PAUSE, bench.clock.now().wall_ms + 6_000)
            await until(lambda: bench.recorded() == ["active one", "paused"])
        async with running(bench):
            bench.see("two")
            await until(lambda: bench.health().state is RecorderState.PAUSED)
            assert "active two" not in bench.recorded()
            await until(lambda: bench.recorded()[-1] == "active two", seconds=20)

    play(tmp_path, scenario)


@pytest.mark.parametrize("until_ms", [None, 60_000])
def test_a_paused_recorder_tells_that_it_sees_nothing_where_another_could_go_on(
    tmp_path: Path, until_ms: int | None
) -> None:
    async def scenario(bench: Bench) -> None:
        async with running(bench):
            bench.see("one")
            await until(lambda: bench.recorded() == ["active one"])
            bench.send(CommandKind.PAUSE, until_ms and bench.clock.now().wall_ms + until_ms)
            await until(lambda: bench.beat().state is RecorderState.PAUSED)
            assert not bench.beat().blind
            before = bench.beat().sequence
            bench.probe.fail(ProbeLost("The X server went away."))
            # Who starts anew knows the end of a pause, so only one that has an end is gone on with.
            await until(lambda: bench.beat().blind if until_ms else bench.beat().sequence > before + 2)
            assert bench.beat().blind == (until_ms is not None)
            assert bench.beat().state is RecorderState.PAUSED

    play(tmp_path, scenario)


def test_a_pause_asked_for_while_no_recorder_runs_holds_from_the_first_window_on(tmp_path: Path) -> None:
    async def scenario(bench: Bench) -> None:
        bench.send(CommandKind.PAUSE, bench.clock.now().wall_ms + 60_000)
        bench.see("secret")  # in front already when the recorder starts
        async with running(bench):
            await until(lambda: bench.recorded() == ["paused"])
        assert bench.recorded() == ["paused"]

    play(tmp_path, scenario)


def test_a_database_taken_away_ends_the_recorder_aloud(tmp_path: Path) -> None:
    async def scenario(bench: Bench) -> None:
        service = RecorderService(bench.parts())
        task = asyncio.create_task(service.run())
        await until(lambda: bench.probe.runs == 1)
        bench.database.path.unlink()
        async with asyncio.timeout(6):
            with pytest.raises(StorageGone, match="removed or replaced"):
                await task

    play(tmp_path, scenario)


def test_a_pause_is_on_disk_before_its_command_is_forgotten(tmp_path: Path) -> None:
    class Watched(RecorderStatusStore):
        waiting_at_save: list[int]

        def save(self, health: RecorderHealth) -> None:
            if health.paused_until_ms is not None:
                self.waiting_at_save.append(len(bench_commands.waiting(Receiver.RECORDER)))
            super().save(health)

    bench_commands: CommandQueue

    async def scenario(bench: Bench) -> None:
        nonlocal bench_commands
        bench_commands = bench.commands
        bench.status = Watched(bench.database)
        bench.status.waiting_at_save = []
        bench.send(CommandKind.PAUSE, bench.clock.now().wall_ms + 60_000)
        async with running(bench):
            await until(lambda: bench.commands.waiting(Receiver.RECORDER) == [])
        assert bench.status.waiting_at_save[0] == 1

    play(tmp_path, scenario)


def test_rules_that_cannot_be_read_stop_all_names(tmp_path: Path) -> None:
    async def scenario(bench: Bench) -> None:
        async with running(bench):
            bench.see("one", "title")
            await until(lambda: bench.recorded() == ["active one"])

            def refuse() -> tuple[Admits, int]:
                raise PatternError("The pattern “(” cannot be used.")

            bench.rules = refuse
            bench.send(CommandKind.RELOAD_SETTINGS)
            await until(lambda: bench.recorded() == ["active one", "active"])
            await until(lambda: "cannot be used" in bench.health().message)

    play(tmp_path, scenario)


def test_a_new_idle_threshold_reaches_the_probe(tmp_path: Path) -> None:
    async def scenario(bench: Bench) -> None:
        async with running(bench):
            await until(lambda: bench.probe.idle_after_ms == [180_000])
            bench.rules = lambda: (AdmitAll(), 60_000)
            bench.send(CommandKind.RELOAD_SETTINGS)
            await until(lambda: bench.probe.idle_after_ms == [180_000, 60_000])

    play(tmp_path, scenario)


def test_a_stop_command_ends_the_recorder(tmp_path: Path) -> None:
    async def scenario(bench: Bench) -> None:
        service = RecorderService(bench.parts())
        bench.send(CommandKind.STOP)
        await asyncio.wait_for(service.run(), 10)

    play(tmp_path, scenario)


def test_what_a_killed_recorder_left_open_ends_at_its_last_beat(tmp_path: Path) -> None:
    async def scenario(bench: Bench) -> None:
        now_ms = bench.clock.now().wall_ms
        left = bench.store.apply([Begin(now_ms - 60_000, Observed(Presence.ACTIVE, app="left"), "UTC")])
        bench.heartbeat.write(Beat(left or 0, now_ms - 20_000, now_ms, 1, RecorderState.RECORDING, 0, 7), durable=False)
        again = FullNowAndThen(bench.database)
        bench.store = again
        async with running(bench):
            await until(lambda: bench.recorded() == ["active left"])
        assert bench.store.between(0, 1 << 52)[0].end_ms == now_ms - 20_000

    play(tmp_path, scenario)
