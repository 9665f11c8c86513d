"""What can be done on the Plan page."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop_app.actions.action import Entry, of_chosen


def entries() -> tuple[Entry, ...]:
    """Return them in the language in force, as they stand on the page."""
    translate = QCoreApplication.translate
    proposed = translate("Actions", "Nothing is proposed just now.")
    chosen = translate("Actions", "Choose a block first.")
    return (
        Entry("plan", "earlier", translate("Actions", "Show earlier days of the plan")),
        Entry("plan", "today", translate("Actions", "Show today in the plan"), "T"),
        Entry("plan", "later", translate("Actions", "Show later days of the plan")),
        Entry("plan", "day", translate("Actions", "Plan: show one day"), "D"),
        Entry("plan", "week", translate("Actions", "Plan: show a week"), "W"),
        Entry("plan", "new", translate("Actions", "Add a block: plan a new one"), "N"),
        Entry("plan", "flexible", translate("Actions", "Flexible blocks"), "F"),
        Entry("plan", "suggest", translate("Actions", "Suggest my week"), "S"),
        Entry("plan", "accept_all", translate("Actions", "Accept all proposed blocks"), "", proposed),
        Entry("plan", "close_proposals", translate("Actions", "Close the proposed blocks"), "", proposed),
        of_chosen("plan", "open_block", translate("Actions", "Open the chosen block"), chosen),
        of_chosen("plan", "remove_block", translate("Actions", "Remove the chosen block"), chosen),
        Entry("plan", "table", translate("Actions", "Show the plan as a table")),
        Entry("plan", "undo", translate("Actions", "Undo the last change of the plan"), "Ctrl+Z"),
        Entry("plan", "redo", translate("Actions", "Redo the change of the plan"), "Ctrl+Shift+Z"),
    )
