"""Theme and language."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QComboBox, QWidget

from desktop_app.choices import Choices
from desktop_app.dialogs.language_box import language_box
from desktop_app.pages.settings.section import Section
from engine.settings import Language, Settings, Theme


class LookSection(Section):
    """How the window looks and which language it speaks; both apply at once."""

    def __init__(self, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(choices, "", parent)
        self.set_title(self.tr("Look"))
        self.theme = QComboBox(self)
        self.theme.addItem(self.tr("As the system"), Theme.SYSTEM)
        self.theme.addItem(self.tr("Light"), Theme.LIGHT)
        self.theme.addItem(self.tr("Dark"), Theme.DARK)
        self.language = language_box(self, self.tr("As the system"))
        self.theme.activated.connect(self._save_theme)
        self.language.activated.connect(self._save_language)
        self.add_row(self.tr("Theme"), self.theme)
        self.add_row(self.tr("Language"), self.language)
        self.finish()

    def show_settings(self, settings: Settings) -> None:
        """Show what is in force."""
        self.theme.setCurrentIndex(self.theme.findData(settings.look.theme))
        self.language.setCurrentIndex(self.language.findData(settings.look.language))

    def _save_theme(self) -> None:
        theme = Theme(self.theme.currentData())
        self.save(lambda settings: replace(settings, look=replace(settings.look, theme=theme)))

    def _save_language(self) -> None:
        language = Language(self.language.currentData())
        self.save(lambda settings: replace(settings, look=replace(settings.look, language=language)))
