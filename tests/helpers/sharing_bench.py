"""What a dialog of sharing is opened on: an engine in memory that answers at once, and settings of one's own."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from helpers.fake_sharing import FakeSharing
from helpers.fake_team import FakeTeam
from helpers.in_place import InPlace

from desktop_app.choices import Choices
from engine.settings import Settings

TODAY = date(2026, 11, 22)  # a Sunday: its own week is not over


class _History:
    def today(self) -> date:
        return TODAY


class _Preferences:
    def change(self, _settings: Settings) -> None:
        """Save nothing."""


class SharingEngine:
    """The attributes that the dialogs ask."""

    def __init__(self) -> None:
        self.sharing, self.team = FakeSharing(), FakeTeam()
        self.history, self.preferences = _History(), _Preferences()


@dataclass
class SharingBench:
    """The engine, the settings, and where questions are answered."""

    engine: Any
    choices: Choices
    background: Any


def sharing_bench(*, on: bool) -> SharingBench:
    """Return one with sharing on or off."""
    settings = Settings(first_run_done=True)
    choices = Choices(replace(settings, sharing=replace(settings.sharing, on=on)))
    engine: Any = SharingEngine()
    background: Any = InPlace()
    choices.attach(engine, background)
    return SharingBench(engine, choices, background)
