"""Pages whose feature is not built yet say so, and what is true already."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.theme import ThemeHolder
from desktop_app.widgets.empty_state import EmptyState


class ComingPage(QWidget):
    """An honest empty page with the way back to what works; emits today_requested."""

    today_requested = Signal()

    def __init__(self, name: str, theme: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title, sentence = coming_texts(name)
        empty = EmptyState(theme, name, title, sentence, self.tr("Show Today"), parent=self)
        empty.clicked.connect(self.today_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(empty)


def coming_texts(name: str) -> tuple[str, str]:
    """Return the title and the one sentence of a page that is still to be filled."""
    translate = QCoreApplication.translate
    return {
        "plan": (
            translate("ComingPage", "No plan yet"),
            translate("ComingPage", "Planning time blocks comes in a later version. What you do is already recorded."),
        ),
        "assistant": (
            translate("ComingPage", "The assistant comes later"),
            translate("ComingPage", "A later version answers questions about your time, on this computer alone."),
        ),
    }[name]
