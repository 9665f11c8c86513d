"""The skills: how well each is known, with a way to say so."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.dialogs.packs_button import PacksButton
from desktop_app.pages.learn.sheet import LearnSheet
from desktop_app.pages.learn.words import LearnWords
from desktop_app.theme import ThemeHolder, spacing
from desktop_app.widgets.bar_list import Bar
from desktop_app.widgets.card import Card
from desktop_app.widgets.choosing import choose_below
from desktop_app.widgets.elided_label import ElidedLabel
from desktop_app.widgets.named_box import name_box
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.plain_text import foreign
from desktop_app.widgets.ribbon_values import Kind
from engine.domain.learning import HIGHEST_LEVEL, Need, Skill, Standing
from engine.domain.packs import PackKind

_LEVELS = 11
_RATE_WIDTH = 124
_LEVEL_WIDTH = 190


class SkillRow(QWidget):
    """One skill; emits edit_wanted(Skill) and rated(skill's number, level)."""

    edit_wanted = Signal(object)
    rated = Signal(int, float)

    def __init__(self, theme: ThemeHolder, words: LearnWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._skill = Skill("")
        self.name, self.level = ElidedLabel("", "strong", self), ElidedLabel("", "", self)
        self.about = ElidedLabel("", "secondary", self)
        self.bar = Bar(theme, self)
        self.rate = QComboBox(self)
        self.rate.setFixedWidth(_RATE_WIDTH)
        self.rate.activated.connect(self._rate)
        self.button = QPushButton(self.tr("Edit"), self)
        self.button.setProperty("kind", "quiet")
        self.button.clicked.connect(lambda: self.edit_wanted.emit(self._skill))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(spacing.M)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 4)
        grid.setColumnStretch(1, 3)
        grid.setColumnMinimumWidth(1, _LEVEL_WIDTH)
        grid.addWidget(self.name, 0, 0)
        grid.addWidget(self.about, 1, 0)
        grid.addWidget(self.level, 0, 1)
        grid.addWidget(self.bar, 1, 1)
        for column, part in ((3, self.rate), (4, self.button)):
            grid.addWidget(part, 0, column, 2, 1)

    def show_standing(self, one: Standing) -> None:
        """Show another skill."""
        self._skill = one.skill
        name = foreign(one.skill.name)
        self.name.setText(name)
        self.level.setText(self._words.level(one))
        self.about.setText(self._words.about(one))
        self.bar.show_share(one.level / HIGHEST_LEVEL, Kind.APP, 0)
        self.rate.clear()
        self.rate.addItem(self.tr("My level…"))
        self.rate.addItems([str(value) for value in range(_LEVELS)])
        name_box(self.rate, self.tr("My level in %1, 0 to 10").replace("%1", name))
        self.button.setAccessibleName(self.tr("Edit %1").replace("%1", name))

    def _rate(self, place: int) -> None:
        if place:
            self.rated.emit(self._skill.id, float(place - 1))


class NeedRow(QWidget):
    """What may be worth a skill; emits add_wanted(Skill)."""

    add_wanted = Signal(object)

    def __init__(self, words: LearnWords, need: Need, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        button = QPushButton(self.tr("Add…"), self)
        button.setProperty("kind", "quiet")
        button.setAccessibleName(self.tr("Add the skill %1").replace("%1", need.word))
        button.clicked.connect(lambda: self.add_wanted.emit(Skill(need.word.capitalize())))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(ElidedLabel(words.need(need), "secondary", self), 1)
        row.addWidget(button)


class SkillsCard(Card):
    """Emits edit_wanted(Skill), number 0 for a new one, and rated(skill's number, level)."""

    edit_wanted = Signal(object)
    rated = Signal(int, float)

    def __init__(self, theme: ThemeHolder, words: LearnWords, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._theme, self._words = theme, words
        self.set_title(self.tr("Skills"))
        self.rows: list[SkillRow] = []
        self.needs: list[NeedRow] = []
        self.packs = PacksButton((PackKind.LEARNING, PackKind.READING), self)
        self.packs.setProperty("kind", "quiet")
        self.add_button = QPushButton(self.tr("Add a skill"), self)
        self.add_button.setProperty("kind", "quiet")
        self.add_button.clicked.connect(lambda: self.edit_wanted.emit(Skill("")))
        self.corner.addWidget(self.packs)
        self.corner.addWidget(self.add_button)
        self._column, self._hints = QVBoxLayout(), QVBoxLayout()
        self._column.setSpacing(spacing.M)
        self._hints.setSpacing(0)
        self.hint = Paragraph(self.tr("You read or searched much about this, and no skill covers it:"), "muted", self)
        self.body.addLayout(self._column)
        self.body.addSpacing(spacing.S)
        self.body.addWidget(self.hint)
        self.body.addLayout(self._hints)
        self.hint.hide()

    def show_sheet(self, sheet: LearnSheet) -> None:
        """Show other skills; the rows already there are used again."""
        while len(self.rows) < len(sheet.standings):
            row = SkillRow(self._theme, self._words, self)
            row.edit_wanted.connect(self.edit_wanted)
            row.rated.connect(self.rated)
            self._column.addWidget(row)
            self.rows.append(row)
        while len(self.rows) > len(sheet.standings):
            self.rows.pop().deleteLater()
        for row, one in zip(self.rows, sheet.standings, strict=True):
            row.show_standing(one)
        self.add_button.setProperty("kind", "quiet" if self.rows else "primary")  # the first one is what to do here
        self.add_button.style().polish(self.add_button)

    def choose(self) -> None:
        """Open a menu of the skills; the one chosen is opened, to be changed or removed."""
        choose_below(self.add_button, [(row.button.accessibleName(), row.button.click) for row in self.rows])

    def show_needs(self, needs: tuple[Need, ...]) -> None:
        """Show other hints."""
        for old in self.needs:
            old.deleteLater()
        self.needs = [NeedRow(self._words, one, self) for one in needs]
        for row in self.needs:
            row.add_wanted.connect(self.edit_wanted)
            self._hints.addWidget(row)
        self.hint.setVisible(bool(needs))
