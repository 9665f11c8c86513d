"""The first start: four steps that say what is recorded and let the person choose, each of which can be skipped."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.choices import Choices
from desktop_app.dialogs.error_words import error_sentence
from desktop_app.dialogs.first_run_steps import Besides, ChooseStep, LanguageStep, LastStep, Step, WhatStep
from desktop_app.theme import spacing
from desktop_app.widgets.on_screen import resize_on_screen
from desktop_app.widgets.plain_text import plain_label
from desktop_app.widgets.return_key import press_by_return
from engine.domain.errors import KairosError
from engine.paths import ProfilePaths
from engine.settings import Settings, Weekday

_SIZE = (600, 540)


class FirstRun(QDialog):
    """Leads through the steps; closing it at any point keeps what the steps hold and is never asked again.

    sample_requested: the person wants to see sample days in a profile of their own.
    """

    sample_requested = Signal()

    def __init__(self, choices: Choices, paths: ProfilePaths, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = choices
        self._paths = paths
        self.setModal(True)
        resize_on_screen(self, _SIZE)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(spacing.XXL, spacing.XL, spacing.XXL, spacing.XL)
        self._column.setSpacing(spacing.L)
        self._settings = choices.settings
        self._besides = Besides()
        self._build(0)

    def _build(self, place: int) -> None:
        self.setWindowTitle(self.tr("Welcome to Kairos"))
        self.what = WhatStep(self._paths, self._choices, self)
        self.choose = ChooseStep(self._settings, self._choices, self)
        self.language = LanguageStep(self._settings, self._besides.starter, self)
        self.last = LastStep(self._besides.log_in, self._choices, self)
        self.steps: tuple[Step, ...] = (self.what, self.choose, self.language, self.last)
        self.stack = QStackedWidget(self)
        for step in self.steps:
            self.stack.addWidget(step)
        self.language.box.activated.connect(self._speak)
        self.last.sample_button.clicked.connect(self._show_sample)
        self._column.addWidget(self.stack, 1)
        self._column.addWidget(self._make_buttons())
        self.go_to(place)
        self.next_button.setFocus()

    def _make_buttons(self) -> QWidget:
        bar = QWidget(self)
        self.progress = plain_label("", "secondary", bar)
        self.skip_button = QPushButton(self.tr("Skip all"), bar)
        self.back_button = QPushButton(self.tr("Back"), bar)
        self.next_button = QPushButton(bar)
        self.next_button.setDefault(True)
        self.next_button.setProperty("kind", "primary")
        for button in (self.skip_button, self.back_button):
            press_by_return(button)
        self.skip_button.clicked.connect(self.accept)
        self.back_button.clicked.connect(lambda: self.go_to(self.stack.currentIndex() - 1))
        self.next_button.clicked.connect(self._next)
        row = QHBoxLayout(bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(spacing.S)
        row.addWidget(self.progress, 1)
        for button in (self.skip_button, self.back_button, self.next_button):
            row.addWidget(button)
        self._bar = bar
        return bar

    def go_to(self, place: int) -> None:
        """Show a step, counted from 0."""
        self.stack.setCurrentIndex(place)
        last = place == len(self.steps) - 1
        self.back_button.setEnabled(place > 0)
        self.skip_button.setVisible(not last)
        self.next_button.setText(self.tr("Start recording") if last else self.tr("Next"))
        step = self.tr("Step %1 of %2").replace("%1", str(place + 1)).replace("%2", str(len(self.steps)))
        self.progress.setText(step)
        self.setAccessibleDescription(f"{step}. {self.steps[place].title.text()}")

    def _next(self) -> None:
        if self.stack.currentIndex() == len(self.steps) - 1:
            self.accept()
        else:
            self.go_to(self.stack.currentIndex() + 1)

    def edited(self, settings: Settings) -> Settings:
        """Return the settings with the answers of all steps."""
        for step in self.steps:
            settings = step.edit(settings)
        return settings

    def _show_sample(self) -> None:
        """Ask for the sample days; the keys go on to the main button, or they would be with the one that leads back."""
        self.next_button.setFocus()
        self.sample_requested.emit()

    def _speak(self) -> None:
        """Save the language at once; the dialog is made anew in it, answers and step kept."""
        language = self.language.edit(self._settings).look
        self._choices.changed.connect(self._rebuild)
        self._choices.change(lambda settings: replace(settings, look=language), self._refused)

    def _rebuild(self) -> None:
        self._choices.changed.disconnect(self._rebuild)
        self._settings = self.edited(self._settings)
        self._besides = self.besides()
        place = self.stack.currentIndex()
        for old in (self.stack, self._bar):
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._build(place)
        self.language.box.setFocus()

    def _refused(self, error: KairosError) -> None:
        self.progress.setText(f"⚠ {error_sentence(error)}")

    def answers(self) -> Callable[[Settings], Settings]:
        """Return the edit that puts all answers into the settings; it outlives the dialog."""
        answered = self.edited(self._settings)
        return lambda settings: replace(
            settings,
            tracking=replace(settings.tracking, titles=answered.tracking.titles, week_start=_local_week_start()),
            privacy=replace(settings.privacy, excluded_apps=answered.privacy.excluded_apps),
            look=replace(settings.look, language=answered.look.language),
            plan=replace(
                settings.plan,
                work_start=answered.plan.work_start,
                work_end=answered.plan.work_end,
                workdays=answered.plan.workdays,
            ),
            first_run_done=True,
        )

    def besides(self) -> Besides:
        """Return what was answered beside the settings."""
        return Besides(self.language.starter.isChecked(), self.last.box.isChecked())


def _local_week_start() -> Weekday:
    """Return the day on which weeks start where the person lives, to begin with."""
    return list(Weekday)[QLocale().firstDayOfWeek().value - 1]
