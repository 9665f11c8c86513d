"""What is seen now, and the recorder's health, in words."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject

from desktop_app.recorder.notes import note_words
from desktop_app.recorder.words import sample_word, state_word
from desktop_app.widgets.format import Wording
from desktop_app.widgets.live_card import LiveState, Tone
from desktop_app.widgets.plain_text import foreign
from desktop_app.widgets.sentences import joined
from engine.domain.activity import Observed, Withheld
from engine.domain.app_names import AppNames
from engine.domain.health import RecorderHealth, RecorderState
from engine.domain.presence import Presence

SILENT_AFTER_MS: Final = 30_000  # a heartbeat comes every few seconds


def wants_access(health: RecorderHealth | None) -> bool:
    """Return whether the settings hold what the recorder lacks to see this desktop."""
    probe = None if health is None else health.probe
    return probe is not None and probe.backend == "gnome" and not probe.windows


class LiveWords(QObject):
    """Turns the recorder's account and what is in front into a LiveState.

    sample: the days are made up, and no recorder shall run. names: what to call an app.
    """

    def __init__(self, wording: Wording, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wording = wording
        self.sample = False
        self.names = AppNames()

    def state(
        self, health: RecorderHealth | None, current: Observed | None, since_ms: int | None, now_ms: int
    ) -> LiveState:
        """Return what to say; health None means that nobody has asked the recorder yet."""
        if health is None:
            return LiveState(Tone.OFF, self.tr("Starting"), verdict=self.tr("Looking for the recorder"))
        sign = self._sign(health, now_ms)
        away = {
            RecorderState.STOPPED: self._stopped,
            RecorderState.STARTING: self._starting,
            RecorderState.PAUSED: self._paused,
            RecorderState.BLIND: self._blind,
        }
        if health.state in away:
            return away[health.state](health, sign, now_ms)
        tone, word, note = self._news(health, now_ms)
        name, verdict, detail = self._seen(current)
        return LiveState(tone, word, name, verdict, detail, self._since(since_ms, now_ms), sign, note)

    def _news(self, health: RecorderHealth, now_ms: int) -> tuple[Tone, str, str]:
        if health.state is RecorderState.NOT_SAVING:
            return Tone.BAD, state_word(health.state), self._not_saved(health)
        if self._silent(health, now_ms):
            note = self.tr("The recorder runs but has not answered for a while. The time since then may be missing.")
            return Tone.WAITING, self.tr("No sign of life"), note
        return Tone.GOOD, state_word(health.state), self._missing(health)

    def _stopped(self, health: RecorderHealth, sign: str, _now_ms: int) -> LiveState:
        if self.sample:
            note = self.tr("These days are made up. Nothing is recorded in this window.")
            return LiveState(Tone.OFF, sample_word(), verdict=self.tr("Sample days"), note=note)
        note = note_words(health.message) or self.tr("What you do now is not recorded.")
        headline = self.tr("The recorder is not running")
        action = self.tr("Open Settings") if wants_access(health) else self.tr("Start recording")
        return LiveState(Tone.OFF, state_word(health.state), verdict=headline, sign=sign, note=note, action=action)

    def _starting(self, health: RecorderHealth, _sign: str, _now_ms: int) -> LiveState:
        headline = self.tr("The recorder is starting")
        note = self.tr("In a moment it says here what it sees.")
        return LiveState(Tone.OFF, state_word(health.state), verdict=headline, note=note)

    def _paused(self, health: RecorderHealth, sign: str, now_ms: int) -> LiveState:
        until = health.paused_until_ms
        headline = self.tr("Paused")
        if until is not None:
            headline = self.tr("Paused until %1").replace("%1", self._wording.moment(until, now_ms))
        note = self.tr("Nothing is recorded until then.") if until is not None else self.tr("Nothing is recorded.")
        action = self.tr("Resume")
        return LiveState(Tone.WAITING, state_word(health.state), verdict=headline, sign=sign, note=note, action=action)

    def _blind(self, health: RecorderHealth, sign: str, _now_ms: int) -> LiveState:
        note = note_words(health.message) or self._missing(health) or self.tr("It tries again every few seconds.")
        headline = self.tr("The desktop cannot be watched")
        action = self.tr("Open Settings") if wants_access(health) else ""
        return LiveState(Tone.BAD, state_word(health.state), verdict=headline, sign=sign, note=note, action=action)

    def _not_saved(self, health: RecorderHealth) -> str:
        kept = self.tr("Changes kept in memory until they can be saved: %1").replace("%1", str(health.waiting))
        return joined(note_words(health.message), kept) if health.message else kept

    def _missing(self, health: RecorderHealth) -> str:
        probe = health.probe
        if probe is None:
            return ""
        if probe.note:
            return note_words(probe.note)
        if not probe.windows:
            return self.tr("Windows cannot be seen on this desktop.")
        if not probe.titles:
            return self.tr("Titles cannot be seen on this desktop.")
        return "" if probe.idle else self.tr("Being away cannot be seen on this desktop.")

    def _seen(self, current: Observed | None) -> tuple[str, str, str]:
        """Return name, verdict and detail."""
        if current is None:
            return "", self.tr("Nothing yet"), ""
        if current.presence is not Presence.ACTIVE:
            return "", self._away(current.presence), ""
        if current.withheld is not Withheld.NO:
            return "", self._withheld(current.withheld), self.tr("Only its length is recorded.")
        name = foreign(self.names.name(current.app))
        return name, "" if name else self.tr("No window in front"), foreign(current.title)

    def _away(self, presence: Presence) -> str:
        names = {
            Presence.IDLE: self.tr("You are away"),
            Presence.SCREENSAVER: self.tr("Screen saver"),
            Presence.LOCKED: self.tr("Screen locked"),
            Presence.SWITCHED: self.tr("Another user is in front"),
            Presence.SUSPENDED: self.tr("The computer sleeps"),
            Presence.PAUSED: self.tr("Paused"),
        }
        return names.get(presence, "")

    def _withheld(self, why: Withheld) -> str:
        names = {
            Withheld.EXCLUDED: self.tr("An excluded window"),
            Withheld.PRIVATE: self.tr("A private window"),
            Withheld.FILTER: self.tr("A window that could not be checked"),
        }
        return names.get(why, "")

    def _since(self, since_ms: int | None, now_ms: int) -> str:
        if since_ms is None:
            return ""
        length = self._wording.length(now_ms - since_ms)
        return self.tr("Since %1 (%2)").replace("%1", self._wording.time(since_ms)).replace("%2", length)

    def _sign(self, health: RecorderHealth, now_ms: int) -> str:
        if health.beat_ms is None:
            return ""
        return self.tr("Last sign of life: %1").replace("%1", self._wording.ago(now_ms - health.beat_ms))

    @staticmethod
    def _silent(health: RecorderHealth, now_ms: int) -> bool:
        return health.beat_ms is not None and now_ms - health.beat_ms > SILENT_AFTER_MS
