"""The settings page: its sections below each other."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop_app.choices import Choices
from desktop_app.dialogs.line_list import LineList
from desktop_app.focus.keeper import FocusKeeper
from desktop_app.pages.settings.about import AboutSection
from desktop_app.pages.settings.backups import BackupsSection
from desktop_app.pages.settings.calendar import CalendarSection
from desktop_app.pages.settings.data import DataSection
from desktop_app.pages.settings.documents import DocumentsSection
from desktop_app.pages.settings.focus import FocusSection
from desktop_app.pages.settings.keys import KeysSection
from desktop_app.pages.settings.log_in import LogInSection
from desktop_app.pages.settings.look import LookSection
from desktop_app.pages.settings.models import ModelsSection
from desktop_app.pages.settings.notifications import NotificationsSection
from desktop_app.pages.settings.plan import PlanSection
from desktop_app.pages.settings.privacy import PrivacySection
from desktop_app.pages.settings.privacy_retention import RetentionSection
from desktop_app.pages.settings.section import Section
from desktop_app.pages.settings.sharing import SharingSection
from desktop_app.pages.settings.sharing_team import TeamSection
from desktop_app.pages.settings.sharing_together import TogetherSection
from desktop_app.pages.settings.shortcuts import ShortcutsSection
from desktop_app.pages.settings.stored import StoredSection
from desktop_app.pages.settings.tracking import TrackingSection
from desktop_app.theme import spacing
from desktop_app.widgets.bar_margin import BarMargin
from desktop_app.widgets.columns import Columns
from desktop_app.widgets.key_binding import on_keys
from desktop_app.widgets.plain_text import foreign, isolated
from desktop_app.widgets.toast import Toast

_LONGEST = 60
_SETTLE_MS = 2_500


class SettingsPage(QScrollArea):
    """All settings there are now; nothing can be changed until the engine is open."""

    def __init__(self, choices: Choices, focus: FocusKeeper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        body = QWidget(self)
        body.setProperty("role", "pageBody")
        self.look, self.tracking = LookSection(choices, body), TrackingSection(choices, body)
        self.privacy = PrivacySection(choices, body)
        self.stored = StoredSection(choices, body)
        self.retention = RetentionSection(choices, body)
        self.backups = BackupsSection(choices, body)
        self.keys = KeysSection(choices, body)
        self.documents = DocumentsSection(choices, body)
        self.models = ModelsSection(choices, body)
        self.plan = PlanSection(choices, body)
        self.calendar = CalendarSection(choices, body)
        self.focus = FocusSection(choices, focus, body)
        self.notifications = NotificationsSection(choices, body)
        self.shortcuts = ShortcutsSection(choices, body)
        self.log_in = LogInSection(choices, body)
        self._make_sharing(choices, body)
        self.data = DataSection(choices, body)
        self.about = AboutSection(choices, body)
        self.stored.erased.connect(self.backups.look)
        self._sections = self._in_order()
        self._arrange(body)
        self.toast = self._make_toast(body)
        self._choices = choices
        choices.ready.connect(self._enable)
        self._enable()

    def _make_sharing(self, choices: Choices, body: QWidget) -> None:
        self.sharing, self.team = SharingSection(choices, body), TeamSection(choices, body)
        self.together = TogetherSection(choices, body)

    def _in_order(self) -> tuple[Section, ...]:
        return (
            self.tracking,
            self.privacy,
            self.stored,
            self.retention,
            self.backups,
            self.keys,
            self.documents,
            self.models,
            self.plan,
            self.calendar,
            self.focus,
            self.look,
            self.notifications,
            self.shortcuts,
            self.log_in,
            self.sharing,
            self.team,
            self.together,
            self.data,
            self.about,
        )

    def _make_toast(self, body: QWidget) -> Toast:
        toast = Toast(self)
        on_keys(self, QKeySequence.StandardKey.Undo, toast.undo)
        for one in body.findChildren(LineList):
            one.removed.connect(partial(self._offer_back, one))
        self.calendar.undoable.connect(toast.offer)
        return toast

    def _offer_back(self, lines: LineList, gone: str, before: tuple[str, ...]) -> None:
        """Offer back what was removed from a list."""
        told = self.tr("Removed: %1").replace("%1", isolated(foreign(gone, _LONGEST)))
        self.toast.offer(told, lambda: lines.wanted.emit(before))

    def show_section(self, name: str) -> None:
        """Bring a section into sight, by its name here; what is above it may still grow while it is being read."""
        self._aimed: Section = getattr(self, name)
        self._aiming.start()
        self._aim()

    def _aim(self) -> None:
        if self._aiming.isActive():
            self._arranged.activate()
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self._aimed.mapTo(self, QPoint(0, 0)).y() - spacing.S)

    def _arrange(self, body: QWidget) -> None:
        column = self._arranged = QVBoxLayout(body)
        column.setContentsMargins(spacing.XXL, spacing.XS, spacing.XXL, spacing.XXL)
        half = self._sections.index(self.documents)  # about as high as what comes after
        column.addWidget(Columns(self._sections, self._sections[half:], body))
        column.addStretch(1)
        self.setWidget(body)
        BarMargin(self)
        self._aiming = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self.verticalScrollBar().rangeChanged.connect(self._aim)

    def _enable(self) -> None:
        for section in self._sections:
            section.setEnabled(self._choices.engine is not None)
