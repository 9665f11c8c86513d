"""What the messages of Windows mean; Windows itself is played by a small desktop made of numbers."""

import asyncio
import sys
import threading
from dataclasses import dataclass, field

import pytest

from engine.domain.activity import Window
from engine.domain.errors import ProbeLost, ProbeUnavailable
from engine.tracking.platforms import windows
from engine.tracking.platforms.windows import WindowsProbe
from engine.tracking.platforms.windows_follow import IDLE_LOOK_MS, WindowsFollower, app_of, hosted_process
from engine.tracking.probe import SessionSign, Sink

IDLE_AFTER = 180_000
MAIL = Window("mail", "Inbox", 7)


@dataclass
class Desktop:
    """A desktop whose state the test sets."""

    front: int = 1
    windows: dict[int, Window] = field(default_factory=lambda: {1: MAIL})
    now: int = 1_000_000
    last: int = 1_000_000
    is_locked: bool = False
    saver: bool = False

    def foreground(self) -> int:
        return self.front

    def describe(self, handle: int) -> Window | None:
        return self.windows.get(handle)

    def ticks(self) -> tuple[int, int]:
        return self.now, self.last

    def locked(self) -> bool:
        return self.is_locked

    def saver_running(self) -> bool:
        return self.saver


@dataclass
class Heard:
    """A sink that remembers."""

    said: list[object] = field(default_factory=list)

    def saw_window(self, window: Window | None) -> None:
        self.said.append(window)

    def went_idle(self, idle_ms: int) -> None:
        self.said.append(("idle", idle_ms))

    def came_back(self) -> None:
        self.said.append("back")

    def session_sign(self, sign: SessionSign, holds: bool) -> None:
        self.said.append((sign, holds))

    def since(self) -> list[object]:
        said, self.said = self.said, []
        return said


def started(desktop: Desktop) -> tuple[WindowsFollower, Heard]:
    heard = Heard()
    follower = WindowsFollower(desktop, heard, IDLE_AFTER)
    follower.begin()
    heard.since()
    return follower, heard


def test_it_begins_with_the_whole_present_state() -> None:
    heard = Heard()
    desktop = Desktop(last=990_000, is_locked=True, saver=True)
    wait = WindowsFollower(desktop, heard, IDLE_AFTER).begin()
    assert (SessionSign.LOCKED, True) in heard.said
    assert (SessionSign.SCREENSAVER, True) in heard.said
    assert MAIL in heard.said
    assert wait == IDLE_AFTER - 10_000


def test_one_who_was_away_before_is_away_from_the_start() -> None:
    heard = Heard()
    WindowsFollower(Desktop(now=400_000, last=100_000), heard, IDLE_AFTER).begin()
    assert heard.said[-2:] == [("idle", 300_000), MAIL]


def test_a_switch_is_told_and_a_window_that_vanished_is_none() -> None:
    desktop = Desktop()
    follower, heard = started(desktop)
    desktop.windows[2] = Window("code", "a.py", 8)
    desktop.front = 2
    follower.foreground_changed()
    desktop.front = 3
    follower.foreground_changed()
    desktop.front = 0
    follower.foreground_changed()
    assert heard.since() == [desktop.windows[2], None, None]


def test_only_the_front_window_s_own_name_counts() -> None:
    desktop = Desktop()
    follower, heard = started(desktop)
    desktop.windows[1] = Window("mail", "Draft", 7)
    follower.name_changed(2, 0, 0)
    follower.name_changed(1, -4, 0)
    follower.name_changed(1, 0, 3)
    follower.name_changed(0, 0, 0)
    assert heard.since() == []
    follower.name_changed(1, 0, 0)
    follower.name_changed(1, 0, 0)
    assert heard.since() == [desktop.windows[1]]


@pytest.mark.parametrize(
    ("code", "sign"),
    [
        (7, (SessionSign.LOCKED, True)),
        (8, (SessionSign.LOCKED, False)),
        (2, (SessionSign.SWITCHED, True)),
        (4, (SessionSign.SWITCHED, True)),
        (1, (SessionSign.SWITCHED, False)),
        (3, (SessionSign.SWITCHED, False)),
    ],
)
def test_session_changes(code: int, sign: tuple[SessionSign, bool]) -> None:
    follower, heard = started(Desktop())
    follower.session_changed(code)
    assert heard.since()[0] == sign


@pytest.mark.parametrize(("code", "asleep"), [(4, True), (7, False), (18, False)])
def test_suspend_and_resume(code: int, asleep: bool) -> None:
    follower, heard = started(Desktop())
    follower.power_changed(code)
    assert heard.since() == [(SessionSign.SUSPENDED, asleep)]


def test_codes_without_meaning_are_passed_over() -> None:
    follower, heard = started(Desktop())
    for code in (0, 5, 6, 9, 10):
        follower.session_changed(code)
        follower.power_changed(10)
    assert heard.since() == []


def test_idleness_is_aimed_at_told_once_and_ended() -> None:
    desktop = Desktop()
    follower, heard = started(desktop)
    desktop.now += 60_000
    assert follower.look_at_idle() == 120_000
    desktop.now += 120_003
    assert follower.look_at_idle() == IDLE_LOOK_MS
    desktop.now += 500
    assert follower.look_at_idle() == IDLE_LOOK_MS
    desktop.last = desktop.now
    assert follower.look_at_idle() == IDLE_AFTER
    assert heard.since() == [("idle", 180_003), "back"]


def test_the_counter_may_start_anew() -> None:
    desktop = Desktop(now=5_000, last=2**32 - 5_000)
    heard = Heard()
    assert WindowsFollower(desktop, heard, IDLE_AFTER).begin() == IDLE_AFTER - 10_000


def test_the_screen_saver_is_seen_while_idle() -> None:
    desktop = Desktop()
    follower, heard = started(desktop)
    desktop.now += IDLE_AFTER
    follower.look_at_idle()
    desktop.saver = True
    follower.look_at_idle()
    desktop.saver = False
    follower.look_at_idle()
    assert heard.since()[1:] == [(SessionSign.SCREENSAVER, True), (SessionSign.SCREENSAVER, False)]


@pytest.mark.parametrize(
    ("path", "class_name", "app"),
    [
        (r"C:\Program Files\Mozilla Firefox\firefox.exe", "MozillaWindowClass", "firefox"),
        (r"C:\x\WINWORD.EXE", "OpusApp", "WINWORD"),
        ("", "Shell_TrayWnd", "Shell_TrayWnd"),
        (r"\Device\tool", "C", "tool"),
    ],
)
def test_the_app_s_name(path: str, class_name: str, app: str) -> None:
    assert app_of(path, class_name) == app


def test_a_store_app_is_the_process_inside_its_frame() -> None:
    assert hosted_process(10, [10, 0, 42, 10]) == 42
    assert hosted_process(10, [10, 10]) == 10


class Pump:
    """A message loop that says one window and then works until it is stopped, or breaks."""

    def __init__(self, sink: Sink, breaks: bool) -> None:
        self._sink = sink
        self._breaks = breaks
        self._stopped = threading.Event()

    def run(self) -> None:
        self._sink.saw_window(MAIL)
        if self._breaks:
            raise OSError("no window")
        self._stopped.wait()

    def stop(self) -> None:
        self._stopped.set()


class Calling(Heard):
    """A sink that calls out when it hears of a window."""

    def __init__(self, called: asyncio.Event) -> None:
        super().__init__()
        self.called = called

    def saw_window(self, window: Window | None) -> None:
        super().saw_window(window)
        self.called.set()


def test_cancelling_ends_the_message_loop_and_its_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    async def watch() -> list[object]:
        heard = Calling(asyncio.Event())
        running = asyncio.create_task(WindowsProbe().run(heard, IDLE_AFTER))
        await heard.called.wait()
        running.cancel()
        with pytest.raises(asyncio.CancelledError):
            await running
        return heard.said

    monkeypatch.setattr(windows, "_pump", lambda sink, _idle_after_ms: Pump(sink, breaks=False))
    assert asyncio.run(watch()) == [MAIL]
    assert "windows-messages" not in {thread.name for thread in threading.enumerate()}


def test_a_message_loop_that_breaks_is_a_lost_desktop(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(windows, "_pump", lambda sink, _idle_after_ms: Pump(sink, breaks=True))
    with pytest.raises(ProbeLost, match="no window"):
        asyncio.run(WindowsProbe().run(Heard(), IDLE_AFTER))


@pytest.mark.skipif(sys.platform == "win32", reason="elsewhere only")
def test_elsewhere_it_says_so() -> None:
    probe = WindowsProbe()
    assert not probe.report().windows
    with pytest.raises(ProbeUnavailable):
        asyncio.run(probe.run(Heard(), IDLE_AFTER))
