"""A real notification service shows what Kairos says, letter by letter, and its answers come back."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from helpers.desktop_programs import need, wait_until
from helpers.desktop_x11 import X11Desktop
from pytestqt.qtbot import QtBot

from desktop_app.notifications import Notifier
from engine.domain.notifications import Notification, NotificationAction, NotificationKind

SOON = Notification(
    "block_soon:1",
    NotificationKind.BLOCK_SOON,
    0,
    9,
    subject="<b>Write</b> & “mend”",
    amount=5,
    actions=(NotificationAction.START, NotificationAction.SNOOZE),
    page="plan",
    block_id=1,
)


def start_dunst(desktop: X11Desktop, folder: Path) -> None:
    """Start a service that reads bodies as markup, and wait until it is there."""
    config = folder / "dunstrc"
    config.write_text("[global]\nmarkup = full\n", encoding="utf-8")
    desktop.programs.start("dunst", "-conf", str(config))
    asked = ("dunstctl", "count")
    wait_until(
        lambda: not subprocess.run(asked, env=desktop.environ, capture_output=True, check=False).returncode, "dunst"
    )


@pytest.fixture
def dunst(x11: X11Desktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> X11Desktop:
    """A desktop on which dunst shows notifications, and whose bus is this process's."""
    need("dunst", "dunstctl")
    start_dunst(x11, tmp_path)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", x11.environ["DBUS_SESSION_BUS_ADDRESS"])
    return x11


@pytest.fixture
def notifier(qtbot: QtBot) -> Iterator[Notifier]:
    made = Notifier()
    yield made
    made.close()


def shown(desktop: X11Desktop) -> int:
    return int(desktop.programs.run("dunstctl", "count", "displayed"))


def test_what_is_shown_can_be_answered(dunst: X11Desktop, notifier: Notifier, qtbot: QtBot) -> None:
    assert notifier.show(SOON)
    wait_until(lambda: shown(dunst) == 1, "the notification")
    with qtbot.waitSignal(notifier.acted, timeout=10_000) as answered:
        dunst.programs.run("dunstctl", "action", "0")
    assert answered.args == [SOON, NotificationAction.OPEN]
    wait_until(lambda: shown(dunst) == 0, "the end of what was answered")
    assert notifier.show(SOON, "<i>soon</i>")
    wait_until(lambda: shown(dunst) == 1, "the notification again")
    with qtbot.waitSignal(notifier.acted, timeout=10_000) as answered:
        dunst.programs.run("dunstctl", "close")
    assert answered.args == [SOON, NotificationAction.DISMISS]
    told = json.loads(dunst.programs.run("dunstctl", "history"))["data"][0]
    assert told[0]["summary"]["data"] == SOON.subject
    assert told[0]["body"]["data"] == "&lt;i&gt;soon&lt;/i&gt;", "the body is markup there"


def test_what_no_longer_holds_is_taken_back(dunst: X11Desktop, notifier: Notifier) -> None:
    notifier.show(SOON)
    wait_until(lambda: shown(dunst) == 1, "the notification")
    notifier.withdraw(SOON)
    wait_until(lambda: shown(dunst) == 0, "its end")


def test_without_a_service_on_the_bus_it_is_told_and_later_tried_again(
    x11: X11Desktop, notifier: Notifier, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    need("dunst", "dunstctl")
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", x11.environ["DBUS_SESSION_BUS_ADDRESS"])
    with qtbot.waitSignal(notifier.service.failed, timeout=30_000):
        notifier.show(SOON)
    start_dunst(x11, tmp_path)
    notifier.show(SOON)
    wait_until(lambda: shown(x11) == 1, "the notification")


def test_the_library_of_the_bus_is_loaded_by_the_first_notification_alone() -> None:
    """The window's start does not pay for it."""
    code = "import sys, desktop_app.notifications; print('asyncio' in sys.modules, 'dbus_fast' in sys.modules)"
    done = subprocess.run((sys.executable, "-c", code), capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]
