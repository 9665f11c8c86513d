"""Diagnostics can be passed on whatever stands in titles, paths, names, logs and messages."""

from __future__ import annotations

import json
import platform
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.api.doctor import Doctor
from engine.domain.activity import Activity, Observed
from engine.domain.diagnostics import (
    Backend,
    DatabaseFacts,
    DatabaseState,
    Diagnostics,
    Finding,
    LogFacts,
    Session,
    version_told,
)
from engine.domain.diagnostics_text import text_of
from engine.domain.egress import NetworkCount, ProcessRole
from engine.domain.health import ProbeReport, RecorderHealth, RecorderState
from engine.domain.job_runs import TIDY, JobOutcome, JobState
from engine.domain.presence import Presence
from engine.logged import logged
from engine.paths import ProfilePaths
from engine.storage.activities import ActivityStore
from engine.storage.database import Database
from engine.storage.jobs import JobStore
from engine.storage.recorder_status import RecorderStatusStore
from engine.tracking.diagnostics import Beside, diagnose
from engine.tracking.doctor import DatabaseReport, DoctorReport, FileReport

CANARY = "zanahoria"
WELL = DoctorReport(
    kairos="0.1.0",
    python="3.11.7",
    platform="Linux-6.1-x86_64",
    desktop=ProbeReport("x11", "x11", windows=True, titles=True, idle=True, lock=True, suspend=True),
    recorder=RecorderHealth(RecorderState.RECORDING, pid=1, started_ms=0, beat_ms=59_000),
    database=DatabaseReport("/p/kairos.sqlite3", schema="8", sqlite="3.51.3", sqlcipher="4.12.0 community"),
    files=(FileReport("folder", "/p", exists=True, mode="0700", writable=True),),
    packages={"psutil": "7.1.3", "torch": "2.13.0+cpu"},
)
BESIDE = Beside("Linux", "x86_64", "6.1.0-28-amd64", now_ms=60_000)


def said(told: Diagnostics) -> str:
    return text_of(told) + json.dumps(told.to_json_able())


def spoiled(value: Any, word: Callable[[str], str]) -> Any:
    """Return the value with every text in it given to the function."""
    if type(value) is str:
        return word(value)
    if isinstance(value, tuple):
        return tuple(spoiled(one, word) for one in value)
    if isinstance(value, dict):
        return {word(key): spoiled(one, word) for key, one in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{one.name: spoiled(getattr(value, one.name), word) for one in fields(value)})
    return value


def test_a_sound_profile_is_told_whole() -> None:
    told = diagnose(WELL, replace(BESIDE, network=NetworkCount(0, 0, None), encrypted=True))
    assert told.findings == ()
    lines = text_of(told).splitlines()
    assert lines[0] == "Kairos 0.1.0, Python 3.11.7, linux 6.1.0 x86_64"
    assert "Recorder   recording, for 60 s, last sign of life 1 s ago" in lines
    assert any("sound, encrypted" in line for line in lines)
    assert "Network    0 connections opened in 0 days; refused: none" in lines
    assert lines[-1] == "All well."


@given(st.text(max_size=8), st.text(max_size=8))
def test_whatever_stands_in_any_text_nothing_of_it_is_told(before: str, after: str) -> None:
    def word(text: str) -> str:
        return f"{before}{CANARY}{text}{after}"

    jobs = (JobState(word("tidy"), 1, message=word("")), JobState("tidy", 1, message=word("x")))
    log = (LogFacts(word("engine."), 1, 1), LogFacts(word(""), 1, 1))
    # A file's mode is ours, octal digits; everything else is spoiled.
    ill = replace(
        spoiled(replace(WELL, files=()), word), files=(replace(WELL.files[0], name=word("x"), path=word("")),)
    )
    beside = replace(BESIDE, system=word("Linux"), machine=word("arm64"), kernel=word("6.1"), jobs=jobs, log=log)
    assert CANARY not in said(diagnose(ill, beside))


def test_faults_are_told_by_sentences_of_ours() -> None:
    ill = replace(
        WELL,
        database=replace(WELL.database, integrity=(f"row 3 of {CANARY}", "row 4")),
        files=(replace(WELL.files[0], mode="0755", owner_only=False, writable=False),),
        desktop=replace(WELL.desktop, titles=False, idle=False, backend="someone's"),
        recorder=replace(WELL.recorder, state=RecorderState.NOT_SAVING, waiting=3),
    )
    jobs = (JobState(TIDY.name, 1, outcome=JobOutcome.FAILED, runs=2),)
    network = NetworkCount(0, 2, 5, by_role=((ProcessRole.WINDOW, 2),))
    told = diagnose(ill, replace(BESIDE, jobs=jobs, network=network))
    assert set(told.findings) == {
        Finding.DATABASE, Finding.NOT_WRITABLE, Finding.READABLE_BY_OTHERS, Finding.NO_TITLES, Finding.NO_IDLE,
        Finding.NOT_SAVING, Finding.CONNECTIONS, Finding.JOB_FAILED,
    }  # fmt: skip
    assert (told.database.faults, told.database.state) == (2, DatabaseState.BROKEN)
    assert told.desktop.backend is Backend.OTHER
    assert "refused: window 2" in text_of(told)
    assert "tidy: failed (2)" in text_of(told)


@pytest.mark.parametrize("text", ["3.11.7", "2.13.0+cpu", "7", "4.0.0rc1", "6.1.0", "26.4.1"])
def test_versions_are_told(text: str) -> None:
    assert version_told(text) == text


@pytest.mark.parametrize("text", ["", "mara", "3.11 mara", "3.11-mara", "v3", "3.11\nmara", "1.2.3.4.5.6", "1" * 40])
def test_nothing_else_is_a_version(text: str) -> None:
    assert version_told(text) == ""


def test_words_outside_the_lists_are_other() -> None:
    assert Session.told(CANARY) is Session.OTHER
    assert DatabaseFacts(DatabaseState.SOUND, schema=CANARY).schema == ""


def test_logs_are_counted_by_modules_that_there_are(tmp_path: Path) -> None:
    lines = (
        "2026-11-22 11:00:00,000 WARNING engine.storage.database: a disk\n"
        f"2026-11-22 11:00:00,000 ERROR engine.storage.database: {CANARY}\n"
        "Traceback: 2026-11-22 11:00:00,000 ERROR engine.storage.header: within a line\n"
        f"2026-11-22 11:00:00,000 ERROR engine.{CANARY}: x\n"
        "2026-11-22 11:00:00,000 INFO engine.recorder: x\n"
    )
    (tmp_path / "recorder.log").write_text(lines, encoding="utf-8")
    (tmp_path / "recorder.log.1").write_text(lines, encoding="utf-8")
    (tmp_path / "notes.txt").write_text(lines, encoding="utf-8")
    assert logged(tmp_path) == (LogFacts("engine.storage.database", 2, 2),)
    assert logged(tmp_path / "none") == ()


def test_a_profile_full_of_names_gives_none_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / f"home-{CANARY}"
    paths = ProfilePaths(home / f"data-{CANARY}").ensure()
    paths.settings.write_text(f'[privacy]\nexcluded_titles = ["{CANARY}"]\n', encoding="utf-8")
    paths.logs.mkdir()
    (paths.logs / f"{CANARY}.log").write_text(
        f"2026-11-22 11:00:00,000 ERROR {CANARY}: {CANARY}\n2026-11-22 11:00:00,000 ERROR engine.logs: {CANARY}\n",
        encoding="utf-8",
    )
    database = Database.open(paths.database)
    what = Observed(Presence.ACTIVE, CANARY, CANARY, f"/usr/bin/{CANARY}", "x11")
    ActivityStore(database).insert_many([Activity(0, 60_000, what, "UTC")])
    probe = replace(WELL.desktop, note=CANARY, backend=CANARY)
    RecorderStatusStore(database).save(replace(WELL.recorder, message=f"{home} is full", probe=probe))
    JobStore(database).begin(TIDY, 1_000)
    JobStore(database).end(TIDY.name, 2_000, JobOutcome.FAILED, f"{home}: {CANARY}")
    database.close()
    for name in ("node", "release"):
        monkeypatch.setattr(platform, name, lambda: f"6.1.0-{CANARY}")
    for name in ("HOME", "USER", "LOGNAME", "HOSTNAME"):
        monkeypatch.setenv(name, f"{home}")
    doctor = Doctor(
        paths, desktop=lambda: probe, open_existing=lambda chosen: Database.open_existing(chosen.database), home=home
    )
    told = doctor.diagnose()
    assert told.database.activities == 1
    assert told.log == (LogFacts("engine.logs", 0, 1),)
    assert Finding.JOB_FAILED in told.findings
    assert CANARY not in said(told)
    paths.database.write_bytes(f"{CANARY}, a letter".encode() * 500)
    assert doctor.diagnose().database.state is DatabaseState.FOREIGN
    assert CANARY not in said(doctor.diagnose())
