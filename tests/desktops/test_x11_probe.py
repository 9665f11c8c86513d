"""The X11 probe on a real X server with a real window manager and real programs."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Coroutine
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from helpers.desktop_sink import RecordingSink, eventually, open_descriptors, running
from helpers.desktop_x11 import X11Desktop, now_ms

from engine.domain.errors import ProbeLost, ProbeUnavailable
from engine.tracking.platforms import x11 as x11_module
from engine.tracking.platforms.x11 import X11Probe
from engine.tracking.probe import SessionSign


def on_loop(test: Coroutine[Any, Any, None]) -> None:
    """Run the test's own coroutine and everything blocking in it, which the probe must outlive."""
    asyncio.run(test)


async def apart(call: Any, *given: Any) -> Any:
    """Do something to the desktop while the loop goes on."""
    return await asyncio.to_thread(call, *given)


def test_says_what_it_gives(x11: X11Desktop) -> None:
    report = X11Probe(x11.environ).report()
    assert (report.session, report.backend) == ("x11", "x11")
    assert (report.windows, report.titles, report.idle) == (True, True, True)
    assert report.note == ""


def test_follows_focus_titles_and_closing(x11: X11Desktop) -> None:
    async def story() -> None:
        sink = RecordingSink()
        async with running(X11Probe(x11.environ), sink):
            await eventually(lambda: sink.seen == [None], "the empty desktop")
            first = await apart(x11.xterm, "first window")
            second = await apart(lambda: x11.xterm("zweites Fenster", name="Editor"))
            await apart(x11.focus, first)
            await eventually(lambda: sink.seen[-1] == ("XTerm", "first window"), "the first window again")
            await apart(x11.retitle, first, "写作 — первый ✓")
            await eventually(lambda: sink.seen[-1] == ("XTerm", "写作 — первый ✓"), "the new title")
            await apart(x11.retitle, second, "not in front: nobody's business")
            await asyncio.sleep(0.2)
            await apart(x11.close, first)
            await eventually(lambda: sink.seen[-1] != ("XTerm", "写作 — первый ✓"), "the closing")
            await apart(x11.focus, second)
            await apart(x11.close, second)
            await eventually(lambda: sink.seen[-1] is None, "the empty desktop")
        assert [seen for seen in sink.seen if seen] == [
            ("XTerm", "first window"),
            ("Editor", "zweites Fenster"),
            ("XTerm", "first window"),
            ("XTerm", "写作 — первый ✓"),
            ("Editor", "not in front: nobody's business"),
        ]

    on_loop(story())


def test_names_the_program_behind_a_window(x11: X11Desktop) -> None:
    async def story() -> None:
        sink = RecordingSink()
        window = await apart(x11.xterm, "who is it")
        async with running(X11Probe(x11.environ), sink):
            await eventually(lambda: sink.windows, "the present window")
        seen = sink.windows[0][1]
        assert seen is not None
        assert (seen.pid, seen.platform) == (window.process.pid, "x11")
        assert Path(seen.executable).name.startswith("xterm")

    on_loop(story())


def test_a_window_that_names_a_wrong_process_is_not_believed(x11: X11Desktop) -> None:
    async def story() -> None:
        sink = RecordingSink()
        window = await apart(x11.xterm, "in a sandbox")
        asked = ("xprop", "-id", window.id, "-f", "_NET_WM_PID", "32c", "-set", "_NET_WM_PID", "1")
        await apart(x11.programs.run, *asked)
        async with running(X11Probe(x11.environ), sink):
            await eventually(lambda: sink.windows, "the present window")
        seen = sink.windows[0][1]
        assert seen is not None
        assert seen.pid == window.process.pid

    on_loop(story())


def test_a_title_of_a_megabyte_is_read_in_part_only(x11: X11Desktop) -> None:
    async def story() -> None:
        sink = RecordingSink()
        window = await apart(x11.xterm, "small")
        async with running(X11Probe(x11.environ), sink):
            await eventually(lambda: sink.seen == [("XTerm", "small")], "the small title")
            await apart(set_title, x11, window.id, "é" * 500_000)
            await eventually(lambda: len(sink.seen) > 1, "the long title")
        title = (sink.seen[1] or ("", ""))[1]
        assert 1_024 <= len(title) <= 16_384
        assert set(title) == {"é"}

    on_loop(story())


def set_title(x11: X11Desktop, window: str, title: str) -> None:
    """Set a title as long as one likes, which no command line could carry."""
    import xcffib
    from xcffib import xproto

    connection: Any = xcffib.Connection(x11.environ["DISPLAY"])  # type: ignore[no-untyped-call]
    names = [
        connection.core.InternAtom(False, len(name), name).reply().atom for name in ("_NET_WM_NAME", "UTF8_STRING")
    ]
    data = title.encode()
    for place in range(0, len(data), 60_000):
        mode = xproto.PropMode.Append if place else xproto.PropMode.Replace
        part = data[place : place + 60_000]
        connection.core.ChangePropertyChecked(mode, int(window), *names, 8, len(part), part).check()
    connection.disconnect()


def test_idle_and_back_by_alarms(x11: X11Desktop) -> None:
    async def story() -> None:
        sink = RecordingSink()
        async with running(X11Probe(x11.environ), sink, 1_000):
            for turn in range(3):
                await apart(x11.move_pointer, 100 + turn, 100)
                moved = now_ms()
                await eventually(lambda: sink.idle and sink.idle[-1][1] is None, "input")
                await eventually(lambda: sink.idle[-1][1] is not None, "idling")
                at, idle_ms = sink.idle[-1]
                assert idle_ms is not None
                assert abs(at - idle_ms - moved) < 250, "idle time must point back to the last input"
        told = [kind is None for _, kind in sink.idle]
        assert all(first != second for first, second in pairwise(told)), "each change told once"

    on_loop(story())


def test_idle_without_alarms_is_looked_for(x11: X11Desktop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(x11_module, "idle_counter", lambda _: None)

    async def story() -> None:
        sink = RecordingSink()
        async with running(X11Probe(x11.environ), sink, 1_000):
            await apart(x11.move_pointer, 300, 300)
            moved = now_ms()
            await eventually(lambda: sink.idle and sink.idle[-1][1] is not None, "idling")
            at, idle_ms = sink.idle[-1]
            assert idle_ms is not None
            assert abs(at - idle_ms - moved) < 250
            await apart(x11.move_pointer, 310, 310)
            await eventually(lambda: sink.idle[-1][1] is None, "input", patience_s=3)

    on_loop(story())


def test_someone_already_away_is_reported_at_once(x11: X11Desktop) -> None:
    async def story() -> None:
        await apart(x11.move_pointer, 5, 5)
        await asyncio.sleep(0.6)
        sink = RecordingSink()
        async with running(X11Probe(x11.environ), sink, 500):
            await eventually(lambda: sink.idle, "the present state")
        assert (sink.idle[0][1] or 0) >= 500

    on_loop(story())


def test_screen_saver(x11: X11Desktop) -> None:
    async def story() -> None:
        sink = RecordingSink()
        async with running(X11Probe(x11.environ), sink):
            await eventually(lambda: sink.said, "the present state")
            await apart(x11.saver, "activate")
            await eventually(lambda: len(sink.said) > 1, "the screen saver")
            await apart(x11.saver, "reset")
            await eventually(lambda: len(sink.said) > 2, "the end of the screen saver")
        assert sink.said == [(SessionSign.SCREENSAVER, holds) for holds in (False, True, False)]

    on_loop(story())


def test_a_killed_server_is_lost_and_found_again(x11: X11Desktop) -> None:
    async def story() -> None:
        sink, probe = RecordingSink(), X11Probe(x11.environ)
        async with running(probe, sink) as task:
            await eventually(lambda: sink.windows, "the desktop")
            await apart(x11.kill_server)
            with pytest.raises(ProbeLost):
                await asyncio.wait_for(task, 5)
        with pytest.raises(ProbeLost):
            await probe.run(sink, 1_000)
        await apart(x11.start_server)
        async with running(probe, sink):
            await apart(x11.xterm, "after the restart")
            await eventually(lambda: sink.seen[-1] == ("XTerm", "after the restart"), "the window after the restart")

    on_loop(story())


def test_leaves_nothing_behind_and_costs_nothing_in_between(x11: X11Desktop) -> None:
    async def story() -> None:
        probe = X11Probe(x11.environ)
        probe.report()
        held = open_descriptors()
        sink = RecordingSink()
        async with running(probe, sink):
            await eventually(lambda: sink.windows, "the desktop")
            spent = time.process_time()
            await asyncio.sleep(3)
            assert time.process_time() - spent < 0.02
        assert open_descriptors() == held

    on_loop(story())


def test_the_window_manager_may_die_and_come_back(x11: X11Desktop) -> None:
    async def story() -> None:
        sink = RecordingSink()
        async with running(X11Probe(x11.environ), sink):
            first = await apart(x11.xterm, "first")
            second = await apart(x11.xterm, "second")
            await eventually(lambda: sink.seen[-1] == ("XTerm", "second"), "the second window")
            await apart(x11.kill_manager)
            await apart(x11.programs.run, "xdotool", "windowfocus", "--sync", first.id)
            await eventually(lambda: sink.seen[-1] == ("XTerm", "first"), "the focus without a window manager")
            await apart(x11.retitle, first, "first, alone")
            await eventually(lambda: sink.seen[-1] == ("XTerm", "first, alone"), "a title without a window manager")
            await apart(x11.start_manager)
            await apart(x11.focus, second)
            await eventually(lambda: sink.seen[-1] == ("XTerm", "second"), "the focus with a new window manager")
            await apart(x11.programs.run, "xdotool", "windowminimize", "--sync", second.id)
            await eventually(lambda: sink.seen[-1] != ("XTerm", "second"), "the minimising")

    on_loop(story())


@pytest.mark.parametrize(
    ("display", "word"),
    [
        ("", "DISPLAY is not set"),
        ("elsewhere:0", "network"),
        ("localhost:10.0", "network"),
        ("nonsense", "names no screen"),
        (":7654", "does not answer"),
    ],
)
def test_without_a_screen_of_this_machine_it_says_so(display: str, word: str) -> None:
    probe = X11Probe({"DISPLAY": display})
    with pytest.raises(ProbeUnavailable, match=word):
        asyncio.run(probe.run(RecordingSink(), 1_000))
    assert word in probe.report().note
    assert not probe.report().windows
