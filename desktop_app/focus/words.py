"""Sessions, their phases and distractions in the person's language."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QObject

from desktop_app.focus.countdown import Countdown
from desktop_app.widgets.plain_text import foreign, isolated
from desktop_app.widgets.sentences import labelled
from engine.domain.app_names import AppNames
from engine.domain.categories import CategoryTree
from engine.domain.focus_choices import Level, Rhythm
from engine.domain.focus_session import Nudge, Phase, SessionState, Started, Timing
from engine.settings import FocusSettings

_PATH = " › "
_LONGEST = 60
_MINUTE = 60_000
CLASSIC = {
    Rhythm.COUNTDOWN: Timing(),
    Rhythm.POMODORO: Timing(Rhythm.POMODORO, 25),
    Rhythm.FLOWTIME: Timing(Rhythm.FLOWTIME),
}


def timing_of(rhythm: Rhythm, settings: FocusSettings) -> Timing:
    """Return the lengths of a rhythm: as set where it is the one set, else as most people take them."""
    if rhythm is not settings.rhythm:
        return CLASSIC[rhythm]
    return Timing(rhythm, settings.work, settings.rest, settings.long_rest, settings.rounds)


class FocusWords(QObject):
    """Names what belongs to a session. names: what to call an app."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.names = AppNames()

    def rhythm(self, rhythm: Rhythm) -> str:
        """Return what to call a rhythm."""
        names = {
            Rhythm.COUNTDOWN: self.tr("Countdown"),
            Rhythm.POMODORO: self.tr("Pomodoro"),
            Rhythm.FLOWTIME: self.tr("Flowtime"),
        }
        return names[rhythm]

    def explained(self, rhythm: Rhythm) -> str:
        """Return how a rhythm goes, in one sentence."""
        sentences = {
            Rhythm.COUNTDOWN: self.tr("One stretch of work, then it is over."),
            Rhythm.POMODORO: self.tr("Rounds of work and break, with a long break after some."),
            Rhythm.FLOWTIME: self.tr("Work as long as it flows; the break is a fifth of it."),
        }
        return sentences[rhythm]

    def level(self, level: Level) -> str:
        """Return what to call a level."""
        names = {
            Level.OFF: self.tr("Nothing"),
            Level.NOTICE: self.tr("Say so"),
            Level.FRICTION: self.tr("A countdown over the screen"),
            Level.CLOSE: self.tr("Close it, by contract"),
        }
        return names[level]

    def started(self, started: Started) -> str:
        """Return where a session came from."""
        names = {
            Started.WINDOW: self.tr("Started here"),
            Started.TRAY: self.tr("Started from the tray"),
            Started.COMMAND: self.tr("Started by command"),
            Started.SHORTCUT: self.tr("Started by keys"),
            Started.BLOCK: self.tr("Started at a block"),
            Started.DETECTED: self.tr("Seen afterwards"),
        }
        return names[started]

    def phase(self, state: SessionState) -> str:
        """Return what the session is in."""
        if state.away:
            return self.tr("You are away; the clock stands")
        names = {
            Phase.WORK: self.tr("Focus"),
            Phase.BREAK: self.tr("Break"),
            Phase.LONG_BREAK: self.tr("Long break"),
            Phase.OVERTIME: self.tr("Past the end"),
        }
        return names[state.phase]

    def round(self, state: SessionState) -> str:
        """Return which round of how many it is, "" where there are none."""
        timing = state.session.timing
        if timing.rhythm is not Rhythm.POMODORO:
            return ""
        text = self.tr("Round %1 of %2").replace("%1", QLocale().toString(_of_rounds(state.round, timing.rounds)))
        return text.replace("%2", QLocale().toString(timing.rounds))

    def status(self, state: SessionState, left: Countdown) -> str:
        """Return the session in one line, in whole minutes so that it seldom changes."""
        minutes = self.tr("%1 min").replace("%1", QLocale().toString(left.ms // _MINUTE + (0 if left.up else 1)))
        text = self.tr("%1 so far") if left.up else self.tr("%1 left")
        line = labelled(self.phase(state), text.replace("%1", minutes))
        intention = foreign(state.session.intention, _LONGEST)
        return f"{line} · {intention}" if intention else line

    # ---------------------------------------------------------------- distractions

    def app(self, nudge: Nudge) -> str:
        """Return what to call the app in front."""
        return foreign(self.names.name(nudge.app), _LONGEST) or self.tr("A window")

    def category(self, category_id: int, tree: CategoryTree) -> str:
        """Return a category with those above it."""
        return _PATH.join(foreign(name, _LONGEST) for name in tree.path(category_id)) or self.tr("No category")

    def distraction(self, nudge: Nudge, now_ms: int) -> str:
        """Return what has been in front for how long."""
        seconds = max(0, now_ms - nudge.since_ms) // 1_000
        if seconds < 100:  # noqa: PLR2004  (a minute and a half is still told in seconds)
            length = self.tr("%1 s").replace("%1", QLocale().toString(seconds))
        else:
            length = self.tr("%1 min").replace("%1", QLocale().toString(round(seconds / 60)))
        text = self.tr("%1 has been in front for %2.")
        return text.replace("%1", isolated(self.app(nudge))).replace("%2", length)

    def closed(self, nudge: Nudge) -> str:
        """Return that a window was asked to close."""
        return self.tr("%1 was asked to close, by your contract.").replace("%1", isolated(self.app(nudge)))


def _of_rounds(number: int, rounds: int) -> int:
    return (number - 1) % max(rounds, 1) + 1
