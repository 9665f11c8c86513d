"""A share of the whole as a bar inside a table's cell, with its percentage beside it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.theme import ThemeHolder
from desktop_app.widgets.chart_values import chart_colour

_BAR: Final = 8
_WORDS: Final = 48
_INSET: Final = 8


class ShareDelegate(QStyledItemDelegate):
    """Draws cells whose model answers share_role with 0 to 1 and ink_role with a colour of chart_values."""

    def __init__(self, theme: ThemeHolder, share_role: int, ink_role: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._share_role, self._ink_role = share_role, ink_role

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw ground, track, bar and words."""
        share = index.data(self._share_role)
        if not isinstance(share, float):
            super().paint(painter, option, index)
            return
        palette = self._theme.palette
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, palette.colour("selected"))
        room = QRectF(option.rect).adjusted(_INSET, 0, -_INSET, 0)
        track = QRectF(room.left(), room.center().y() - _BAR / 2, max(_BAR, room.width() - _WORDS), _BAR)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.colour("line"))
        painter.drawRoundedRect(track, _BAR / 2, _BAR / 2)
        if share > 0:
            painter.setBrush(chart_colour(str(index.data(self._ink_role) or "accent"), palette))
            filled = QRectF(track.left(), track.top(), max(_BAR, track.width() * min(1.0, share)), _BAR)
            painter.drawRoundedRect(filled, _BAR / 2, _BAR / 2)
        painter.setPen(palette.colour("muted"))
        words = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()
