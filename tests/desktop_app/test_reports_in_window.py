"""The Reports page in the window: its way to the timeline, and a picture of it with a profile's own data."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from helpers.desktop_app_process import run
from PySide6.QtGui import QImage

from desktop_app.pages.reports import ReportsPage
from desktop_app.pages.timeline import TimelinePage
from desktop_app.theme import DARK, LIGHT
from engine.domain.intervals import Interval

# The offscreen platform says so of raising a window.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
HOUR_MS = 3_600_000


def test_a_moment_of_a_report_is_shown_in_the_timeline(open_desk: Any) -> None:
    bench = open_desk()
    window = bench.desk.window
    window.show_page("reports")
    bench.settle()
    assert isinstance(window.page, ReportsPage)
    moment = Interval(1_772_452_800_000, 1_772_452_800_000 + HOUR_MS)
    window.page.moment_wanted.emit(moment)
    bench.settle()
    assert isinstance(window.page, TimelinePage)
    assert window.page.lanes.span == (moment.start_ms, moment.end_ms)
    view = window.page.lanes.view
    assert view.start_ms <= moment.start_ms
    assert view.end_ms >= moment.end_ms


def zone_with_a_week_behind() -> str:
    """Return a time zone where it is not the beginning of a Monday, when a report of this week holds nothing yet."""
    now = datetime.now(UTC)
    return "Etc/GMT+12" if now.weekday() == 0 and now.hour < 12 else "UTC"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_its_picture_has_the_profile_s_bars(tmp_path: Path, theme: str) -> None:
    profile, target = tmp_path / "profile", tmp_path / "reports.png"
    zone = zone_with_a_week_behind()
    made = run("-m", "engine.cli", "demo", "--days", "14", "--no-window", "--profile", profile, TZ=zone)
    assert made.returncode == 0, made.stderr
    wanted = ("--theme", theme, "--lang", "en", "--profile", profile)
    done = run("-m", "desktop_app", "--screenshot", "reports", target, *wanted, TZ=zone)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    picture = QImage(str(target))
    palette = DARK if theme == "dark" else LIGHT
    colours = {picture.pixelColor(x, y).name().upper() for x in range(240, 820, 2) for y in range(280, 600, 2)}
    assert {palette.focus, palette.communication, palette.surface} <= colours
