"""The Rules page itself: what is read, in which order, and which part is in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop_app.dialogs.error_words import error_sentence
from desktop_app.pages.rules.changer import RulesChanger
from desktop_app.pages.rules.editor import RulesEditor
from desktop_app.pages.rules.exchange import RulesExchange
from desktop_app.pages.rules.rules_panel import RulesPanel
from desktop_app.pages.rules.sheet import Scope, Sheet, Unsorted, read_overlaps, read_sheet, read_unsorted
from desktop_app.pages.rules.suggester import Suggester
from desktop_app.pages.rules.toolbar import RulesToolbar
from desktop_app.pages.rules.unsorted_panel import UnsortedPanel
from desktop_app.theme import ThemeHolder, spacing
from desktop_app.widgets.empty_state import EmptyState
from desktop_app.widgets.error_line import ErrorLine
from desktop_app.widgets.format import Wording
from desktop_app.widgets.key_binding import on_keys
from desktop_app.widgets.scrolling import scrolling
from desktop_app.widgets.toast import Toast
from engine.domain.app_names import AppNames
from engine.domain.categories import Facet
from engine.domain.errors import KairosError
from engine.domain.labelling import Overlap, RulesChange
from engine.domain.rule_pack import Pack
from engine.domain.rule_suggestion import RuleSuggestion
from engine.domain.rules import Expression, Rule

if TYPE_CHECKING:
    from desktop_app.background import Background
    from desktop_app.choices import Choices

_RULES, _UNSORTED = 0, 1
_SETTLE_MS = 150  # several edits at once are read once


class RulesPage(QWidget):
    """Reads by itself once the engine is open, when it is shown again, and after each edit.

    lane: where questions may wait for the process that knows meaning.
    """

    def __init__(self, theme: ThemeHolder, choices: Choices, lane: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices, self._lane = choices, lane
        self._whole_ms = 0
        self._attached = False
        self._fresh = RulesChange()
        self._resumed = False
        self._wording = Wording("UTC", self)
        self.setProperty("role", "page")
        self.toolbar = RulesToolbar(self)
        self.panel = RulesPanel(theme, self)
        self.unsorted = UnsortedPanel(self._wording, self)
        self.empty = EmptyState(
            theme,
            "rules",
            self.tr("No rules yet"),
            self.tr(
                "Rules sort apps, sites and documents into categories, so that reports say what the time went into. "
                "The starter rules know many common programs and sites; you can change all of them."
            ),
            self.tr("Install starter rules"),
            self,
        )
        self.empty.offer_second(self.tr("Import…"))
        self.error = ErrorLine(self)
        self.error.again.connect(self.refresh)
        self.toast = Toast(self)
        self.changer = RulesChanger(self)
        self.editor = RulesEditor(self.changer, self._wording, self)
        self.exchange = RulesExchange(self)
        self.suggester = Suggester(self.changer, self._sees_unsorted, self)
        self._reread = QTimer(self)
        self._reread.setSingleShot(True)
        self._reread.setInterval(_SETTLE_MS)
        self._arrange()
        self._connect()
        self._connect_panels()
        choices.ready.connect(self._attach)
        self._attach()

    def _arrange(self) -> None:
        self._stack = QStackedWidget(self)
        for part in (self.panel, self.unsorted, self.empty):
            self._stack.addWidget(scrolling((part, 1)))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, spacing.XS, 0, 0)
        for fixed in (self.toolbar, self.error):
            fixed.setContentsMargins(spacing.XXL, 0, spacing.XXL, 0)
        column.setSpacing(spacing.M)
        column.addWidget(self.toolbar)
        column.addWidget(self.error)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self._reread.timeout.connect(self.refresh)
        self.toolbar.part_chosen.connect(self.show_part)
        self.toolbar.import_wanted.connect(self.exchange.ask_import)
        self.toolbar.export_wanted.connect(self.exchange.ask_export)
        self.toolbar.starter_wanted.connect(self.exchange.starter)
        self.toolbar.packs_wanted.connect(self._choices.packs_wanted)
        self._choices.packs_changed.connect(self._reread.start)
        self.empty.clicked.connect(self.exchange.starter)
        self.empty.second_clicked.connect(self.exchange.ask_import)
        self.exchange.install_wanted.connect(self._install)
        self.exchange.said.connect(self.toast.say)
        self.exchange.failed.connect(self._fail)
        self.changer.changed.connect(self._edited)
        self.changer.relabelled.connect(self.toolbar.show_progress)
        self.changer.settled.connect(self._settled)
        self.changer.failed.connect(self._fail)

    def _connect_panels(self) -> None:
        panel, editor = self.panel, self.editor
        panel.add_category_wanted.connect(lambda: editor.add_category(panel.tree.category))
        panel.edit_category_wanted.connect(lambda: editor.edit_category(panel.tree.category))
        panel.remove_category_wanted.connect(lambda: editor.remove_category(panel.tree.category))
        panel.add_rule_wanted.connect(lambda: editor.add_rule(panel.tree.scope))
        panel.edit_rule_wanted.connect(lambda: editor.edit_rule(panel.view.rule))
        panel.remove_rule_wanted.connect(lambda: editor.remove_rule(panel.view.rule))
        panel.move_wanted.connect(lambda step: editor.move_rule(panel.view.rule, panel.view.table.rules, step))
        panel.view.table.switched.connect(editor.switch_rule)
        self.unsorted.decided.connect(self._decide)
        self.unsorted.rule_wanted.connect(
            lambda match, category: editor.add_rule(Scope(Facet.CATEGORY, category), match)
        )

        self.unsorted.suggestion.accepted.connect(self._accept)
        self.unsorted.suggestion.declined.connect(self.suggester.decline)
        self.suggester.told.connect(self.unsorted.show_suggested)
        self.suggester.done.connect(lambda told: self.toast.offer(told, self.suggester.undo))
        self.suggester.failed.connect(self._fail)
        on_keys(self, QKeySequence.StandardKey.Undo, self.toast.undo)
        self.editor.undoable.connect(lambda told, back: self.toast.offer(told, lambda: self.changer.change(back)))

    def show_names(self, names: AppNames) -> None:
        """Call apps by these names."""
        self.editor.app_name = names.name
        self.unsorted.name_apps(names.name)

    def show_part(self, place: int) -> None:
        """Show the rules, 0, or what has no category, 1."""
        self.toolbar.show_part(place)
        self._stack.setCurrentIndex(2 if self.editor.sheet.is_empty else place)
        self.suggester.look()

    def _sees_unsorted(self) -> bool:
        return self.isVisible() and self._stack.currentIndex() == _UNSORTED and bool(self.unsorted.view.table.groups)

    # ---------------------------------------------------------------- reading

    def _attach(self) -> None:
        engine, background = self._choices.engine, self._choices.background
        if engine is None or background is None or self._attached:
            return
        self._attached = True
        for part in (self.changer, self.editor, self.exchange):
            part.attach(engine.rules, background)
        self.suggester.attach(engine.rule_suggestions, self._lane)
        self.refresh()

    @property
    def at_rest(self) -> bool:
        """Whether everything is labelled and nothing is to be read anew."""
        return not self.changer.busy and not self._reread.isActive()

    def refresh(self) -> None:
        """Read everything anew: categories and rules first, what takes longer after them."""
        engine, background = self._choices.engine, self._choices.background
        if engine is None or background is None:
            return
        rules, whole_ms = engine.rules, self._whole_ms
        background.ask(self, lambda: read_sheet(rules), self._show, self._fail)
        background.ask(self, lambda: read_unsorted(rules, whole_ms), self._show_unsorted, self._fail)
        background.ask(self, lambda: read_overlaps(rules), self._show_overlaps, self._fail)

    def _show(self, sheet: Sheet) -> None:
        self.editor.sheet = sheet
        self.panel.show_sheet(sheet, self._fresh)
        self._fresh = RulesChange()
        self.suggester.tree = sheet.tree
        self.unsorted.show_categories(sheet.tree)
        self.toolbar.setVisible(not sheet.is_empty)
        self.show_part(_UNSORTED if self.toolbar.unsorted_button.isChecked() else _RULES)
        if sheet.outdated and not self.changer.busy and not self._resumed:
            self._resumed = True  # what a closed window left undone; once, should it not come to an end
            self.changer.relabel()

    def _show_unsorted(self, unsorted: Unsorted) -> None:
        self._whole_ms = unsorted.whole_ms
        self.unsorted.show_unsorted(unsorted)
        self.toolbar.show_count(len(unsorted.groups))
        self.suggester.outdate()

    def _show_overlaps(self, overlaps: dict[int, Overlap]) -> None:
        self.panel.show_overlaps(overlaps)

    def showEvent(self, event: QShowEvent) -> None:
        """Read what has changed since the page was last looked at."""
        super().showEvent(event)
        if self._attached:
            self._whole_ms = 0
            self._reread.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Read nothing for a page that nobody sees; it is read when it is shown again."""
        self._reread.stop()
        super().hideEvent(event)

    # ---------------------------------------------------------------- changing

    def _install(self, pack: Pack) -> None:
        self.changer.change(lambda rules: rules.install(pack))

    def _decide(self, match: Expression, category: int) -> None:
        self.unsorted.hold(busy=True)
        rule = Rule(None, Facet.CATEGORY, category, match)
        self.changer.change(lambda rules: rules.add_rule(rule))

    def _accept(self, suggestion: RuleSuggestion) -> None:
        self.unsorted.hold(busy=True)
        self.suggester.accept(suggestion)

    def _edited(self, change: RulesChange) -> None:
        self._fresh = change
        self.error.hide()
        self._reread.start()

    def _settled(self) -> None:
        self.toolbar.settle()
        self.unsorted.hold(busy=False)
        self._reread.start()

    def _fail(self, error: KairosError) -> None:
        self.unsorted.hold(busy=False)
        self.error.say(error_sentence(error))
