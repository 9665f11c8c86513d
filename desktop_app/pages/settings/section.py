"""What every section of the settings page shares: a card, rows, and a line that says what went wrong."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget
from shiboken6 import isValid

from desktop_app.choices import Choices, Edit
from desktop_app.dialogs.error_words import error_sentence
from desktop_app.theme import spacing
from desktop_app.widgets.card import Card
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.plain_text import plain_label
from engine.domain.errors import KairosError
from engine.settings import Settings

_CONTROL = 140


class Section(Card):
    """One card of settings; show_settings is called with those in force, save with an edit of them."""

    def __init__(self, choices: Choices, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._choices = choices
        self.error = Paragraph("", "strong", self)
        self.error.setObjectName("error")
        self.error.hide()
        choices.changed.connect(self._accepted)

    def show_settings(self, settings: Settings) -> None:
        """Show the settings in force; sections override it."""

    def save(self, edit: Edit) -> None:
        """Save the edited settings; where they are refused, say why and show those in force again."""
        self._choices.change(edit, self.refuse)

    def refuse(self, error: KairosError) -> None:
        """Say why something was not saved, unless the page is gone by now."""
        if not isValid(self):
            return
        self.error.setText(f"⚠ {error_sentence(error)}")
        self.error.show()
        self.show_settings(self._choices.settings)

    def _accepted(self, settings: Settings) -> None:
        self.error.hide()
        self.show_settings(settings)

    def add_row(self, label: str, control: QWidget, hint: str = "") -> None:
        """Put a control at the right of its label, with a sentence below where one helps."""
        name = plain_label(label, "", self)
        name.setBuddy(control)
        control.setAccessibleName(label)
        control.setAccessibleDescription(hint)
        control.setMinimumWidth(_CONTROL)
        row = QHBoxLayout()
        row.setSpacing(spacing.M)
        row.addWidget(name, 1)
        row.addWidget(control)
        self.body.addLayout(row)
        self.add_hint(hint)

    def add_wide(self, control: QWidget, hint: str = "") -> None:
        """Put a control on a line of its own."""
        self.body.addWidget(control)
        if hint:
            control.setAccessibleDescription(hint)
        self.add_hint(hint)

    def add_buttons(self, *buttons: QPushButton) -> None:
        """Put buttons beside each other on a line of their own."""
        row = QHBoxLayout()
        row.setSpacing(spacing.S)
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        self.body.addLayout(row)

    def add_hint(self, hint: str) -> None:
        """Put a muted sentence on a line of its own."""
        if hint:
            self.body.addWidget(Paragraph(hint, "secondary", self))

    def finish(self) -> None:
        """Close the card with its error line and show the settings in force."""
        self.body.addWidget(self.error)
        self.show_settings(self._choices.settings)
