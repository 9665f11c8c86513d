"""The recorder's health in the person's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from desktop_app.recorder.notes import note_words
from desktop_app.widgets.sentences import labelled
from engine.domain.clock import SystemClock
from engine.domain.health import RecorderHealth, RecorderState


def state_word(state: RecorderState) -> str:
    """Return one or two words for the state."""
    translate = QCoreApplication.translate
    return {
        RecorderState.RECORDING: translate("RecorderWords", "Recording"),
        RecorderState.PAUSED: translate("RecorderWords", "Paused"),
        RecorderState.NOT_SAVING: translate("RecorderWords", "Not saving"),
        RecorderState.BLIND: translate("RecorderWords", "Cannot see"),
        RecorderState.STOPPED: translate("RecorderWords", "Stopped"),
        RecorderState.STARTING: translate("RecorderWords", "Starting…"),
    }[state]


def sample_word() -> str:
    """Return one word for a window on made-up days, where no recorder shall run."""
    return QCoreApplication.translate("RecorderWords", "Sample")


def sample_sentence() -> str:
    """Return one sentence for it."""
    return QCoreApplication.translate("RecorderWords", "Sample days; nothing is recorded")


def state_sentence(health: RecorderHealth) -> str:
    """Return one sentence that says what the recorder is doing and, where something is wrong, what that means."""
    translate = QCoreApplication.translate
    if health.state is RecorderState.PAUSED and health.paused_until_ms is not None:
        return translate("RecorderWords", "Paused until %1").replace("%1", _moment(health.paused_until_ms))
    sentence = {
        RecorderState.RECORDING: translate("RecorderWords", "Recording what is in front"),
        RecorderState.PAUSED: translate("RecorderWords", "Paused until you resume"),
        RecorderState.NOT_SAVING: translate("RecorderWords", "Recording, but nothing can be written to disk"),
        RecorderState.BLIND: translate("RecorderWords", "Running, but this desktop cannot be watched"),
        RecorderState.STOPPED: translate("RecorderWords", "The recorder is not running"),
        RecorderState.STARTING: translate("RecorderWords", "The recorder is starting"),
    }[health.state]
    return labelled(sentence, note_words(health.message)) if health.message and _is_wrong(health.state) else sentence


def _is_wrong(state: RecorderState) -> bool:
    return state in {RecorderState.NOT_SAVING, RecorderState.BLIND}


def _moment(moment_ms: int) -> str:
    """Return a moment of UTC milliseconds as local time, with the day where it is not today."""
    now_ms = SystemClock(lambda: "UTC").now().wall_ms
    local, today = QDateTime.fromMSecsSinceEpoch(moment_ms), QDateTime.fromMSecsSinceEpoch(now_ms)
    locale = QLocale()
    time = locale.toString(local.time(), QLocale.FormatType.ShortFormat)
    if local.date() == today.date():
        return time
    return f"{locale.toString(local.date(), QLocale.FormatType.ShortFormat)} {time}"
