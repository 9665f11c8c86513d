"""Conditions of a rule that hold together: all of them, any, or none; a group may hold further groups."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.dialogs.match_row import MatchRow
from desktop_app.dialogs.rule_words import alike_tests
from desktop_app.theme import spacing
from desktop_app.widgets.named_box import name_box
from desktop_app.widgets.return_key import press_by_return
from engine.domain.rules import All, Any, Expression, Not, Test

_DEEPEST: Final = 8
MOST_PARTS: Final = 100


class Joined(StrEnum):
    """How the parts of a group are joined."""

    ALL = "all"
    ANY = "any"
    NONE = "none"


class MatchGroup(QFrame):
    """Emits changed while it or anything in it is edited, and removed for its button; the outermost has none."""

    changed = Signal()
    removed = Signal()

    def __init__(self, depth: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._depth = depth
        self._details = False
        self.parts: list[MatchRow | MatchGroup] = []
        if depth > 1:
            self.setProperty("role", "chip")
        self.joined = QComboBox(self)
        name_box(self.joined, self.tr("How the conditions are joined"))
        self.joined.addItem(self.tr("All of these hold"), Joined.ALL)
        self.joined.addItem(self.tr("Any of these holds"), Joined.ANY)
        self.joined.addItem(self.tr("None of these holds"), Joined.NONE)
        self.add_row_button = QPushButton(self.tr("Add condition"), self)
        self.add_group_button = QPushButton(self.tr("Add group"), self)
        self.remove_button = QPushButton(self.tr("Remove group"), self)
        for button in (self.add_row_button, self.add_group_button, self.remove_button):
            press_by_return(button)
            button.setProperty("kind", "quiet")
        self._arrange()
        self.joined.currentIndexChanged.connect(self.changed)
        self.add_row_button.clicked.connect(self._add_row)
        self.add_group_button.clicked.connect(self._add_group)
        self.remove_button.clicked.connect(self.removed)

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(spacing.S)
        head.addWidget(self.joined)
        head.addStretch(1)
        for button in (self.add_row_button, self.add_group_button, self.remove_button):
            head.addWidget(button)
        self._body = QVBoxLayout()
        self._body.setSpacing(spacing.S)
        column = QVBoxLayout(self)
        inset = spacing.S if self._depth > 1 else 0
        column.setContentsMargins(inset, inset, inset, inset)
        column.setSpacing(spacing.S)
        column.addLayout(head)
        column.addLayout(self._body)
        self.show_details(False)

    # ---------------------------------------------------------------- in and out

    def show_match(self, expression: Expression | None) -> None:
        """Show an expression; None begins with one empty condition."""
        for shown in list(self.parts):
            self._drop(shown)
        joined, parts = _opened(expression)
        self.joined.setCurrentIndex(self.joined.findData(joined))
        for part in parts:
            self._show_part(part)
        if not self.parts:
            self._put(MatchRow((), self))
        self.show_details(self._details)

    def _show_part(self, part: Expression) -> None:
        if isinstance(part, Test):
            self._put(MatchRow((part,), self))
        elif isinstance(part, Any) and (tests := alike_tests(part.parts)):
            self._put(MatchRow(tests, self))
        else:
            group = MatchGroup(self._depth + 1, self)
            group.show_match(part)
            self._put(group)

    def part(self) -> Expression | None:
        """Return what the group says, None while nothing in it is complete."""
        found = tuple(one for part in self.parts if (one := part.part()) is not None)
        joined = Joined(self.joined.currentData())
        if not found:
            return None
        if joined is Joined.ALL:
            return found[0] if len(found) == 1 else All(found)
        inner = found[0] if len(found) == 1 else Any(found)
        return Not(inner) if joined is Joined.NONE else inner

    @property
    def is_plain(self) -> bool:
        """Whether there is nothing in it that the simple view does not show."""
        return all(isinstance(part, MatchRow) and not part.case.isChecked() for part in self.parts)

    def show_details(self, shown: bool) -> None:
        """Offer groups and case; what is there already stays in sight."""
        self._details = shown
        self.add_group_button.setVisible(shown and self._depth < _DEEPEST)
        self.remove_button.setVisible(self._depth > 1)
        several = len(self.parts) > 1 or self._depth > 1 or self.joined.currentData() == Joined.NONE
        self.joined.setVisible(shown or several)
        for part in self.parts:
            part.show_details(shown)

    # ---------------------------------------------------------------- parts

    def _add_row(self) -> None:
        row = MatchRow((), self)
        self._put(row)
        row.texts.setFocus()
        self._edited()

    def _add_group(self) -> None:
        group = MatchGroup(self._depth + 1, self)
        group.show_match(None)
        self._put(group)
        self._edited()

    def _put(self, part: MatchRow | MatchGroup) -> None:
        self.parts.append(part)
        self._body.addWidget(part)
        part.changed.connect(self.changed)
        part.removed.connect(lambda: self._remove(part))

    def _remove(self, part: MatchRow | MatchGroup) -> None:
        self._drop(part)
        if not self.parts:
            self._put(MatchRow((), self))
        self._edited()

    def _drop(self, part: MatchRow | MatchGroup) -> None:
        self.parts.remove(part)
        self._body.removeWidget(part)
        part.hide()
        part.deleteLater()

    def _edited(self) -> None:
        self.show_details(self._details)
        self.changed.emit()


def _opened(expression: Expression | None) -> tuple[Joined, tuple[Expression, ...]]:
    """Return an expression as a way of joining and the parts that are joined."""
    if expression is None:
        return Joined.ALL, ()
    if isinstance(expression, All):
        return Joined.ALL, expression.parts
    if isinstance(expression, Any):
        return (Joined.ALL, (expression,)) if alike_tests(expression.parts) else (Joined.ANY, expression.parts)
    if isinstance(expression, Not):
        inner = expression.part
        return Joined.NONE, inner.parts if isinstance(inner, Any) and not alike_tests(inner.parts) else (inner,)
    return Joined.ALL, (expression,)


def parts_in(expression: Expression) -> int:
    """Return how many rows and groups it takes to show an expression."""
    if isinstance(expression, Test):
        return 1
    if isinstance(expression, Not):
        return 1 + parts_in(expression.part)
    return 1 if alike_tests(expression.parts) else 1 + sum(parts_in(part) for part in expression.parts)
