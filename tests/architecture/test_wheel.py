"""What is installed is all there: every module, every shipped file, the command."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
_BUILD = "import sys; from setuptools import build_meta; build_meta.build_wheel(sys.argv[1])"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout, built in a copy so that nothing is left here."""
    copy = tmp_path_factory.mktemp("source")
    for folder in ("engine", "desktop_app", "resources"):
        shutil.copytree(ROOT / folder, copy / folder, ignore=shutil.ignore_patterns("__pycache__"))
    for file in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / file, copy)
    out = copy / "out"
    done = subprocess.run(
        [sys.executable, "-c", _BUILD, str(out)], cwd=copy, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    (built,) = out.glob("*.whl")
    return built


def files(folder: Path) -> set[str]:
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    return {path for path in found if "__pycache__" not in path}


def held(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return {name for name in archive.namelist() if not name.endswith("/")}


@pytest.mark.parametrize(
    ("source", "installed"), [("engine", "engine"), ("desktop_app", "desktop_app"), ("resources", "kairos_resources")]
)
def test_every_file_is_installed(wheel: Path, source: str, installed: str) -> None:
    expected = {f"{installed}/{path}" for path in files(ROOT / source)}
    assert expected
    assert expected - held(wheel) == set()


def test_nothing_else_is_installed(wheel: Path) -> None:
    tops = {path.partition("/")[0] for path in held(wheel)}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"engine", "desktop_app", "kairos_resources"}


def test_an_installed_copy_finds_its_resources(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    done = subprocess.run(
        [sys.executable, "-c", "from engine.paths import resource; print(resource('icons/today.svg'))"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == str(tmp_path / "kairos_resources" / "icons" / "today.svg")
    assert Path(done.stdout.strip()).is_file()


def test_the_command_is_there(wheel: Path) -> None:
    (entry,) = [path for path in held(wheel) if path.endswith("entry_points.txt")]
    assert "kairos = engine.cli.__main__:main" in zipfile.Path(wheel, entry).read_text()
