"""`--screenshot timeline` draws the profile's own history, read off the GUI thread, in one go."""

from __future__ import annotations

import time
from pathlib import Path

from helpers.activities import day_of_looks
from helpers.desktop_app_process import run
from PySide6.QtGui import QColor, QImage

from desktop_app.theme import DARK
from engine.paths import ProfilePaths
from engine.storage.activities import ActivityStore
from engine.storage.database import Database

HOUR_MS = 3_600_000


def zone_at_noon(now_ms: int) -> str:
    """Return a zone in which it is between noon and one, so that the last hours are today's."""
    ahead = 12 - now_ms // HOUR_MS % 24
    return f"Etc/GMT{-ahead:+d}"  # the sign in these names is the other way round


def test_it_shows_what_was_recorded(tmp_path: Path) -> None:
    paths, target = ProfilePaths(tmp_path / "profile").ensure(), tmp_path / "timeline.png"
    now_ms = round(time.time() * 1_000)
    store = Database.open(paths.database)
    ActivityStore(store).insert_many(day_of_looks(now_ms - 4 * HOUR_MS, (100, "writer"), (20, None), (100, "firefox")))
    store.close()

    wanted = ("--theme", "dark", "--size", "1280x800", "--profile", tmp_path / "profile")
    zone = zone_at_noon(now_ms)
    done = run("-m", "desktop_app", "--screenshot", "timeline", target, *wanted, QT_QPA_PLATFORM="", TZ=zone)

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    picture = QImage(str(target))
    assert (picture.width(), picture.height()) == (1280, 800)
    apps = [QColor(picture.pixel(x, 195)).name().upper() for x in range(370, 1220)]
    assert len(set(apps) & set(DARK.categories) - {DARK.distraction}) == 2  # which is the now-line's too
    assert sum(colour in DARK.categories for colour in apps) > 200
