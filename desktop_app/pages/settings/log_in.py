"""Whether the recorder starts when the person logs in."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QWidget

from desktop_app.choices import Choices
from desktop_app.pages.settings.section import Section
from engine.domain.errors import KairosError


class LogInSection(Section):
    """One switch; the truth is what the system says, not a setting of ours."""

    def __init__(self, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(choices, "", parent)
        self.set_title(self.tr("Start"))
        self.box = QCheckBox(self.tr("Start recording when I log in"), self)
        self.box.clicked.connect(self._save)
        self.add_wide(self.box, self.tr("Off: Kairos records once you open it, until you log out."))
        self.finish()
        choices.ready.connect(self._ask)
        self._ask()

    def _ask(self) -> None:
        engine, background = self._choices.engine, self._choices.background
        if engine is not None and background is not None:
            background.ask(self, engine.log_in.is_enabled, self.box.setChecked, self.refuse)

    def _save(self, wanted: bool) -> None:
        engine, background = self._choices.engine, self._choices.background
        if engine is not None and background is not None:
            self.error.hide()
            change = engine.log_in.enable if wanted else engine.log_in.disable
            background.ask(self, change, lambda _: self._ask(), self._give_up)

    def _give_up(self, error: KairosError) -> None:
        self.refuse(error)
        self._ask()
