"""The front door to the learned models: advice from their process or from the baseline, and the models' life."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import IO

import pytest

from engine.api import Engine
from engine.api.mind import Mind
from engine.bootstrap import build_engine
from engine.domain.advice_json import advice_to_json
from engine.domain.errors import StorageBusy, UsageError
from engine.domain.model_status import RunState, TrainingRun
from engine.domain.recommended import Abstention, Advice, Notice, Verdict
from engine.locks import ProcessLock
from engine.paths import ProfilePaths
from engine.storage.training_runs import TrainingRunStore
from engine.talking import Asker

ADVICE = Advice(5, no_block=Abstention.TOO_LITTLE, no_documents=Abstention.NO_DOCUMENTS)
BASELINE = Advice(6, no_block=Abstention.NO_PATTERN, notices=(Notice.BASELINE,))
LOOP = "import json, sys\nfor line in sys.stdin:\n    asked = json.loads(line)\n    told = {told}\n    "
SAY = "print(json.dumps({'id': asked['id'], **told}), flush=True)"


class Played:
    """A process that plays the worker."""

    def __init__(self, program: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-S", "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self.questions: IO[bytes] = self._process.stdin
        self.answers: IO[bytes] = self._process.stdout

    def end(self) -> None:
        self._process.kill()
        self._process.wait()
        self.answers.close()
        try:
            self.questions.close()
        except BrokenPipeError:
            return


def says(told: object) -> str:
    return LOOP.replace("{told}", f"json.loads({json.dumps(told)!r})") + SAY


@pytest.fixture
def paths(tmp_path: Path) -> ProfilePaths:
    return ProfilePaths(tmp_path / "profile")


@pytest.fixture
def engine(paths: ProfilePaths) -> Iterator[Engine]:
    made = build_engine(paths)
    yield made
    made.close()


def asked(engine: Engine, program: str, patience_s: float = 30) -> Advice:
    mind = engine.mind
    played = Mind(
        Asker(lambda: Played(program)), lambda: BASELINE, mind._feedback, mind._training, patience_s=patience_s
    )
    with closing(played):
        return played.advice()


def test_the_process_that_knows_the_models_advises(engine: Engine) -> None:
    assert asked(engine, says({"advice": advice_to_json(ADVICE)})) == ADVICE


@pytest.mark.parametrize(
    "program", ["", says({}), says({"advice": {}}), says({"advice": {**advice_to_json(ADVICE), "no_block": "mood"}})]
)
def test_where_it_dies_or_talks_nonsense_the_baseline_advises(engine: Engine, program: str) -> None:
    said = asked(engine, program)
    assert said.no_block is Abstention.NO_PATTERN
    assert said.notices == (Notice.WORKER_SILENT, Notice.BASELINE)


def test_let_go_it_forgets_and_the_next_question_starts_another(engine: Engine) -> None:
    started: list[Played] = []

    def start() -> Played:
        started.append(Played(says({"advice": advice_to_json(ADVICE)})))
        return started[-1]

    mind = engine.mind
    with closing(Mind(Asker(start), lambda: BASELINE, mind._feedback, mind._training, patience_s=30)) as played:
        assert played.advice() == ADVICE
        played.let_go()
        assert played.advice() == ADVICE
    assert len(started) == 2


def test_where_it_hangs_the_baseline_advises_after_the_time_it_is_given(engine: Engine) -> None:
    started = time.monotonic()
    said = asked(engine, "import sys\nsys.stdin.read()", patience_s=0.2)
    assert Notice.WORKER_SILENT in said.notices
    assert time.monotonic() - started < 30


def test_a_storage_error_is_told_as_it_is(engine: Engine) -> None:
    told = {"error": {"kind": "StorageBusy", "title": "t", "message": "Another program has held it."}}
    with pytest.raises(StorageBusy, match="Another program"):
        asked(engine, says(told))


def test_a_fresh_profile_is_advised_by_the_real_process(engine: Engine) -> None:
    said = engine.mind.advice()
    assert said.no_block is Abstention.NO_HISTORY
    assert said.no_documents is Abstention.NO_DOCUMENTS
    assert Notice.WORKER_SILENT not in said.notices


def test_a_fresh_profile_has_no_models(engine: Engine) -> None:
    status = engine.mind.status()
    assert (status.in_use, status.runs, status.active_days, status.training) == (None, (), 0, False)
    assert not engine.mind.roll_back()
    engine.mind.stop_training()
    engine.mind.reset()


def test_what_is_said_of_nothing_is_refused(engine: Engine) -> None:
    with pytest.raises(UsageError):
        engine.mind.say(7, Verdict.WRONG)
    with pytest.raises(UsageError):
        engine.mind.rate(6)


def test_a_run_whose_process_died_is_told_as_stopped(engine: Engine) -> None:
    runs = TrainingRunStore(engine._database)
    runs.add(TrainingRun(0, 1, 1, RunState.RUNNING, 0, 0, 0.0, 0, ""))
    assert [run.state for run in engine.mind.status().runs] == [RunState.STOPPED]


def test_two_trainings_at_once_are_refused(engine: Engine, paths: ProfilePaths) -> None:
    with ProcessLock(paths.worker_lock("train")) as lock:
        lock.acquire(who="worker")
        assert engine.mind.status().training
        with pytest.raises(UsageError, match="already"):
            engine.mind.train()


def test_stopping_tells_a_training_that_others_started(engine: Engine) -> None:
    runs = TrainingRunStore(engine._database)
    number = runs.add(TrainingRun(0, 1, 1, RunState.RUNNING, 0, 0, 0.0, 0, ""))
    engine.mind.stop_training()
    found = runs.get(number)
    assert found is not None
    assert found.state is RunState.STOPPED
