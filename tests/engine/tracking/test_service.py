"""The recorder's loop on a real database: it outlives a lost desktop and a full disk, obeys, and recovers."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from helpers.day_script import AdmitAll
from helpers.recorder_bench import Bench, FullNowAndThen, play, running, until

from engine.domain.activity import Observed
from engine.domain.changes import Begin
from engine.domain.commands import CommandKind
from engine.domain.errors import PatternError, ProbeLost, ProbeUnavailable, StorageGone
from engine.domain.health import RecorderState
from engine.domain.presence import Presence
from engine.storage.heartbeat import Beat
from engine.tracking.service import RecorderService
from engine.tracking.tracker import Admits


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
