"""Set-up installs what the lock lists; other versions only where those are not to be had, other files never."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "packaging"))  # recipes are scripts, no package

from environment import LOCK, fill_environment  # noqa: E402
from trouble import Trouble  # noqa: E402

pytestmark = pytest.mark.skipif(os.name == "nt", reason="a shell script stands in for Python")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / LOCK).parent.mkdir(parents=True)
    (tmp_path / LOCK).write_text("some==1\n", encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text('dependencies = ["torch==2.13.0"]\n', encoding="utf-8")
    return tmp_path


def pip_that(root: Path, says_of_lock: str) -> Path:
    """A stand-in for the environment's Python that writes down its words, and fails where the lock is installed."""
    python = root / "python"
    says = f'case "$*" in *--require-hashes*) echo "{says_of_lock}"; exit 1;; esac' if says_of_lock else ""
    python.write_text(f'#!/bin/sh\necho "$*" >> {root}/calls\n{says}\n', encoding="utf-8")
    python.chmod(0o755)
    return python


def calls(root: Path) -> list[str]:
    return [line.split("--no-input ")[1] for line in (root / "calls").read_text(encoding="utf-8").splitlines()]


def test_torch_comes_first_then_the_lock_then_kairos_alone(root: Path) -> None:
    fill_environment(pip_that(root, ""), root)
    assert calls(root) == [
        "torch==2.13.0",
        f"--require-hashes --no-deps --requirement {root / LOCK}",
        f"--no-deps --no-build-isolation --editable {root}",
    ]


def test_where_a_version_is_not_to_be_had_the_ranges_are_taken(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fill_environment(pip_that(root, "ERROR: No matching distribution found for some==1"), root)
    assert calls(root)[2] == f"--editable {root}[test]"
    assert "taking versions that pyproject.toml allows" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("says", "told"),
    [
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.", "do not use what it came from"),
        ("ERROR: [Errno 28] No space left on device", "disk is full"),
    ],
)
def test_another_file_than_the_locked_one_is_never_installed(root: Path, says: str, told: str) -> None:
    with pytest.raises(Trouble, match=told):
        fill_environment(pip_that(root, says), root)
    assert len(calls(root)) == 2
