"""What is never recorded by name."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QWidget

from desktop_app.choices import Choices
from desktop_app.dialogs.line_list import LineList
from desktop_app.pages.settings.privacy_live import LiveTest
from desktop_app.pages.settings.privacy_pause import PauseRow
from desktop_app.pages.settings.section import Section
from engine.settings import Settings


class PrivacySection(Section):
    """Excluded apps and titles, and private browsing; of what is excluded only the length is kept."""

    def __init__(self, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(choices, "", parent)
        self.set_title(self.tr("Privacy"))
        self.apps = LineList(self.tr("Apps never recorded by name"), self.tr("Name of an app, such as keepassxc"), self)
        self.titles = LineList(
            self.tr("Titles never recorded"), self.tr("Part of a title or a pattern, such as bank|salary"), self
        )
        self.private = QCheckBox(self.tr("Record private-browsing windows by name too"), self)
        self.apps.wanted.connect(self._save_apps)
        self.titles.wanted.connect(self._save_titles)
        self.private.clicked.connect(self._save_private)
        self.add_wide(self.apps)
        self.add_wide(self.titles)
        self.add_hint(
            self.tr("Of an excluded window only the length is kept: no app, no title. What was recorded before stays.")
        )
        self.add_wide(self.private, self.tr("Off: of a private window only the length is kept."))
        self.live, self.pause = LiveTest(choices, self), PauseRow(choices, self)
        self.add_hint(
            self.tr("Try it: start the test, open a private or excluded window, and see what is stored of it.")
        )
        self.add_wide(self.live)
        self.add_wide(self.pause)
        self.finish()

    def show_settings(self, settings: Settings) -> None:
        """Show what is in force."""
        self.apps.show_lines(settings.privacy.excluded_apps)
        self.titles.show_lines(settings.privacy.excluded_titles)
        self.private.setChecked(settings.privacy.record_private_windows)

    def _save_apps(self, apps: tuple[str, ...]) -> None:
        self.save(lambda settings: replace(settings, privacy=replace(settings.privacy, excluded_apps=apps)))

    def _save_titles(self, titles: tuple[str, ...]) -> None:
        self.save(lambda settings: replace(settings, privacy=replace(settings.privacy, excluded_titles=titles)))

    def _save_private(self, on: bool) -> None:
        self.save(lambda settings: replace(settings, privacy=replace(settings.privacy, record_private_windows=on)))
