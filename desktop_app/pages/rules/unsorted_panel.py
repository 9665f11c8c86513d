"""What has no category yet: pick groups, say what they are, and one rule clears them all."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QProgressBar, QPushButton, QWidget

from desktop_app.dialogs.category_box import CategoryBox
from desktop_app.dialogs.rule_words import category_path, match_words
from desktop_app.dialogs.seen_table import SeenView
from desktop_app.pages.rules.rules_panel import LEAST_ROWS, NARROW
from desktop_app.pages.rules.sheet import Unsorted
from desktop_app.pages.rules.suggestion_row import SuggestionRow
from desktop_app.pages.rules.unsorted_table import UnsortedView
from desktop_app.theme import spacing
from desktop_app.widgets.card import Card
from desktop_app.widgets.format import Wording
from desktop_app.widgets.named_box import name_box
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.plain_text import plain_label
from engine.domain.categories import CategoryTree
from engine.domain.labelling import Unknown
from engine.domain.rule_suggestion import Suggested
from engine.domain.rules import Any, Expression

_SHOWN: Final = 50
_NAMED: Final = 3
_WHOLE: Final = 1_000


class UnsortedPanel(QWidget):
    """Emits decided(match, category's number), and rule_wanted(match, number or None) to have a closer look first.

    suggestion: of the one group that is chosen.
    """

    decided = Signal(object, int)
    rule_wanted = Signal(object, object)

    def __init__(self, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wording = wording
        self._busy = False
        self._tree = CategoryTree(())
        self._suggested = Suggested()
        self.view = UnsortedView(wording, self)
        self.seen = SeenView(wording, self)
        self.seen.setAccessibleName(self.tr("Windows of the group"))
        self.sorted_bar = QProgressBar(self)
        self.sorted_bar.setRange(0, _WHOLE)
        self.sorted_bar.setTextVisible(False)
        self.sorted_bar.setFixedHeight(spacing.S)
        self.sorted_bar.setAccessibleName(self.tr("Share of your time that has a category"))
        self.sum = plain_label("", "muted", self)
        self.proposal = Paragraph("", "muted", self)
        self.suggestion = SuggestionRow(self)
        self.box = CategoryBox(CategoryTree(()), self)
        self.apply_button = QPushButton(self.tr("Count as this"), self)
        self.apply_button.setProperty("kind", "primary")
        self.edit_button = QPushButton(self.tr("Edit the rule first…"), self)
        self._arrange()
        self.view.picked.connect(self._show_choice)
        self.box.currentIndexChanged.connect(self._enable)
        self.apply_button.clicked.connect(self._apply)
        self.edit_button.clicked.connect(self._edit)
        self._show_choice()

    def _arrange(self) -> None:
        for rows in (self.view, self.seen):
            rows.setMinimumHeight(LEAST_ROWS)
        self._list = Card(self.tr("Without a category"), self)
        self._list.corner.addWidget(self.sum)
        self._list.body.addWidget(self.sorted_bar)
        self._list.body.addWidget(self.view, 1)
        self._group = Card("…", self)
        self._group.body.addWidget(self.proposal)
        self._group.body.addWidget(self.suggestion)
        self._group.body.addWidget(self.seen, 1)
        self._act = QHBoxLayout()
        self._act.setSpacing(spacing.S)
        name_box(self.box, self.tr("Category for the group"))
        self._act.addWidget(self.box, 1)
        self._act.addWidget(self.apply_button)
        self._group.body.addLayout(self._act)
        self._group.body.addWidget(self.edit_button, 0, Qt.AlignmentFlag.AlignRight)
        self._cards = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._cards.setSpacing(spacing.M)
        self._cards.addWidget(self._list, 1)
        self._cards.addWidget(self._group, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand the cards below each other where there is little room."""
        super().resizeEvent(event)
        narrow = self.width() < NARROW
        self._cards.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    def show_unsorted(self, unsorted: Unsorted) -> None:
        """Show what has no category."""
        self.view.show_groups(unsorted.groups)
        known = unsorted.whole_ms - unsorted.ms
        share = known / unsorted.whole_ms if unsorted.whole_ms else 1.0
        self.sorted_bar.setValue(round(max(0.0, share) * _WHOLE))
        told = self.tr("%1 left, %2 of your time has a category")
        told = told.replace("%1", self._wording.length(unsorted.ms))
        self.sum.setText(told.replace("%2", self._wording.percent(max(0.0, share))))

    def show_categories(self, tree: CategoryTree) -> None:
        """Offer these categories; the one chosen stays so."""
        self._tree = tree
        chosen = self.box.chosen()
        fresh = CategoryBox(tree, self)
        fresh.removeItem(1)
        fresh.setItemText(0, self.tr("Choose a category…"))
        fresh.choose(chosen)
        name_box(fresh, self.box.accessibleName())
        self._act.replaceWidget(self.box, fresh)
        self.box.hide()
        self.box.deleteLater()
        self.box = fresh
        fresh.currentIndexChanged.connect(self._enable)
        self.show_suggested(self._suggested)
        self._enable()

    def show_suggested(self, suggested: Suggested) -> None:
        """Show what groups seem to be."""
        self._suggested = suggested
        known = [one for one in suggested.found if one.category_id in self._tree]
        self.view.table.show_seeming({one.unknown.match: category_path(self._tree, one.category_id) for one in known})
        self._show_suggestion()

    def _show_suggestion(self) -> None:
        chosen = self.view.chosen
        fitting = (one for one in self._suggested.found if len(chosen) == 1 and one.unknown.match == chosen[0].match)
        self.suggestion.show_suggestion(next(fitting, None), self._tree, by_meaning=self._suggested.by_meaning)

    def name_apps(self, app_name: Callable[[str], str]) -> None:
        """Call apps by these names."""
        self.view.table.app_name = self.seen.seen.app_name = app_name
        self.view.viewport().update()

    def hold(self, *, busy: bool) -> None:
        """Take no decision while one is being stored."""
        self._busy = busy
        self._enable()

    def match(self) -> Expression | None:
        """Return the rule that clears all groups chosen, None where none is."""
        return match_of(self.view.chosen)

    def _show_choice(self) -> None:
        chosen = self.view.chosen
        match = match_of(chosen)
        names = [self.view.table.name(group) for group in chosen[:_NAMED]] + ["…"] * (len(chosen) > _NAMED)
        all_done = self.tr("Everything has a category") if not self.view.table.groups else self.tr("Nothing chosen")
        self._group.set_title(", ".join(names) or all_done)
        seen = sorted((seen for group in chosen for seen in group.seen), key=lambda seen: -seen.ms)
        told = self.tr("Rule: %1 — clears %2 windows, %3")
        told = told.replace("%2", QLocale().toString(len(seen)))
        told = told.replace("%3", self._wording.length(sum(group.ms for group in chosen)))
        self.proposal.setText("" if match is None else told.replace("%1", match_words(match)))
        self.seen.seen.show_seen(seen[:_SHOWN])
        self._show_suggestion()
        self._enable()

    def _enable(self) -> None:
        ready = self.match() is not None and not self._busy
        self.apply_button.setEnabled(ready and self.box.chosen() is not None)
        self.edit_button.setEnabled(ready)
        self.suggestion.hold(busy=self._busy)

    def _apply(self) -> None:
        match, category = self.match(), self.box.chosen()
        if match is not None and category is not None:
            self.decided.emit(match, category)

    def _edit(self) -> None:
        match = self.match()
        if match is not None:
            self.rule_wanted.emit(match, self.box.chosen())


def match_of(groups: tuple[Unknown, ...]) -> Expression | None:
    """Return one match for several groups."""
    matches = tuple(group.match for group in groups)
    if not matches:
        return None
    return matches[0] if len(matches) == 1 else Any(matches)
