"""How a worker is ended by whoever started it."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path

import pytest

from engine.launch import Worker, WorkerJob

WRITERS_PATIENCE_S = 5.0


@pytest.mark.skipif(sys.platform == "win32", reason="no process can be stopped from outside there")
def test_one_that_only_answers_keeps_nobody_waiting_for_its_end(tmp_path: Path) -> None:
    worker = Worker(WorkerJob.ANSWER, tmp_path, talks=True)
    os.kill(worker.pid, signal.SIGSTOP)  # as busy as can be
    began_s = time.monotonic()
    worker.end()
    assert time.monotonic() - began_s < WRITERS_PATIENCE_S
    assert not worker.runs()
    assert worker.questions.closed
    assert worker.answers.closed
