"""What the assistant offers to the command palette and to keys."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desktop_app.actions import Action, Doer, bind
from desktop_app.actions.catalogue import entries_of
from desktop_app.pages.assistant.page import AssistantPage


def actions(page: AssistantPage) -> tuple[Action, ...]:
    """Return what can be done there."""
    doers: dict[str, Doer] = {
        "search": lambda: page.line.setFocus(Qt.FocusReason.ShortcutFocusReason),
        "ask": page.ask_button,
        "new_dialogue": page.forget_button,
    }
    return bind(entries_of("assistant"), doers, page)
