"""One figure on a button: what it is, its value, how it changed; its meaning shows on hover."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.theme import ThemeHolder, spacing
from desktop_app.widgets.chart_trend import TrendLabel
from desktop_app.widgets.chart_values import Trend
from desktop_app.widgets.elided_label import ElidedLabel
from desktop_app.widgets.plain_text import plain_label


class FigureButton(QPushButton):
    """Emits clicked to ask for what the figure is made of."""

    def __init__(self, theme: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "figure")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.name = ElidedLabel("", "secondary", self)
        self.value = plain_label("", "figure", self)
        self.trend = TrendLabel(theme, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(spacing.L, spacing.M, spacing.M, spacing.M)
        column.setSpacing(2)
        for part in (self.name, self.value, self.trend):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(part)

    def show_figure(self, name: str, value: str, meaning: str, trend: Trend | None = None) -> None:
        """Show another figure; meaning says in plain words what it is."""
        self.name.setText(name)
        self.value.setText(value)
        self.trend.show_trend(trend)
        changed = "" if trend is None else f", {trend.text}"
        self.setAccessibleName(f"{name}: {value}{changed}")
        self.setAccessibleDescription(meaning)
        self.setToolTip(meaning)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the room its lines take."""
        layout = self.layout()
        return super().sizeHint() if layout is None else layout.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the room for a short value."""
        return QSize(self.value.sizeHint().width() + spacing.L + spacing.M, self.sizeHint().height())
