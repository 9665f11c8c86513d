"""What desktops know our window by: it belongs to the menu entry, and shows our icon where there is none."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from helpers.desktop_programs import wait_until
from helpers.desktop_sway import SwayDesktop, sway
from helpers.desktop_x11 import X11Desktop

__all__ = ["sway"]

ENTRY = "kairos"  # kairos.desktop, and its StartupWMClass
WINDOW = (sys.executable, "-m", "desktop_app", "--no-recorder", "--profile")


def test_x11_is_told_the_menu_entry_and_the_icon(x11: X11Desktop, tmp_path: Path) -> None:
    x11.environ["QT_QPA_PLATFORM"] = "xcb"
    window = x11.program("Kairos", *WINDOW, str(tmp_path / "profile"))

    def told(name: str, *form: str) -> str:
        asked = ("xprop", "-id", window.id, *form, name)
        return subprocess.run(asked, env=x11.environ, capture_output=True, text=True, check=True).stdout

    assert told("WM_CLASS").strip() == f'WM_CLASS(STRING) = "{ENTRY}", "{ENTRY}"'
    wait_until(lambda: "= 16, 16, " in told("_NET_WM_ICON", "-f", "_NET_WM_ICON", "32c"), "the icon")
    x11.close(window)


def test_wayland_is_told_the_menu_entry(sway: SwayDesktop, tmp_path: Path) -> None:
    sway.environ["QT_QPA_PLATFORM"] = "wayland"
    process = sway.programs.start(*WINDOW, str(tmp_path / "profile"))

    def names() -> list[str]:
        return _app_ids(json.loads(sway.programs.run("swaymsg", "-t", "get_tree")))

    wait_until(names, "the window")
    assert set(names()) == {ENTRY}
    sway.programs.end(process)


def _app_ids(node: dict[str, Any]) -> list[str]:
    below = [name for part in (*node["nodes"], *node["floating_nodes"]) for name in _app_ids(part)]
    return [*([node["app_id"]] if node.get("app_id") else []), *below]
