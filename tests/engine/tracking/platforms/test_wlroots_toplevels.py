"""The active window, out of the compositor's events."""

from __future__ import annotations

import struct

import pytest

from engine.domain.activity import Window
from engine.tracking.platforms.wlroots_toplevels import Toplevels

ACTIVATED = 2


@pytest.fixture
def toplevels() -> Toplevels:
    return Toplevels("wlroots")


def states(*numbers: int) -> bytes:
    return struct.pack(f"={len(numbers)}I", *numbers)


def open_window(toplevels: Toplevels, key: int, app: str, title: str, *numbers: int) -> None:
    toplevels.opened(key)
    toplevels.said_app(key, app)
    toplevels.said_title(key, title)
    toplevels.said_state(key, states(*numbers))
    toplevels.done(key)


def test_no_window_has_focus_before_one_is_active(toplevels: Toplevels) -> None:
    assert toplevels.focused() is None
    open_window(toplevels, 1, "foot", "shell")
    assert toplevels.focused() is None


def test_the_active_window_is_the_focused_one(toplevels: Toplevels) -> None:
    open_window(toplevels, 1, "foot", "shell")
    open_window(toplevels, 2, "firefox", "page", 0, ACTIVATED, 3)
    assert toplevels.focused() == Window("firefox", "page", platform="wlroots")


def test_nothing_counts_before_done(toplevels: Toplevels) -> None:
    open_window(toplevels, 1, "foot", "old", ACTIVATED)
    toplevels.said_title(1, "new")
    toplevels.said_state(1, states())
    assert toplevels.focused() == Window("foot", "old", platform="wlroots")
    toplevels.done(1)
    assert toplevels.focused() is None


def test_a_title_alone_changes_the_title_alone(toplevels: Toplevels) -> None:
    open_window(toplevels, 1, "foot", "old", ACTIVATED)
    toplevels.said_title(1, "new")
    toplevels.done(1)
    assert toplevels.focused() == Window("foot", "new", platform="wlroots")


def test_the_one_activated_last_wins_where_seats_disagree(toplevels: Toplevels) -> None:
    open_window(toplevels, 1, "one", "", ACTIVATED)
    open_window(toplevels, 2, "two", "", ACTIVATED)
    toplevels.said_title(1, "a new title is no new focus")
    toplevels.done(1)
    assert toplevels.focused() == Window("two", platform="wlroots")


def test_a_closed_window_is_forgotten(toplevels: Toplevels) -> None:
    open_window(toplevels, 1, "one", "", ACTIVATED)
    toplevels.closed(1)
    assert toplevels.focused() is None


@pytest.mark.parametrize("broken", [b"", b"\x02", states(ACTIVATED)[:3]])
def test_states_cut_short_are_no_states(toplevels: Toplevels, broken: bytes) -> None:
    open_window(toplevels, 1, "one", "")
    toplevels.said_state(1, broken)
    toplevels.done(1)
    assert toplevels.focused() is None
