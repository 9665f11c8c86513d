"""Where the compositor's socket lies, and what is said where there is none."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from engine.domain.errors import ProbeLost, ProbeUnavailable

if sys.platform != "linux":
    pytest.skip("Wayland is Linux's", allow_module_level=True)

from engine.tracking.platforms.wayland_connection import WaylandConnection, display_socket
from engine.tracking.platforms.wlroots import WlrootsProbe


def test_the_socket_lies_in_the_runtime_folder() -> None:
    assert display_socket({"WAYLAND_DISPLAY": "wayland-1", "XDG_RUNTIME_DIR": "/run/user/7"}) == "/run/user/7/wayland-1"


def test_a_full_path_needs_no_folder() -> None:
    assert display_socket({"WAYLAND_DISPLAY": "/tmp/way"}) == "/tmp/way"
    assert display_socket({"WAYLAND_DISPLAY": "/tmp/way", "XDG_RUNTIME_DIR": "/run/user/7"}) == "/tmp/way"


@pytest.mark.parametrize("environ", [{}, {"XDG_RUNTIME_DIR": "/run/user/7"}, {"WAYLAND_DISPLAY": "wayland-0"}])
def test_without_a_session_it_says_which_variable_is_missing(environ: dict[str, str]) -> None:
    with pytest.raises(ProbeUnavailable, match=r"is not set"):
        WlrootsProbe(environ).report()


def test_a_compositor_that_is_not_there_may_come_back(tmp_path: Path) -> None:
    environ = {"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": str(tmp_path)}
    with pytest.raises(ProbeLost, match="tries again"), WaylandConnection(environ):
        pass
