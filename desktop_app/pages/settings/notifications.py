"""What Kairos says by itself, and when it does not."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QCheckBox, QWidget

from desktop_app.choices import Choices
from desktop_app.dialogs.time_fields import NumberField, TimeField
from desktop_app.pages.settings.section import Section
from engine.settings import Settings

_EVENING = 18 * 60


class NotificationsSection(Section):
    """Blocks about to start, breaks, goals, the day's summary, and quiet hours."""

    def __init__(self, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(choices, "", parent)
        self.set_title(self.tr("Notifications"))
        minutes, off = self.tr(" min"), self.tr("Off")
        self.enabled = QCheckBox(self.tr("Let Kairos speak by itself"), self)
        self.block_soon = NumberField((0, 120), 5, minutes, off, self)
        self.break_after = NumberField((0, 480), 15, minutes, off, self)
        self.eye_rest = NumberField((0, 240), 5, minutes, off, self)
        self.goals = QCheckBox(self.tr("Tell when a goal is reached, passed or about to be missed"), self)
        self.has_summary = QCheckBox(self.tr("Sum up the day"), self)
        self.letter = QCheckBox(self.tr("A letter once a week"), self)
        self.letter_trial = QCheckBox(self.tr("Try out its wording and time of day"), self)
        self.summary = TimeField(self)
        self.quiet_from, self.quiet_until = TimeField(self), TimeField(self)
        self.add_wide(
            self.enabled,
            self.tr(
                "Never during a focus session, in a meeting or in quiet hours; what still matters comes afterwards."
            ),
        )
        self.add_row(self.tr("Before a planned block"), self.block_soon)
        self.add_row(
            self.tr("A break is due after"),
            self.break_after,
            self.tr("So long active without one, as it was recorded."),
        )
        self.add_row(self.tr("Look into the distance after"), self.eye_rest)
        self.add_wide(self.goals)
        self.add_wide(self.has_summary)
        self.add_row(self.tr("The day is summed up at"), self.summary)
        self.add_wide(self.letter, self.tr("What the week went to, beside your goals and the weeks before."))
        self.add_wide(self.letter_trial, self.tr("To learn which help you; each letter says so."))
        self.add_row(self.tr("Quiet from"), self.quiet_from)
        self.add_row(self.tr("Quiet until"), self.quiet_until, self.tr("Equal times: there are no quiet hours."))
        self._connect()
        self.finish()

    def _connect(self) -> None:
        self.enabled.clicked.connect(lambda on: self._save(enabled=on))
        self.goals.clicked.connect(lambda on: self._save(goals=on))
        self.has_summary.clicked.connect(lambda on: self._save(summary=_EVENING if on else 0))
        self.letter.clicked.connect(lambda on: self._save(letter=on))
        self.letter_trial.clicked.connect(lambda on: self._save(letter_trial=on))
        self.summary.changed.connect(lambda value: self._save(summary=value))
        self.block_soon.changed.connect(lambda value: self._save(block_soon=value))
        self.break_after.changed.connect(lambda value: self._save(break_after=value))
        self.eye_rest.changed.connect(lambda value: self._save(eye_rest=value))
        self.quiet_from.changed.connect(lambda value: self._save(quiet_from=value))
        self.quiet_until.changed.connect(lambda value: self._save(quiet_until=value))

    def show_settings(self, settings: Settings) -> None:
        """Show what is in force."""
        wanted = settings.notifications
        self.enabled.setChecked(wanted.enabled)
        self.goals.setChecked(wanted.goals)
        self.has_summary.setChecked(wanted.summary > 0)
        self.letter.setChecked(wanted.letter)
        self.letter_trial.setChecked(wanted.letter_trial)
        self.summary.show_minutes(wanted.summary or _EVENING)
        self.block_soon.show_value(wanted.block_soon)
        self.break_after.show_value(wanted.break_after)
        self.eye_rest.show_value(wanted.eye_rest)
        self.quiet_from.show_minutes(wanted.quiet_from)
        self.quiet_until.show_minutes(wanted.quiet_until)
        for part in (self.block_soon, self.break_after, self.eye_rest, self.goals, self.has_summary, self.letter):
            part.setEnabled(wanted.enabled)
        self.letter_trial.setEnabled(wanted.enabled and wanted.letter)
        self.summary.setEnabled(wanted.enabled and wanted.summary > 0)

    def _save(self, **changed: Any) -> None:
        self.save(lambda settings: replace(settings, notifications=replace(settings.notifications, **changed)))
