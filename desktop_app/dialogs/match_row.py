"""One condition of a rule: a field, how it is compared, and the texts of which one must fit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QPlainTextEdit, QPushButton, QWidget

from desktop_app.dialogs.rule_words import field_name, how_hint, how_name
from desktop_app.theme import spacing
from desktop_app.widgets.named_box import name_box
from desktop_app.widgets.return_key import press_by_return
from engine.domain.rules import Any, Expression, Field, How, Test

_MOST_LINES: Final = 6
_SLACK: Final = 2
_BREAK: Final = "␤"  # how a line break within a text is shown


class MatchRow(QWidget):
    """Emits changed while it is edited, and removed for its button. Several texts stand one below the other."""

    changed = Signal()
    removed = Signal()

    def __init__(self, tests: Sequence[Test] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._blank = bool(tests) and not any(test.text for test in tests)
        self.field, self.how = QComboBox(self), QComboBox(self)
        for field in Field:
            self.field.addItem(field_name(field), field)
        for how in How:
            self.how.addItem(how_name(how), how)
        self.texts = QPlainTextEdit(self)
        self.texts.setTabChangesFocus(True)
        self.case = QCheckBox("Aa", self)
        self.case.setMinimumHeight(spacing.TARGET)
        self.remove_button = QPushButton("✕", self)
        self._speak()
        self._arrange()
        self._fill(tests)
        self.texts.textChanged.connect(self._edited)
        self.field.currentIndexChanged.connect(self.changed)
        self.how.currentIndexChanged.connect(self._edited)
        self.case.toggled.connect(self.changed)
        self.remove_button.clicked.connect(self.removed)
        self._fit()

    def _speak(self) -> None:
        name_box(self.field, self.tr("What to look at"))
        name_box(self.how, self.tr("How to compare"))
        self.texts.setAccessibleName(self.tr("Texts to look for, one a line"))
        self.case.setAccessibleName(self.tr("Small and capital letters differ"))
        self.case.setToolTip(self.tr("Small and capital letters differ"))
        self.remove_button.setAccessibleName(self.tr("Remove this condition"))
        self.remove_button.setToolTip(self.tr("Remove this condition"))
        press_by_return(self.remove_button)

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(spacing.S)
        self.field.setFixedWidth(120)
        self.how.setFixedWidth(116)
        self.remove_button.setFixedWidth(spacing.TARGET + spacing.S)
        self.texts.document().setDocumentMargin(0)
        for widget in (self.field, self.how, self.texts, self.case, self.remove_button):
            row.addWidget(widget, widget is self.texts, Qt.AlignmentFlag.AlignTop)

    def _fill(self, tests: Sequence[Test]) -> None:
        first = tests[0] if tests else Test(Field.APP, How.CONTAINS, "")
        self.field.setCurrentIndex(self.field.findData(first.field))
        self.how.setCurrentIndex(self.how.findData(first.how))
        self.case.setChecked(first.case)
        self.texts.setPlainText("\n".join(test.text.replace("\n", _BREAK) for test in tests))

    def part(self) -> Expression | None:
        """Return the condition, None while it has no text."""
        lines = [line for line in self.texts.toPlainText().split("\n") if line.strip()]
        if not lines:
            if not self._blank:
                return None
            lines = [""]
        tests = tuple(self._test(line) for line in lines)
        return tests[0] if len(tests) == 1 else Any(tests)

    def _test(self, line: str) -> Test:
        how = How(self.how.currentData())
        text = line.replace(_BREAK, "\n")
        return Test(Field(self.field.currentData()), how, text, self.case.isChecked())

    def show_details(self, shown: bool) -> None:
        """Offer what is seldom needed; what is set stays in sight."""
        self.case.setVisible(shown or self.case.isChecked())

    def _edited(self) -> None:
        self._fit()
        self.changed.emit()

    def _fit(self) -> None:
        self.texts.setPlaceholderText(how_hint(How(self.how.currentData())))
        lines = max(1, min(_MOST_LINES, self.texts.blockCount()))
        fits = lines == self.texts.blockCount()
        bar = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if fits else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.texts.setVerticalScrollBarPolicy(bar)
        room = 2 * (spacing.S + 1) + _SLACK
        self.texts.setFixedHeight(lines * self.texts.fontMetrics().lineSpacing() + room)
