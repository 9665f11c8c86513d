"""Whether Kairos sees everything, of a real profile."""

from __future__ import annotations

from pathlib import Path

from helpers.activities import seen
from helpers.recorder_traces import RecorderTraces

from engine.bootstrap import build_engine, build_sources
from engine.domain.changes import Begin
from engine.domain.health import RecorderState
from engine.domain.sources import Source, SourceReport, Standing
from engine.paths import ProfilePaths
from engine.storage.activities import ActivityStore


def _by_source(reports: tuple[SourceReport, ...]) -> dict[Source, SourceReport]:
    return {one.source: one for one in reports}


def test_a_browser_in_front_is_told_with_its_moment(tmp_path: Path) -> None:
    paths = ProfilePaths(tmp_path / "profile")
    engine = build_engine(paths)
    try:
        before = _by_source(engine.sources.look())
        assert before[Source.BROWSER].standing is Standing.QUIET
        assert before[Source.RECORDER].standing is Standing.BAD
        with RecorderTraces(paths) as recorder:
            moment = engine.sources.now_ms() - 60_000
            ActivityStore(recorder.database).apply([Begin(moment, seen("firefox", "A page"), "UTC")])
            recorder.beat(RecorderState.RECORDING)
            found = _by_source(engine.sources.look())
        assert (found[Source.BROWSER].standing, found[Source.BROWSER].last_ms) == (Standing.GOOD, moment)
        assert found[Source.WINDOW].last_ms == moment
        assert found[Source.RECORDER].standing is Standing.GOOD
    finally:
        engine.close()


def test_where_there_is_no_history_yet_nothing_is_made_and_nothing_raised(tmp_path: Path) -> None:
    paths = ProfilePaths(tmp_path / "profile")
    reports = _by_source(build_sources(paths).look())
    assert reports[Source.BROWSER].standing is Standing.UNKNOWN
    assert not paths.folder.exists()
