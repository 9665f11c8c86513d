"""One source of what Kairos knows: how it does, when it reported last, and what helps."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QWidget

from desktop_app.dialogs.doctor_words import remedy_words, source_name, standing_word, told_words
from desktop_app.dialogs.standing_icon import standing_pixmap
from desktop_app.theme import ThemeHolder, spacing
from desktop_app.widgets.format import Wording
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.plain_text import plain_label
from desktop_app.widgets.return_key import press_by_return
from desktop_app.widgets.sentences import labelled
from engine.domain.sources import Remedy, SourceReport


class SourceRow(QFrame):
    """Shows a SourceReport; emits wanted(Remedy) when its button is pressed."""

    wanted = Signal(object)

    def __init__(self, theme: ThemeHolder, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._wording = theme, wording
        self.shown: SourceReport | None = None
        self._picture = QLabel(self)
        self.name = plain_label("", "strong", self)
        self.state = plain_label("", "secondary", self)
        self.sentence = Paragraph("", "muted", self)
        self.button = QPushButton(self)
        press_by_return(self.button)
        self.button.clicked.connect(lambda: self.wanted.emit(self.shown.remedy if self.shown else Remedy.NONE))
        grid = self._grid = QGridLayout(self)
        grid.setContentsMargins(0, spacing.S, 0, spacing.S)
        grid.setHorizontalSpacing(spacing.M)
        grid.setVerticalSpacing(spacing.XS)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._picture, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.name, 0, 1)
        grid.addWidget(self.state, 0, 2, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(self.sentence, 1, 1)
        grid.addWidget(self.button, 1, 2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        theme.changed.connect(self._draw)

    def show_report(self, report: SourceReport, now_ms: int) -> None:
        """Show how it does; the moment in full, and how long ago that was."""
        self.shown = report
        name, word = source_name(report.source), standing_word(report.standing)
        self.name.setText(name)
        self.state.setText(f"{word} · {self._last(report.last_ms, now_ms)}" if report.last_ms is not None else word)
        self.sentence.setText(told_words(report.told))
        remedy = remedy_words(report.remedy)
        self.button.setText(remedy)
        self.button.setVisible(bool(remedy))
        self._grid.addWidget(self.sentence, 1, 1, 1, 1 if remedy else 2)  # the whole line where no button needs it
        self.button.setAccessibleName(f"{remedy} ({name})")
        self.setAccessibleName(labelled(name, self.state.text()))
        self.setAccessibleDescription(self.sentence.text())
        self._draw()

    def _last(self, last_ms: int, now_ms: int) -> str:
        moment, ago = self._wording.moment(last_ms, now_ms), self._wording.ago(max(0, now_ms - last_ms))
        return self.tr("last at %1 (%2)").replace("%1", moment).replace("%2", ago)

    def _draw(self) -> None:
        if self.shown is not None:
            density = self.devicePixelRatioF()
            self._picture.setPixmap(standing_pixmap(self.shown.standing, self._theme.palette, density))
