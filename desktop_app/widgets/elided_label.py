"""One line of foreign text that never grows wider than its place."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolTip, QWidget

from desktop_app.widgets.plain_text import cut, for_tooltip, isolated


class ElidedLabel(QLabel):
    """A label that ends in … where it is too narrow, and says the rest in a tooltip; letters only, never markup."""

    def __init__(self, text: str = "", role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        if role:
            self.setProperty("role", role)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show another text, cut before it is laid out."""
        super().setText(cut(text))

    def shown(self) -> str:
        """Return the text as it stands in the room there is."""
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self._room().width())

    def sizeHint(self) -> QSize:
        """Return the size of the whole line, which the layout may narrow."""
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 2, self._line_height())

    def minimumSizeHint(self) -> QSize:
        """Return the room for a letter or two."""
        return QSize(24, self._line_height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what fits, from the side on which the window's language starts."""
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        horizontal = self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask
        painter.drawText(self._room(), horizontal | Qt.AlignmentFlag.AlignVCenter, isolated(self.shown()))
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Answer a request for a tooltip with the whole text, where it is not all to be seen."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            if self.shown() != self.text():
                QToolTip.showText(event.globalPos(), for_tooltip(self.text()), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def _room(self) -> QRect:
        return self.contentsRect()

    def _line_height(self) -> int:
        return self.fontMetrics().height() + 2
