"""What can be done on every page: going to another, sessions, and the recorder."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop_app.actions.action import Entry


def entries() -> tuple[Entry, ...]:
    """Return them in the language in force, as they stand on the page."""
    translate = QCoreApplication.translate
    session = translate("Actions", "A focus session has to run.")
    still = translate("Actions", "A focus session runs already, or Kairos is still opening.")
    planned = translate("Actions", "No block is planned for now.")
    records = translate("Actions", "The recorder has to run.")
    paused = translate("Actions", "Recording is not paused.")
    stopped = translate("Actions", "The recorder runs already.")
    return (
        Entry("", "shortcuts", translate("Actions", "Show all shortcuts"), "?"),
        Entry("", "search", translate("Actions", "Search on this page"), "/"),
        Entry("", "find_setting", translate("Actions", "Find a setting by its name")),
        Entry("", "session_toggle", translate("Actions", "Start or end a focus session"), "Space"),
        Entry("", "session_pause", translate("Actions", "Take a break, or end it"), "P", session),
        Entry("", "at_block", translate("Actions", "Focus on the planned block"), "", planned),
        Entry("", "countdown", translate("Actions", "Focus with a countdown"), "", still),
        Entry("", "pomodoro", translate("Actions", "Focus in rounds: Pomodoro"), "", still),
        Entry("", "flowtime", translate("Actions", "Focus as long as it flows: Flowtime"), "", still),
        Entry("", "take_break", translate("Actions", "Take a break from the session"), "", session),
        Entry("", "go_on", translate("Actions", "End the break of the session"), "", session),
        Entry("", "stop", translate("Actions", "End the focus session"), "", session),
        Entry("", "pause_15", translate("Actions", "Pause recording for 15 minutes"), "", records),
        Entry("", "pause_60", translate("Actions", "Pause recording for 1 hour"), "", records),
        Entry("", "pause_tomorrow", translate("Actions", "Pause recording until tomorrow"), "", records),
        Entry("", "resume", translate("Actions", "Resume recording"), "", paused),
        Entry("", "start", translate("Actions", "Start recording"), "", stopped),
        Entry("", "sample", translate("Actions", "Open sample days")),
        Entry("", "doctor", translate("Actions", "Is Kairos seeing everything?")),
        Entry("", "whats_new", translate("Actions", "What is new in Kairos?")),
        *_packs(),
        Entry("", "look_light", translate("Actions", "Use light colours")),
        Entry("", "look_dark", translate("Actions", "Use dark colours")),
        Entry("", "look_system", translate("Actions", "Use the colours of the system")),
        Entry("", "close_window", translate("Actions", "Close the window")),
        Entry("", "quit", translate("Actions", "Quit Kairos (recording goes on)"), "Ctrl+Q"),
    )


def _packs() -> tuple[Entry, ...]:
    """What is handed on to others, and taken from them."""
    translate = QCoreApplication.translate
    taken = translate("Actions", "No pack was taken in just now.")
    return (
        Entry("", "packs_take", translate("Actions", "Take in a pack")),
        Entry("", "packs_undo", translate("Actions", "Take back the pack just taken in"), "", taken),
        Entry("", "packs_taken", translate("Actions", "Packs that were taken in")),
        Entry("", "packs_rules", translate("Actions", "Make a pack of rules to hand on")),
        Entry("", "packs_reading", translate("Actions", "Make a reading list to hand on")),
        Entry("", "packs_blocks", translate("Actions", "Make a pack of block templates to hand on")),
        Entry("", "packs_learning", translate("Actions", "Make a learning plan to hand on")),
    )
