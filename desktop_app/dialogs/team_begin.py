"""Beginning a team round as its lead: its name, its week, and how many people are expected."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QLineEdit, QSpinBox, QWidget

from desktop_app.dialogs.share_weeks import WeekChoice
from desktop_app.dialogs.team_dialog import TeamDialog
from desktop_app.theme import spacing
from engine.domain.team import FEWEST, LONGEST_NAME, MOST, TeamTaken, monday

if TYPE_CHECKING:
    from desktop_app.choices import Choices
    from engine.api import Engine

_EXPECTED: Final = 10
_MONDAY: Final = 0


class TeamBeginDialog(TeamDialog):
    """Writes the invitation that the lead gives to everybody."""

    def __init__(self, engine: Engine, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(engine, choices, parent)
        self._begun = False
        self.setWindowTitle(self.tr("Begin a team round"))
        self.name = QLineEdit(self)
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setPlaceholderText(self.tr("What everybody will see it called"))
        self.weeks = WeekChoice(self.words.share, _MONDAY, self)
        self.expected = QSpinBox(self)
        self.expected.setRange(FEWEST, MOST)
        self.expected.setCorrectionMode(QSpinBox.CorrectionMode.CorrectToNearestValue)
        self.expected.setValue(_EXPECTED)
        self.expected.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._fill_head()
        self.name.textChanged.connect(lambda _text: self.enable())
        self.weeks.changed.connect(self.enable)
        self.act_button.setText(self.tr("Save the invitation…"))
        self.act_button.clicked.connect(self._choose)
        self.told.say(
            self.tr(
                "You will get the hours of the whole team by kind of activity, of nobody alone. Give the invitation to "
                "everybody; who joins gives you a file back. From 20 people on noise protects each of them, below "
                "that a threshold and rounding."
            )
        )
        self.name.setFocus()
        self.enable()
        self.background.ask(self, engine.history.today, lambda today: self.weeks.open_on(None, today), self.refuse)

    def _fill_head(self) -> None:
        form = QFormLayout()
        form.setSpacing(spacing.S)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for label, field in ((self.tr("Name"), self.name), (self.tr("People expected"), self.expected)):
            field.setAccessibleName(label)
            form.addRow(label, field)
        self.head.addLayout(form)
        self.head.addWidget(self.weeks)
        before: QWidget = self.name
        for after in (self.expected, self.weeks.earlier, self.weeks.later, self.told):
            self.setTabOrder(before, after)
            before = after

    def give_keys(self) -> None:
        """Give the keys to what is done here, and before it can be done to the name it needs."""
        (self.act_button if self.act_button.isEnabled() else self.name).setFocus()

    def enable(self) -> None:
        """Enable what can be done now."""
        super().enable()
        ready = bool(self.name.text().strip()) and self.weeks.day is not None and not self._begun
        self.act_button.setEnabled(ready and self.on and not self.works)
        self.act_button.setVisible(not self._begun)
        self.off.setVisible(not self.on)
        for field in (self.name, self.weeks, self.expected):
            field.setEnabled(not self.works and not self._begun)

    def _choose(self) -> None:
        day = self.weeks.day
        if day is not None:
            self.choose_place(f"team-{monday(day).isoformat()}-round.kairos-team", self.begin)

    def begin(self, out: Path) -> None:
        """Write the invitation."""
        name, day, expected = self.name.text().strip(), self.weeks.day, self.expected.value()
        if day is not None:
            self.ask(lambda: self.team.begin(name, day, expected, out), self._tell)

    def _tell(self, taken: TeamTaken) -> None:
        self._begun = True
        self.told.show_taken(taken)
        self.show_written(taken.file)
