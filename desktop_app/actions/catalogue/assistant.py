"""What can be done on the Assistant page."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop_app.actions.action import Entry


def entries() -> tuple[Entry, ...]:
    """Return them in the language in force, as they stand on the page."""
    translate = QCoreApplication.translate
    waits = translate("Actions", "The answer before is being worked out.")
    return (
        Entry("assistant", "search", translate("Actions", "Ask a question")),
        Entry("assistant", "ask", translate("Actions", "Ask what is typed"), "", waits),
        Entry("assistant", "new_dialogue", translate("Actions", "Begin a new dialogue")),
    )
