"""What everybody installs holds nothing that speaks to other machines or belongs to an extra of sharing."""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "packaging"))  # recipes are scripts, no package

from lock import known_in, read_lock  # noqa: E402

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS_ALONE = {"flwr", "grpcio", "grpcio-health-checking", "opacus", "tenseal", "dp-accounting", "opendp"}
CONNECTING = {"requests", "httpx", "aiohttp", "urllib3", "uvicorn", "fastapi", "websockets"}


def test_the_base_brings_neither_flower_nor_anything_that_connects() -> None:
    packages = {package.name for package in read_lock(known_in("app"))}
    assert not packages & (EXTRAS_ALONE | CONNECTING)
    assert "typer" in packages  # the lock was read


@pytest.mark.parametrize("name", ["test", "release"])
def test_tests_and_releases_are_made_without_flower(name: str) -> None:
    packages = {package.name for package in read_lock(known_in(name))}
    assert not packages & (EXTRAS_ALONE - {"opendp"})


def test_flower_belongs_to_one_extra() -> None:
    asked = {name: {re.split(r"[\[<>=!~; ]", one)[0] for one in wanted} for name, wanted in _extras().items()}
    assert [name for name, wanted in asked.items() if "flwr" in wanted] == ["team"]
    assert not any(one.startswith(tuple(EXTRAS_ALONE)) for one in PROJECT["dependencies"])


def _extras() -> dict[str, list[str]]:
    return dict(PROJECT["optional-dependencies"])
