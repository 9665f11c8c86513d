"""The X11 probe where no window manager runs: the keyboard focus is followed."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from helpers.desktop_sink import RecordingSink, eventually, running
from helpers.desktop_x11 import X11Desktop, x11_desktop
from xcffib import xproto

from engine.domain.activity import Window
from engine.domain.errors import ProbeLost
from engine.tracking.platforms.x11 import X11Probe
from engine.tracking.platforms.x11_display import Display, local_display
from engine.tracking.platforms.x11_session import KeptSession
from engine.tracking.platforms.x11_windows import WindowWatch


def two_xterms(desktop: X11Desktop) -> tuple[str, str]:
    """Open two windows, the left one and the right one, and return their ids once both are seen."""
    desktop.programs.start("xterm", "-title", "left", "-geometry", "40x10+0+0", "-e", "sleep", "60")
    desktop.programs.start(
        "xterm", "-title", "right", "-class", "Other", "-geometry", "40x10+700+0", "-e", "sleep", "60"
    )
    find = "xdotool", "search", "--sync", "--onlyvisible", "--name"
    return desktop.programs.run(*find, "left"), desktop.programs.run(*find, "right")


def test_the_keyboard_focus_is_followed(tmp_path: Path) -> None:
    async def story(desktop: X11Desktop) -> None:
        async def focus(window: str) -> None:
            await asyncio.to_thread(desktop.programs.run, "xdotool", "windowfocus", window)

        probe = X11Probe(desktop.environ)
        assert "window manager" in probe.report().note
        left, right = two_xterms(desktop)
        sink = RecordingSink()
        async with running(probe, sink):
            for _ in range(2):
                await focus(left)
                await eventually(lambda: sink.seen[-1:] == [("XTerm", "left")], "the left window")
                await focus(right)
                await eventually(lambda: sink.seen[-1:] == [("Other", "right")], "the right window")
            await focus(left)
            await eventually(lambda: sink.seen[-1:] == [("XTerm", "left")], "the left window")
            await asyncio.to_thread(desktop.programs.run, "xdotool", "windowkill", left)
            await eventually(lambda: sink.seen[-1] != ("XTerm", "left"), "the closing")

    with x11_desktop(tmp_path / "bare", manager="") as desktop:
        asyncio.run(story(desktop))


def test_a_focus_that_moves_while_it_is_looked_up_is_found(tmp_path: Path) -> None:
    class Restless(Display):
        """Moves the focus at the last moment before it would be listened to."""

        to: str = ""

        def listen(self, window: int, mask: int) -> None:
            to = self.to if mask & xproto.EventMask.FocusChange else ""
            if to:
                self.to = ""
                desktop.programs.run("xdotool", "windowfocus", "--sync", to)
            super().listen(window, mask)

    with x11_desktop(tmp_path / "bare", manager="") as desktop:
        left, right = two_xterms(desktop)
        desktop.programs.run("xdotool", "windowfocus", "--sync", left)
        display = Restless(local_display(desktop.environ))
        display.to = right
        seen: list[Window | None] = []
        try:
            WindowWatch(display, seen.append, lambda _pid: "").settle()
        finally:
            display.close()
    assert [window and window.title for window in seen] == ["right"]


def test_a_server_that_ends_at_the_first_question_is_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask = KeptSession.admit

    def at_the_end(session: KeptSession, display: Display) -> None:
        desktop.kill_server()
        ask(session, display)

    monkeypatch.setattr(KeptSession, "admit", at_the_end)
    with x11_desktop(tmp_path / "bare", manager="") as desktop:
        probe = X11Probe(desktop.environ)
        assert "ended the connection" in probe.report().note
        desktop.start_server()
        with pytest.raises(ProbeLost):
            asyncio.run(probe.run(RecordingSink(), 1_000))
