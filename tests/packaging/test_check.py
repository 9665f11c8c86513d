"""The gate runs real desktops beside the rest, and a few failed tests once more, alone; it passes only where all do."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from types import ModuleType

import pytest

TESTS = Path(__file__).parents[1]
PACKAGING = TESTS.parent / "packaging"

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
MEET = """
import pathlib, sys, time
own, other = map(pathlib.Path, sys.argv[1:])
own.touch()
until = time.monotonic() + 30
while not other.exists() and time.monotonic() < until:
    time.sleep(0.01)
print(own.name, "met", other.name)
sys.exit(0 if other.exists() else 1)
"""
INTERRUPTED = """
import pathlib, sys, time
begun, ended = map(pathlib.Path, sys.argv[1:])
try:
    begun.touch()
    time.sleep(60)
except KeyboardInterrupt:
    ended.touch()
"""


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


def python(code: str, *arguments: Path) -> list[str]:
    return [sys.executable, "-c", code, *map(str, arguments)]


def in_steps(gate: ModuleType, monkeypatch: pytest.MonkeyPatch, todo: Sequence[tuple[str, list[str]]]) -> int:
    """Run the whole gate with these steps."""
    for name in ("PYTHONDONTWRITEBYTECODE", "OPENBLAS_NUM_THREADS"):
        monkeypatch.setenv(name, "1")  # it changes them, and what is set here is put back
    monkeypatch.setattr(gate, "steps", lambda _python, _arguments: todo)
    return int(gate.main([]))


def test_desktops_run_beside_the_tests_and_are_told_of_after_them(
    gate: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    todo = [("tests", python(MEET, one, other)), ("desktops", python(MEET, other, one))]
    assert in_steps(gate, monkeypatch, todo) == 0
    told = [line.partition(" ok")[0] for line in capfd.readouterr().out.splitlines()]
    assert told == ["== tests", "one met other", "== tests", "== desktops", "other met one", "== desktops"]


def test_desktops_that_fail_fail_the_gate(gate: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    assert in_steps(gate, monkeypatch, [("tests", python("")), ("desktops", python("raise SystemExit(3)"))]) == 3


def test_where_another_step_fails_the_desktops_are_interrupted(
    gate: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, ended = tmp_path / "begun", tmp_path / "ended"
    fails = (
        f"import pathlib, time\nwhile not pathlib.Path({str(begun)!r}).exists(): time.sleep(0.01)\nraise SystemExit(4)"
    )
    assert in_steps(gate, monkeypatch, [("types", python(fails)), ("desktops", python(INTERRUPTED, begun, ended))]) == 4
    assert ended.exists()


def test_no_test_of_a_desktop_stands_where_the_gate_does_not_look(gate: ModuleType) -> None:
    marker = "mark." + "desktop"  # tests/conftest.py gives it to all of tests/desktops
    files = [path for path in TESTS.rglob("test_*.py") if marker in path.read_text(encoding="utf-8")]
    looked = {argument for argument in gate.ON_DESKTOPS if argument.startswith("tests/")}
    assert {path.parent.relative_to(TESTS.parent).as_posix() for path in files} | {"tests/desktops"} == looked
