"""What the page shows before there is a skill: how it goes, step by step, and a week as it would be divided."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from desktop_app.pages.learn.minutes_card import ShareGrid
from desktop_app.pages.learn.words import LearnWords
from desktop_app.theme import ThemeHolder, spacing
from desktop_app.widgets.card import Card
from desktop_app.widgets.columns import Columns
from desktop_app.widgets.empty_state import EmptyState
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.plain_text import plain_label
from engine.domain.learning import LearningPlan, Returns, Share, Skill

MINUTES: Final = 180
_ASSUMED: Final = Returns(1.0, 150.0)
_NUMBER_WIDTH: Final = 24
_WIDE: Final = 880


def example(names: tuple[str, str, str]) -> LearningPlan:
    """Return three hours as they are divided among three skills so called; a test has the engine divide them."""
    first, second, third = names
    shares = (
        Share(Skill(first, 5), 90, 0.31583, 3.0, _ASSUMED, 60, 0.03656),
        Share(Skill(second, 3), 75, 0.39347, 0.0, _ASSUMED, 0, 0.05772, told=False),
        Share(Skill(third, 3), 15, 0.04758, 5.0, _ASSUMED, 15, 0.04305),
    )
    return LearningPlan(date.min, MINUTES, shares)


def guide(theme: ThemeHolder, words: LearnWords, parent: QWidget) -> Columns:
    """Return the steps and the example, beside each other where there is room for both."""
    steps, shown = StepsCard(parent), ExampleCard(theme, words, parent)
    return Columns((steps, shown), (shown,), parent, wide=_WIDE)


class NothingYet(Card):
    """What the page is for, and the first step; its state tells which button was pressed."""

    def __init__(self, theme: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.state = EmptyState(
            theme,
            "learn",
            self.tr("Nothing to learn yet"),
            self.tr(
                "Name a skill and how much it matters. Kairos divides the minutes of your week where they give most, "
                "and asks cards made of your own notes before you forget them."
            ),
            self.tr("Add a skill"),
            self,
        )
        self.state.offer_second(self.tr("Take in a pack…"))
        self.body.addWidget(self.state)


class StepsCard(Card):
    """The way from a skill to what was learned, in the order in which a person goes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("How it goes"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(spacing.S)
        grid.setVerticalSpacing(2)
        grid.setColumnMinimumWidth(0, _NUMBER_WIDTH)
        grid.setColumnStretch(1, 1)
        self.body.addLayout(grid)
        for place, (what, how) in enumerate(self._steps()):
            number = plain_label(str(place + 1), "accentHeading", self)
            number.setAlignment(Qt.AlignmentFlag.AlignTop)
            row = 3 * place
            grid.addWidget(number, row, 0)
            grid.addWidget(plain_label(what, "strong", self), row, 1)
            grid.addWidget(Paragraph(how, "secondary", self), row + 1, 1)
            grid.setRowMinimumHeight(row + 2, spacing.S)

    def _steps(self) -> tuple[tuple[str, str], ...]:
        return (
            (
                self.tr("Add a skill"),
                self.tr("How much it matters, 1 to 5, and at most how many minutes of a week it may have."),
            ),
            (
                self.tr("Tell your level, 0 to 10"),
                self.tr("Told once a week, it shows what the minutes gave, also where that was nothing."),
            ),
            (
                self.tr("Plan the week"),
                self.tr("Kairos divides the minutes where they give most and finds free places for them in the plan."),
            ),
            (
                self.tr("Answer cards"),
                self.tr("They are made of your own notes, word by word, and asked shortly before you would forget."),
            ),
        )


class ExampleCard(Card):
    """A week divided among three skills that are nobody's, drawn as the page draws a real one."""

    def __init__(self, theme: ThemeHolder, words: LearnWords, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("An example: the week's minutes"))
        names = self.tr("Statistics"), self.tr("A new language"), self.tr("Writing")
        plan = example(names)
        told = self.tr("%1 a week, divided among three skills of different weight and level")
        self.body.addWidget(Paragraph(told.replace("%1", words.minutes(plan.most_minutes)), "", self))
        self.grid = ShareGrid(theme, words, self)
        self.grid.show_shares(plan.shares)
        self.body.addLayout(self.grid)
        self.foot: QLabel = Paragraph(self.tr("Nothing of this is stored."), "muted", self)
        self.body.addWidget(self.foot)
