"""The shell extension is put in place and taken away."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from engine.domain.errors import ProbeUnavailable

if sys.platform != "linux":
    pytest.skip("GNOME Shell is Linux's", allow_module_level=True)

from engine.tracking.platforms.gnome import GnomeProbe
from engine.tracking.platforms.gnome_extension import (
    UUID,
    extensions_folder,
    install_extension,
    is_installed,
    remove_extension,
)


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    return {"HOME": str(tmp_path), "XDG_DATA_DIRS": str(tmp_path / "shared"), "XDG_RUNTIME_DIR": str(tmp_path)}


def test_it_is_installed_once_copied_and_gone_once_removed(environ: dict[str, str]) -> None:
    folder = extensions_folder(environ)
    assert not is_installed(environ)
    install_extension(folder)
    install_extension(folder)
    assert is_installed(environ)
    remove_extension(folder)
    remove_extension(folder)
    assert not is_installed(environ)


def test_one_installed_for_everybody_counts(environ: dict[str, str], tmp_path: Path) -> None:
    install_extension(tmp_path / "shared" / "gnome-shell" / "extensions")
    assert is_installed(environ)


def test_what_lies_there_is_what_the_shell_looks_for(environ: dict[str, str]) -> None:
    target = install_extension(extensions_folder(environ))
    metadata = json.loads((target / "metadata.json").read_text(encoding="utf-8"))
    assert target.name == metadata["uuid"] == UUID
    assert {"45", "46", "47", "48"} <= set(metadata["shell-version"])
    assert "desktop.kairos.Focus" in (target / "extension.js").read_text(encoding="utf-8")


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    taken = tmp_path / "file"
    taken.write_text("not a folder", encoding="utf-8")
    with pytest.raises(ProbeUnavailable, match=str(taken)):
        install_extension(taken)


def test_the_report_goes_by_whether_it_is_there(environ: dict[str, str]) -> None:
    before = GnomeProbe(environ).report()
    install_extension(extensions_folder(environ))
    after = GnomeProbe(environ).report()
    assert not before.titles
    assert "extension" in before.note
    assert after.titles
    assert after.note == ""
