"""What can be done on the Reports page."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop_app.actions.action import Entry, of_chosen


def entries() -> tuple[Entry, ...]:
    """Return them in the language in force, as they stand on the page."""
    translate = QCoreApplication.translate
    read = translate("Actions", "There is nothing to report on yet.")
    many = translate("Actions", "They are shown already, or there are none.")
    listed = translate("Actions", "Open a list of activities first.")
    nothing = translate("Actions", "There is something to show already.")
    goal = translate("Actions", "Add a goal first.")
    done = translate("Actions", "There is nothing to undo.")
    return (
        Entry("reports", "earlier", translate("Actions", "Show the days before"), "Alt+Left"),
        Entry("reports", "today", translate("Actions", "Report on today"), "T"),
        Entry("reports", "later", translate("Actions", "Show the days after"), "Alt+Right"),
        Entry("reports", "compare", translate("Actions", "Compare with the days before")),
        Entry("reports", "export", translate("Actions", "Export the report"), "Ctrl+E", read),
        Entry("reports", "share_week", translate("Actions", "Share my week")),
        Entry("reports", "day", translate("Actions", "Report on one day")),
        Entry("reports", "week", translate("Actions", "Report on a week")),
        Entry("reports", "month", translate("Actions", "Report on a month")),
        Entry("reports", "year", translate("Actions", "Report on a year")),
        Entry("reports", "custom", translate("Actions", "Report on other days")),
        Entry("reports", "categories", translate("Actions", "Totals by category"), "", read),
        Entry("reports", "apps", translate("Actions", "Totals by app"), "", read),
        Entry("reports", "projects", translate("Actions", "Totals by project"), "", read),
        Entry("reports", "tags", translate("Actions", "Totals by tag"), "", read),
        Entry("reports", "days_table", translate("Actions", "Show the days as a table"), "", read),
        Entry("reports", "week_table", translate("Actions", "Show the hours of the week as a table"), "", read),
        Entry("reports", "add_goal", translate("Actions", "Add a goal"), "", read),
        Entry("reports", "edit_goal", translate("Actions", "Edit or remove a goal"), "", goal),
        Entry("reports", "list_sessions", translate("Actions", "List the focus sessions"), "", many),
        Entry("reports", "work_out", translate("Actions", "Work out the stretches of focus"), "", many),
        of_chosen("reports", "show_moment", translate("Actions", "Show the listed activity in the timeline"), listed),
        Entry("reports", "undo", translate("Actions", "Undo the last change of a goal"), "Ctrl+Z", done),
        Entry("reports", "close_list", translate("Actions", "Close the list of activities"), "Esc", listed),
        Entry(
            "reports", "empty_act", translate("Actions", "Report on the days before, where there are some"), "", nothing
        ),
    )
