"""The gate runs a few failed tests once more, alone, and passes only where they then pass."""

from __future__ import annotations

import subprocess
import sys
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from types import ModuleType

import pytest

PACKAGING = Path(__file__).parents[2] / "packaging"

FIRST_TIME_ONLY = """
from pathlib import Path
import pytest
@pytest.mark.parametrize("number", range({failing}))
def test_fails_once(number):
    seen = Path(__file__).with_name(f"seen-{{number}}")
    first = not seen.exists()
    seen.touch()
    assert not first
"""
ALWAYS = "def test_fails(): assert False\n"


@pytest.fixture
def gate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(PACKAGING))
    monkeypatch.delitem(sys.modules, "environment", raising=False)
    loader = SourceFileLoader("gate", str(PACKAGING / "check"))
    spec = spec_from_loader("gate", loader)
    assert spec is not None
    made = module_from_spec(spec)
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    loader.exec_module(made)
    monkeypatch.setattr(made, "ROOT", tmp_path)
    (tmp_path / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    return made


@pytest.mark.parametrize(
    ("tests", "status"),
    [
        (FIRST_TIME_ONLY.format(failing=2), 0),
        (FIRST_TIME_ONLY.format(failing=6), 1),  # too many for chance
        (FIRST_TIME_ONLY.format(failing=1) + ALWAYS, 1),
    ],
)
def test_a_few_that_failed_run_alone(gate: ModuleType, tmp_path: Path, tests: str, status: int) -> None:
    (tmp_path / "test_it.py").write_text(tests, encoding="utf-8")
    failed = subprocess.run([sys.executable, "-m", "pytest", "-q"], cwd=tmp_path, check=False, capture_output=True)
    assert failed.returncode == 1
    assert gate.alone(Path(sys.executable)) == status
