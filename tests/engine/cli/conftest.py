"""The commands, on an empty profile and on one with a morning in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.command_line import Commands
from helpers.morning import history, store


@pytest.fixture(autouse=True)
def no_installed_apps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is installed on this computer names no app of a test."""
    monkeypatch.setenv("XDG_DATA_DIRS", str(tmp_path / "no_share"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "no_own_share"))


@pytest.fixture
def kairos(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Commands:
    """Commands on an empty profile."""
    return Commands(tmp_path / "profile", capsys)


@pytest.fixture
def filled(kairos: Commands) -> Commands:
    """Commands on a profile with a morning in it."""
    store(kairos.folder, history())
    return kairos
