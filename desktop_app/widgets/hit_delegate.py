"""Paints one found document: its kind, title and place, some of its text, why it was found and when it was used."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLocale, QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.theme import ThemeHolder, spacing, type_scale
from desktop_app.theme.category_colours import ink_on
from desktop_app.widgets.hit_row import HitRow
from desktop_app.widgets.marked_text import highlights, lay_out
from desktop_app.widgets.plain_text import isolated

ROW: Final = Qt.ItemDataRole.UserRole.value + 1
SNIPPET_LINES: Final = 2
_TAG: Final = 40
_MARK_ALPHA: Final = 56
_PLACE_SHARE: Final = 0.55
_Index = QModelIndex | QPersistentModelIndex


class HitDelegate(QStyledItemDelegate):
    """Every row is of one height; foreign text is laid out letter by letter, and only as much as is seen."""

    def __init__(self, theme: ThemeHolder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """Return the height of a row; its width is the list's."""
        steps = _Steps(option.font)
        return QSize(200, round(2 * spacing.M + steps.title + steps.small + spacing.XS + SNIPPET_LINES * steps.body))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one row."""
        row = index.data(ROW)
        if not isinstance(row, HitRow):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(option.rect)
        self._paint_ground(painter, option)
        area = QRectF(option.rect).adjusted(spacing.M, spacing.M, -spacing.L, -spacing.M)
        self._paint_tag(painter, option, row, QRectF(area.left(), area.top() + 2, _TAG, _TAG))
        self._paint_words(painter, option, row, area.adjusted(_TAG + spacing.M, 0, 0, 0))
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        palette, rect = self._theme.palette, QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.colour("selected" if chosen else "bg"))
            painter.drawRoundedRect(
                rect.adjusted(spacing.XS, 2, -spacing.XS, -3), spacing.RADIUS_CONTROL, spacing.RADIUS_CONTROL
            )
        painter.setPen(QPen(palette.colour("line"), 1))
        bottom = rect.bottom() - 0.5
        painter.drawLine(QPointF(rect.left() + spacing.M, bottom), QPointF(rect.right() - spacing.M, bottom))

    def _paint_tag(self, painter: QPainter, option: QStyleOptionViewItem, row: HitRow, box: QRectF) -> None:
        fill = self._theme.palette.colour(row.colour)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        painter.drawRoundedRect(box, spacing.RADIUS_CONTROL, spacing.RADIUS_CONTROL)
        painter.setPen(ink_on(fill))
        painter.setFont(type_scale.sized(option.font, type_scale.AXIS, strong=True))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, row.tag)

    def _paint_words(self, painter: QPainter, option: QStyleOptionViewItem, row: HitRow, area: QRectF) -> None:
        palette, steps = self._theme.palette, _Steps(option.font)
        small = type_scale.sized(option.font, type_scale.SECONDARY)
        title = type_scale.sized(option.font, type_scale.HEADING, strong=True)
        muted, text = palette.colour("muted"), palette.colour("text")
        line = QRectF(area.left(), area.top(), area.width(), steps.title)
        taken = _at_the_end(painter, line, row.used, small, muted, 0.4)
        _at_the_start(painter, line.adjusted(0, 0, -taken, 0), row.title, title, text)
        line = QRectF(area.left(), line.bottom(), area.width(), steps.small)
        taken = _at_the_end(painter, line, row.why, small, muted, 1 - _PLACE_SHARE)
        self._paint_place(painter, line.adjusted(0, 0, -taken, 0), row, small)
        layout = lay_out(row.snippet, option.font, area.width(), SNIPPET_LINES, steps.body)
        back = QColor(palette.colour("accent"))
        back.setAlpha(_MARK_ALPHA)
        painter.setPen(text)
        layout.draw(
            painter,
            QPointF(area.left(), line.bottom() + spacing.XS),
            highlights(layout, row.marks, back, text),
        )

    def _paint_place(self, painter: QPainter, line: QRectF, row: HitRow, font: QFont) -> None:
        """Paint where the file lies, its middle left out where it is long, and then the page and heading."""
        metrics, muted = QFontMetricsF(font), self._theme.palette.colour("muted")
        part = f" · {row.part}" if row.part else ""
        room = line.width() - min(metrics.horizontalAdvance(part), line.width() * (1 - _PLACE_SHARE))
        place = metrics.elidedText(row.place, Qt.TextElideMode.ElideMiddle, room)
        _at_the_start(painter, line, place, font, muted)
        _at_the_start(painter, line.adjusted(metrics.horizontalAdvance(place), 0, 0, 0), part, font, muted)


class _Steps:
    """How far the lines of each size stand apart, in pixels."""

    def __init__(self, font: QFont) -> None:
        factor = type_scale.line_factor(QLocale())
        self.title = QFontMetrics(type_scale.sized(font, type_scale.HEADING, strong=True)).lineSpacing() * factor
        self.small = QFontMetrics(type_scale.sized(font, type_scale.SECONDARY)).lineSpacing() * factor
        self.body = QFontMetrics(font).lineSpacing() * factor


def _at_the_start(painter: QPainter, line: QRectF, text: str, font: QFont, ink: QColor) -> None:
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, max(0.0, line.width()))
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, isolated(shown))


def _at_the_end(painter: QPainter, line: QRectF, text: str, font: QFont, ink: QColor, share: float) -> float:
    """Paint a text at the far end, on at most that share of the line; return the room it takes with a gap."""
    if not text:
        return 0.0
    metrics = QFontMetricsF(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, line.width() * share)
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, isolated(shown))
    return metrics.horizontalAdvance(shown) + spacing.M
