"""What can be done on the Rules page."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop_app.actions.action import Entry, of_chosen


def entries() -> tuple[Entry, ...]:
    """Return them in the language in force, as they stand on the page."""
    translate = QCoreApplication.translate
    some = translate("Actions", "There are no rules yet.")
    sheet = translate("Actions", "Show the rules first.")
    category = translate("Actions", "Show the rules and choose a category first.")
    rule = translate("Actions", "Show the rules and choose a rule first.")
    suggested = translate("Actions", "No rule is suggested just now.")
    unsorted = translate("Actions", "Show what has no category and choose something first.")
    done = translate("Actions", "There is nothing to undo.")
    return (
        Entry("rules", "show_rules", translate("Actions", "Rules: show the rules"), "", some),
        Entry("rules", "show_unsorted", translate("Actions", "Rules: show what has no category"), "", some),
        Entry("rules", "import_file", translate("Actions", "Import rules or ActivityWatch categories")),
        Entry("rules", "starter", translate("Actions", "Add the starter rules that are not there yet")),
        Entry("rules", "export_kairos", translate("Actions", "Export a rule pack of Kairos"), "", some),
        Entry("rules", "export_activitywatch", translate("Actions", "Export categories for ActivityWatch"), "", some),
        Entry("rules", "add_category", translate("Actions", "Add a category"), "", sheet),
        of_chosen("rules", "edit_category", translate("Actions", "Edit the chosen category"), category),
        of_chosen("rules", "remove_category", translate("Actions", "Remove the chosen category"), category),
        Entry("rules", "add_rule", translate("Actions", "Add a rule"), "", sheet),
        of_chosen("rules", "edit_rule", translate("Actions", "Edit the chosen rule"), rule),
        of_chosen("rules", "remove_rule", translate("Actions", "Remove the chosen rule"), rule),
        of_chosen("rules", "move_up", translate("Actions", "Move the chosen rule up"), rule),
        of_chosen("rules", "move_down", translate("Actions", "Move the chosen rule down"), rule),
        Entry("rules", "accept", translate("Actions", "Accept the suggested rule"), "", suggested),
        Entry("rules", "decline", translate("Actions", "Decline the suggested rule"), "", suggested),
        of_chosen("rules", "count_as", translate("Actions", "Count the chosen as the category shown"), unsorted),
        of_chosen("rules", "rule_first", translate("Actions", "Edit the rule for the chosen first"), unsorted),
        Entry("rules", "undo", translate("Actions", "Undo the last change of the rules"), "Ctrl+Z", done),
    )
