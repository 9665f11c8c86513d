"""A profile to oneself: everybody else ends or is named, and the recorder that ran runs again."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from engine.alone import profile_alone, replace_blind, who_records
from engine.domain.errors import AlreadyRunning
from engine.domain.health import RecorderState
from engine.launch import WorkerJob
from engine.locks import ProcessLock, is_held
from engine.paths import ProfilePaths
from engine.storage.heartbeat import Beat, HeartbeatFile

HOLDER = """
import pathlib, signal, sys
from engine.locks import ProcessLock
if sys.argv[2] == "deaf":
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
lock = ProcessLock(pathlib.Path(sys.argv[1])); lock.acquire(who="somebody")
print("held", flush=True); sys.stdin.read()
"""

ALONE = """
import pathlib, sys
from engine.alone import profile_alone
from engine.paths import ProfilePaths
with profile_alone(ProfilePaths(pathlib.Path(sys.argv[1]))):
    print("alone", flush=True); sys.stdin.read(1)
"""


@pytest.fixture
def paths(tmp_path: Path) -> ProfilePaths:
    return ProfilePaths(tmp_path / "profile").ensure()


@contextmanager
def holder(path: Path, how: str = "obedient") -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path), how], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def test_recorder_and_workers_end_and_only_the_recorder_is_started_again(paths: ProfilePaths) -> None:
    started: list[Path] = []
    with holder(paths.recorder_lock) as recorder, holder(paths.worker_lock(WorkerJob.TRAIN)) as worker:
        with profile_alone(paths, restart=started.append):
            assert (recorder.wait(10), worker.wait(10)) == (-15, -15)
            for lock in (paths.recorder_lock, paths.window_lock, *(paths.worker_lock(job) for job in WorkerJob)):
                assert is_held(lock)
            assert started == []
        assert started == [paths.folder]
    assert not is_held(paths.recorder_lock)


def test_where_no_recorder_ran_none_is_started(paths: ProfilePaths) -> None:
    started: list[Path] = []
    with profile_alone(paths, restart=started.append):
        pass
    assert started == []


def test_the_recorder_runs_again_after_a_failure(paths: ProfilePaths) -> None:
    started: list[Path] = []
    with holder(paths.recorder_lock), pytest.raises(ZeroDivisionError), profile_alone(paths, restart=started.append):
        raise ZeroDivisionError
    assert started == [paths.folder]


def test_the_window_of_another_process_has_to_be_closed_by_hand(paths: ProfilePaths) -> None:
    started: list[Path] = []
    with (
        holder(paths.window_lock) as window,
        holder(paths.recorder_lock) as recorder,
        pytest.raises(AlreadyRunning, match="window of Kairos is open"),
        profile_alone(paths, restart=started.append),
    ):
        pass
    assert window.returncode is not None
    assert recorder.returncode == -9, "the recorder went on until this test ended it"
    assert started == []


def test_what_does_not_end_is_named_and_the_rest_is_given_back(paths: ProfilePaths) -> None:
    with (
        holder(paths.worker_lock(WorkerJob.INDEX), "deaf"),
        pytest.raises(AlreadyRunning, match=r"worker “index” does not end"),
        profile_alone(paths, patience_s=0.3),
    ):
        pass
    assert not is_held(paths.recorder_lock)


def test_locks_of_this_very_process_count_as_taken(paths: ProfilePaths) -> None:
    with ProcessLock(paths.window_lock) as window, ProcessLock(paths.recorder_lock) as recorder:
        window.acquire(who="window")
        recorder.acquire(who="recorder")
        with profile_alone(paths, patience_s=0.3):
            assert is_held(paths.worker_lock(WorkerJob.PLAN))
        assert is_held(paths.recorder_lock)


def test_who_has_the_data_alone_records_nothing(paths: ProfilePaths) -> None:
    assert who_records(paths) is None
    with holder(paths.recorder_lock) as recorder:
        assert who_records(paths) == f" (process {recorder.pid})"
    with subprocess.Popen(
        [sys.executable, "-c", ALONE, str(paths.folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "alone\n"
        assert is_held(paths.recorder_lock)
        assert who_records(paths) is None
        second = subprocess.run(
            [sys.executable, "-m", "engine.recorder", "--profile", str(paths.folder)],
            check=False,
            capture_output=True,
            text=True,
        )
        assert (second.returncode, "to itself" in second.stderr) == (1, True)
        process.communicate("\n")


def beats(paths: ProfilePaths, pid: int, state: RecorderState, sequence: int = 1, *, blind: bool = False) -> None:
    file = HeartbeatFile(paths.heartbeat)
    file.write(Beat(0, 0, 1, pid, state, 0, sequence, blind), durable=False)
    file.close()


@pytest.mark.parametrize("state", [RecorderState.BLIND, RecorderState.PAUSED])
def test_a_recorder_that_lost_its_desktop_gives_way_to_one_that_sees(paths: ProfilePaths, state: RecorderState) -> None:
    with holder(paths.recorder_lock) as recorder, ProcessLock(paths.recorder_lock) as lock:
        beats(paths, recorder.pid, state, blind=state is RecorderState.PAUSED)

        def sees() -> bool:
            beats(paths, recorder.pid, state, 2, blind=state is RecorderState.PAUSED)
            return True

        assert replace_blind(paths, lock, sees, sure_s=0.3)
        assert recorder.wait(10) == -15
        assert is_held(paths.recorder_lock)


def test_where_another_is_quicker_it_is_left_alone(paths: ProfilePaths) -> None:
    with ExitStack() as running, ProcessLock(paths.recorder_lock) as lock:
        blind = running.enter_context(holder(paths.recorder_lock))
        beats(paths, blind.pid, RecorderState.BLIND)
        asked: list[subprocess.Popen[str]] = []

        def sees() -> bool:
            beats(paths, blind.pid, RecorderState.BLIND, 2)
            asked.append(blind)
            if len(asked) == 2:  # all is looked at: now it ends, and somebody else has the lock
                blind.terminate()
                blind.wait()
                asked.append(running.enter_context(holder(paths.recorder_lock)))
            return True

        assert not replace_blind(paths, lock, sees, sure_s=0.3)
        assert asked[2].poll() is None


@pytest.mark.parametrize("told", ["0", "99999999999999999999"])
def test_a_lock_that_names_nobody_ends_nobody(paths: ProfilePaths, told: str) -> None:
    with holder(paths.recorder_lock) as recorder:
        paths.recorder_lock.write_text(told)
        with pytest.raises(AlreadyRunning, match="does not end"), profile_alone(paths, patience_s=0.2):
            pass
        assert recorder.poll() is None


@pytest.mark.parametrize(
    "why",
    [
        "it sees",
        "it is paused",
        "this one does not see",
        "this one sees for a moment",
        "another's last words",
        "it sees after a moment",
        "what it tells is old",
    ],
)
def test_any_other_recorder_stays(paths: ProfilePaths, why: str) -> None:
    with holder(paths.recorder_lock) as recorder, ProcessLock(paths.recorder_lock) as lock:
        seen = {"it sees": RecorderState.RECORDING, "it is paused": RecorderState.PAUSED}
        said = seen.get(why, RecorderState.BLIND)
        beats(paths, recorder.pid + (why == "another's last words"), said)

        asked: list[bool] = []

        def sees() -> bool:
            asked.append(why != "this one does not see" and not (asked and why == "this one sees for a moment"))
            if why != "what it tells is old":
                now = RecorderState.RECORDING if why == "it sees after a moment" else said
                beats(paths, recorder.pid + (why == "another's last words"), now, 2)
            return asked[-1]

        assert not replace_blind(paths, lock, sees, sure_s=0.3)
        assert recorder.poll() is None
