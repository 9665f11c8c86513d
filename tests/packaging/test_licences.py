"""Everything Kairos is made of is under a licence that allows that, and the table says no more than it must."""

from __future__ import annotations

import sys
import tomllib
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "packaging"))  # recipes are scripts, no package

from licences import KNOWN, SHIPPED, TOOLS, from_metadata, licence_of, locked, may_be_used  # noqa: E402

TABLE = tomllib.loads(KNOWN.read_text(encoding="utf-8"))


def is_here(name: str) -> bool:
    try:
        return bool(metadata(name))
    except PackageNotFoundError:
        return False


def test_what_is_shipped_may_be_shipped_on_every_system() -> None:
    said = {package.name: licence_of(package.name) for package in locked("app", "torch")}
    assert {name: text for name, text in said.items() if not may_be_used(text, SHIPPED)} == {}


def test_the_tools_of_the_tests_may_be_used() -> None:
    said = {package.name: licence_of(package.name) for package in locked("test") if is_here(package.name)}
    assert len(said) > 80
    assert {name: text for name, text in said.items() if not may_be_used(text, TOOLS)} == {}


def test_the_table_holds_only_what_metadata_leave_open() -> None:
    told = {name: text for part in TABLE.values() for name, text in part.items() if from_metadata(name)}
    everywhere = {package.name for package in locked("test") if not package.marker}
    assert told.keys() & everywhere == set()
    assert {name: from_metadata(name) for name in told} == told
    assert set(TABLE["shipped"]) <= {package.name for package in locked("app")}


@pytest.mark.parametrize(
    ("expression", "allowed"),
    [
        ("MIT", True),
        ("LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only", True),
        ("BSD-3-Clause AND MIT", True),
        ("BSD-3-Clause AND GPL-3.0-only", False),
        ("GPL-3.0-only", False),
        ("AGPL-3.0-only OR SSPL-1.0", False),
        ("MPL-2.0", False),
        ("", False),
    ],
)
def test_what_may_be_shipped(expression: str, allowed: bool) -> None:
    assert may_be_used(expression, SHIPPED) is allowed
