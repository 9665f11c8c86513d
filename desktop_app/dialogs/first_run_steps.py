"""The four steps of the first start."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QDir, Qt, QTimer
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop_app.choices import Choices
from desktop_app.dialogs.desktop_access import AccessPanel
from desktop_app.dialogs.key_where import key_sentence
from desktop_app.dialogs.language_box import language_box
from desktop_app.dialogs.line_list import LineList
from desktop_app.dialogs.time_fields import DaysField, TimeField
from desktop_app.theme import spacing
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.plain_text import plain_label
from desktop_app.widgets.return_key import press_by_return
from engine.domain.key_slots import Encryption
from engine.domain.log_in import LogInState
from engine.paths import ProfilePaths
from engine.settings import Language, Settings

MADE_MS = 60_000  # so long sample days are being made at most


class Step(QWidget):
    """A title, what it says, what it asks, and the settings that come of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = plain_label("", "title", self, wrap=True)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(spacing.M)
        self.column.addWidget(self.title)

    def say(self, text: str, role: str = "") -> Paragraph:
        """Add a paragraph."""
        paragraph = Paragraph(text, role, self)
        self.column.addWidget(paragraph)
        return paragraph

    def head(self, text: str) -> None:
        """Add a heading."""
        self.column.addWidget(plain_label(text, "heading", self))

    def finish(self) -> None:
        """Push everything to the top."""
        self.column.addStretch(1)

    def edit(self, settings: Settings) -> Settings:
        """Return the settings with this step's answers."""
        return settings


class WhatStep(Step):
    """What is recorded, where it lies, who can read it, what never is."""

    def __init__(self, paths: ProfilePaths, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title.setText(self.tr("What Kairos records"))
        self.say(
            self.tr(
                "Which window is in front and for how long: the app's name, the window's title, and when you are "
                "away or the screen is locked."
            )
        )
        self.head(self.tr("What it never records"))
        self.say(
            self.tr(
                "No keystrokes, no mouse movements, no screenshots, no sound, no contents of your files. "
                "Private-browsing windows and what you exclude leave a length and nothing else."
            )
        )
        self.head(self.tr("Where it lies"))
        self.folder = QLineEdit(QDir.toNativeSeparators(str(paths.folder)), self)
        self.folder.setReadOnly(True)
        self.folder.setAccessibleName(self.tr("Data folder"))
        self.column.addWidget(self.folder)
        self.say(
            self.tr(
                "All data stays on this computer: Kairos opens no network connection. Only your own user account "
                "can read the folder."
            )
        )
        self.key = self.say(self.tr("Looking whether the history is encrypted…"))
        self.finish()
        if choices.engine is not None and choices.background is not None:
            choices.background.ask(self, choices.engine.keys.state, self._show_key, lambda _error: self.key.hide())

    def _show_key(self, found: Encryption) -> None:
        self.key.setText(key_sentence(found))


class ChooseStep(Step):
    """Titles on or off, excluded apps, and what this desktop needs to be seen at all."""

    def __init__(self, settings: Settings, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title.setText(self.tr("What you want recorded"))
        self.titles = QCheckBox(self.tr("Record window titles"), self)
        self.titles.setChecked(settings.tracking.titles)
        self.column.addWidget(self.titles)
        self.say(self.tr("Without titles only the app is recorded, never what is open in it."), "muted")
        self.apps = LineList(self.tr("Apps never recorded by name"), self.tr("Name of an app, such as keepassxc"), self)
        self.apps.wanted.connect(self.apps.show_lines)
        self.apps.show_lines(settings.privacy.excluded_apps)
        self.column.addWidget(self.apps)
        self.access = AccessPanel(choices, self)
        self.column.addWidget(self.access)
        self.say(self.tr("You can change this at any time in Settings, where titles can be excluded too."), "muted")
        self.finish()

    def edit(self, settings: Settings) -> Settings:
        """Return the settings with titles and exclusions as chosen; a name typed and not yet added counts."""
        typed = self.apps.entry.text().strip()
        apps = self.apps.lines() if not typed or typed in self.apps.lines() else (*self.apps.lines(), typed)
        return replace(
            settings,
            tracking=replace(settings.tracking, titles=self.titles.isChecked()),
            privacy=replace(settings.privacy, excluded_apps=apps),
        )


@dataclass(frozen=True, slots=True)
class Besides:
    """Answers that are no settings. starter: begin with the starter rules; log_in: start recording at log-in."""

    starter: bool = True
    log_in: bool = False


class LanguageStep(Step):
    """The language, applied at once, the hours worked in, and the rules to begin with."""

    def __init__(self, settings: Settings, starter: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title.setText(self.tr("Language and working hours"))
        self.box = language_box(self, self.tr("As the system"))
        self.box.setCurrentIndex(self.box.findData(settings.look.language))
        self.start, self.end, self.days = TimeField(self), TimeField(self, until=True), DaysField(self)
        self.start.show_minutes(settings.plan.work_start)
        self.end.show_minutes(settings.plan.work_end)
        self.days.show_names(settings.plan.workdays)
        self._arrange()
        self.say(
            self.tr("Kairos proposes focus time within these hours only; it records whenever you are at work here."),
            "muted",
        )
        self.head(self.tr("Categories"))
        self.starter = QCheckBox(self.tr("Begin with the starter rules"), self)
        self.starter.setChecked(starter)
        self.column.addWidget(self.starter)
        told = self.tr("They sort common apps and sites into focus, meetings and so on. You can change all of them.")
        self.starter.setAccessibleDescription(told)
        self.say(told, "muted")
        self.finish()

    def _arrange(self) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        form.setHorizontalSpacing(spacing.L)
        form.setVerticalSpacing(spacing.M)
        for label, field in (
            (self.tr("Language"), self.box),
            (self.tr("Work starts at"), self.start),
            (self.tr("Work ends at"), self.end),
            (self.tr("Working days"), self.days),
        ):
            field.setAccessibleName(label)
            form.addRow(label, field)
        self.column.addLayout(form)

    def edit(self, settings: Settings) -> Settings:
        """Return the settings with the language and the hours chosen."""
        hours = replace(
            settings.plan, work_start=self.start.minutes, work_end=self.end.minutes, workdays=self.days.names
        )
        return replace(settings, look=replace(settings.look, language=Language(self.box.currentData())), plan=hours)


class LastStep(Step):
    """Start at log-in, off until chosen, and sample days elsewhere."""

    def __init__(self, start_at_log_in: bool, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title.setText(self.tr("Ready"))
        self.box = QCheckBox(self.tr("Start recording when I log in"), self)
        self.box.setChecked(start_at_log_in)
        self.column.addWidget(self.box)
        self.log_in = self.say(self.tr("Off: Kairos records once you open it, until you log out."), "muted")
        if choices.engine is not None and choices.background is not None:
            choices.background.ask(self, choices.engine.log_in.state, self._show_log_in, lambda _error: None)
        self.head(self.tr("Look around first?"))
        self.say(
            self.tr("Sample days open in a window of their own, in a separate folder; your own history stays empty.")
        )
        self.sample_button = QPushButton(self.tr("Open sample days"), self)
        press_by_return(self.sample_button)
        self.sample_button.clicked.connect(self._tell_sample)
        self._made = QTimer(self, singleShot=True)
        self._made.timeout.connect(self._offer_sample)
        self.column.addWidget(self.sample_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.sample_told = self.say("", "muted")
        self.finish()

    def _show_log_in(self, state: LogInState) -> None:
        """Say what starts at log-in already, from before."""
        if state is LogInState.ON:
            self.box.setChecked(True)
        elif state is LogInState.OTHER:
            self.log_in.setText(
                self.tr("Another Kairos or other data starts when you log in. Choose this to start this one instead.")
            )

    def _tell_sample(self) -> None:
        """Say what happens, for making the days takes longer than anybody waits without a word."""
        self.sample_button.setEnabled(False)
        self.sample_told.setText(self.tr("They are being made. Their window opens in a quarter of a minute or so."))
        self._made.start(MADE_MS)

    def _offer_sample(self) -> None:
        """Say no longer that the days are being made; who closed their window may open it again."""
        self.sample_button.setEnabled(True)
        self.sample_told.setText(self.tr("Their window is open by now; the button opens it again."))
