"""A profile with a morning in it that has a bit of everything."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from helpers.activities import MINUTE_MS, away, seen, stretch

from engine.domain.activity import Activity, Withheld
from engine.domain.clock import wall_ms
from engine.domain.presence import Presence
from engine.paths import ProfilePaths
from engine.storage.activities import ActivityStore
from engine.storage.database import Database

DAY = "2026-03-02"
NINE_MS = wall_ms(datetime.fromisoformat(f"{DAY}T09:00:00Z"))


def history() -> list[Activity]:
    """Return a morning: work, a Chinese page, a break, a private window, mail."""
    return [
        stretch(NINE_MS, 30, seen("code", "plan.py")),
        stretch(NINE_MS + 30 * MINUTE_MS, 15, seen("浏览器应用", "季度报告 “终稿”")),
        stretch(NINE_MS + 45 * MINUTE_MS, 10, away(Presence.IDLE)),
        stretch(NINE_MS + 55 * MINUTE_MS, 5, seen("", withheld=Withheld.PRIVATE)),
        stretch(NINE_MS + 60 * MINUTE_MS, 60, seen("mail", "Hello")),
    ]


def store(folder: Path, activities: list[Activity]) -> None:
    """Store the activities in the profile."""
    database = Database.open(ProfilePaths(folder).ensure().database)
    ActivityStore(database).insert_many(activities)
    database.close()
