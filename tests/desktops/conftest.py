"""Private desktops, each test its own: free display numbers, own buses, nothing shared with the real session."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from helpers.desktop_x11 import X11Desktop, x11_desktop

if sys.platform != "linux":
    collect_ignore_glob = ["test_*.py"]


@pytest.fixture
def x11(tmp_path: Path) -> Iterator[X11Desktop]:
    """An X11 desktop with openbox."""
    with x11_desktop(tmp_path / "desktop") as desktop:
        yield desktop
