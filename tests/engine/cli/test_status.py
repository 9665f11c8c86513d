"""`kairos status` beside a recorder."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from helpers.activities import away, seen
from helpers.command_line import Commands
from helpers.recorder_traces import RecorderTraces

from engine.domain.activity import Observed, Withheld
from engine.domain.changes import Begin
from engine.domain.health import ProbeReport, RecorderHealth, RecorderState
from engine.domain.presence import Presence
from engine.paths import ProfilePaths
from engine.storage.activities import ActivityStore
from engine.storage.recorder_status import RecorderStatusStore

PROBE = ProbeReport("wayland", "wlroots", windows=True, titles=True, idle=True, lock=False, suspend=False)


@pytest.fixture
def recorder(kairos: Commands) -> Iterator[RecorderTraces]:
    with RecorderTraces(ProfilePaths(kairos.folder).ensure()) as recorder:
        yield recorder


def show(recorder: RecorderTraces, what: Observed) -> None:
    begin = Begin(recorder.now_ms - 60_000, what, "UTC")
    opened = ActivityStore(recorder.database).apply([begin])
    recorder.beat(RecorderState.RECORDING, opened or 0)


def test_status_says_what_is_seen(kairos: Commands, recorder: RecorderTraces) -> None:
    health = RecorderHealth(RecorderState.RECORDING, pid=77, started_ms=1, beat_ms=1, probe=PROBE)
    RecorderStatusStore(recorder.database).save(health)
    show(recorder, seen("code", "plan\x1b[2J.py"))
    lines = kairos("status").out.splitlines()
    assert lines[0] == "Recording."
    assert lines[1] == "Session wayland, seen by wlroots."
    assert lines[2].startswith("Process 77, last sign of life at ")
    assert lines[3] == "I see: Code: plan.py"
    found = kairos("status", "--json").json()
    assert found["recorder"]["backend"] == "wlroots"
    assert found["current"]["app"] == "code"


@pytest.mark.parametrize(
    ("what", "words"),
    [
        (seen(""), "no window"),
        (seen("code"), "Code"),
        (seen("", withheld=Withheld.PRIVATE), "not recorded by name (private)"),
        (away(Presence.LOCKED), "locked"),
    ],
)
def test_every_kind_of_moment_has_its_words(
    kairos: Commands, recorder: RecorderTraces, what: Observed, words: str
) -> None:
    show(recorder, what)
    assert kairos("status").out.splitlines()[-1] == f"I see: {words}"


def test_a_recorder_that_cannot_save_says_how_much_waits(kairos: Commands, recorder: RecorderTraces) -> None:
    recorder.beat(RecorderState.NOT_SAVING, waiting=12)
    out = kairos("status").out
    assert out.startswith("Recording, but not saving")
    assert "12 changes wait to be saved." in out


def test_pausing_a_running_recorder_promises_nothing_about_the_next(kairos: Commands, recorder: RecorderTraces) -> None:
    assert "next one" not in kairos("pause", "5").out
    assert "next one" not in kairos("resume").out
