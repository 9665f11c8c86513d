"""What macOS tells, and what becomes of it; macOS itself is played by a small desktop."""

import asyncio
import contextlib
import sys
from dataclasses import dataclass, field

import pytest

from engine.domain.activity import Window
from engine.domain.errors import ProbeUnavailable
from engine.tracking.platforms.macos import MacProbe, _follow
from engine.tracking.platforms.macos_follow import IDLE_LOOK_MS, MacFollower
from engine.tracking.probe import SessionSign

IDLE_AFTER = 180_000
MAIL = Window("Mail", "Inbox", 7)


@dataclass
class Desktop:
    """A desktop whose state the test sets."""

    window: Window | None = MAIL
    idle: int = 0
    is_locked: bool = False
    followed: list[int | None] = field(default_factory=list)

    def front(self) -> Window | None:
        return self.window

    def idle_ms(self) -> int:
        return self.idle

    def locked(self) -> bool:
        return self.is_locked

    def follow_titles(self, pid: int | None) -> None:
        self.followed.append(pid)


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


def started(desktop: Desktop) -> tuple[MacFollower, Heard]:
    heard = Heard()
    follower = MacFollower(desktop, heard, IDLE_AFTER)
    follower.begin()
    heard.since()
    return follower, heard


def test_it_begins_with_the_whole_present_state() -> None:
    heard = Heard()
    desktop = Desktop(idle=10_000, is_locked=True)
    assert MacFollower(desktop, heard, IDLE_AFTER).begin() == IDLE_AFTER - 10_000
    assert heard.said == [(SessionSign.LOCKED, True), "back", MAIL]
    assert desktop.followed == [7]


def test_another_app_is_told_and_its_titles_followed() -> None:
    desktop = Desktop()
    follower, heard = started(desktop)
    desktop.window = Window("Code", "a.py", 8)
    follower.notified("NSWorkspaceDidActivateApplicationNotification")
    desktop.window = None
    follower.notified("NSWorkspaceDidActivateApplicationNotification")
    assert heard.since() == [Window("Code", "a.py", 8), None]
    assert desktop.followed == [7, 8, None]


def test_a_title_is_told_once() -> None:
    desktop = Desktop()
    follower, heard = started(desktop)
    follower.title_changed()
    desktop.window = Window("Mail", "Draft", 7)
    follower.title_changed()
    follower.title_changed()
    assert heard.since() == [desktop.window]
    assert desktop.followed == [7]


@pytest.mark.parametrize(
    ("name", "sign"),
    [
        ("com.apple.screenIsLocked", (SessionSign.LOCKED, True)),
        ("com.apple.screenIsUnlocked", (SessionSign.LOCKED, False)),
        ("com.apple.screensaver.didstart", (SessionSign.SCREENSAVER, True)),
        ("com.apple.screensaver.didstop", (SessionSign.SCREENSAVER, False)),
        ("NSWorkspaceSessionDidResignActiveNotification", (SessionSign.SWITCHED, True)),
        ("NSWorkspaceSessionDidBecomeActiveNotification", (SessionSign.SWITCHED, False)),
        ("NSWorkspaceWillSleepNotification", (SessionSign.SUSPENDED, True)),
        ("NSWorkspaceDidWakeNotification", (SessionSign.SUSPENDED, False)),
    ],
)
def test_session_states(name: str, sign: tuple[SessionSign, bool]) -> None:
    follower, heard = started(Desktop())
    follower.notified(name)
    follower.notified("some.other.notification")
    assert heard.since() == [sign]


def test_idleness_is_aimed_at_told_once_and_ended() -> None:
    desktop = Desktop()
    follower, heard = started(desktop)
    desktop.idle = 60_000
    assert follower.look_at_idle() == 120_000
    desktop.idle = 180_004
    assert follower.look_at_idle() == IDLE_LOOK_MS
    desktop.idle = 180_504
    assert follower.look_at_idle() == IDLE_LOOK_MS
    desktop.idle = 0
    assert follower.look_at_idle() == IDLE_AFTER
    assert heard.since() == [("idle", 180_004), "back"]


def test_one_who_was_away_before_is_away_from_the_start() -> None:
    heard = Heard()
    MacFollower(Desktop(idle=200_000), heard, IDLE_AFTER).begin()
    assert heard.said[1:] == [("idle", 200_000), MAIL]


def test_notifications_get_their_turn_and_idleness_its_look() -> None:
    desktop = Desktop()
    heard = Heard()
    turns: list[int] = []

    def turn() -> None:
        turns.append(len(turns))
        desktop.idle = 70

    async def watch() -> None:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(0.4):
                await _follow(MacFollower(desktop, heard, 60), turn)

    asyncio.run(watch())
    assert len(turns) >= 2
    assert ("idle", 70) in heard.said


@pytest.mark.skipif(sys.platform == "darwin", reason="elsewhere only")
def test_elsewhere_it_says_so() -> None:
    probe = MacProbe()
    assert not probe.report().windows
    with pytest.raises(ProbeUnavailable):
        asyncio.run(probe.run(Heard(), IDLE_AFTER))
