from __future__ import annotations

import pytest
from helpers.dressed import speaking
from PySide6.QtWidgets import QApplication

from desktop_app.pages.today_live import SILENT_AFTER_MS, LiveWords
from desktop_app.widgets.format import Wording
from desktop_app.widgets.live_card import LiveState, Tone
from engine.domain.activity import Observed, Withheld
from engine.domain.health import ProbeReport, RecorderHealth, RecorderState
from engine.domain.presence import Presence

NOW = 1_795_262_400_000  # 2026-11-21 13:00 in Berlin
SEES_ALL = ProbeReport("x11", "x11", windows=True, titles=True, idle=True, lock=True, suspend=True)
NO_TITLES = ProbeReport("wayland", "x", windows=True, titles=False, idle=True, lock=True, suspend=True)
WRITER = Observed(Presence.ACTIVE, "Writer", "Q4 plan")


@pytest.fixture
def words(qapp: QApplication) -> LiveWords:
    return LiveWords(Wording("Europe/Berlin"))


def health(state: RecorderState, **more: object) -> RecorderHealth:
    return RecorderHealth(state, beat_ms=NOW - 2_000, **more)  # type: ignore[arg-type]


def seen(words: LiveWords, current: Observed | None) -> LiveState:
    return words.state(health(RecorderState.RECORDING, probe=SEES_ALL), current, NOW - 12 * 60_000, NOW)


def test_it_says_what_it_sees_since_when_and_that_it_lives(words: LiveWords) -> None:
    with speaking("en_GB"):
        state = seen(words, WRITER)

    assert (state.tone, state.state, state.name, state.detail) == (Tone.GOOD, "Recording", "Writer", "Q4 plan")
    assert state.since == "Since 12:48 (12 min)"
    assert state.sign == "Last sign of life: just now"
    assert not state.note
    assert not state.action


def test_before_anything_is_known_nothing_is_claimed(words: LiveWords) -> None:
    state = words.state(None, None, None, NOW)

    assert (state.tone, state.action) == (Tone.OFF, "")


def test_a_stopped_recorder_says_so_and_offers_to_start(words: LiveWords) -> None:
    state = words.state(health(RecorderState.STOPPED), WRITER, NOW, NOW)

    assert (state.tone, state.verdict, state.action) == (Tone.OFF, "The recorder is not running", "Start recording")
    assert not state.name
    assert not state.detail


def test_a_pause_says_until_when_and_offers_to_resume(words: LiveWords) -> None:
    with speaking("en_GB"):
        state = words.state(health(RecorderState.PAUSED, paused_until_ms=NOW + 15 * 60_000), None, None, NOW)

    assert (state.verdict, state.action) == ("Paused until 13:15", "Resume")


def test_what_cannot_be_saved_is_told_with_what_is_at_stake(words: LiveWords) -> None:
    state = words.state(health(RecorderState.NOT_SAVING, waiting=34, message="The disk is full."), WRITER, NOW, NOW)

    assert (state.tone, state.state, state.name) == (Tone.BAD, "Not saving", "Writer")
    assert state.note.startswith("The disk is full.")
    assert "34" in state.note


def test_a_blind_recorder_claims_to_see_nothing(words: LiveWords) -> None:
    state = words.state(health(RecorderState.BLIND, message="The X server went away."), WRITER, NOW, NOW)

    assert (state.tone, state.verdict, state.detail, state.note) == (
        Tone.BAD,
        "The desktop cannot be watched",
        "",
        "The X server went away.",
    )


def test_a_recorder_that_says_it_records_and_is_silent_is_not_believed(words: LiveWords) -> None:
    silent = RecorderHealth(RecorderState.RECORDING, beat_ms=NOW - SILENT_AFTER_MS - 90_000, probe=SEES_ALL)
    state = words.state(silent, WRITER, NOW, NOW)

    assert (state.tone, state.state) == (Tone.WAITING, "No sign of life")
    assert state.sign == "Last sign of life: 2 min ago"


def test_what_the_desktop_hides_is_told(words: LiveWords) -> None:
    noted = ProbeReport(
        "wayland", "", windows=False, titles=False, idle=True, lock=True, suspend=True, note="Ask GNOME."
    )

    def note(probe: ProbeReport) -> str:
        return words.state(health(RecorderState.RECORDING, probe=probe), WRITER, NOW, NOW).note

    assert note(NO_TITLES) == "Titles cannot be seen on this desktop."
    assert note(noted) == "Ask GNOME."
    assert not note(SEES_ALL)


@pytest.mark.parametrize("why", [Withheld.EXCLUDED, Withheld.PRIVATE, Withheld.FILTER])
def test_withheld_windows_are_not_named(words: LiveWords, why: Withheld) -> None:
    state = seen(words, Observed(Presence.ACTIVE, withheld=why))

    assert state.verdict
    assert state.detail == "Only its length is recorded."


@pytest.mark.parametrize("presence", [presence for presence in Presence if presence is not Presence.ACTIVE])
def test_being_away_beats_any_title(words: LiveWords, presence: Presence) -> None:
    state = seen(words, Observed(presence, "Writer", "secret"))

    assert state.verdict
    assert not state.name
    assert not state.detail


def test_no_window_and_nothing_yet_are_two_things(words: LiveWords) -> None:
    assert seen(words, Observed(Presence.ACTIVE)).verdict == "No window in front"
    assert seen(words, None).verdict == "Nothing yet"
