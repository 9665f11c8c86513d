"""`kairos gnome-extension` on a GNOME session, and elsewhere."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from helpers.command_line import Commands

if sys.platform != "linux":
    pytest.skip("GNOME is Linux's", allow_module_level=True)


@pytest.fixture
def gnome(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home in a GNOME session on Wayland without a bus."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "ubuntu:GNOME")
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    monkeypatch.setenv("XDG_DATA_DIRS", str(tmp_path / "shared"))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    return tmp_path


def test_install_status_and_remove(kairos: Commands, gnome: Path) -> None:
    before = kairos.bare("gnome-extension", "status", "--json").json()
    assert (before["needed"], before["installed"]) == (True, False)
    assert not (gnome / ".local").exists()
    installed = kairos.bare("gnome-extension", "install")
    assert installed.status == 0
    assert before["folder"] in installed.out
    assert "Log out and in" in installed.out
    assert (Path(before["folder"]) / "extension.js").is_file()
    assert "Installed:   yes" in kairos.bare("gnome-extension", "status").out
    assert kairos.bare("gnome-extension", "remove").status == 0
    assert not Path(before["folder"]).exists()
    assert "not there" in kairos.bare("gnome-extension", "remove").out


def test_elsewhere_it_is_not_installed(kairos: Commands, gnome: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "KDE")
    answer = kairos.bare("gnome-extension", "install")
    assert answer.status == 1
    assert "Only GNOME on Wayland" in answer.err
    assert not (gnome / ".local").exists()
