"""What is to be erased: by what, which one, and when."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QDateTime, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateTimeEdit, QFormLayout, QHBoxLayout, QLineEdit, QWidget

from desktop_app.theme import spacing
from desktop_app.widgets.plain_text import plain_label
from engine.domain.clock import SystemClock
from engine.domain.erasing import EraseChoice

_DAY_MS = 86_400_000


class By(StrEnum):
    """By what a person chooses; the values are the fields of a choice."""

    TIME = "time"
    APP = "app"
    TITLE = "title"
    TITLE_WITH = "title_with"
    SITE = "site"
    DOCUMENT = "document"
    EVERYTHING = "everything"


class EraseForm(QWidget):
    """The questions an erase begins with; changed says that what was looked at is no longer what is asked for."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.by = QComboBox(self)
        self._examples = {
            By.TIME: "",
            By.APP: self.tr("Name of an app, such as firefox"),
            By.TITLE: self.tr("The whole title of a window"),
            By.TITLE_WITH: self.tr("Part of a title"),
            By.SITE: self.tr("A site, such as example.org"),
            By.DOCUMENT: self.tr("A file's name or its path"),
            By.EVERYTHING: "",
        }
        words = {
            By.TIME: self.tr("A time"),
            By.APP: self.tr("An app"),
            By.TITLE: self.tr("A window title"),
            By.TITLE_WITH: self.tr("Titles that contain"),
            By.SITE: self.tr("A site"),
            By.DOCUMENT: self.tr("A document"),
            By.EVERYTHING: self.tr("Everything"),
        }
        for by, word in words.items():
            self.by.addItem(word, by)
        self.text = QLineEdit(self)
        self.only = QCheckBox(self.tr("Only between"), self)
        now = QDateTime.fromMSecsSinceEpoch(SystemClock(lambda: "UTC").now().wall_ms)
        self.start, self.end = QDateTimeEdit(now.addMSecs(-_DAY_MS), self), QDateTimeEdit(now, self)
        self._arrange()
        self.by.currentIndexChanged.connect(lambda _index: self._show_fields())
        self.only.toggled.connect(lambda _on: self._show_fields())
        self.text.textEdited.connect(lambda _text: self.changed.emit())
        for field in (self.start, self.end):
            field.dateTimeChanged.connect(lambda _moment: self.changed.emit())
        self._show_fields()

    def _arrange(self) -> None:
        self.by.setAccessibleName(self.tr("Erase"))
        self.text.setAccessibleName(self.tr("Which one"))
        self.start.setAccessibleName(self.tr("From"))
        self.end.setAccessibleName(self.tr("Until"))
        for field in (self.start, self.end):
            field.setCalendarPopup(True)
        self._to = plain_label(self.tr("to"), "", self)
        span = QHBoxLayout()
        span.setSpacing(spacing.S)
        for widget in (self.only, self.start, self._to, self.end):
            span.addWidget(widget)
        span.addStretch(1)
        rows = QFormLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        rows.addRow(self.tr("Erase"), self.by)
        rows.addRow(self.tr("Which one"), self.text)
        rows.addRow(self.tr("When"), span)
        self._rows = rows

    @property
    def chosen(self) -> By:
        """By what is chosen."""
        return By(self.by.currentData())

    def _show_fields(self) -> None:
        by = self.chosen
        named, timed = by not in {By.TIME, By.EVERYTHING}, by is By.TIME or self.only.isChecked()
        self._rows.setRowVisible(1, named)
        self._rows.setRowVisible(2, by is not By.EVERYTHING)
        self.only.setVisible(by is not By.TIME)
        self.text.setPlaceholderText(self._examples[by])
        for field in (self.start, self._to, self.end):
            field.setVisible(timed)
        self.changed.emit()

    def choice(self) -> EraseChoice:
        """Return what is asked for; raises UsageError where that is nothing or makes no sense."""
        by = self.chosen
        if by is By.EVERYTHING:
            return EraseChoice(everything=True)
        timed = by is By.TIME or self.only.isChecked()
        start = self.start.dateTime().toMSecsSinceEpoch() if timed else None
        end = self.end.dateTime().toMSecsSinceEpoch() if timed else None
        text = self.text.text()
        return EraseChoice(
            start,
            end,
            app=text if by is By.APP else None,
            title=text if by is By.TITLE else None,
            site=text if by is By.SITE else None,
            document=text if by is By.DOCUMENT else None,
            title_with=text if by is By.TITLE_WITH else None,
        )
