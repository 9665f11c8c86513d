"""Which Kairos this is, what is new in it, and under which licence."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QWidget

from desktop_app.choices import Choices
from desktop_app.pages.settings.section import Section
from desktop_app.widgets.plain_text import plain_label


class AboutSection(Section):
    """The version, and the ways to what is new and to whether all is seen."""

    def __init__(self, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(choices, "", parent)
        self.set_title(self.tr("About"))
        self.version = plain_label("", "strong", self)
        self.news_button = QPushButton(self.tr("What is new"), self)
        self.checkup_button = QPushButton(self.tr("Is Kairos seeing everything?"), self)
        self.news_button.clicked.connect(choices.news_wanted)
        self.checkup_button.clicked.connect(choices.checkup_wanted)
        self.add_wide(self.version)
        self.add_hint(
            self.tr(
                "A private attention and time manager. Free software under the MIT licence; PySide6 under the LGPL."
            )
        )
        self.add_buttons(self.news_button, self.checkup_button)
        self.finish()
        choices.ready.connect(self._tell_version)
        self._tell_version()

    def _tell_version(self) -> None:
        version = self._choices.engine.news.version if self._choices.engine is not None else ""
        self.version.setText(self.tr("Kairos %1").replace("%1", version))
