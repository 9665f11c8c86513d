"""The shortcut on a real X11 desktop: real keys start and end a focus session, whatever is in front."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from helpers.desktop_programs import wait_until
from helpers.desktop_recorder import RealRecorder, named
from helpers.desktop_x11 import X11Desktop

from engine.bootstrap import build_engine
from engine.domain.focus_session import FocusSession, Started
from engine.settings import FocusSettings, Settings, save_settings
from engine.storage.database import Database
from engine.storage.focus_sessions import FocusSessionStore
from engine.storage.recorder_status import RecorderStatusStore
from engine.tracking.platforms.x11_display import Display
from engine.tracking.platforms.x11_keys import KeyWatch
from engine.tracking.shortcut import Shortcut

KEYS = "Ctrl+Alt+F"


@contextmanager
def _recorder(x11: X11Desktop, folder: Path, keys: str) -> Iterator[RealRecorder]:
    recorder = RealRecorder(x11.programs, folder)
    save_settings(recorder.paths.settings, Settings(focus=FocusSettings(shortcut=keys)))
    recorder.start()
    yield recorder
    recorder.stop()


def _sessions(recorder: RealRecorder) -> list[FocusSession]:
    database = Database.open_existing(recorder.paths.database)
    try:
        return [one for one, _ in FocusSessionStore(database).between(0, 1 << 44)]
    finally:
        database.close()


def _note(recorder: RealRecorder) -> str:
    database = Database.open_existing(recorder.paths.database)
    try:
        told = RecorderStatusStore(database).load()
        return "" if told is None or told.probe is None else told.probe.note
    finally:
        database.close()


def test_the_keys_start_and_end_a_session(x11: X11Desktop, tmp_path: Path) -> None:
    x11.xterm("work", name="Editor")
    with _recorder(x11, tmp_path / "profile", "Super+Hyperspace") as recorder:
        wait_until(lambda: "cannot be read" in _note(recorder), "what is said of the keys")
        engine = build_engine(recorder.paths)
        engine.preferences.change(Settings(focus=FocusSettings(shortcut=KEYS)))
        engine.close()
        wait_until(lambda: _note(recorder) == "", "the new keys")
        x11.programs.run("xdotool", "key", "ctrl+alt+f")
        wait_until(lambda: [one.end_ms for one in _sessions(recorder)] == [None], "the session to begin")
        x11.programs.run("xdotool", "key", "ctrl+alt+g")  # not ours
        x11.programs.run("sleep", "1.1")  # so long a held key would repeat
        x11.programs.run("xdotool", "key", "ctrl+alt+f")
        wait_until(lambda: _sessions(recorder)[0].end_ms is not None, "the session to end")
        (session,) = _sessions(recorder)
        assert session.started is Started.SHORTCUT
        assert _note(recorder) == ""


def test_keys_of_another_program_are_told_of_and_recording_goes_on(x11: X11Desktop, tmp_path: Path) -> None:
    other, display = Shortcut(lambda: KEYS, lambda: None), Display(f"unix/:{x11.number}")
    x11.xterm("work", name="Editor")
    KeyWatch(display, other).settle()
    display.flush()
    try:
        assert other.trouble == ""
        with _recorder(x11, tmp_path / "profile", KEYS) as recorder:
            wait_until(lambda: "belongs to another program" in _note(recorder), "what is said of the keys")
        assert ("Editor", "work") in named(recorder.stored())
    finally:
        display.close()


def test_other_keys_are_grabbed_once_they_are_chosen(x11: X11Desktop) -> None:
    keys, pressed = [""], []
    shortcut = Shortcut(lambda: keys[0], lambda: pressed.append(keys[0]))
    display = Display(f"unix/:{x11.number}")
    watch = KeyWatch(display, shortcut)

    def heard(chord: str) -> bool:
        for event in display.pending():
            watch.note(event)
        return pressed[-1:] == [chord]

    def press() -> None:
        watch.settle()
        x11.programs.run("xdotool", "key", "super+F9")

    try:
        press()
        keys[0] = "Super+F9"
        shortcut.reload()
        press()
        wait_until(lambda: heard("Super+F9"), "the keys")
        keys[0] = "Super+Hyperspace"
        shortcut.reload()
        press()
        display.core.GetInputFocus().reply()  # what the server sent before is here now
        heard("")
        assert pressed == ["Super+F9"]  # neither before they were chosen nor after others were
        assert "cannot be read" in shortcut.trouble
    finally:
        display.close()
