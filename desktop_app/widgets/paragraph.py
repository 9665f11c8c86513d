"""Wrapped plain text with room between its lines where the writing needs it."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop_app.theme.type_scale import line_factor
from desktop_app.widgets.announce import announce

_LONGEST = 1_000
_KEPT = 64
_BULLET = "• "  # lines below stand under the text, not under it
_SAID_ALOUD = frozenset({"error", "said"})  # by object name: what went wrong, and what came of it
_LINE = 96  # letters: the eye does not find back from the end of a longer line
_LETTERS = "the quick brown fox jumps over the lazy dog "


class Paragraph(QLabel):
    """A label of several lines, which a plain one draws otherwise in two ways.

    Chinese lines stand a tenth further apart; those of a bulleted one stand under its text.
    """

    def __init__(self, text: str = "", role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heights: dict[tuple[int, str, str], int] = {}  # by width, font and language: layouts ask again and again
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("role", role)
        self.setText(text)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def setText(self, text: str) -> None:
        """Show another text, cut where nobody would read on."""
        super().setText(text[:_LONGEST])
        self._heights.clear()
        self._speak_up()

    def showEvent(self, event: QShowEvent) -> None:
        """Have what went wrong said aloud as it appears."""
        super().showEvent(event)
        self._speak_up()

    def _speak_up(self) -> None:
        if self.objectName() in _SAID_ALOUD and self.isVisible():
            announce(self, self.text())

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height in pixels that the text takes at this width."""
        key = (width, self.font().key(), QLocale().name())
        height = self._heights.get(key)
        if height is None:
            if len(self._heights) >= _KEPT:
                self._heights.clear()
            height = self._heights[key] = round(self._laid_out(max(1, width))[1] + 0.5)
        return height

    def sizeHint(self) -> QSize:
        """Return the size of the text on as few lines as fit the widest this label may be."""
        natural = self.fontMetrics().horizontalAdvance(self.text()) + 2
        width = min(natural, self.maximumWidth(), 520)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return a width at which most words still fit on a line."""
        return QSize(min(120, self.sizeHint().width()), self.fontMetrics().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the lines, from the top."""
        layout, height = self._laid_out(max(1, self.width()))
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        centred = self.alignment() & Qt.AlignmentFlag.AlignVCenter
        layout.draw(painter, QPointF(0, max(0.0, (self.height() - height) / 2) if centred else 0))
        painter.end()

    def _laid_out(self, width: int) -> tuple[QTextLayout, float]:
        layout = QTextLayout(self.text(), self.font(), self)
        option = QTextOption(self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        step, top = self.fontMetrics().lineSpacing() * line_factor(QLocale()), 0.0
        used = min(width, self.fontMetrics().horizontalAdvance(_LETTERS) * _LINE // len(_LETTERS))
        left = self._left(width - used)
        indent = self.fontMetrics().horizontalAdvance(_BULLET) if self.text().startswith(_BULLET) else 0
        hanging = 0  # the first line has the bullet
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, used - hanging))
            line.setPosition(QPointF(left + hanging, top))
            top += max(step, line.height())
            hanging = indent
        layout.endLayout()
        return layout, top

    def _left(self, free: int) -> float:
        """Return where lines begin that leave room free at their sides."""
        if self.alignment() & Qt.AlignmentFlag.AlignHCenter:
            return free / 2
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return free if mirrored or self.alignment() & Qt.AlignmentFlag.AlignRight else 0.0
