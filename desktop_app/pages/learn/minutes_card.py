"""The week's minutes with what speaks for them, and what came of the weeks before."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QSpinBox, QWidget

from desktop_app.pages.learn.sheet import LearnSheet
from desktop_app.pages.learn.words import LearnWords
from desktop_app.theme import ThemeHolder, spacing
from desktop_app.widgets.bar_list import Bar
from desktop_app.widgets.card import Card
from desktop_app.widgets.elided_label import ElidedLabel
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.plain_text import foreign
from desktop_app.widgets.ribbon_values import Kind
from engine.domain.learning import PIECE_MINUTES, LearningPlan, Share

_MOST = 40 * 60
_SHOWN_WEEKS = 6
_SETTLE_MS = 400
_BAR_WIDTH = 120
_LENGTH_WIDTH = 104  # hours and minutes in either language
_LINES = 3  # of the grid: the minutes, what speaks for them, and room


class _ShareRow:
    """The widgets of one skill's part."""

    def __init__(self, theme: ThemeHolder, grid: QGridLayout, place: int, parent: QWidget) -> None:
        self.name, self.minutes = ElidedLabel("", "strong", parent), ElidedLabel("", "strong", parent)
        self.minutes.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.bar, self.why = Bar(theme, parent), Paragraph("", "secondary", parent)
        self.bar.setFixedWidth(_BAR_WIDTH)
        first = _LINES * place
        for column, part in enumerate((self.name, self.bar, self.minutes)):
            grid.addWidget(part, first, column)
        grid.addWidget(self.why, first + 1, 0, 1, 3)
        grid.setRowMinimumHeight(first + 2, spacing.XS)

    def show_share(self, share: Share | None, whole: int, words: LearnWords) -> None:
        """Show another part, or nothing."""
        for part in (self.name, self.minutes, self.bar, self.why):
            part.setVisible(share is not None)
        if share is not None:
            self.name.setText(foreign(share.skill.name))
            self.minutes.setText(words.minutes(share.minutes))
            self.why.setText(words.share(share))
            self.bar.show_share(share.minutes / whole if whole else 0.0, Kind.APP, 0)


class ShareGrid(QGridLayout):
    """The parts of a week under one another; the rows already there are used again."""

    def __init__(self, theme: ThemeHolder, words: LearnWords, parent: QWidget) -> None:
        super().__init__()
        self._theme, self._words, self._parent = theme, words, parent
        self._rows: list[_ShareRow] = []
        self.setHorizontalSpacing(spacing.M)
        self.setVerticalSpacing(2)
        self.setColumnStretch(0, 1)
        self.setColumnMinimumWidth(2, _LENGTH_WIDTH)

    def show_shares(self, shares: Sequence[Share]) -> None:
        """Show other parts; the longest fills its bar."""
        while len(self._rows) < len(shares):
            self._rows.append(_ShareRow(self._theme, self, len(self._rows), self._parent))
        most = max((one.minutes for one in shares), default=0)
        for place, row in enumerate(self._rows):
            row.show_share(shares[place] if place < len(shares) else None, most, self._words)


class MinutesCard(Card):
    """Emits accept_wanted(LearningPlan), undo_wanted, and minutes_chosen(minutes) where others are to be divided."""

    accept_wanted = Signal(object)
    undo_wanted = Signal()
    minutes_chosen = Signal(int)

    def __init__(self, theme: ThemeHolder, words: LearnWords, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._words = words
        self._plan: LearningPlan | None = None
        self.set_title(self.tr("The week's minutes"))
        self.minutes = QSpinBox(self)
        self.minutes.setRange(PIECE_MINUTES, _MOST)
        self.minutes.setSingleStep(PIECE_MINUTES)
        self.minutes.setSuffix(self.tr(" min a week"))
        self.minutes.setAccessibleName(self.tr("Minutes a week"))
        self.minutes.setKeyboardTracking(False)
        self.minutes.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.accept_button = QPushButton(self.tr("Plan it"), self)
        self.accept_button.setProperty("kind", "primary")
        self.undo_button = QPushButton(self.tr("Take it back"), self)
        for part in (self.minutes, self.undo_button, self.accept_button):
            self.corner.addWidget(part)
        self.state = Paragraph("", "", self)
        self.places = Paragraph("", "secondary", self)
        self.effect = Paragraph("", "strong", self)
        self.outcomes = [Paragraph("", "secondary", self) for _ in range(_SHOWN_WEEKS)]
        self._grid = ShareGrid(theme, words, self)
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._arrange()

    def _arrange(self) -> None:
        self.body.addWidget(self.state)
        self.body.addLayout(self._grid)
        for part in (self.places, self.effect, *self.outcomes):
            self.body.addWidget(part)
        self.places.hide()
        self.body.setSpacing(spacing.S)
        foot = QHBoxLayout()
        foot.setSpacing(spacing.S)
        self.body.addLayout(foot)
        self._settle.timeout.connect(lambda: self.minutes_chosen.emit(self.minutes.value()))
        self.minutes.valueChanged.connect(lambda _value: self._settle.start())
        self.accept_button.clicked.connect(self._accept)
        self.undo_button.clicked.connect(self.undo_wanted)

    def _accept(self) -> None:
        if self._plan is not None:
            self.accept_wanted.emit(self._plan)

    def show_sheet(self, sheet: LearnSheet) -> None:
        """Show another week."""
        plan = self._plan = sheet.plan
        self.minutes.blockSignals(True)
        self.minutes.setValue(plan.most_minutes)
        self.minutes.blockSignals(False)
        self.minutes.setVisible(not plan.accepted)
        self.accept_button.setVisible(not plan.accepted)
        self.accept_button.setEnabled(bool(plan.minutes))
        self.undo_button.setVisible(plan.accepted)
        self.state.setText(self._words.week(plan))
        self._grid.show_shares(plan.shares)
        self._show_effect(sheet)

    def _show_effect(self, sheet: LearnSheet) -> None:
        told = sheet.effect.weeks[:_SHOWN_WEEKS]
        self.effect.setVisible(bool(told))
        self.effect.setText(self._words.effect(sheet.effect))
        for place, line in enumerate(self.outcomes):
            line.setVisible(place < len(told))
            if place < len(told):
                line.setText(self._words.outcome(*told[place]))

    def show_places(self, text: str) -> None:
        """Say which places the minutes got, or that they are looked for."""
        self.places.setText(text)
        self.places.setVisible(bool(text))
