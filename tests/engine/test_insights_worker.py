"""The worker that looks through the history: it stores what it found, and nothing where it is told to stop."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from engine.bootstrap import build_engine
from engine.bootstrap.insights import work_out_insights
from engine.launch import WorkerJob, worker_command
from engine.paths import ProfilePaths


def test_a_process_looks_through_the_history_and_stores_it(tmp_path: Path) -> None:
    paths = ProfilePaths(tmp_path / "profile").ensure()
    engine = build_engine(paths)
    try:
        engine.demo.fill(20, 3)
        assert engine.insights.found() is None
        assert not engine.insights.running()
        work_out_insights(paths, lambda: True)
        assert engine.insights.found() is None, "it was told to stop"
        done = subprocess.run(worker_command(WorkerJob.INSIGHTS, paths.folder), check=False, timeout=100)
        assert done.returncode == 0
        found = engine.insights.found()
        assert found is not None
        assert 10 <= found.days <= 20
        assert engine.insights.changes() == found.changes == ()
        assert engine.insights.topics() == found.topics
        assert found.to_ms > found.from_ms
    finally:
        engine.close()


def test_window_and_recorder_do_not_load_what_finds(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from engine.bootstrap import build_engine;"
        "from engine.paths import ProfilePaths;"
        f"engine = build_engine(ProfilePaths(Path({str(tmp_path / 'profile')!r})).ensure());"
        "engine.insights.found(); engine.insights.running(); engine.close();"
        "print([name for name in ('sklearn', 'engine.insights.routines.daily') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
