"""What GNOME needs is put in place when it is asked for, and never otherwise."""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
from pathlib import Path

import pytest

from engine.api.desktop_access import GNOME_EXTENSION, KWIN_SCRIPT, DesktopGate
from engine.domain.desktop_access import DesktopAccess
from engine.domain.errors import ProbeUnavailable, UsageError

if sys.platform != "linux":
    pytest.skip("GNOME is Linux's", allow_module_level=True)


class Told:
    """Counts how often the recorder was told."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> None:
        self.times += 1


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    return {"HOME": str(tmp_path), "XDG_DATA_DIRS": str(tmp_path / "shared"), "XDG_RUNTIME_DIR": str(tmp_path)}


@pytest.mark.parametrize("backend", ["x11", "wlroots", "windows", "macos", ""])
def test_no_other_desktop_needs_anything(backend: str, environ: dict[str, str], tmp_path: Path, told: Told) -> None:
    gate = DesktopGate(environ, backend, told)
    assert gate.needed() == DesktopAccess(needed=False)
    with pytest.raises(UsageError):
        gate.grant()
    assert list(tmp_path.iterdir()) == []
    assert told.times == 0


def test_what_kwin_runs_is_named_and_nothing_is_installed(environ: dict[str, str], tmp_path: Path, told: Told) -> None:
    gate = DesktopGate(environ, "kwin", told)
    assert gate.needed() == DesktopAccess(needed=False, what=KWIN_SCRIPT)
    with pytest.raises(UsageError):
        gate.grant()
    assert list(tmp_path.iterdir()) == []


def test_gnome_needs_it_and_asking_installs_nothing(environ: dict[str, str], tmp_path: Path, told: Told) -> None:
    access = DesktopGate(environ, "gnome", told).needed()
    assert (access.needed, access.what, access.installed, access.removable) == (True, GNOME_EXTENSION, False, False)
    assert Path(access.folder).is_relative_to(tmp_path / ".local" / "share" / "gnome-shell" / "extensions")
    assert list(tmp_path.iterdir()) == []


def test_granted_it_lies_where_it_was_said_and_revoked_it_is_gone(environ: dict[str, str], told: Told) -> None:
    gate = DesktopGate(environ, "gnome", told)
    folder = Path(gate.needed().folder)
    assert gate.grant() is False  # no shell here to switch it on
    assert (folder / "extension.js").is_file()
    assert gate.needed().installed
    assert gate.needed().removable
    gate.revoke()
    gate.revoke()
    assert not folder.exists()
    assert not gate.needed().installed
    assert told.times == 3


def test_one_installed_for_everybody_is_not_copied_and_not_removable(
    environ: dict[str, str], tmp_path: Path, told: Told
) -> None:
    gate = DesktopGate(environ, "gnome", told)
    shared = tmp_path / "shared" / "gnome-shell" / "extensions" / Path(gate.needed().folder).name
    shared.mkdir(parents=True)
    (shared / "metadata.json").write_text("{}")
    gate.grant()
    assert gate.needed().installed
    assert not gate.needed().removable
    assert not Path(gate.needed().folder).exists()


def test_a_folder_that_cannot_be_written_is_said(environ: dict[str, str], tmp_path: Path, told: Told) -> None:
    (tmp_path / ".local").write_text("a file where a folder should be")
    with pytest.raises(ProbeUnavailable, match="Make the folder writable"):
        DesktopGate(environ, "gnome", told).grant()
    assert told.times == 0


def test_a_shell_that_knows_it_is_asked_to_run_it(environ: dict[str, str], told: Told) -> None:
    from helpers.desktop_bus import PlayedService, connection, start_bus
    from helpers.desktop_programs import Programs

    folder = Path(tempfile.mkdtemp(prefix="kg-"))
    with Programs(folder, os.environ) as programs:
        address = start_bus(programs, folder / "b")

        async def play() -> bool:
            async with connection(address, "org.gnome.Shell.Extensions") as bus:
                shell = PlayedService(bus)
                name = "org.gnome.Shell.Extensions"
                shell.answers["/org/gnome/Shell/Extensions", name, "EnableExtension"] = ("b", [True])
                gate = DesktopGate({**environ, "DBUS_SESSION_BUS_ADDRESS": address}, "gnome", told)
                return await asyncio.to_thread(gate.grant)

        assert asyncio.run(play()) is True
    assert told.times == 1
