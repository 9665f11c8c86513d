"""What can be done on the Learn page."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop_app.actions.action import Entry


def entries() -> tuple[Entry, ...]:
    """Return them in the language in force, as they stand on the page."""
    translate = QCoreApplication.translate
    skill = translate("Actions", "Add a skill first.")
    planned = translate("Actions", "This week's learning is not in the plan.")
    due = translate("Actions", "No card is due.")
    asked = translate("Actions", "Start a review first.")
    answered = translate("Actions", "Show the answer first.")
    reviewed = translate("Actions", "Nothing was reviewed yet.")
    more = translate("Actions", "All are shown.")
    done = translate("Actions", "There is nothing to undo.")
    return (
        Entry("learn", "add_skill", translate("Actions", "Add a skill")),
        Entry("learn", "edit_skill", translate("Actions", "Edit or remove a skill"), "", skill),
        Entry("learn", "plan_minutes", translate("Actions", "Plan this week's learning"), "", skill),
        Entry(
            "learn", "unplan_minutes", translate("Actions", "Take this week's learning out of the plan"), "", planned
        ),
        Entry("learn", "review", translate("Actions", "Start a review"), "", due),
        Entry("learn", "show_answer", translate("Actions", "Show the answer"), "", asked),
        Entry("learn", "forgotten", translate("Actions", "Rate the card: forgotten"), "", answered),
        Entry("learn", "hard", translate("Actions", "Rate the card: hard"), "", answered),
        Entry("learn", "good", translate("Actions", "Rate the card: good"), "", answered),
        Entry("learn", "easy", translate("Actions", "Rate the card: easy"), "", answered),
        Entry("learn", "undo_review", translate("Actions", "Undo the last review"), "", reviewed),
        Entry("learn", "make_cards", translate("Actions", "Make cards of your notes"), "", skill),
        Entry("learn", "add_item", translate("Actions", "Add an item to learn"), "", skill),
        Entry("learn", "more_items", translate("Actions", "Show more items to learn"), "", more),
        Entry("learn", "undo", translate("Actions", "Undo the last removal of an item to learn"), "Ctrl+Z", done),
    )
