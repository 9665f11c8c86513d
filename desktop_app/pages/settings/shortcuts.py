"""How the window is used by keys."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget

from desktop_app.choices import Choices
from desktop_app.pages.settings.section import Section
from engine.settings import Settings


class ShortcutsSection(Section):
    """Whether letters alone act, and the way to all shortcuts and all actions."""

    def __init__(self, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(choices, "", parent)
        self.set_title(self.tr("Shortcuts"))
        self.single = QCheckBox(self.tr("Keys of one letter act where nothing is typed"), self)
        self.single.clicked.connect(self._save_single)
        hint = self.tr(
            "Space starts and ends a focus session, P takes a break, / searches, ? lists all shortcuts. Switch them "
            "off if you dictate or often press keys by mistake; all else works without them."
        )
        self.add_wide(self.single, hint)
        self.sheet_button = QPushButton(self.tr("All shortcuts…"), self)
        self.palette_button = QPushButton(self.tr("All actions… (Ctrl+K)"), self)
        self.sheet_button.clicked.connect(choices.shortcuts_wanted)
        self.palette_button.clicked.connect(choices.palette_wanted)
        self.add_buttons(self.sheet_button, self.palette_button)
        self.finish()

    def show_settings(self, settings: Settings) -> None:
        """Show what is in force."""
        self.single.setChecked(settings.shortcuts.single_keys)

    def _save_single(self, on: bool) -> None:
        self.save(lambda settings: replace(settings, shortcuts=replace(settings.shortcuts, single_keys=on)))
