"""The window in front is asked to close on real desktops, and only if it is the one that was meant."""

from __future__ import annotations

from helpers.desktop_programs import wait_until
from helpers.desktop_sway import SwayDesktop, sway
from helpers.desktop_x11 import X11Desktop

from engine.tracking.platforms.closing import choose_closer

__all__ = ["sway"]


def test_x11_closes_the_window_in_front_and_no_other(x11: X11Desktop) -> None:
    behind, front = x11.xterm("work", name="Editor"), x11.xterm("a film", name="Player")
    closer = choose_closer(x11.environ, "Linux")
    assert closer is not None
    assert not closer.close_front("Editor")  # it is not in front
    assert not closer.close_front("")
    assert behind.process.poll() is None
    assert front.process.poll() is None
    assert closer.close_front("Player")
    wait_until(lambda: front.process.poll() is not None, "the player to close")
    assert behind.process.poll() is None


def test_x11_leaves_alone_what_knows_no_closing(x11: X11Desktop) -> None:
    deaf = x11.xterm("deaf", name="Deaf")
    x11.programs.run("xprop", "-id", deaf.id, "-remove", "WM_PROTOCOLS")
    closer = choose_closer(x11.environ, "Linux")
    assert closer is not None
    assert not closer.close_front("Deaf")
    assert deaf.process.poll() is None


def test_sway_closes_the_window_in_front_and_no_other(sway: SwayDesktop) -> None:
    behind, front = sway.terminal("editor", "work"), sway.terminal("player", "a film")
    closer = choose_closer(sway.environ, "Linux")
    assert closer is not None
    assert not closer.close_front("editor")
    assert closer.close_front("player")
    wait_until(lambda: front.process.poll() is not None, "the player to close")
    assert behind.process.poll() is None


def test_other_desktops_and_none_have_nothing_to_close_with() -> None:
    assert choose_closer({"WAYLAND_DISPLAY": "wayland-0", "XDG_CURRENT_DESKTOP": "GNOME"}, "Linux") is None
    assert choose_closer({}, "Linux") is None
    gone = choose_closer({"DISPLAY": ":987"}, "Linux")
    assert gone is not None
    assert not gone.close_front("anything")
