"""One time away to answer for: the likeliest answer stands there already, and a slider cuts it in two."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPushButton, QSlider, QVBoxLayout, QWidget

from desktop_app.dialogs.category_box import CategoryBox
from desktop_app.dialogs.gap_words import GapWords
from desktop_app.theme import spacing
from desktop_app.widgets.format import Wording
from desktop_app.widgets.named_box import name_box
from desktop_app.widgets.plain_text import plain_label
from desktop_app.widgets.sentences import labelled
from engine.domain.away import Gap, Part, cuts
from engine.domain.categories import CategoryTree
from engine.domain.corrections import Said
from engine.domain.intervals import Interval
from engine.domain.stretches import UNCHANGED, LabelOverride

_LONGEST = 300
_OTHER = -1
_PAGE_STEP = 5


class AnswerBox(QWidget):
    """One answer: a guess, or something else with a name and a category."""

    changed = Signal()

    def __init__(self, gap: Gap, words: GapWords, tree: CategoryTree, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gap = gap
        self.choice = QComboBox(self)
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.setMinimumContentsLength(16)
        for place, guess in enumerate(gap.guesses):
            self.choice.addItem(words.guess(guess), place)
        self.choice.addItem(self.tr("Something else…"), _OTHER)
        self.name = QLineEdit(self)
        self.name.setMaxLength(_LONGEST)
        self.name.setPlaceholderText(self.tr("What it was, such as a call with Bo"))
        self.category = CategoryBox(tree, self)
        row = QHBoxLayout()
        row.setSpacing(spacing.S)
        row.addWidget(self.name, 3)
        row.addWidget(self.category, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing.S)
        column.addWidget(self.choice)
        column.addLayout(row)
        self.choice.currentIndexChanged.connect(self._show)
        self.name.textChanged.connect(self.changed)
        self._show()

    def _show(self) -> None:
        other = self.choice.currentData() == _OTHER
        self.name.setVisible(other)
        self.category.setVisible(other and self.category.count() > len(("rules", "none")))
        self.changed.emit()

    def tell(self, when: str) -> None:
        """Say in the names of its fields which time they are about."""
        name_box(self.choice, labelled(self.tr("What it was"), when))
        self.name.setAccessibleName(labelled(self.tr("Name of the time away"), when))
        name_box(self.category, labelled(self.tr("Category"), when))

    def said(self) -> Said | None:
        """Return what is said, None for a break."""
        place = int(self.choice.currentData())
        if place != _OTHER:
            return self._gap.guesses[place].said
        return Said(title=self.name.text().strip(), labels=LabelOverride(self.category.chosen()) or UNCHANGED)

    def is_whole(self) -> bool:
        """Return whether there is an answer: something else needs a name."""
        return self.choice.currentData() != _OTHER or bool(self.name.text().strip())


class GapEditor(QWidget):
    """The answer to one gap, or to its two parts once it is split; emits changed with every edit."""

    changed = Signal()

    def __init__(self, gap: Gap, wording: Wording, tree: CategoryTree, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.gap = gap
        self._wording = wording
        words = GapWords(wording, self)
        self.first = AnswerBox(gap, words, tree, self)
        self.second = AnswerBox(gap, words, tree, self)
        self.second.choice.setCurrentIndex(1)  # nobody cuts a time in two equal ones
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        when = wording.span(gap.interval.start_ms, gap.interval.end_ms)
        self.slider.setAccessibleName(labelled(self.tr("Where to cut"), when))
        self._moments = cuts(gap.interval)
        self.slider.setRange(0, max(0, len(self._moments) - 1))
        self.slider.setPageStep(_PAGE_STEP)
        self.slider.setMinimumHeight(spacing.TARGET)
        self.slider.setValue(len(self._moments) // 2)
        self.split_button = QPushButton(self.tr("Split"), self)
        self.split_button.setAccessibleName(labelled(self.split_button.text(), when))
        self.split_button.setCheckable(True)
        self.split_button.setAutoDefault(False)
        self.split_button.setVisible(bool(self._moments))
        self._first_span, self._second_span = (plain_label("", "secondary", self) for _ in range(2))
        self._arrange()
        self.split_button.toggled.connect(self._show)
        self.slider.valueChanged.connect(self._show)
        for box in (self.first, self.second):
            box.changed.connect(self.changed)
        self._show()

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(spacing.S)
        top.addWidget(self.first, 1)
        top.addWidget(self.split_button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing.S)
        column.addWidget(self._first_span)
        column.addLayout(top)
        column.addWidget(self.slider)
        column.addWidget(self._second_span)
        column.addWidget(self.second)

    def _show(self) -> None:
        split = self.is_split()
        for widget in (self._first_span, self.slider, self._second_span, self.second):
            widget.setVisible(split)
        whole = self.gap.interval
        cut = self._moments[self.slider.value()] if split else whole.end_ms
        self._first_span.setText(self._span(whole.start_ms, cut))
        self._second_span.setText(self._span(cut, whole.end_ms))
        self.slider.setAccessibleDescription(self._wording.time(cut))
        self.first.tell(self._wording.span(whole.start_ms, cut))
        self.second.tell(self._wording.span(cut, whole.end_ms))
        self.changed.emit()

    def _span(self, start_ms: int, end_ms: int) -> str:
        return f"{self._wording.span(start_ms, end_ms)} ({self._wording.length(end_ms - start_ms)})"

    def is_split(self) -> bool:
        """Return whether the gap is answered in two parts."""
        return self.split_button.isChecked()

    def is_whole(self) -> bool:
        """Return whether everything that is asked has an answer."""
        return self.first.is_whole() and (not self.is_split() or self.second.is_whole())

    def parts(self) -> tuple[Part, ...]:
        """Return the answer, part by part."""
        whole = self.gap.interval
        if not self.is_split():
            return (Part(whole, self.first.said()),)
        cut = self._moments[self.slider.value()]
        early, late = Interval(whole.start_ms, cut), Interval(cut, whole.end_ms)
        return Part(early, self.first.said()), Part(late, self.second.said())
