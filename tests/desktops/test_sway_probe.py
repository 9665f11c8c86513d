"""The wlroots probe on a real sway."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from helpers.desktop_sink import RecordingSink, eventually, open_descriptors, running
from helpers.desktop_sway import SwayDesktop, SwayWindow, sway
from helpers.desktop_x11 import now_ms

from engine.domain.activity import Window
from engine.domain.errors import ProbeLost
from engine.tracking.platforms.wlroots import WlrootsProbe

__all__ = ["sway"]
IDLE_MS = 1_000
CLOSE_MS = 250


async def apart(call: Callable[..., Any], *given: Any) -> Any:
    """Do something to the desktop while the loop goes on."""
    return await asyncio.to_thread(call, *given)


def test_says_what_sway_gives(sway: SwayDesktop) -> None:
    report = WlrootsProbe(sway.environ).report()
    assert (report.session, report.backend) == ("wayland", "wlroots")
    assert (report.windows, report.titles, report.idle) == (True, True, True)
    assert report.note == ""


def test_starts_with_the_window_that_is_in_front(sway: SwayDesktop) -> None:
    async def story() -> None:
        sink = RecordingSink()
        async with running(WlrootsProbe(sway.environ), sink):
            await eventually(lambda: sink.windows, "the present window")
        assert [window for _, window in sink.windows] == [Window("alpha", "here before", platform="wlroots")]

    sway.terminal("behind", "not in front")
    sway.terminal("alpha", "here before")
    asyncio.run(story())


def test_follows_focus_and_titles_in_order_and_tells_each_once(sway: SwayDesktop) -> None:
    async def story(windows: list[SwayWindow], titles: dict[str, str]) -> None:
        sink = RecordingSink()
        async with running(WlrootsProbe(sway.environ), sink):
            await eventually(lambda: sink.seen == [("gamma", "c")], "the present window")
            expected = [("gamma", "c")]
            for turn in range(5):
                for window in windows:
                    await apart(sway.focus, window)
                    expected.append((window.app, titles[window.app]))
                    titles[window.app] = f"{window.app} {turn} — 标题 🙂"
                    await eventually(lambda: named(sink) == expected, f"the focus on {expected[-1]}")
                    await apart(sway.retitle, window, titles[window.app])
                    expected.append((window.app, titles[window.app]))
                    await eventually(lambda: named(sink) == expected, f"the title {expected[-1]}")

    programs = [sway.terminal("alpha", "a"), sway.terminal("beta", "b"), sway.qt_window("gamma", "c")]
    asyncio.run(story(programs, {"alpha": "a", "beta": "b", "gamma": "c"}))


def test_a_title_behind_is_nobody_s_business(sway: SwayDesktop) -> None:
    async def story() -> None:
        sink = RecordingSink()
        async with running(WlrootsProbe(sway.environ), sink):
            await apart(sway.retitle, behind, "secret")
            await asyncio.sleep(0.3)
            await apart(sway.retitle, front, "open")
            await eventually(lambda: sink.seen[-1] == ("front", "open"), "the title in front")
        assert sink.seen == [("front", "f"), ("front", "open")]

    behind = sway.terminal("behind", "b")
    front = sway.terminal("front", "f")
    asyncio.run(story())


def test_an_empty_desktop_has_no_window_before_and_after(sway: SwayDesktop) -> None:
    async def story() -> None:
        sink = RecordingSink()
        async with running(WlrootsProbe(sway.environ), sink):
            await eventually(lambda: sink.seen == [None], "the empty desktop")
            window = await apart(sway.terminal, "alpha", "a")
            await eventually(lambda: sink.seen[-1] == ("alpha", "a"), "the window")
            await apart(sway.close, window)
            await eventually(lambda: sink.seen[-1] is None, "the empty desktop again")

    asyncio.run(story())


def test_idle_begins_at_the_threshold_and_ends_with_a_key(sway: SwayDesktop) -> None:
    async def story() -> None:
        sink = RecordingSink()
        async with running(WlrootsProbe(sway.environ), sink, IDLE_MS):
            await eventually(lambda: sink.windows, "the probe")
            for turn in range(2):
                await apart(sway.press_key)
                pressed = now_ms()
                await eventually(lambda: len(sink.idle) == 2 * turn + 1, "idle")  # noqa: B023
                told, idle_ms = sink.idle[-1]
                assert idle_ms == IDLE_MS
                assert abs(told - IDLE_MS - pressed) <= CLOSE_MS
                await apart(sway.press_key)
                await eventually(lambda: sink.idle[-1][1] is None, "the return")

    asyncio.run(story())


def test_a_compositor_that_goes_is_lost_and_its_successor_watched(sway: SwayDesktop) -> None:
    async def story() -> None:
        async with running(WlrootsProbe(sway.environ), RecordingSink()) as watching:
            await asyncio.sleep(0.2)
            sway.kill_compositor()
            with pytest.raises(ProbeLost, match="tries again"):
                await asyncio.wait_for(asyncio.shield(watching), 5)
        await apart(sway.start_compositor)
        await apart(sway.terminal, "again", "back again")
        sink = RecordingSink()
        async with running(WlrootsProbe(sway.environ), sink):
            await apart(sway.terminal, "next", "one more")
            await eventually(lambda: named(sink) == [("again", "back again"), ("next", "one more")], "the next window")

    asyncio.run(story())


def test_leaves_no_descriptor_behind(sway: SwayDesktop) -> None:
    async def story() -> int:
        for _turn in range(10):
            sink = RecordingSink()
            async with running(WlrootsProbe(sway.environ), sink):
                await eventually(lambda sink=sink: sink.windows, "the present window")  # type: ignore[misc]
        return open_descriptors()

    sway.terminal("alpha", "a")
    assert asyncio.run(story()) == asyncio.run(story())


def named(sink: RecordingSink) -> list[tuple[str, str]]:
    """Return what was seen but the moments without a window."""
    return [seen for seen in sink.seen if seen is not None]
