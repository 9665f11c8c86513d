"""What the recorder says of its desktop and its disk, in the person's language.

The engine writes English sentences; those it can write on Linux are listed here, %1 and so on standing for what
changes. A sentence that is not listed is shown as it came.
"""

from __future__ import annotations

import re
from functools import cache

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop_app.widgets.sentences import joined

_CONTEXT = "RecorderNotes"
_LONGEST = 2_000  # a message longer than this is none of ours
_SENTENCES = (
    QT_TRANSLATE_NOOP(
        "RecorderNotes",
        "There is no desktop to watch here: neither DISPLAY nor WAYLAND_DISPLAY is set. Start “kairos record” from "
        "inside a graphical session, for example at log-in. Over SSH, name the session that is on the screen first: "
        "“export DISPLAY=:0” for X11, or “export WAYLAND_DISPLAY=wayland-0 XDG_RUNTIME_DIR=/run/user/$(id -u)” for "
        "Wayland.",
    ),
    QT_TRANSLATE_NOOP(
        "RecorderNotes",
        "This is a Wayland session seen through its X11 side, where the windows of Wayland apps are missing: "
        "WAYLAND_DISPLAY is not set. Start Kairos from inside the session to see all windows.",
    ),
    QT_TRANSLATE_NOOP(
        "RecorderNotes",
        "This is a %1 session, watched by “%2”, but a library for it is missing (%3). Install Kairos again in this "
        "environment, then start “kairos record”.",
    ),
    QT_TRANSLATE_NOOP(
        "RecorderNotes",
        "GNOME shows its windows only to its own extensions, so apps and titles cannot be recorded until the small "
        "one that comes with Kairos is there. Install it in the settings, or with “kairos gnome-extension install”.",
    ),
    QT_TRANSLATE_NOOP(
        "RecorderNotes",
        "Kairos's GNOME extension is installed but not on, so apps and titles cannot be recorded. Log out and in "
        "once; if that is not enough, press Install in the settings again.",
    ),
    QT_TRANSLATE_NOOP("RecorderNotes", "GNOME Shell hung up; Kairos tries again."),
    QT_TRANSLATE_NOOP("RecorderNotes", "GNOME Shell is not on the session's D-Bus; Kairos tries again."),
    QT_TRANSLATE_NOOP("RecorderNotes", "The GNOME extension cannot be put into %1: %2. Make the folder writable."),
    QT_TRANSLATE_NOOP("RecorderNotes", "The GNOME extension cannot be deleted: %1."),
    QT_TRANSLATE_NOOP("RecorderNotes", "KWin does not accept scripts here, so apps and titles cannot be recorded."),
    QT_TRANSLATE_NOOP(
        "RecorderNotes", "This version of KWin does not say when input stops, so time away is not recognised."
    ),
    QT_TRANSLATE_NOOP("RecorderNotes", "KWin hung up; Kairos tries again."),
    QT_TRANSLATE_NOOP("RecorderNotes", "KWin is not on the session's D-Bus; Kairos tries again."),
    QT_TRANSLATE_NOOP("RecorderNotes", "KWin did not run Kairos's script; Kairos tries again."),
    QT_TRANSLATE_NOOP("RecorderNotes", "No local D-Bus was found: locking and suspending are not noticed."),
    QT_TRANSLATE_NOOP("RecorderNotes", "The bus is gone; Kairos tries again."),
    QT_TRANSLATE_NOOP("RecorderNotes", "The session's D-Bus is gone; Kairos tries again."),
    QT_TRANSLATE_NOOP("RecorderNotes", "The session's D-Bus does not answer; Kairos tries again."),
    QT_TRANSLATE_NOOP("RecorderNotes", "This session has no D-Bus: DBUS_SESSION_BUS_ADDRESS is not set."),
    QT_TRANSLATE_NOOP(
        "RecorderNotes",
        "The session's D-Bus is reached over a network (DBUS_SESSION_BUS_ADDRESS does not start with “unix:”). "
        "Kairos uses local buses only.",
    ),
    QT_TRANSLATE_NOOP("RecorderNotes", "%1 refused %2 (%3)."),
    QT_TRANSLATE_NOOP("RecorderNotes", "This is not a Wayland session: WAYLAND_DISPLAY is not set."),
    QT_TRANSLATE_NOOP("RecorderNotes", "The Wayland session cannot be found: XDG_RUNTIME_DIR is not set."),
    QT_TRANSLATE_NOOP("RecorderNotes", "The Wayland compositor hung up; Kairos tries again."),
    QT_TRANSLATE_NOOP("RecorderNotes", "The Wayland compositor hung up (%1); Kairos tries again."),
    QT_TRANSLATE_NOOP("RecorderNotes", "The Wayland connection is not open."),
    QT_TRANSLATE_NOOP("RecorderNotes", "The Wayland compositor does not answer; Kairos tries again."),
    QT_TRANSLATE_NOOP(
        "RecorderNotes",
        "This compositor does not show its windows to other programs (it lacks wlr-foreign-toplevel-management), so "
        "apps and titles cannot be recorded.",
    ),
    QT_TRANSLATE_NOOP(
        "RecorderNotes",
        "This compositor lists its windows but does not say which one is in front (it lacks "
        "wlr-foreign-toplevel-management), so apps and titles cannot be recorded.",
    ),
    QT_TRANSLATE_NOOP(
        "RecorderNotes", "This compositor does not say when input stops, so time away is not recognised."
    ),
    QT_TRANSLATE_NOOP("RecorderNotes", "The compositor stopped naming its windows; Kairos tries again."),
    QT_TRANSLATE_NOOP(
        "RecorderNotes",
        "The window manager does not announce the active window; Kairos follows the keyboard focus instead.",
    ),
    QT_TRANSLATE_NOOP(
        "RecorderNotes", "The X server does not tell how long there was no input; time away counts as active."
    ),
    QT_TRANSLATE_NOOP("RecorderNotes", "The X server of display %1 does not answer or refuses this user."),
    QT_TRANSLATE_NOOP("RecorderNotes", "The X server went away."),
    QT_TRANSLATE_NOOP("RecorderNotes", "The X server ended the connection."),
    QT_TRANSLATE_NOOP("RecorderNotes", "A Wayland session has taken this display."),
    QT_TRANSLATE_NOOP("RecorderNotes", "Start Kairos from inside the desktop session."),
    QT_TRANSLATE_NOOP("RecorderNotes", "Kairos tries again until it is back."),
    QT_TRANSLATE_NOOP("RecorderNotes", "DISPLAY is “%1”, which names no screen. It should look like “:0”."),
    QT_TRANSLATE_NOOP(
        "RecorderNotes",
        "No screen was found: DISPLAY is not set. Start Kairos from inside a desktop session.",
    ),
    QT_TRANSLATE_NOOP(
        "RecorderNotes",
        "DISPLAY is “%1”, a screen reached over the network. Kairos watches only a screen of this machine and never "
        "opens a network connection.",
    ),
    QT_TRANSLATE_NOOP("RecorderNotes", "The desktop could not be read; trying again."),
    QT_TRANSLATE_NOOP(
        "RecorderNotes", "There is no room left on the disk that holds %1. Free some space; nothing is lost."
    ),
    QT_TRANSLATE_NOOP(
        "RecorderNotes",
        "%1 or its folder cannot be written. See that the disk is not mounted read-only and that this account may "
        "write there.",
    ),
    QT_TRANSLATE_NOOP("RecorderNotes", "Another program has held %1 for too long. Close it and try again."),
    QT_TRANSLATE_NOOP("RecorderNotes", "%1 was removed or replaced while Kairos ran. Close Kairos and open it again."),
    QT_TRANSLATE_NOOP("RecorderNotes", "%1 cannot be used: %2. Check the disk and the folder."),
    QT_TRANSLATE_NOOP("RecorderNotes", "%1 cannot be read or written (%2). Check the disk; Kairos will try again."),
    QT_TRANSLATE_NOOP(
        "RecorderNotes",
        "%1 is not a database of Kairos and was left as it is. Move it away, or choose another folder with --profile.",
    ),
    QT_TRANSLATE_NOOP(
        "RecorderNotes",
        "%1 is damaged. Copies of it lie in %2. Close Kairos and open it again: what can be saved is saved then, or at "
        "once with: kairos check --repair.",
    ),
    QT_TRANSLATE_NOOP(
        "RecorderNotes",
        "%1 is encrypted. Unlock it with its passphrase or its recovery code; it was left as it is.",
    ),
    QT_TRANSLATE_NOOP(
        "RecorderNotes",
        "%1 does not open with this key, or it is damaged, and was left as it is. Use the passphrase or recovery code "
        "it was last locked with; a file from the folder %2 may open as well.",
    ),
    QT_TRANSLATE_NOOP(
        "RecorderNotes",
        "%1 is not encrypted although this profile has a key, and was left as it is. Somebody may have put it there. "
        "Move it away, and the newest backup takes its place with: kairos backup restore newest",
    ),
    QT_TRANSLATE_NOOP(
        "RecorderNotes",
        "%1 was written by a newer Kairos (schema %2; this one knows up to %3) and was left as it is. Install the "
        "newer Kairos again.",
    ),
    QT_TRANSLATE_NOOP("RecorderNotes", "The shortcut “%1” cannot be read. Write it as Ctrl+Alt+F."),
    QT_TRANSLATE_NOOP(
        "RecorderNotes", "The shortcut “%1” belongs to another program. Choose other keys in the settings."
    ),
    QT_TRANSLATE_NOOP(
        "RecorderNotes",
        "This desktop tells no program the keys of others, so the shortcut “%1” is not heard. In the desktop's own "
        "settings, let it run: kairos focus toggle",
    ),
    QT_TRANSLATE_NOOP("RecorderNotes", "Too many parts of Kairos use the database at once. Try again."),
)
KNOWN = tuple(map(str, _SENTENCES))  # its types promise no text


def note_words(text: str) -> str:
    """Return the engine's note in the window's language; what of it is not known stays as it is."""
    said, rest = [], text[:_LONGEST].strip()
    while rest:
        known = _first_known(rest)
        if known is None:
            break
        sentence, length = known
        said.append(sentence)
        rest = rest[length:].lstrip()
    if not said:
        return text
    return joined(*said, rest)


def _first_known(text: str) -> tuple[str, int] | None:
    """Return the sentence the text begins with, translated, and how much of the text it was."""
    for source, pattern in _patterns():
        found = pattern.match(text)
        if found is not None:
            sentence = QCoreApplication.translate(_CONTEXT, source)
            for number, value in enumerate(found.groups(), 1):
                sentence = sentence.replace(f"%{number}", value, 1)
            return sentence, found.end()
    return None


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the known sentences as patterns, those that say most in fixed words first."""
    fixed_first = sorted(KNOWN, key=lambda source: (source.count("%"), -len(source)))
    return tuple((source, re.compile(_pattern(source), re.DOTALL)) for source in fixed_first)


def _pattern(source: str) -> str:
    return "(.+?)".join(re.escape(part) for part in re.split(r"%\d", source))
