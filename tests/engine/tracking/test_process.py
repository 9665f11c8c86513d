"""Which program a process runs."""

import os
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from engine.tracking.process import Executables, executable_of


def test_the_program_of_a_live_process() -> None:
    assert Path(executable_of(os.getpid())) == Path(psutil.Process().exe())


@pytest.mark.parametrize("pid", [None, 0, -1, 2**22 + 1, 10**12, 2**63, 2**70])
def test_what_is_unknown_is_empty(pid: int | None) -> None:
    assert executable_of(pid) == ""


def test_a_process_that_ended_is_unknown() -> None:
    with subprocess.Popen([sys.executable, "-c", "pass"]) as child:
        child.wait()
    assert executable_of(child.pid) == ""


def test_another_process_of_the_same_number_is_not_mistaken(monkeypatch: pytest.MonkeyPatch) -> None:
    known = Executables()
    first = known.of(os.getpid())
    monkeypatch.setattr(psutil.Process, "create_time", lambda _process: 12.5)
    monkeypatch.setattr(psutil.Process, "exe", lambda _process: "/other/program (deleted)")
    assert known.of(os.getpid()) == "/other/program"
    assert first != "/other/program"


def test_a_forbidden_path_leaves_the_name(monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(self: psutil.Process) -> str:
        raise psutil.AccessDenied(self.pid)

    monkeypatch.setattr(psutil.Process, "exe", forbidden)
    assert Executables().of(os.getpid()) == psutil.Process().name()


def test_only_so_many_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    ages = iter(range(100))
    monkeypatch.setattr(psutil.Process, "create_time", lambda _process: float(next(ages)))
    known = Executables(kept=5)
    for _ in range(50):
        known.of(os.getpid())
    assert len(known) == 5


def test_it_is_asked_once_per_process(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def exe(self: psutil.Process) -> str:
        asked.append(self.pid)
        return "/some/program"

    monkeypatch.setattr(psutil.Process, "exe", exe)
    known = Executables()
    assert [known.of(os.getpid()) for _ in range(3)] == ["/some/program"] * 3
    assert len(asked) == 1
