"""How focus sessions run, and what is done about distraction meanwhile."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, QTimeZone
from PySide6.QtGui import QAccessible, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QKeySequenceEdit, QLineEdit, QPushButton, QWidget

from desktop_app.choices import Choices
from desktop_app.dialogs.contract import ContractDialog
from desktop_app.dialogs.time_fields import NumberField
from desktop_app.focus.keeper import FocusKeeper
from desktop_app.focus.words import FocusWords
from desktop_app.pages.settings.section import Section
from desktop_app.theme import spacing
from desktop_app.widgets.format import Wording
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.told_as import tell_as
from engine.domain.clock import SystemClock
from engine.domain.focus_choices import Level, Rhythm
from engine.settings import Settings


class FocusSection(Section):
    """Rhythm and lengths, the level and its limits, the contract, and keys that work from anywhere."""

    def __init__(self, choices: Choices, keeper: FocusKeeper, parent: QWidget | None = None) -> None:
        super().__init__(choices, "", parent)
        self._keeper = keeper
        self._words = FocusWords(self)
        self._wording = Wording(bytes(QTimeZone.systemTimeZoneId().data()).decode(), self)
        self.dialog: ContractDialog | None = None
        self.set_title(self.tr("Focus sessions"))
        self._add_lengths()
        self._add_level()
        self._add_contract()
        self._add_keys()
        self.finish()
        keeper.changed.connect(self._show_contract)
        self._show_contract()

    def _add_lengths(self) -> None:
        minutes = self.tr(" min")
        self.rhythm = QComboBox(self)
        for rhythm in Rhythm:
            self.rhythm.addItem(self._words.rhythm(rhythm), rhythm)
        self.explained = Paragraph("", "secondary", self)
        self.work = NumberField((1, 480), 5, minutes, parent=self)
        self.rest = NumberField((1, 120), 5, minutes, parent=self)
        self.long_rest = NumberField((1, 240), 5, minutes, parent=self)
        self.rounds = NumberField((1, 12), 1, "", parent=self)
        self.add_row(self.tr("Rhythm"), self.rhythm)
        self.body.addWidget(self.explained)
        self.add_row(self.tr("Work"), self.work)
        self.add_row(self.tr("Break"), self.rest)
        self.add_row(self.tr("Long break"), self.long_rest)
        self.add_row(self.tr("Rounds before a long break"), self.rounds)
        self.rhythm.activated.connect(lambda _place: self._save(rhythm=Rhythm(self.rhythm.currentData())))
        self.work.changed.connect(lambda value: self._save(work=value))
        self.rest.changed.connect(lambda value: self._save(rest=value))
        self.long_rest.changed.connect(lambda value: self._save(long_rest=value))
        self.rounds.changed.connect(lambda value: self._save(rounds=value))

    def _add_level(self) -> None:
        seconds = self.tr(" s")
        self.level = QComboBox(self)
        for level in Level:
            self.level.addItem(self._words.level(level), level)
        self.after = NumberField((5, 3600), 15, seconds, parent=self)
        self.friction = NumberField((3, 120), 1, seconds, parent=self)
        self.add_row(
            self.tr("When something distracts"),
            self.level,
            self.tr("What distracts is said by the focus weight of its category, on the page Rules."),
        )
        self.add_row(self.tr("Once it is in front for"), self.after)
        self.add_row(self.tr("Seconds of the countdown"), self.friction)
        self.level.activated.connect(lambda _place: self._save(level=Level(self.level.currentData())))
        self.after.changed.connect(lambda value: self._save(distraction_after_s=value))
        self.friction.changed.connect(lambda value: self._save(friction_s=value))

    def _add_contract(self) -> None:
        self.contract = Paragraph("", "secondary", self)
        self.make_button = QPushButton(self.tr("Make a contract…"), self)
        self.leave_button = QPushButton(self.tr("Leave the contract"), self)
        self.make_button.clicked.connect(self._ask_contract)
        self.leave_button.clicked.connect(self._keeper.leave_contract)
        self._contract_row = QWidget(self)
        row = QHBoxLayout(self._contract_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(spacing.S)
        row.addWidget(self.contract, 1)
        row.addWidget(self.make_button)
        row.addWidget(self.leave_button)
        self.body.addWidget(self._contract_row)

    def _add_keys(self) -> None:
        self.keys = QKeySequenceEdit(self)
        tell_as(self.keys, QAccessible.Role.HotkeyField)
        self.keys.setMaximumSequenceLength(1)
        self.keys.setClearButtonEnabled(True)
        self.keys.editingFinished.connect(self._save_keys)
        self.add_row(self.tr("Keys that start and end a session"), self.keys, self._keys_hint())
        for line in self.keys.findChildren(QLineEdit):
            line.setAccessibleName(self.tr("Keys that start and end a session"))

    def _keys_hint(self) -> str:
        """Say honestly where keys can be taken from anywhere."""
        platform = QGuiApplication.platformName()
        if platform.startswith("wayland"):
            return self.tr(
                "Wayland lets no program listen to keys of others: in the keyboard settings of your desktop, let a "
                "shortcut run “kairos focus toggle”. In this window the Space bar does it."
            )
        if platform in {"windows", "cocoa"}:
            return self.tr("They are not listened to on this system yet. In this window the Space bar does it.")
        return self.tr("From anywhere while the recorder runs. In this window the Space bar does it, too.")

    def show_settings(self, settings: Settings) -> None:
        """Show what is in force."""
        focus = settings.focus
        self.rhythm.setCurrentIndex(self.rhythm.findData(focus.rhythm))
        self.explained.setText(self._words.explained(focus.rhythm))
        self.work.show_value(focus.work)
        self.rest.show_value(focus.rest)
        self.long_rest.show_value(focus.long_rest)
        self.rounds.show_value(focus.rounds)
        self.level.setCurrentIndex(self.level.findData(focus.level))
        self.after.show_value(focus.distraction_after_s)
        self.friction.show_value(focus.friction_s)
        rounds = focus.rhythm is Rhythm.POMODORO
        self.long_rest.setEnabled(rounds)
        self.rounds.setEnabled(rounds)
        self.after.setEnabled(focus.level is not Level.OFF)
        self.friction.setEnabled(focus.level in {Level.FRICTION, Level.CLOSE})
        shown = QKeySequence.fromString(focus.shortcut, QKeySequence.SequenceFormat.PortableText)
        self.keys.blockSignals(True)
        self.keys.setKeySequence(shown)
        self.keys.blockSignals(False)

    def _show_contract(self) -> None:
        contract = self._keeper.now.contract
        now_ms = SystemClock(lambda: "UTC").now().wall_ms
        holds = contract is not None and contract.holds(now_ms)
        self.make_button.setVisible(not holds)
        self.make_button.setEnabled(self._keeper.is_open)
        self.leave_button.setVisible(holds)
        if contract is not None and holds:
            until = self._wording.moment(contract.until_ms, now_ms)
            self.contract.setText(self.tr("Your contract holds until %1.").replace("%1", until))
        else:
            self.contract.setText(
                self.tr("No window is closed without a contract that you make, for a time you choose.")
            )

    def _ask_contract(self) -> None:
        dialog = self.dialog = ContractDialog(self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.made.connect(self._keeper.make_contract)
        dialog.open()

    def _save_keys(self) -> None:
        keys = self.keys.keySequence().toString(QKeySequence.SequenceFormat.PortableText)
        if keys != self._choices.settings.focus.shortcut:
            self._save(shortcut=keys)

    def _save(self, **changed: Any) -> None:
        self.save(lambda settings: replace(settings, focus=replace(settings.focus, **changed)))
