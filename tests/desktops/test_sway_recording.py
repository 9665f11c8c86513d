"""The whole recorder on a real Wayland desktop: what was done is what is stored, at the time it was done."""

from __future__ import annotations

import asyncio
import random
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from dbus_fast import Variant
from helpers.desktop_bus import LOGIND, PlayedLogind, connection
from helpers.desktop_programs import wait_until
from helpers.desktop_recorder import RealRecorder, named
from helpers.desktop_sway import SwayDesktop, SwayWindow, sway
from helpers.desktop_x11 import now_ms

from engine.domain.presence import Presence

__all__ = ["sway"]
CLOSE_MS = 250
CHANGES = 45
IDLE_AFTER_S = 15


@dataclass(frozen=True)
class Done:
    """One thing done: what must be seen from then on, and between which moments it happened."""

    app: str
    title: str
    before_ms: int
    after_ms: int

    def off_ms(self, at_ms: int) -> int:
        """Return by how many milliseconds a stored moment misses the real one."""
        return max(self.before_ms - at_ms, at_ms - self.after_ms, 0)


class Hands:
    """Works with programs as a person would, and keeps account of it."""

    def __init__(self, desktop: SwayDesktop, windows: dict[str, SwayWindow]) -> None:
        self._desktop = desktop
        self._windows = windows
        self._titles = {app: app for app in windows}
        self._front = list(windows)[-1]
        self.done: list[Done] = []

    def work(self, changes: int, chance: random.Random) -> None:
        """Switch and retitle at irregular moments until so many changes must have been seen."""
        while len(self.done) < changes:
            time.sleep(chance.uniform(0.3, 0.6))
            others = [app for app in self._windows if app != self._front]
            kind = chance.random()
            if kind < 0.55:
                self._front = chance.choice(others)
                self._account(lambda: self._desktop.focus(self._windows[self._front]))
            elif kind < 0.9:
                self._account(lambda: self._retitle(self._front, f"chapter {len(self.done)} — 第{len(self.done)}章"))
            else:  # a window that is not in front may call itself what it likes
                self._retitle(chance.choice(others), f"behind {len(self.done)}")

    def _account(self, act: Callable[[], None]) -> None:
        before = now_ms()
        act()
        self.done.append(Done(self._front, self._titles[self._front], before, now_ms()))

    def _retitle(self, app: str, title: str) -> None:
        self._titles[app] = title
        self._desktop.retitle(self._windows[app], title)


def test_every_switch_and_title_is_stored_in_order_and_on_time(sway: SwayDesktop, tmp_path: Path) -> None:
    windows = {"left": sway.terminal("left", "left"), "right": sway.terminal("right", "right")}
    hands = Hands(sway, windows | {"picture": sway.qt_window("picture", "picture")})
    recorder = RealRecorder(sway.programs, tmp_path / "profile")
    recorder.start()
    hands.work(CHANGES, random.Random(3))
    time.sleep(0.5)
    stored = recorder.stop()

    assert named(stored) == [("picture", "picture"), *((done.app, done.title) for done in hands.done)]
    assert {each.what.platform for each in stored} == {"wlroots"}
    off = [done.off_ms(each.start_ms) for done, each in zip(hands.done, stored[1:], strict=True)]
    print(f"{len(off)} changes stored; off by {statistics.median(off):g} ms (median), {max(off)} ms (worst)")
    assert max(off) <= CLOSE_MS
    assert all(before.end_ms == after.start_ms for before, after in pairwise(stored)), "no gap, no overlap"


def test_lock_and_idle_are_states_of_their_own(sway: SwayDesktop, tmp_path: Path) -> None:
    sway.terminal("work", "at work")
    recorder = RealRecorder(sway.programs, tmp_path / "profile", idle_after_s=IDLE_AFTER_S)
    expected = asyncio.run(_live_through_states(sway, recorder))
    stored = recorder.stop()
    assert [each.what.presence for each in stored] == [presence for presence, _ in expected]
    assert all(each.what.title == ("at work" if each.what.presence is Presence.ACTIVE else "") for each in stored)
    for each, (presence, at_ms) in zip(stored[1:], expected[1:], strict=True):
        assert abs(each.start_ms - at_ms) <= CLOSE_MS, f"{presence} is off by {each.start_ms - at_ms} ms"


async def _live_through_states(sway: SwayDesktop, recorder: RealRecorder) -> list[tuple[Presence, int]]:
    """Lock, unlock and go away; return the states in order with the moment at which each began."""
    states: list[tuple[Presence, int]] = []

    def note(presence: Presence) -> None:
        states.append((presence, now_ms()))

    async with connection(sway.bus, LOGIND) as bus:
        logind = PlayedLogind(bus, Type=Variant("s", "wayland"))
        await asyncio.to_thread(recorder.start)
        await asyncio.to_thread(sway.press_key)
        note(Presence.ACTIVE)
        await asyncio.sleep(1)
        note(Presence.LOCKED)
        await logind.change(LockedHint=True)
        await asyncio.sleep(1)
        note(Presence.ACTIVE)
        await logind.change(LockedHint=False)
        await asyncio.sleep(1)
        await asyncio.to_thread(sway.press_key)
        note(Presence.IDLE)
        await asyncio.sleep(IDLE_AFTER_S + 1)
        note(Presence.ACTIVE)
        await asyncio.to_thread(sway.press_key)
        await asyncio.sleep(0.5)
    return states


def test_recording_goes_on_within_five_seconds_of_a_new_compositor(sway: SwayDesktop, tmp_path: Path) -> None:
    sway.terminal("before", "before")
    recorder = RealRecorder(sway.programs, tmp_path / "profile")
    recorder.start()
    time.sleep(0.5)
    killed = now_ms()
    sway.kill_compositor()
    time.sleep(1)
    sway.start_compositor()
    sway.terminal("after", "after")
    back = now_ms()
    wait_until(lambda: named(recorder.stored())[-1:] == [("after", "after")], "recording to go on")
    stored = recorder.stop()
    before, after = stored[0], stored[-1]
    assert (before.what.app, after.what.app) == ("before", "after")
    assert before.end_ms <= killed + CLOSE_MS, "a gap is a gap"
    assert after.start_ms <= back + 5_000
