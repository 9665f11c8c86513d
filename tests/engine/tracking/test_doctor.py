"""The doctor's report: put together from plain values, and fit to be sent to someone else."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from helpers.scripted_probe import ScriptedProbe

from engine.domain.errors import ProbeUnavailable
from engine.domain.health import ProbeReport, RecorderHealth, RecorderState, joined
from engine.tracking.desktop_look import look_at_desktop
from engine.tracking.doctor import (
    DatabaseReport,
    DoctorReport,
    FileReport,
    find_problems,
    look_at_files,
    redacted,
)
from engine.tracking.probe import Probe

HOME = Path("/home/mara")
WELL = DoctorReport(
    kairos="1",
    python="3.11",
    platform="Linux",
    desktop=ProbeReport("x11", "x11", windows=True, titles=True, idle=True, lock=True, suspend=True),
    recorder=RecorderHealth(RecorderState.RECORDING, pid=1, started_ms=0, beat_ms=1_000),
    database=DatabaseReport(f"{HOME}/data/kairos.sqlite3", schema="1"),
    files=(FileReport("folder", f"{HOME}/data", exists=True, mode="0700", writable=True),),
    packages={"psutil": "7"},
)


def test_a_sound_report_has_no_problems() -> None:
    assert find_problems(WELL) == ()


def test_every_fault_is_a_problem_the_database_first() -> None:
    ill = replace(
        WELL,
        database=replace(WELL.database, problem="It is foreign.", integrity=("row 3 is missing",)),
        files=(replace(WELL.files[0], mode="0755", owner_only=False, writable=False),),
        desktop=replace(WELL.desktop, note="No titles here."),
        recorder=replace(WELL.recorder, message="The disk is full."),
    )
    found = find_problems(ill)
    assert found[:2] == ("It is foreign.", "row 3 is missing")
    assert len(found) == 6
    assert any("can be read by others (0755)" in problem for problem in found)


def test_what_only_the_recorder_can_know_is_a_problem_while_it_runs() -> None:
    noted = replace(WELL.desktop, note="No titles here. The shortcut is taken.")
    ill = replace(
        WELL,
        desktop=replace(WELL.desktop, note="No titles here."),
        recorder=replace(WELL.recorder, probe=noted),
    )
    assert find_problems(ill) == ("No titles here.", "The shortcut is taken.")
    gone = replace(ill, recorder=replace(ill.recorder, state=RecorderState.STOPPED))
    assert find_problems(gone) == ("No titles here.",)


def test_the_home_folder_is_nowhere_in_a_redacted_report() -> None:
    ill = replace(WELL, problems=(f"{HOME}/data cannot be written.",), packages={"x": f"{HOME}/x"})
    text = json.dumps(redacted(ill, HOME).to_json_able())
    assert str(HOME) not in text
    assert "~/data/kairos.sqlite3" in text
    assert "~/data cannot be written." in text


def test_a_home_at_the_root_redacts_nothing() -> None:
    assert redacted(WELL, Path("/")) == WELL


def test_moments_are_iso_and_what_is_plain_stays() -> None:
    plain = WELL.to_json_able()
    assert plain["recorder"]["beat"] == "1970-01-01T00:00:01.000Z"
    assert plain["recorder"]["paused_until"] is None
    assert plain["recorder"]["state"] == "recording"
    assert json.loads(json.dumps(plain))["packages"] == {"psutil": "7"}


def test_a_desktop_that_cannot_be_watched_says_why() -> None:
    def choose() -> Probe:
        raise ProbeUnavailable("There is no display.")

    report = look_at_desktop("none", choose)
    assert (report.session, report.backend, report.note) == ("none", "", "There is no display.")
    assert not (report.windows)
    assert not (report.titles)
    assert not (report.idle)
    assert not (report.lock)
    assert not (report.suspend)


def test_a_desktop_that_can_be_watched_is_told_by_its_probe() -> None:
    probe = ScriptedProbe()
    assert look_at_desktop("x11", lambda: probe) == probe.report()


def test_companions_add_the_states_they_can_tell() -> None:
    chosen = replace(WELL.desktop, lock=False, suspend=False)
    bus = ProbeReport("", "session-bus", False, False, False, lock=True, suspend=True)
    assert joined(chosen, [bus]) == replace(chosen, lock=True, suspend=True)
    assert joined(chosen, [replace(bus, lock=False, suspend=False, note="No bus.")]).note == "No bus."
    assert joined(replace(chosen, note="No titles."), [replace(bus, note="No bus.")]).note == "No titles."


@pytest.mark.parametrize(("mode", "owner_only"), [(0o600, True), (0o640, False), (0o604, False)])
def test_files_that_others_can_read_are_noticed(tmp_path: Path, mode: int, owner_only: bool) -> None:
    file = tmp_path / "kairos.sqlite3"
    file.write_bytes(b"four")
    file.chmod(mode)
    named = (("database", file), ("settings", tmp_path / "none"))
    found, missing = look_at_files(named, may_write=lambda path: path == file, modes=True)
    assert (found.mode, found.owner_only, found.writable, found.size_bytes) == (f"{mode:04o}", owner_only, True, 4)
    assert not missing.exists
    without_modes, _ = look_at_files(named, may_write=lambda _: False, modes=False)
    assert (without_modes.mode, without_modes.owner_only, without_modes.writable) == ("", True, False)
