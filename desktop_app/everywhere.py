"""What does the actions that are there on every page: sessions, the recorder, and the look."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from desktop_app.actions import Doer, When
from desktop_app.choices import Choices
from desktop_app.recorder.control import RecorderControl
from desktop_app.sessions import Sessions
from engine.domain.focus_session import Phase, Started
from engine.settings import Theme

_RESTING = frozenset({Phase.BREAK, Phase.LONG_BREAK})


def everywhere(sessions: Sessions, control: RecorderControl, choices: Choices) -> dict[str, Doer]:
    """Return them by their names in the catalogue."""
    focus, keeper = sessions.control, sessions.keeper
    return {
        "session_toggle": When(lambda: keeper.toggle(Started.WINDOW), lambda: keeper.is_open),
        "session_pause": When(lambda: _pause(sessions), lambda: keeper.runs),
        "at_block": focus.at_block,
        "countdown": focus.countdown,
        "pomodoro": focus.pomodoro,
        "flowtime": focus.flowtime,
        "take_break": focus.take_break,
        "go_on": focus.go_on,
        "stop": focus.stop,
        "pause_15": control.pause_15,
        "pause_60": control.pause_60,
        "pause_tomorrow": control.pause_tomorrow,
        "resume": control.resume,
        "start": control.start,
        "doctor": control.checkup,
        "whats_new": choices.news_wanted.emit,
        "look_light": _look(choices, Theme.LIGHT),
        "look_dark": _look(choices, Theme.DARK),
        "look_system": _look(choices, Theme.SYSTEM),
    }


def _pause(sessions: Sessions) -> None:
    """Begin the break, or go on with work where one is being had."""
    state = sessions.keeper.now.state
    if state is not None and state.phase in _RESTING:
        sessions.keeper.end_break()
    else:
        sessions.keeper.take_break()


def _look(choices: Choices, theme: Theme) -> Callable[[], None]:
    return lambda: choices.change(lambda settings: replace(settings, look=replace(settings.look, theme=theme)))
