"""What a dialog of sharing is opened on: an engine in memory that answers at once, and settings of one's own."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from types import SimpleNamespace
from typing import Any

from helpers.fake_sharing import FakeSharing
from helpers.fake_team import FakeTeam
from helpers.in_place import InPlace

from desktop_app.choices import Choices
from engine.settings import Settings

EMPTY = date(2026, 10, 26)  # the Monday of a week in which nothing is recorded
TODAY = date(2026, 11, 22)  # a Sunday: its own week is not over


class _History:
    def today(self) -> date:
        return TODAY


class _Reports:
    """Every week but that from 26 October holds something."""

    def request(self, first: date, _end: date) -> date:
        return first

    def report(self, first: date, *, focus: bool) -> Any:
        assert not focus, "it would be read for nothing"
        return SimpleNamespace(active_ms=0 if first == EMPTY else 1)


class _Preferences:
    def change(self, _settings: Settings) -> None:
        """Save nothing."""


class SharingEngine:
    """The attributes that the dialogs ask."""

    def __init__(self) -> None:
        self.sharing, self.team = FakeSharing(), FakeTeam()
        self.history, self.preferences, self.reports = _History(), _Preferences(), _Reports()


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
