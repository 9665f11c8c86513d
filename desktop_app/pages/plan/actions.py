"""What the person does on the plan page, handed on: to the plan, to the proposals, or to a dialog."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from desktop_app.dialogs.block_form import BlockChoices
from desktop_app.dialogs.edit_block import EditBlock
from desktop_app.dialogs.flexible_list import FlexibleList
from desktop_app.pages.plan.scene import key_of
from engine.domain.blocks import About, Block, BlockKind, BlockSource, Occurrence
from engine.domain.intervals import Interval
from engine.domain.proposals import Proposal

if TYPE_CHECKING:
    from desktop_app.background import Background
    from desktop_app.pages.plan.body import PlanBody
    from engine.api import Engine

_PROPOSAL = "proposal "


class PlanActions(QObject):
    """Listens to the grid and its table, and opens menus and dialogs over the page."""

    def __init__(self, page: PlanBody) -> None:
        super().__init__(page)
        self._page = page
        self._engine: Engine | None = None
        self._background: Background | None = None
        self.dialog: EditBlock | FlexibleList | None = None
        self.menu: QMenu | None = None
        grid, table = page.grid, page.foot.table
        grid.created.connect(self._created)
        grid.changed.connect(self._changed)
        for part in (grid, table):
            part.opened.connect(self._opened)
            part.removed.connect(self._removed)
        grid.new_wanted.connect(lambda start, end: self.edit_new(Interval(start, end)))
        grid.menu_wanted.connect(self._show_menu)
        page.toolbar.new_wanted.connect(self.new_at_cursor)
        page.toolbar.flexible_wanted.connect(self.edit_flexible)

    def attach(self, engine: Engine, background: Background) -> None:
        """Give it the engine that keeps the plan."""
        self._engine, self._background = engine, background

    def occurrence(self, key: str) -> Occurrence | None:
        """Return what is planned under a key of the grid."""
        planned = self._page.planned
        held = () if planned is None else planned.occurrences
        return next((one for one in held if key_of(one) == key), None)

    def _proposal(self, key: str) -> Proposal | None:
        return self._page.suggester.proposal(key.removeprefix(_PROPOSAL)) if key.startswith(_PROPOSAL) else None

    # ---------------------------------------------------------------- what the grid tells

    def _created(self, start_ms: int, end_ms: int, title: str) -> None:
        self._page.changer.add(About(BlockKind.FOCUS, title), Interval(start_ms, end_ms), self._page.zone)

    def _changed(self, key: str, start_ms: int, end_ms: int) -> None:
        to, occurrence = Interval(start_ms, end_ms), self.occurrence(key)
        if self._proposal(key) is not None:
            self._page.suggester.place(key.removeprefix(_PROPOSAL), to)
        elif occurrence is not None:
            self._page.changer.move(occurrence, to)

    def _opened(self, key: str) -> None:
        proposal, occurrence = self._proposal(key), self.occurrence(key)
        if proposal is not None:
            self._page.suggester.accept(proposal.key)
        elif occurrence is not None:
            self._edit(occurrence)

    def _removed(self, key: str) -> None:
        proposal, occurrence = self._proposal(key), self.occurrence(key)
        if proposal is not None:
            self._page.suggester.refuse(proposal.key)
        elif occurrence is not None and occurrence.block.origin.source is BlockSource.CALENDAR:
            self._page.say(self.tr("This is from a calendar: change it there."), can_undo=False)
        elif occurrence is not None:
            self._page.changer.remove(occurrence)

    # ---------------------------------------------------------------- dialogs

    def new_at_cursor(self) -> None:
        """Open a form for a block where the cursor is."""
        self.edit_new(Interval(*self._page.grid.keys.wanted()))

    def edit_new(self, span: Interval) -> None:
        """Open a form for a new block."""
        block = Block(About(), span, self._page.zone)
        self._edit(Occurrence(span, block, span.start_ms))

    def _edit(self, occurrence: Occurrence) -> None:
        engine, background, planned = self._engine, self._background, self._page.planned
        if engine is None or background is None or planned is None:
            return
        settings = self._page.choices.settings
        choices = BlockChoices(planned.tree, settings.tracking.week_start.number)
        dialog = EditBlock(occurrence, choices, engine.plan, background, self._page.words.wording, self._page)
        dialog.stored.connect(self._stored)
        dialog.remove_wanted.connect(lambda: self._page.changer.remove(occurrence))
        self._open(dialog)

    def _stored(self, block: Block) -> None:
        name = self._page.words.name(block.about)
        self._page.grid.choose_once_there(key_of(Occurrence(block.interval, block, block.interval.start_ms)))
        self._page.changer.tell(self.tr("Stored: %1").replace("%1", name))

    def edit_flexible(self) -> None:
        """Open the list of flexible blocks."""
        engine, background, planned = self._engine, self._background, self._page.planned
        if engine is None or background is None or planned is None:
            return
        choices = BlockChoices(planned.tree, self._page.choices.settings.tracking.week_start.number)
        dialog = FlexibleList(choices, self._page.navigator.today(), engine.plan, background, self._page)
        dialog.suggestion_wanted.connect(self._page.suggest)
        dialog.packs_wanted.connect(self._page.choices.packs_wanted)
        self._open(dialog)

    def _open(self, dialog: EditBlock | FlexibleList) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(self._closed)
        self.dialog = dialog
        dialog.open()

    def _closed(self) -> None:
        self.dialog = None

    # ---------------------------------------------------------------- the menu

    def _show_menu(self, place: QPoint) -> None:
        menu = self.menu_for(self._page.grid.chosen)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def menu_for(self, key: str) -> QMenu:
        """Return what can be done with a block, a proposal or free time."""
        menu = QMenu(self._page)
        proposal, occurrence = self._proposal(key), self.occurrence(key)
        if proposal is not None:
            self._add(menu, self.tr("Accept"), lambda: self._opened(key))
            self._add(menu, self.tr("Not this"), lambda: self._removed(key))
        elif occurrence is not None:
            self._fill_for_block(menu, key, occurrence)
        else:
            self._add(menu, self.tr("New block…"), self.new_at_cursor)
            self._add(menu, self.tr("Undo"), self._page.changer.undo)
            self._add(menu, self.tr("Redo"), self._page.changer.redo)
        return menu

    def _fill_for_block(self, menu: QMenu, key: str, occurrence: Occurrence) -> None:
        block = occurrence.block
        own = block.origin.source is not BlockSource.CALENDAR
        shown = self._page.grid.block(key)
        self._add(menu, self.tr("Open…"), lambda: self._opened(key))
        if block.about.kind in {BlockKind.FOCUS, BlockKind.LEARNING, BlockKind.SHALLOW}:
            self._add(menu, self.tr("Start a focus session"), lambda: self._page.session_wanted.emit(occurrence))
        if own:
            protects = self.tr("No longer protect") if block.about.protected else self.tr("Protect")
            self._add(menu, protects, lambda: self._page.changer.protect(occurrence))
            if shown is not None and shown.trouble:
                self._add(menu, self.tr("Find another place"), self._page.suggester.check)
            self._add(menu, self.tr("Plan it once more…"), lambda: self._again(occurrence))
            self._add(menu, self.tr("Remove"), lambda: self._removed(key))
        else:
            menu.addAction(self.tr("From a calendar: change it there")).setEnabled(False)

    def _again(self, occurrence: Occurrence) -> None:
        """Open a form for a block like this one, right after it."""
        span = Interval(occurrence.interval.end_ms, occurrence.interval.end_ms + occurrence.interval.length_ms)
        block = Block(replace(occurrence.block.about), span, self._page.zone)
        self._edit(Occurrence(span, block, span.start_ms))

    @staticmethod
    def _add(menu: QMenu, text: str, act: Callable[[], object]) -> None:
        menu.addAction(text).triggered.connect(lambda _checked=False: act())
