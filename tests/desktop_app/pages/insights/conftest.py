"""The room every test of the Insights page is in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from helpers import fake_mind
from helpers.dressed import speaking
from helpers.fake_engine import FakeEngine
from helpers.insights_room import InsightsRoom
from helpers.manual_clock import ManualClock
from pytestqt.qtbot import QtBot

from desktop_app.background import Background
from desktop_app.pages.advice.adviser import Adviser


@pytest.fixture
def room(tmp_path: Path, qtbot: QtBot) -> Iterator[InsightsRoom]:
    with speaking("en_GB"):
        engine = FakeEngine(tmp_path / "profile")
        engine.mind.state, engine.mind.came_of = fake_mind.status(), fake_mind.effect()
        clock = ManualClock(wall_ms=fake_mind.NOON_MS)
        made = InsightsRoom(qtbot, engine, clock, Background(), Adviser(clock=clock))
        yield made
        if made.shown is not None:
            made.shown.hide()
        made.adviser.close()
        made.background.close()
