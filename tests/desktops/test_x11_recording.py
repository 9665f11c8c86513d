"""The whole recorder on a real X11 desktop: what was done is what is stored, at the time it was done."""

from __future__ import annotations

import asyncio
import os
import random
import shutil
import statistics
import time
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from helpers.desktop_bus import LOGIND, PlayedLocker, PlayedLogind, connection, start_bus
from helpers.desktop_programs import Programs, need, wait_until
from helpers.desktop_recorder import RealRecorder, named
from helpers.desktop_x11 import X11Desktop, XWindow, now_ms, x11_desktop

from engine.domain.activity import Activity
from engine.domain.health import RecorderState
from engine.domain.presence import Presence

CLOSE_MS = 250
CHANGES = 45
IDLE_AFTER_S = 15

Act = Callable[[], Awaitable[None]]


@dataclass(frozen=True)
class Done:
    """One thing done to the desktop: what must be seen from then on, and between which moments it happened."""

    app: str
    title: str
    before_ms: int
    after_ms: int

    def off_ms(self, at_ms: int) -> int:
        """Return by how many milliseconds a stored moment misses the real one."""
        return max(self.before_ms - at_ms, at_ms - self.after_ms, 0)


class Hands:
    """Works with three programs as a person would, and keeps account of it."""

    def __init__(self, desktop: X11Desktop) -> None:
        self._desktop = desktop
        self._titles: dict[str, tuple[str, str]] = {}
        self._windows: list[XWindow] = []
        self.done: list[Done] = []
        self.front: XWindow | None = None

    def open(self, app: str, title: str, window: XWindow) -> None:
        self._windows.append(window)
        self._titles[window.id] = (app, title)
        self.front = window

    def work(self, changes: int, chance: random.Random) -> None:
        """Switch and retitle at irregular moments until so many changes must have been seen."""
        turn = 0
        while len(self.done) < changes:
            turn += 1
            time.sleep(chance.uniform(0.3, 0.6))
            others = [window for window in self._windows if window is not self.front]
            kind = chance.random()
            if kind < 0.55:
                self._switch(chance.choice(others))
            elif kind < 0.9:
                self._retitle(f"chapter {turn} — 第{turn}章")
            else:  # a window that is not in front may call itself what it likes
                self._rename(chance.choice(others), f"behind {turn}")

    def _switch(self, window: XWindow) -> None:
        before = now_ms()
        self._desktop.focus(window)
        self.front = window
        self.done.append(Done(*self._titles[window.id], before, now_ms()))

    def _retitle(self, title: str) -> None:
        assert self.front is not None
        before = now_ms()
        self._rename(self.front, title)
        self.done.append(Done(*self._titles[self.front.id], before, now_ms()))

    def _rename(self, window: XWindow, title: str) -> None:
        self._desktop.retitle(window, title)
        self._titles[window.id] = (self._titles[window.id][0], title)


@pytest.fixture(params=["openbox", "xfwm4"])
def desktop(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[X11Desktop]:
    """A desktop with each window manager; openbox must be there, others are tried where they are."""
    if request.param != "openbox" and shutil.which(request.param) is None:
        pytest.skip(f"not installed: {request.param}")
    with x11_desktop(tmp_path / "desktop", manager=request.param) as running:
        yield running


def test_every_switch_and_title_is_stored_in_order_and_on_time(desktop: X11Desktop, tmp_path: Path) -> None:
    need("mousepad")
    (tmp_path / "notes.txt").write_text("notes", encoding="utf-8")
    hands = Hands(desktop)
    hands.open("XTerm", "left", desktop.xterm("left"))
    hands.open("XTerm", "right", desktop.xterm("right"))
    editor = desktop.program("notes.txt", "mousepad", "--disable-server", str(tmp_path / "notes.txt"))
    desktop.retitle(editor, "notes")
    hands.open("Mousepad", "notes", editor)

    recorder = RealRecorder(desktop.programs, tmp_path / "profile")
    recorder.start()
    hands.work(CHANGES, random.Random(2))
    time.sleep(0.5)
    stored = recorder.stop()

    assert named(stored) == [("Mousepad", "notes"), *((done.app, done.title) for done in hands.done)]
    off = [done.off_ms(each.start_ms) for done, each in zip(hands.done, stored[1:], strict=True)]
    late = [each.start_ms - done.before_ms for done, each in zip(hands.done, stored[1:], strict=True)]
    print(
        f"{len(off)} changes; beside the real one by {statistics.median(off):.0f} ms (median), {max(off)} ms (worst); "
        f"after it was asked for by {statistics.median(late):.0f} ms (median), {max(late)} ms (worst)"
    )
    assert max(off) <= CLOSE_MS
    assert [each.end_ms for each in stored[:-1]] == [each.start_ms for each in stored[1:]], "no gap, no overlap"


def test_lock_switch_sleep_saver_and_idle_are_states_of_their_own(tmp_path: Path) -> None:
    with Programs(tmp_path, os.environ) as services:
        address = start_bus(services, tmp_path / "b")
        with x11_desktop(tmp_path / "desktop", bus_address=address) as desktop:
            desktop.xterm("at work")
            recorder = RealRecorder(desktop.programs, tmp_path / "profile", idle_after_s=IDLE_AFTER_S)
            expected = asyncio.run(live_through_states(desktop, recorder, address))
            stored = recorder.stop()
    assert [each.what.presence for each in stored] == [presence for presence, _ in expected]
    assert all(each.what.title == ("at work" if each.what.presence is Presence.ACTIVE else "") for each in stored)
    for each, (presence, at_ms) in zip(stored[1:], expected[1:], strict=True):
        assert abs(each.start_ms - at_ms) <= CLOSE_MS, f"{presence} is off by {each.start_ms - at_ms} ms"


async def live_through_states(desktop: X11Desktop, recorder: RealRecorder, address: str) -> list[tuple[Presence, int]]:
    """Make every state happen; return the states in order with the moment at which each began."""
    states: list[tuple[Presence, int]] = []

    def note(presence: Presence) -> None:
        states.append((presence, now_ms()))

    async with connection(address, LOGIND) as first, connection(address, "org.gnome.ScreenSaver") as second:
        logind, locker = PlayedLogind(first), PlayedLocker(second, "org.gnome.ScreenSaver")
        await asyncio.to_thread(desktop.move_pointer, 10, 10)
        await asyncio.to_thread(recorder.start)
        note(Presence.ACTIVE)
        await asyncio.sleep(1)
        steps: tuple[tuple[Act, Act, Presence], ...] = (
            (lambda: logind.change(LockedHint=True), lambda: logind.change(LockedHint=False), Presence.LOCKED),
            (lambda: logind.change(Active=False), lambda: logind.change(Active=True), Presence.SWITCHED),
            (lambda: logind.sleep(True), lambda: logind.sleep(False), Presence.SUSPENDED),
            (lambda: locker.become(True), lambda: locker.become(False), Presence.LOCKED),
            (lambda: saver(desktop, "activate"), lambda: saver(desktop, "reset"), Presence.SCREENSAVER),
        )
        for begin, end, presence in steps:
            note(presence)
            await begin()
            await asyncio.sleep(0.6)
            note(Presence.ACTIVE)
            await end()
            await asyncio.sleep(0.6)
        await asyncio.to_thread(desktop.move_pointer, 20, 20)
        note(Presence.IDLE)
        await asyncio.sleep(IDLE_AFTER_S + 1)
        note(Presence.ACTIVE)
        await asyncio.to_thread(desktop.move_pointer, 30, 30)
        await asyncio.sleep(0.5)
    return states


async def saver(desktop: X11Desktop, mode: str) -> None:
    await asyncio.to_thread(desktop.saver, mode)


def test_recording_goes_on_within_five_seconds_of_a_new_x_server(x11: X11Desktop, tmp_path: Path) -> None:
    x11.xterm("before")
    recorder = RealRecorder(x11.programs, tmp_path / "profile")
    recorder.start()
    time.sleep(0.5)
    killed = now_ms()
    x11.kill_server()
    time.sleep(1)
    x11.start_server()
    x11.xterm("after")
    back = now_ms()
    wait_until(lambda: named(recorder.stored())[-1:] == [("XTerm", "after")], "recording to go on")
    before, after = only(recorder.stop(), "before"), only(recorder.stored(), "after")
    assert before.end_ms <= killed + CLOSE_MS, "a gap is a gap"
    assert after.start_ms <= back + 5_000


SOON_SURE = "import engine.alone; engine.alone.SURE_S = 6.0; from engine.recorder import main; raise SystemExit(main())"


def test_what_an_ended_session_left_behind_gives_way_to_the_recorder_of_the_next(
    x11: X11Desktop, tmp_path: Path
) -> None:
    x11.xterm("before")
    left_behind, of_the_next = (RealRecorder(x11.programs, tmp_path / "profile") for _ in range(2))
    left_behind.start()
    x11.kill_server()
    wait_until(lambda: left_behind.beat_state() is RecorderState.BLIND, "the recorder to notice")
    x11.number = str(int(x11.number) + 100)  # the next session's display, of which the one before never heard
    x11.start_server()
    x11.xterm("after")
    of_the_next.start("-c", SOON_SURE)
    wait_until(lambda: named(of_the_next.stored()) == [("XTerm", "before"), ("XTerm", "after")], "recording to go on")
    assert left_behind.ended() == 0, "it ended in good order"
    of_the_next.stop()


def only(activities: list[Activity], title: str) -> Activity:
    """Return the one activity of that title."""
    (found,) = [each for each in activities if each.what.title == title]
    return found
