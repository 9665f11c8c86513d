"""The worker as a process: it indexes, watches, is alone, ends with whoever started it, and loses nothing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from helpers.document_profile import PATIENCE_S, DocumentProfile, wait_until

from engine.domain.documents import IndexPhase
from engine.launch import Worker, WorkerJob, worker_command

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals and /proc of Unix")

_TEXT = "Some words that stand in every document, and one that does not: number {0}.\n\n" * 100


@pytest.fixture
def profile(tmp_path: Path) -> Iterator[DocumentProfile]:
    made = DocumentProfile(tmp_path)
    made.name()
    yield made
    made.close()


@pytest.fixture
def watching(profile: DocumentProfile) -> Iterator[Worker]:
    """A worker that stays, past its first look."""
    profile.write("first.md", "First")
    (profile.folder / "inner" / "deeper").mkdir(parents=True)
    worker = Worker(WorkerJob.INDEX, profile.paths.folder, "--watch")
    try:
        wait_until(lambda: "first.md" in profile.known(), "the first look")
        wait_until(lambda: profile.status().phase is IndexPhase.IDLE, "its end")
        assert profile.status().note == ""
        yield worker
    finally:
        worker.end()


def descendants(pid: int) -> set[int]:
    found = {int(child) for task in Path(f"/proc/{pid}/task").iterdir() for child in _children(task)}
    return found | {deeper for child in found for deeper in descendants(child)}


def _children(task: Path) -> list[str]:
    try:
        return (task / "children").read_text(encoding="ascii").split()
    except OSError:
        return []


def is_alive(pid: int) -> bool:
    """Return whether a process runs; one that ended and was not waited for does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_changes_are_seen_while_it_watches(profile: DocumentProfile, watching: Worker) -> None:
    number = profile.known()["first.md"].id
    profile.write("sub/second.txt", "Second")
    wait_until(lambda: "second.txt" in profile.known(), "a new file in a new folder")
    (profile.folder / "first.md").rename(profile.folder / "renamed.md")
    wait_until(lambda: "renamed.md" in profile.known(), "a new name")
    assert profile.known()["renamed.md"].id == number
    (profile.folder / "sub" / "second.txt").unlink()
    wait_until(lambda: set(profile.known()) == {"renamed.md"}, "a file that went")
    assert watching.runs()


def test_a_pause_holds_what_comes_until_it_ends(profile: DocumentProfile, watching: Worker) -> None:
    profile.pause(paused=True)
    for number in range(3):
        profile.write(f"{number}.md", "Text")
    profile.pause(paused=False)
    wait_until(lambda: len(profile.known()) == 4, "what came meanwhile")


def test_it_ends_when_its_starter_lets_go(profile: DocumentProfile, watching: Worker) -> None:
    pids = descendants(watching.pid)
    watching.let_go()
    assert watching.wait(PATIENCE_S) == 0
    wait_until(lambda: not any(map(is_alive, pids)), "the end of what it started")


def test_it_ends_when_its_starter_is_killed(profile: DocumentProfile) -> None:
    program = (
        "import sys, time; from pathlib import Path; from engine.launch import Worker, WorkerJob\n"
        "print(Worker(WorkerJob.INDEX, Path(sys.argv[1]), '--watch').pid, flush=True); time.sleep(600)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, str(profile.paths.folder)], stdout=subprocess.PIPE, text=True
    ) as starter:
        assert starter.stdout is not None
        worker = int(starter.stdout.readline())
        wait_until(lambda: profile.status().moved_ms, "its first look")
        assert is_alive(worker)
        starter.kill()
    wait_until(lambda: not is_alive(worker), "the worker's end")


def test_a_second_one_says_that_one_runs(profile: DocumentProfile, watching: Worker) -> None:
    done = subprocess.run(
        worker_command(WorkerJob.INDEX, profile.paths.folder), capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert f"already runs (process {watching.pid})" in done.stderr
    assert watching.runs()


def test_killed_in_the_middle_it_loses_next_to_nothing(profile: DocumentProfile) -> None:
    for number in range(500):
        profile.write(f"{number}.md", _TEXT.format(number))
    worker = Worker(WorkerJob.INDEX, profile.paths.folder)
    wait_until(lambda: profile.status().done >= 20, "some documents")
    pids = descendants(worker.pid)
    told = profile.status().done
    wait_until(lambda: len(profile.known()) >= told, "what was told to be stored while it goes on")
    os.kill(worker.pid, signal.SIGKILL)
    worker.end()
    stored = len(profile.known())
    assert told <= stored < 500, "it was done before it could be killed"
    assert profile.integrity() == []
    wait_until(lambda: not any(map(is_alive, pids)), "the end of its readers")
    again = subprocess.run(worker_command(WorkerJob.INDEX, profile.paths.folder), check=False, timeout=PATIENCE_S * 2)
    assert again.returncode == 0
    assert len(profile.known()) == 500
    assert profile.status().total == 500 - stored, "what was stored is not read again"


def test_a_word_from_the_terminal_ends_it_in_good_order(profile: DocumentProfile) -> None:
    for number in range(300):
        profile.write(f"{number}.md", _TEXT.format(number))
    with subprocess.Popen(worker_command(WorkerJob.INDEX, profile.paths.folder)) as worker:
        wait_until(lambda: profile.status().phase is IndexPhase.WORDS, "reading")
        worker.send_signal(signal.SIGINT)
        assert worker.wait(PATIENCE_S) == 0
    assert profile.status().phase is IndexPhase.IDLE
