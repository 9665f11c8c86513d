"""When documents are read, by itself and on battery."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QWidget

from desktop_app.choices import Choices
from desktop_app.pages.settings.section import Section
from engine.settings import Settings


class DocumentsSection(Section):
    """Whether new and changed documents are looked for by itself, and whether large work waits for a good moment."""

    def __init__(self, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(choices, "", parent)
        self.set_title(self.tr("Documents"))
        self.automatic = QCheckBox(self.tr("Notice new and changed documents by itself"), self)
        self.always = QCheckBox(self.tr("Do large work on battery and while the computer is busy, too"), self)
        self.automatic.clicked.connect(self._save_automatic)
        self.always.clicked.connect(self._save_always)
        self.add_wide(
            self.automatic,
            self.tr("Only in the folders that you name on the page Documents. Off: when you ask for it."),
        )
        self.add_wide(self.always, self.tr("Off: more than a few hundred documents at once wait for mains power."))
        self.finish()

    def show_settings(self, settings: Settings) -> None:
        """Show what is in force."""
        self.automatic.setChecked(settings.documents.automatic)
        self.always.setChecked(settings.documents.always)

    def _save_automatic(self, on: bool) -> None:
        self.save(lambda settings: replace(settings, documents=replace(settings.documents, automatic=on)))

    def _save_always(self, on: bool) -> None:
        self.save(lambda settings: replace(settings, documents=replace(settings.documents, always=on)))
