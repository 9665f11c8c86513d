"""The wlroots probe on a real sway."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress

import pytest
from helpers.desktop_sway import SwayDesktop, sway

from engine.domain.activity import Window
from engine.domain.errors import ProbeLost
from engine.tracking.platforms.wlroots import WlrootsProbe
from engine.tracking.probe import SessionSign

__all__ = ["sway"]
pytestmark = pytest.mark.desktop
PATIENCE_S = 10.0
IDLE_MS = 1_000


class RecordingSink:
    """Keeps what it is told, with the time."""

    def __init__(self) -> None:
        self.windows: list[Window | None] = []
        self.presence: list[tuple[str, float]] = []

    def saw_window(self, window: Window | None) -> None:
        self.windows.append(window)

    def went_idle(self, idle_ms: int) -> None:
        self.presence.append((f"idle {idle_ms}", time.monotonic()))

    def came_back(self) -> None:
        self.presence.append(("back", time.monotonic()))

    def session_sign(self, sign: SessionSign, holds: bool) -> None:
        raise AssertionError(f"wlroots knows nothing of {sign}: {holds}")

    @property
    def named(self) -> list[tuple[str, str]]:
        return [(window.app, window.title) for window in self.windows if window is not None]


@asynccontextmanager
async def watching(
    desktop: SwayDesktop, idle_ms: int = 600_000
) -> AsyncIterator[tuple[RecordingSink, asyncio.Task[None]]]:
    sink = RecordingSink()
    task = asyncio.create_task(WlrootsProbe(desktop.environ).run(sink, idle_ms))
    try:
        await until(lambda: bool(sink.windows) or task.done())
        yield sink, task
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError, ProbeLost):
            await task


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(PATIENCE_S):
        while not condition():  # noqa: ASYNC110  (tests wait for things of many kinds)
            await asyncio.sleep(0.01)


def test_it_reports_what_sway_offers(sway: SwayDesktop) -> None:
    report = WlrootsProbe(sway.environ).report()
    assert (report.session, report.backend) == ("wayland", "wlroots")
    assert report.windows
    assert report.titles
    assert report.idle
    assert report.note == ""


def test_it_starts_with_the_window_that_is_in_front(sway: SwayDesktop) -> None:
    async def scenario() -> None:
        async with watching(sway) as (sink, _):
            assert sink.windows == [Window("alpha", "here before", platform="wlroots")]

    sway.terminal("alpha", "here before")
    asyncio.run(scenario())


def test_an_empty_desktop_has_no_window(sway: SwayDesktop) -> None:
    async def scenario() -> None:
        async with watching(sway) as (sink, _):
            assert sink.windows == [None]

    asyncio.run(scenario())


def test_focus_and_titles_arrive_in_order_and_once(sway: SwayDesktop) -> None:
    async def scenario() -> None:
        async with watching(sway) as (sink, _):
            expected = sink.named
            for turn in range(5):
                for program in programs:
                    await asyncio.to_thread(sway.focus, program)
                    await until(lambda app=program.app: sink.named[-1][0] == app)  # type: ignore[misc]
                    expected.append((program.app, titles[program.app]))
                    titles[program.app] = f"{program.app} {turn}"
                    program.say(titles[program.app])
                    await until(lambda app=program.app: sink.named[-1][1] == titles[app])  # type: ignore[misc]
                    expected.append((program.app, titles[program.app]))
            assert sink.named == expected

    programs = [sway.terminal("alpha", "a"), sway.terminal("beta", "b"), sway.qt_window("gamma", "c")]
    titles = {"alpha": "a", "beta": "b", "gamma": "c"}
    asyncio.run(scenario())


def test_a_title_of_another_window_is_not_told(sway: SwayDesktop) -> None:
    async def scenario() -> None:
        async with watching(sway) as (sink, _):
            behind.say("secret")
            await asyncio.sleep(0.3)
            front.say("open")
            await until(lambda: sink.named[-1] == ("front", "open"))
            assert sink.named == [("front", "f"), ("front", "open")]

    behind = sway.terminal("behind", "b")
    front = sway.terminal("front", "f")
    asyncio.run(scenario())


def test_titles_keep_their_script(sway: SwayDesktop) -> None:
    async def scenario() -> None:
        async with watching(sway) as (sink, _):
            program.say("标题 🙂")
            await until(lambda: sink.named[-1] == ("alpha", "标题 🙂"))

    program = sway.terminal("alpha", "first")
    asyncio.run(scenario())


def test_a_closed_window_leaves_nothing_in_front(sway: SwayDesktop) -> None:
    async def scenario() -> None:
        async with watching(sway) as (sink, _):
            await asyncio.to_thread(program.close)
            await until(lambda: sink.windows[-1] is None)

    program = sway.terminal("alpha", "a")
    asyncio.run(scenario())


def test_idle_begins_at_the_threshold_and_ends_with_a_key(sway: SwayDesktop) -> None:
    async def scenario() -> None:
        async with watching(sway, IDLE_MS) as (sink, _):
            for _turn in range(2):
                await asyncio.to_thread(sway.press_key)
                pressed = time.monotonic()
                seen = len(sink.presence)
                await until(lambda: len(sink.presence) > seen)  # noqa: B023
                word, at = sink.presence[-1]
                assert word == f"idle {IDLE_MS}"
                assert abs(at - pressed - IDLE_MS / 1_000) < 0.6
                await asyncio.to_thread(sway.press_key)
                await until(lambda: sink.presence[-1][0] == "back")

    asyncio.run(scenario())


def test_a_compositor_that_goes_is_lost_and_its_successor_is_watched(sway: SwayDesktop) -> None:
    async def scenario() -> None:
        async with watching(sway) as (_, task):
            sway.stop_compositor()
            with pytest.raises(ProbeLost):
                async with asyncio.timeout(5):
                    await asyncio.shield(task)
        await asyncio.to_thread(sway.start_compositor)
        await asyncio.to_thread(sway.terminal, "again", "back again")
        async with watching(sway) as (sink, _):
            assert sink.windows == [Window("again", "back again", platform="wlroots")]
            await asyncio.to_thread(sway.terminal, "next", "one more")
            await until(lambda: sink.named[-1] == ("next", "one more"))

    asyncio.run(scenario())


def test_many_runs_leave_no_descriptor_behind(sway: SwayDesktop) -> None:
    async def scenario() -> int:
        for _turn in range(20):
            async with watching(sway):
                pass
        return len(os.listdir("/proc/self/fd"))  # noqa: PTH208  (one look, nothing to wait for)

    sway.terminal("alpha", "a")
    asyncio.run(scenario())
    assert asyncio.run(scenario()) == asyncio.run(scenario())
