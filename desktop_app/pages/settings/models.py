"""Which language models are used: to find documents by what they mean, and to word answers."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton, QWidget

from desktop_app.choices import Choices
from desktop_app.pages.settings.models_wording import WordingField
from desktop_app.pages.settings.section import Section
from desktop_app.widgets.elided_label import ElidedLabel
from desktop_app.widgets.plain_text import for_tooltip, foreign, isolated
from engine.domain.encoding import encoder_title
from engine.settings import Settings


class ModelsSection(Section):
    """The folder of the sentence encoder: the one that came with Kairos, or another on this computer."""

    def __init__(self, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(choices, "", parent)
        self.set_title(self.tr("Models"))
        self.name = ElidedLabel("", "strong", self)
        self.folder = QLineEdit(self)
        self.folder.setReadOnly(True)
        self.folder.setPlaceholderText(self.tr("The one that came with Kairos (English)"))
        self.folder.setAccessibleName(self.tr("Folder of the language model"))
        self.choose_button = QPushButton(self.tr("Choose a folder…"), self)
        self.own_button = QPushButton(self.tr("Use the one that came with Kairos"), self)
        self.dialog: QFileDialog | None = None
        self.choose_button.clicked.connect(self._ask)
        self.own_button.clicked.connect(lambda: self.save_folder(""))
        self._wanted = 0
        self.add_hint(
            self.tr("Documents are also found by what they mean, by a language model that runs on this computer alone.")
        )
        self.add_wide(self.name)
        self.add_wide(self.folder)
        self.add_buttons(self.choose_button, self.own_button)
        self.add_hint(
            self.tr(
                "A folder with model.safetensors and tokenizer.json of another sentence encoder, such as one of many "
                "languages. Passages are then learned anew, which takes a while."
            )
        )
        self.wording = WordingField(self)
        self.wording.edited.connect(self.save)
        self.body.addWidget(self.wording)
        self.finish()

    def show_settings(self, settings: Settings) -> None:
        """Show what is in force."""
        self.wording.show_settings(settings)
        folder = settings.documents.encoder_folder
        self.name.setText(foreign(encoder_title(folder)))
        self.name.setVisible(bool(folder))
        self.choose_button.setEnabled(True)
        self.folder.setText(folder)
        self.folder.setToolTip(for_tooltip(folder))
        self.own_button.setVisible(bool(settings.documents.encoder_folder))

    def _ask(self) -> None:
        dialog = self.dialog = QFileDialog(
            self, self.tr("Choose the folder of a language model"), self.folder.text() or ""
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly, on=True)
        dialog.accepted.connect(lambda: self.save_folder(dialog.selectedFiles()[0]))
        dialog.open()

    def save_folder(self, folder: str) -> None:
        """Use the encoder in this folder where it can be used, the one that came with Kairos for an empty one.

        Looking at one of many languages takes a second; only what was chosen last counts.
        """
        engine, background = self._choices.engine, self._choices.background
        self._wanted += 1
        if engine is None or background is None or not folder:
            self._store(folder)
            return
        models, asked = engine.models, self._wanted
        self.error.hide()
        self.name.setText(self.tr("Looking at %1…").replace("%1", isolated(foreign(encoder_title(folder)))))
        self.name.show()
        self.choose_button.setEnabled(False)
        background.ask(
            self,
            lambda: models.check(folder),
            lambda _sound: self._store(folder) if asked == self._wanted else None,
            lambda error: self.refuse(error) if asked == self._wanted else None,
        )

    def _store(self, folder: str) -> None:
        self.save(lambda settings: replace(settings, documents=replace(settings.documents, encoder_folder=folder)))
