"""Whether the recorder starts when the person logs in."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget

from desktop_app.choices import Choices
from desktop_app.pages.settings.section import Section
from desktop_app.widgets.paragraph import Paragraph
from engine.domain.errors import KairosError
from engine.domain.log_in import LogInState


class LogInSection(Section):
    """One switch; the truth is what the system says, not a setting of ours."""

    def __init__(self, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(choices, "", parent)
        self.set_title(self.tr("Start"))
        self.box = QCheckBox(self.tr("Start recording when I log in"), self)
        self.box.clicked.connect(self._save)
        self.add_wide(self.box, self.tr("Off: Kairos records once you open it, until you log out."))
        self.other = Paragraph(
            self.tr(
                "⚠ What starts when you log in is another Kairos or other data: this one was moved, or there is a "
                "second one."
            ),
            "",
            self,
        )
        self.mend_button = QPushButton(self.tr("Start this one instead"), self)
        self.mend_button.clicked.connect(lambda: self._save(True))
        self.body.addWidget(self.other)
        self.body.addWidget(self.mend_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._show(LogInState.OFF)
        self.finish()
        choices.ready.connect(self._ask)
        self._ask()

    def _ask(self) -> None:
        engine, background = self._choices.engine, self._choices.background
        if engine is not None and background is not None:
            background.ask(self, engine.log_in.state, self._show, self.refuse)

    def _show(self, state: LogInState) -> None:
        self.box.setChecked(state is not LogInState.OFF)
        for part in (self.other, self.mend_button):
            part.setVisible(state is LogInState.OTHER)

    def _save(self, wanted: bool) -> None:
        engine, background = self._choices.engine, self._choices.background
        if engine is not None and background is not None:
            self.error.hide()
            change = engine.log_in.enable if wanted else engine.log_in.disable
            background.ask(self, change, lambda _: self._ask(), self._give_up)

    def _give_up(self, error: KairosError) -> None:
        self.refuse(error)
        self._ask()

    def showEvent(self, event: QShowEvent) -> None:
        """Ask anew when the page comes up: the system's own tools may have changed it."""
        super().showEvent(event)
        self._ask()
