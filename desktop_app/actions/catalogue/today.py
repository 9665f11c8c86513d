"""What can be done on the Today page."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop_app.actions.action import Entry


def entries() -> tuple[Entry, ...]:
    """Return them in the language in force, as they stand on the page."""
    translate = QCoreApplication.translate
    shown = translate("Actions", "There is no such question or choice on Today just now.")
    return (
        Entry("today", "start_session", translate("Actions", "Start the session set up above"), "", shown),
        Entry("today", "start_planned", translate("Actions", "Start a session for the block planned now"), "", shown),
        Entry("today", "session_break", translate("Actions", "Take a break from the session that runs"), "", shown),
        Entry("today", "session_go_on", translate("Actions", "Go on with the session"), "", shown),
        Entry("today", "session_stop", translate("Actions", "End the session that runs"), "", shown),
        Entry("today", "report_done", translate("Actions", "Close the report of the session"), "", shown),
        Entry("today", "session_skip", translate("Actions", "Do not rate the session"), "", shown),
        Entry("today", "advice_plan", translate("Actions", "Add the next focus block to the plan"), "", shown),
        Entry("today", "advice_start", translate("Actions", "Start the next focus block now"), "", shown),
        Entry("today", "advice_refuse", translate("Actions", "Not today: refuse the next focus block"), "", shown),
        Entry("today", "advice_remove", translate("Actions", "Take the focus block out of the plan"), "", shown),
        Entry("today", "advice_why", translate("Actions", "Why this focus block?"), "", shown),
        Entry("today", "choose_folders", translate("Actions", "Choose a folder of documents"), "", shown),
        Entry("today", "rating_skip", translate("Actions", "Do not rate how focused you feel"), "", shown),
        Entry("today", "away_save", translate("Actions", "Save what you did while away"), "", shown),
        Entry("today", "away_later", translate("Actions", "Ask me later what I did while away"), "", shown),
        Entry("today", "table", translate("Actions", "Show the day as a table"), "", shown),
        Entry("today", "live_act", translate("Actions", "Do what “I see” proposes"), "", shown),
        Entry("today", "empty_act", translate("Actions", "Begin to record"), "", shown),
        Entry("today", "empty_sample", translate("Actions", "Load a sample day"), "", shown),
        Entry("today", "undo", translate("Actions", "Undo what you said of the advice"), "Ctrl+Z"),
    )
