"""Writing a rule, with what it would match in the person's own history beside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop_app.dialogs.asking_dialog import AskingDialog
from desktop_app.dialogs.match_group import MOST_PARTS, MatchGroup, parts_in
from desktop_app.dialogs.match_row import MatchRow
from desktop_app.dialogs.rule_target import RuleTarget
from desktop_app.dialogs.rule_trial import RuleTrial
from desktop_app.dialogs.rule_words import match_words, target_name
from desktop_app.theme import spacing
from desktop_app.widgets.format import Wording
from desktop_app.widgets.on_screen import resize_on_screen
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.plain_text import plain_label
from desktop_app.widgets.reading_order import lead_on
from engine.domain.categories import CategoryTree, Facet
from engine.domain.errors import KairosError
from engine.domain.rules import Expression, Rule

if TYPE_CHECKING:
    from desktop_app.background import Background
    from engine.api import Rules

_SIZE: Final = (900, 680)
_MATCH_PX: Final = 190


@dataclass(frozen=True, slots=True)
class Draft:
    """What to begin with. rule: the one to change, None for a new one; the rest fills in a new one."""

    tree: CategoryTree
    rules: tuple[Rule, ...] = ()
    rule: Rule | None = None
    facet: Facet = Facet.CATEGORY
    target: int | str | None = None
    match: Expression | None = None


class EditRule(AskingDialog):
    """Emits stored with what changed."""

    def __init__(
        self, draft: Draft, rules: Rules, background: Background, wording: Wording, parent: QWidget | None = None
    ) -> None:
        super().__init__(background, parent)
        self._draft, self._rules = draft, rules
        self.setWindowTitle(self.tr("New rule") if draft.rule is None else self.tr("Edit rule"))
        resize_on_screen(self, _SIZE)
        self.target = RuleTarget(draft.tree, draft.rules, self)
        self.enabled = QCheckBox(self.tr("In use"), self)
        self.match = MatchGroup(1, self)
        self.advanced = QCheckBox(self.tr("Groups and letter case"), self)
        self.warning = Paragraph("", "secondary", self)
        self.trial = RuleTrial(rules, background, draft.tree, wording, self)
        self._fixed = self._too_large()
        self._fill()
        self._arrange()
        self._connect()
        self._edited()
        if isinstance(first := self.match.parts[0], MatchRow):
            first.texts.setFocus()

    def _too_large(self) -> Expression | None:
        """Return a match that is too long to be shown part by part, and is kept as it is."""
        match = self._draft.match if self._draft.rule is None else self._draft.rule.match
        return match if match is not None and parts_in(match) > MOST_PARTS else None

    def _fill(self) -> None:
        draft = self._draft
        rule = draft.rule
        if rule is None:
            self.target.choose(draft.facet, draft.target)
            match = draft.match
        else:
            self.target.choose(rule.facet, rule.target)
            match = rule.match
        self.enabled.setChecked(rule is None or rule.enabled)
        self.match.show_match(None if self._fixed is not None else match)
        self.advanced.setChecked(not self.match.is_plain)
        self.match.show_details(self.advanced.isChecked())
        for widget in (self.match, self.advanced):
            widget.setVisible(self._fixed is None)

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(spacing.M)
        top.addWidget(plain_label(self.tr("Count as"), "strong", self))
        top.addWidget(self.target, 1)
        top.addWidget(self.enabled)
        head = QHBoxLayout()
        self._heading: QLabel = plain_label(self.tr("What matches"), "strong", self)
        head.addWidget(self._heading)
        head.addStretch(1)
        head.addWidget(self.advanced)
        self.column.addLayout(top)
        self.column.addLayout(head)
        self.column.addWidget(self._scrolled())
        self.column.addWidget(self.warning)
        self.column.addWidget(self.trial, 1)

    def _scrolled(self) -> QWidget:
        if self._fixed is not None:
            return Paragraph(match_words(self._fixed), "muted", self)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        body = QWidget(area)
        body.setProperty("role", "pageBody")
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, spacing.S, 0)
        column.addWidget(self.match)
        column.addStretch(1)
        area.setWidget(body)
        area.setMinimumHeight(_MATCH_PX)
        area.setMaximumHeight(_MATCH_PX + 60)
        return area

    def _connect(self) -> None:
        self.match.changed.connect(self._edited)
        self.target.changed.connect(self._check)
        self.advanced.toggled.connect(self.match.show_details)
        self.save_button.clicked.connect(self._save)

    def name_apps(self, app_name: Callable[[str], str]) -> None:
        """Call apps by these names."""
        self.trial.name_apps(app_name)

    def expression(self) -> Expression | None:
        """Return what the rule would match as it is written now, None while it says nothing."""
        return self._fixed if self._fixed is not None else self.match.part()

    def _edited(self) -> None:
        self.trial.try_out(self.expression())
        self._check()

    def _check(self) -> None:
        """Say that another rule says the same, while there is time."""
        facet, target = self.target.chosen()
        match = self.expression()
        own = None if self._draft.rule is None else self._draft.rule.id
        same = next(
            (one for one in self._draft.rules if one.facet is facet and one.match == match and one.id != own), None
        )
        text = ""
        if same is not None:
            told = self.tr("Another rule has the very same match and counts it as %1; the later one decides.")
            text = "⚠ " + told.replace("%1", target_name(same, self._draft.tree))
        self.warning.setText(text)
        self.warning.setVisible(bool(text))
        self.save_button.setEnabled(match is not None and target is not None)

    def _save(self) -> None:
        facet, target = self.target.chosen()
        match = self.expression()
        if match is None or target is None:
            return
        enabled = self.enabled.isChecked()
        before = self._draft.rule
        if before is None:
            rule = Rule(None, facet, target, match, enabled)
            self.ask(lambda: self._rules.add_rule(rule))
        else:
            rule = replace(before, facet=facet, target=target, match=match, enabled=enabled)
            self.ask(lambda: self._rules.change_rule(rule))

    def refuse(self, error: KairosError) -> None:
        """Say why it was refused."""
        super().refuse(error)
        self._check()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Have Tab go through the dialog as it is read."""
        return lead_on(self, forward=forward)
