"""The front door over a real profile."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from helpers.activities import seen
from helpers.recorder_traces import RecorderTraces

from engine.api import Engine
from engine.bootstrap import build_doctor, build_engine
from engine.domain.changes import Begin
from engine.domain.commands import CommandKind
from engine.domain.errors import PatternError, UsageError
from engine.domain.health import ProbeReport, RecorderHealth, RecorderState
from engine.paths import ProfilePaths
from engine.settings import PrivacySettings, Settings
from engine.storage.activities import ActivityStore
from engine.storage.recorder_status import RecorderStatusStore

PROBE = ProbeReport("x11", "x11", windows=True, titles=True, idle=True, lock=True, suspend=True)


@pytest.fixture
def paths(tmp_path: Path) -> ProfilePaths:
    return ProfilePaths(tmp_path / "profile")


@pytest.fixture
def engine(paths: ProfilePaths) -> Iterator[Engine]:
    engine = build_engine(paths)
    yield engine
    engine.close()


@pytest.fixture
def recorder(paths: ProfilePaths, engine: Engine) -> Iterator[RecorderTraces]:
    with RecorderTraces(paths) as recorder:
        yield recorder


def test_a_fresh_profile_gets_its_folder_and_an_empty_history(paths: ProfilePaths, engine: Engine) -> None:
    assert paths.database.is_file()
    assert engine.history.day().segments == ()
    assert list(engine.history.events()) == []
    assert engine.preferences.load() == Settings()


def test_health_is_stopped_without_a_recorder_whatever_it_last_said(paths: ProfilePaths, engine: Engine) -> None:
    assert engine.recording.health().state is RecorderState.STOPPED
    with RecorderTraces(paths) as recorder:
        recorder.beat(RecorderState.RECORDING)
    health = engine.recording.health()
    assert (health.state, health.pid, health.waiting) == (RecorderState.STOPPED, None, 0)


def test_health_joins_the_stored_account_and_the_heartbeat(engine: Engine, recorder: RecorderTraces) -> None:
    stored = RecorderHealth(RecorderState.RECORDING, pid=77, started_ms=1, beat_ms=5, probe=PROBE)
    RecorderStatusStore(recorder.database).save(stored)
    recorder.beat(RecorderState.NOT_SAVING, waiting=3)
    health = engine.recording.health()
    assert (health.state, health.waiting, health.pid) == (RecorderState.NOT_SAVING, 3, 77)
    assert (health.beat_ms, health.started_ms, health.probe) == (recorder.now_ms, 1, PROBE)


def test_health_of_a_recorder_that_has_not_spoken_yet_says_so(engine: Engine, recorder: RecorderTraces) -> None:
    health = engine.recording.health()
    assert (health.state, health.message) == (RecorderState.STARTING, "")


def test_a_stored_account_newer_than_the_heartbeat_holds(engine: Engine, recorder: RecorderTraces) -> None:
    recorder.beat(RecorderState.RECORDING)
    paused = RecorderHealth(RecorderState.PAUSED, pid=77, beat_ms=recorder.now_ms + 10, paused_until_ms=99)
    RecorderStatusStore(recorder.database).save(paused)
    assert engine.recording.health().state is RecorderState.PAUSED


def test_what_is_asked_of_the_recorder_reaches_it_in_order(engine: Engine, recorder: RecorderTraces) -> None:
    until_ms = engine.recording.pause(15)
    engine.recording.resume()
    engine.recording.reload_settings()
    engine.recording.stop()
    assert 14 * 60_000 < until_ms - recorder.now_ms < 16 * 60_000
    kinds = [CommandKind.PAUSE, CommandKind.RESUME, CommandKind.RELOAD_SETTINGS, CommandKind.STOP]
    assert recorder.asked() == kinds


def test_stop_without_a_recorder_does_not_wait_for_the_next_one(paths: ProfilePaths, engine: Engine) -> None:
    engine.recording.stop()
    with RecorderTraces(paths) as recorder:
        assert recorder.asked() == []


@pytest.mark.parametrize("minutes", [None, 0, -5, 10_081])
def test_a_pause_that_makes_no_sense_is_refused(engine: Engine, minutes: int | None) -> None:
    with pytest.raises(UsageError):
        engine.recording.pause(minutes)


def test_preferences_are_saved_and_told_to_the_recorder(engine: Engine, recorder: RecorderTraces) -> None:
    wanted = Settings(privacy=PrivacySettings(excluded_titles=("secret.*",)), first_run_done=True)
    engine.preferences.change(wanted)
    assert engine.preferences.load() == wanted
    assert recorder.asked() == [CommandKind.RELOAD_SETTINGS]


def test_a_bad_pattern_is_refused_before_anything_is_saved(engine: Engine, recorder: RecorderTraces) -> None:
    with pytest.raises(PatternError):
        engine.preferences.change(replace(Settings(), privacy=PrivacySettings(excluded_titles=("(",))))
    assert engine.preferences.load() == Settings()
    assert recorder.asked() == []


def test_a_second_launch_raises_the_first(paths: ProfilePaths, engine: Engine) -> None:
    other = build_engine(paths)
    other.window.raise_other()
    other.close()
    assert [command.kind for command in engine.window.take()] == [CommandKind.RAISE_WINDOW]
    assert engine.window.take() == []


def test_data_version_moves_with_history_health_and_requests_and_only_then(
    engine: Engine, recorder: RecorderTraces
) -> None:
    seen_versions = [engine.data_version()]
    assert engine.data_version() == seen_versions[0]
    opened = ActivityStore(recorder.database).apply([Begin(recorder.now_ms, seen("code"), "UTC")])
    seen_versions.append(engine.data_version())
    recorder.beat(RecorderState.RECORDING, opened or 0)
    seen_versions.append(engine.data_version())
    recorder.beat(RecorderState.RECORDING, opened or 0, later_ms=5_000)
    assert engine.data_version() == seen_versions[-1], "time alone is no news"
    recorder.beat(RecorderState.NOT_SAVING, opened or 0)
    seen_versions.append(engine.data_version())
    engine.recording.pause(5)
    seen_versions.append(engine.data_version())
    recorder.lock.release()
    seen_versions.append(engine.data_version())
    assert len(set(seen_versions)) == len(seen_versions)


def test_demo_fills_once_and_tops_up_and_then_has_nothing_to_add(engine: Engine) -> None:
    assert engine.demo.fill(5, seed=2) > 100  # a working day is among them, whenever this runs
    today = engine.history.day().day
    assert sum(engine.history.day(today - timedelta(days=ago)).active_ms for ago in range(5)) > 0
    assert engine.demo.fill(5, seed=2) <= 2  # what the seconds since then hold
    assert engine.demo.fill(10, seed=2) > 50
    assert not engine.demo.holds_recordings()


def test_another_seed_does_not_creep_into_the_holes_of_the_first(engine: Engine) -> None:
    engine.demo.fill(5, seed=2)
    assert engine.demo.fill(5, seed=3) <= 2


def test_demo_never_mixes_with_real_recordings(engine: Engine, recorder: RecorderTraces) -> None:
    ActivityStore(recorder.database).apply([Begin(recorder.now_ms, seen("code"), "UTC")])
    with pytest.raises(UsageError, match="real recordings"):
        engine.demo.fill(2)
    assert engine.demo.fill(2, among_recordings=True) > 0


@pytest.mark.parametrize("days", [0, -1, 367])
def test_demo_refuses_a_number_of_days_that_makes_no_sense(engine: Engine, days: int) -> None:
    with pytest.raises(UsageError, match="1 to 366"):
        engine.demo.fill(days)


def test_the_doctor_finds_a_sound_profile_sound(paths: ProfilePaths, engine: Engine) -> None:
    report = engine.doctor.examine()
    assert report.database.problem == ""
    assert report.database.integrity == ()
    assert tuple(int(part) for part in report.database.sqlite.split(".")) >= (3, 51, 3)
    modes = {file.name: file.mode for file in report.files if file.exists}
    assert modes["folder"] == "0700"
    assert modes["database"] == "0600"


def test_the_doctor_works_where_the_engine_cannot(paths: ProfilePaths) -> None:
    paths.ensure().database.write_bytes(b"this is somebody's letter, not a database" * 50)
    report = build_doctor(paths).examine()
    assert report.database.problem
    assert report.problems[0] == report.database.problem
    assert report.recorder.state is RecorderState.STOPPED


def test_the_doctor_makes_nothing(paths: ProfilePaths) -> None:
    report = build_doctor(paths).examine()
    assert not paths.folder.exists()
    assert report.database.problem == ""
