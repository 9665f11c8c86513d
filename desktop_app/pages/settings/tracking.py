"""What is recorded, and when the person counts as away."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QPushButton, QSpinBox, QWidget

from desktop_app.choices import Choices
from desktop_app.dialogs.desktop_access import AccessPanel
from desktop_app.pages.settings.section import Section
from engine.settings import AskAway, Settings, Weekday

_SHORTEST_S, _LONGEST_S, _STEP_S = 15, 3_600, 15


class TrackingSection(Section):
    """Titles on or off, the idle threshold, and when to ask about time away."""

    def __init__(self, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(choices, "", parent)
        self.set_title(self.tr("Tracking"))
        self.titles = QCheckBox(self.tr("Record window titles"), self)
        self.idle = QSpinBox(self)
        self.idle.setRange(_SHORTEST_S, _LONGEST_S)
        self.idle.setSingleStep(_STEP_S)
        self.idle.setSuffix(self.tr(" s"))
        self.idle.setKeyboardTracking(False)
        self.idle.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.titles.clicked.connect(self._save_titles)
        self.idle.valueChanged.connect(self._save_idle)
        self.add_wide(self.titles, self.tr("Without titles only the app is recorded, never what is open in it."))
        self.add_row(
            self.tr("Away after"), self.idle, self.tr("So long without keyboard or mouse, and the time counts as idle.")
        )
        self.ask_away = QComboBox(self)
        for words, when in (
            (self.tr("When I come back"), AskAway.NOW),
            (self.tr("In the evening, together"), AskAway.EVENING),
            (self.tr("Never"), AskAway.NEVER),
        ):
            self.ask_away.addItem(words, when)
        self.ask_away.activated.connect(self._save_ask_away)
        self.add_row(
            self.tr("Ask what time away was"),
            self.ask_away,
            self.tr("The question stands on Today and never comes to the front; after meetings nothing is asked."),
        )
        self.week_start = QComboBox(self)
        for day in Weekday:
            self.week_start.addItem(QLocale().standaloneDayName(day.number + 1), day)
        self.week_start.activated.connect(self._save_week_start)
        counts = self.tr("In reports, goals, the plan and the Timeline.")
        self.add_row(self.tr("Week starts on"), self.week_start, counts)
        self.access = AccessPanel(choices, self)
        self.body.addWidget(self.access)
        self._add_checkup()
        self.finish()

    def _add_checkup(self) -> None:
        self.checkup_button = QPushButton(self.tr("Is Kairos seeing everything?"), self)
        self.checkup_button.clicked.connect(self._choices.checkup_wanted)
        self.body.addWidget(self.checkup_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.add_hint(self.tr("Each source of what Kairos knows, when it reported last, and what helps."))

    def show_settings(self, settings: Settings) -> None:
        """Show what is in force."""
        self.titles.setChecked(settings.tracking.titles)
        self.idle.blockSignals(True)
        self.idle.setValue(settings.tracking.idle_after_s)
        self.idle.blockSignals(False)
        self.ask_away.setCurrentIndex(self.ask_away.findData(settings.tracking.ask_away))
        self.week_start.setCurrentIndex(self.week_start.findData(settings.tracking.week_start))

    def _save_week_start(self, _place: int) -> None:
        day = Weekday(self.week_start.currentData())
        self.save(lambda settings: replace(settings, tracking=replace(settings.tracking, week_start=day)))

    def _save_titles(self, titles: bool) -> None:
        self.save(lambda settings: replace(settings, tracking=replace(settings.tracking, titles=titles)))

    def _save_ask_away(self, _place: int) -> None:
        when = AskAway(self.ask_away.currentData())
        self.save(lambda settings: replace(settings, tracking=replace(settings.tracking, ask_away=when)))

    def _save_idle(self, seconds: int) -> None:
        self.save(lambda settings: replace(settings, tracking=replace(settings.tracking, idle_after_s=seconds)))
