import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from engine import programs
from engine.documents.extract.readers import Family
from engine.documents.extract.server_process import product_command
from engine.documents.extract.spawn_lane import once_command
from engine.launch import WorkerJob, worker_command
from engine.tracking.launch import recorder_command

ROOT = str(Path(programs.__file__).resolve().parents[1])


@pytest.fixture
def frozen(monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "/usr/lib/kairos/kairos")
    return sys.executable


def test_python_runs_the_module_the_recorder_without_docstrings() -> None:
    assert programs.command("engine.cli", "today") == (sys.executable, "-m", "engine.cli", "today")
    assert recorder_command(Path("/p"))[:4] == (sys.executable, "-OO", "-m", "engine.recorder")
    assert worker_command(WorkerJob.TRAIN, Path("/p"))[1:4] == ("-m", "engine.worker", "train")


def test_a_packaged_program_starts_itself_again(frozen: str, tmp_path: Path) -> None:
    assert recorder_command(tmp_path) == (frozen, "--module", "engine.recorder", "--profile", str(tmp_path))
    assert worker_command(WorkerJob.TRAIN, tmp_path)[:4] == (frozen, "--module", "engine.worker", "train")
    assert product_command("pdf", 7) == (frozen, "--module", "engine.documents.extract.server", "pdf", "7")
    assert once_command(Family.PLAIN) == (frozen, "--module", "engine.documents.extract.once", "plain")


def test_an_isolated_program_knows_our_packages_and_nothing_of_the_folder_it_is_in(tmp_path: Path) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('the wrong json')", encoding="utf-8")
    program = programs.isolated_command("engine.keys.child")
    done = subprocess.run(
        program, input=b'{"do": "keyring"}', capture_output=True, cwd=tmp_path, env={"PYTHONPATH": "."}, check=True
    )
    assert done.stdout.startswith(b"{")


def test_packages_are_found_from_another_folder(monkeypatch: pytest.MonkeyPatch, frozen: str) -> None:
    monkeypatch.setenv("PYTHONPATH", "/mine")
    assert programs.environment()["PYTHONPATH"] == "/mine"  # a packaged program needs no help
    monkeypatch.delattr(sys, "frozen")
    assert programs.environment()["PYTHONPATH"] == os.pathsep.join([ROOT, "/mine"])
    monkeypatch.delenv("PYTHONPATH")
    assert programs.environment()["PYTHONPATH"] == ROOT


def test_every_part_that_may_be_started_is_there_and_can_be() -> None:
    for module in programs.MODULES.values():
        assert callable(import_module(module).main), module


def test_the_hidden_words_are_taken_off() -> None:
    code = "import sys; from engine import programs; sys.exit(programs.run(sys.argv[1:]))"
    program = [sys.executable, "-c", code, "--module", "desktop_app", "--size", "wrong"]
    done = subprocess.run(program, capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 2
    assert "--size" in done.stderr


def test_no_other_module_is_run(frozen: str) -> None:
    assert "no part named 'antigravity'" in str(programs.run(["--module", "antigravity"]))
    assert "no part named ''" in str(programs.run(["--module"]))
