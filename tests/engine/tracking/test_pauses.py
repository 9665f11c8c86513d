"""A pause of the recorder: over restarts, before the first window, and where the desktop is gone meanwhile."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.recorder_bench import Bench, play, running, until

from engine.domain.commands import CommandKind, Receiver
from engine.domain.errors import ProbeLost
from engine.domain.health import RecorderHealth, RecorderState
from engine.storage.commands import CommandQueue
from engine.storage.recorder_status import RecorderStatusStore


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
