"""`--screenshot` draws a page with the profile's own data and leaves no trace of a running app."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.desktop_app_process import run
from PySide6.QtGui import QColor, QImage

from desktop_app.theme import DARK, LIGHT
from engine.locks import is_held
from engine.paths import ProfilePaths


@pytest.mark.parametrize(("theme", "background"), [("light", LIGHT.bg), ("dark", DARK.bg)])
def test_today_in_both_themes_and_any_size(tmp_path: Path, theme: str, background: str) -> None:
    target = tmp_path / "today.png"
    wanted = ("--theme", theme, "--lang", "zh_CN", "--size", "1000x700", "--profile", tmp_path / "profile")
    done = run("-m", "desktop_app", "--screenshot", "today", target, *wanted, QT_QPA_PLATFORM="")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    picture = QImage(str(target))
    assert (picture.width(), picture.height()) == (1000, 700)
    assert picture.pixelColor(990, 8) == QColor(background)
    colours = {picture.pixel(x, y) for x in range(0, 1000, 5) for y in range(0, 700, 5)}
    assert len(colours) > 20
    paths = ProfilePaths(tmp_path / "profile")
    assert not is_held(paths.recorder_lock)
    assert not paths.window_lock.exists()


def test_a_picture_that_cannot_be_saved_is_said(tmp_path: Path) -> None:
    target = tmp_path / "nowhere" / "today.png"
    done = run("-m", "desktop_app", "--screenshot", "today", target, "--profile", tmp_path / "profile")
    assert done.returncode == 1
    assert str(target) in done.stderr
