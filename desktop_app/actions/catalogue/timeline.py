"""What can be done on the Timeline page."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop_app.actions.action import Entry, of_chosen


def entries() -> tuple[Entry, ...]:
    """Return them in the language in force, as they stand on the page."""
    translate = QCoreApplication.translate
    chosen = translate("Actions", "Choose a time in the timeline first.")
    inside = translate("Actions", "Choose an activity and a place inside it first.")
    documents = translate("Actions", "Choose a time first, with documents in the library.")
    return (
        Entry("timeline", "search", translate("Actions", "Search in the timeline"), "Ctrl+F"),
        Entry("timeline", "earlier", translate("Actions", "Show earlier time"), "Alt+Left"),
        Entry("timeline", "today", translate("Actions", "Show today in the timeline"), "T"),
        Entry("timeline", "later", translate("Actions", "Show later time"), "Alt+Right"),
        Entry("timeline", "day", translate("Actions", "Timeline: show one day")),
        Entry("timeline", "week", translate("Actions", "Timeline: show a week")),
        Entry("timeline", "month", translate("Actions", "Timeline: show a month")),
        Entry("timeline", "farther", translate("Actions", "Zoom out")),
        Entry("timeline", "nearer", translate("Actions", "Zoom in")),
        of_chosen("timeline", "category", translate("Actions", "Choose the category of the chosen time"), chosen),
        of_chosen("timeline", "label", translate("Actions", "Label the chosen time"), chosen),
        of_chosen("timeline", "document", translate("Actions", "Say which document the chosen time shows"), documents),
        of_chosen("timeline", "split", translate("Actions", "Split the chosen time"), inside),
        of_chosen("timeline", "delete", translate("Actions", "Delete the chosen time"), chosen),
        of_chosen("timeline", "revert", translate("Actions", "Take the chosen time as recorded"), chosen),
        Entry("timeline", "add", translate("Actions", "Add time away from the computer")),
        Entry("timeline", "undo", translate("Actions", "Undo the last correction"), "Ctrl+Z"),
        Entry("timeline", "redo", translate("Actions", "Redo the correction"), "Ctrl+Shift+Z"),
    )
