"""A day lived with focus sessions: planned by command, started from the tray, disturbed, nudged, and told truly."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from helpers.desktop_bus import start_bus
from helpers.desktop_programs import Programs, need, wait_until
from helpers.desktop_recorder import RealRecorder
from helpers.desktop_tray import PlayedTray, played_tray
from helpers.desktop_x11 import X11Desktop, x11_desktop

from engine.bootstrap import build_engine
from engine.domain.focus_choices import Level
from engine.domain.focus_session import FocusSession, SessionReport, Started
from engine.paths import ProfilePaths
from engine.storage.database import Database
from engine.storage.focus_sessions import FocusSessionStore
from engine.storage.heartbeat import HeartbeatFile

PATIENCE_S = 20.0
_SETTINGS = """first_run_done = true
[tracking]
idle_after_s = 3600
[look]
language = "en"
[focus]
level = "{level}"
distraction_after_s = 5
friction_s = 3
[notifications]
quiet_from = 0
quiet_until = 0
"""
_MARKS = dict.fromkeys((0x2068, 0x2069))  # set a name apart whose writing may run the other way
_DUNST = "[global]\ntimeout = 30\nhistory_length = 20\n"


class Day:
    """The programs of one day and what is stored of it."""

    def __init__(self, desktop: X11Desktop, paths: ProfilePaths, tray: PlayedTray) -> None:
        self.desktop, self.paths, self.tray = desktop, paths, tray

    def command(self, *words: str) -> str:
        """Run kairos on the profile."""
        folder = str(self.paths.folder)
        return self.desktop.programs.run(sys.executable, "-m", "engine.cli", *words, "--profile", folder)

    def running(self) -> FocusSession | None:
        """Return the session that runs; only the window asks how it stands, for a nudge is given to who asks first."""
        database = Database.open_existing(self.paths.database)
        try:
            found = FocusSessionStore(database).running()
        finally:
            database.close()
        return None if found is None else found[0]

    def report(self, session_id: int) -> SessionReport:
        """Return what came of a session."""
        engine = build_engine(self.paths)
        try:
            return engine.focus.report(session_id)
        finally:
            engine.close()

    def recorded_to(self, session_id: int) -> bool:
        """Return whether the recorder has passed the session's end, and all it saw by then is on the disk."""
        ended_ms, beat = self.report(session_id).session.end_ms, HeartbeatFile(self.paths.heartbeat).read()
        return ended_ms is not None and beat is not None and beat.waiting == 0 and beat.wall_ms > ended_ms

    async def offered(self, label: str) -> None:
        """Wait until the tray offers an entry."""
        await until(lambda: self._offers(label), f"the tray to offer {label}")

    async def _offers(self, label: str) -> bool:
        return label in await self.tray.entries()

    async def choose(self, label: str) -> None:
        """Press an entry of the tray once it is there."""
        await self.offered(label)
        await self.tray.choose(label)

    def dunst(self, *words: str) -> str:
        """Ask the notification service."""
        return self.desktop.programs.run("dunstctl", *words)

    def showing(self) -> int:
        """Return how many notifications are on the screen."""
        return int(self.dunst("count", "displayed"))

    def told(self) -> list[str]:
        """Close what is shown, and return all that the service was given, the last first."""
        self.dunst("close-all")
        entries = json.loads(self.dunst("history"))["data"][0]
        return [f"{one['summary']['data']} {one['body']['data']}".translate(_MARKS) for one in entries]


async def until(holds: Callable[[], Awaitable[bool]], what: str) -> None:
    """Wait until holds() is true; fails naming what was waited for."""
    deadline = time.monotonic() + PATIENCE_S
    while not await holds():
        assert time.monotonic() < deadline, f"waited {PATIENCE_S:g} s in vain for {what}"
        await asyncio.sleep(0.05)


@contextmanager
def window_open(desktop: X11Desktop, paths: ProfilePaths) -> Iterator[subprocess.Popen[bytes]]:
    """Have the real window open; it must end in good order."""
    process = desktop.programs.start(sys.executable, "-m", "desktop_app", "--profile", str(paths.folder))
    try:
        yield process
    finally:
        desktop.programs.end(process)
    assert process.returncode == 0


def test_a_session_from_the_tray_a_distraction_and_a_nudge(tmp_path: Path) -> None:
    need("dunst", "dunstctl")
    (tmp_path / "dunstrc").write_text(_DUNST, encoding="utf-8")
    with Programs(tmp_path, os.environ) as services:
        address = start_bus(services, tmp_path / "b")
        with x11_desktop(tmp_path / "desktop", bus_address=address) as desktop:
            desktop.programs.start("dunst", "-conf", str(tmp_path / "dunstrc"))
            desktop.environ["QT_QPA_PLATFORM"] = "xcb"
            recorder = RealRecorder(desktop.programs, tmp_path / "profile")
            recorder.paths.settings.write_text(_SETTINGS.format(level=Level.NOTICE), encoding="utf-8")
            report = asyncio.run(live(desktop, recorder, address))
            recorder.stop()
    assert report.session.started is Started.BLOCK
    assert report.session.intention == "Chapter three"
    assert report.nudges == 1
    assert report.distracting_ms >= 5_000
    assert report.focused_ms > 0
    assert report.interruptions == ()  # less than a quarter of a minute is a look
    assert report.work_ms >= report.active_ms >= report.distracting_ms


async def live(desktop: X11Desktop, recorder: RealRecorder, address: str) -> SessionReport:
    """Plan a block, work, be distracted, be nudged, go back, end."""
    async with played_tray(address) as tray:
        day = Day(desktop, recorder.paths, tray)
        day.command("rules", "starter")
        soon = time.strftime("%Y-%m-%d %H:%M", time.gmtime(time.time() + 180))
        day.command("plan", "add", "Chapter three", "--at", soon, "--for", "60")
        recorder.start()
        with window_open(desktop, recorder.paths):
            await asyncio.wait_for(asyncio.shield(tray.item), PATIENCE_S)
            await asyncio.to_thread(wait_until, lambda: day.showing() > 0, "the block to be announced")
            assert day.told()[0].startswith("Chapter three Starts in ")
            await day.choose("Focus on Chapter three")
            await asyncio.to_thread(wait_until, day.running, "the session to run")
            session = day.running()
            assert session is not None
            work = await asyncio.to_thread(desktop.xterm, "chapter")
            await asyncio.to_thread(desktop.xterm, "a game", name="lutris")
            await asyncio.to_thread(wait_until, lambda: day.showing() > 0, "the nudge to be shown")
            assert day.told()[0].startswith("Still on course? Lutris has been in front for ")
            desktop.focus(work)
            await day.choose("End the session")
            await asyncio.to_thread(wait_until, lambda: day.running() is None, "the session to end")
            await asyncio.to_thread(wait_until, lambda: day.showing() > 0, "the end to be told")
            assert day.told()[0].startswith("Session over ")
            await asyncio.to_thread(wait_until, lambda: day.recorded_to(session.id), "the session's end to be recorded")
            return day.report(session.id)
