"""How all tables of ours look: whole lines that one is chosen of, no grid, nothing edited in place."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

LINE: Final = 28


def show_plain_lines(
    view: QTableView, *, height: int = LINE, elided: Qt.TextElideMode = Qt.TextElideMode.ElideRight
) -> None:
    """Let a table look so; Tab leaves it. height: of a line in pixels; elided: where a text too long is cut."""
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setTabKeyNavigation(False)
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.setTextElideMode(elided)
    lines = view.verticalHeader()
    lines.setVisible(False)
    lines.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    lines.setDefaultSectionSize(height)
    view.horizontalHeader().setHighlightSections(False)
