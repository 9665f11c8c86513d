"""Paints an action on one line: its name, then its page or why it cannot be done, and its keys at the end."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.theme import ThemeHolder, spacing, type_scale

ROW: Final = 36
_ASIDE_SHARE: Final = 0.55
_Index = QModelIndex | QPersistentModelIndex


class ActionDelegate(QStyledItemDelegate):
    """Takes what it paints from a line with title, aside, keys and enabled; role: where the model keeps it."""

    def __init__(self, theme: ThemeHolder, role: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme, self._role = theme, role

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """Return the height of a line; its width is the list's."""
        return QSize(200, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one line."""
        line, palette = index.data(self._role), self._theme.palette
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.colour("selected" if chosen else "hover"))
            painter.drawRoundedRect(
                QRectF(option.rect).adjusted(1, 1, -1, -1), spacing.RADIUS_CONTROL, spacing.RADIUS_CONTROL
            )
        area = QRectF(option.rect).adjusted(spacing.M, 0, -spacing.M, 0)
        small = type_scale.sized(option.font, type_scale.SECONDARY)
        muted, ink = palette.colour("muted"), palette.colour("text" if line.enabled else "muted")
        painter.setPen(ink)
        area.setRight(area.right() - _at_the_end(painter, area, line.keys, small))
        painter.setPen(muted)
        aside = line.reason or line.place
        area.setRight(area.right() - _at_the_end(painter, area, aside, small, _ASIDE_SHARE))
        painter.setPen(ink)
        _at_the_start(painter, area, line.action.title, option.font)
        painter.restore()


def _at_the_end(painter: QPainter, area: QRectF, text: str, font: QFont, share: float = 1.0) -> float:
    """Draw a text at the end of the line, in at most that share of it; return the width taken."""
    if not text:
        return 0
    metrics = QFontMetricsF(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width() * share)
    painter.setFont(font)
    painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, shown)
    return metrics.horizontalAdvance(shown) + spacing.L


def _at_the_start(painter: QPainter, area: QRectF, text: str, font: QFont) -> None:
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.setFont(font)
    painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
