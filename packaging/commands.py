"""The two commands of the README, once everything they need is there."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

from trouble import say


def has_screen() -> bool:
    """Return whether a window can be shown."""
    return not sys.platform.startswith("linux") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def open_app(root: Path, python: Path, arguments: list[str]) -> int:
    """Open the window; without a screen say so, print and draw today instead, and offer the recorder."""
    if has_screen():
        return subprocess.call([str(python), "-m", "desktop_app", *arguments], cwd=root)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if "--screenshot" in arguments:
        return subprocess.call([str(python), "-m", "desktop_app", *arguments], cwd=root)
    say("There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window opens. Today so far:\n")
    status = subprocess.call([str(python), "-m", "engine.cli", "today", *arguments], cwd=root)
    picture = root / "build" / "today.png"
    picture.parent.mkdir(exist_ok=True)
    drawing = [str(python), "-m", "desktop_app", "--screenshot", "today", str(picture), *arguments]
    if status == 0 and subprocess.call(drawing, cwd=root) == 0:
        say(f"\nThe page Today as a picture: {picture}")
    say(f"To record without a window: {shlex.join([str(python.with_name('kairos')), 'record', *arguments])}")
    return status


def run_tests(root: Path, python: Path, arguments: list[str]) -> int:
    """Run the gate: format, lint, imports, types, tests."""
    return subprocess.call([str(python), str(root / "packaging" / "check"), *arguments], cwd=root)
