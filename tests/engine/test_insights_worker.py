"""The worker that looks through the history: it stores what it found, and nothing where it is told to stop."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from engine.api import Insights
from engine.bootstrap import build_engine
from engine.bootstrap.insights import work_out_insights
from engine.paths import ProfilePaths


def shares_until(insights: Insights, over: Callable[[], bool]) -> Iterator[float]:
    """Yield what is told of the share that is done."""
    deadline = time.monotonic() + 100
    while not over():
        assert time.monotonic() < deadline, "the look does not end"
        share = insights.share()
        if share is not None:
            yield share
        time.sleep(0.01)


def stopped_at_once(insights: Insights) -> None:
    """Begin a look and leave it off in its midst."""
    insights.start()
    for _share in shares_until(insights, lambda: bool(insights.share())):
        pass
    began = time.monotonic()
    insights.stop()
    assert time.monotonic() - began < 3  # a step may take longer: it is not waited for
    assert not insights.stoppable()


def test_a_process_looks_through_the_history_and_stores_it(tmp_path: Path) -> None:
    paths = ProfilePaths(tmp_path / "profile").ensure()
    engine = build_engine(paths)
    try:
        engine.demo.fill(20, 3)
        assert engine.insights.found() is None
        assert not engine.insights.running()
        work_out_insights(paths, lambda: True)
        assert engine.insights.found() is None, "it was told to stop"
        engine.insights.start()
        shares = list(shares_until(engine.insights, lambda: not engine.insights.running()))
        assert shares == sorted(shares)
        assert any(0 < share < 1 for share in shares)
        assert engine.insights.share() is None
        found = engine.insights.found()
        assert found is not None
        assert 10 <= found.days <= 20
        assert engine.insights.changes() == found.changes == ()
        assert engine.insights.topics() == found.topics
        assert found.to_ms > found.from_ms
        stopped_at_once(engine.insights)
        assert engine.insights.found() == found, "what was found before stays"
    finally:
        engine.close()


def test_window_and_recorder_do_not_load_what_finds(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from engine.bootstrap import build_engine;"
        "from engine.paths import ProfilePaths;"
        f"engine = build_engine(ProfilePaths(Path({str(tmp_path / 'profile')!r})).ensure());"
        "engine.insights.found(); engine.insights.running(); engine.close();"
        "late = {'numpy', 'engine.insights.topics.models', 'engine.insights.routines.daily'};"
        "print(sorted(late & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
