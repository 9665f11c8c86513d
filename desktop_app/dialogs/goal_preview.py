"""What a goal would have been in the last weeks, shown while it is being written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.dialogs.error_words import error_message
from desktop_app.dialogs.goal_words import foretold_in_full, met_of, strip_bars
from desktop_app.theme import ThemeHolder, spacing
from desktop_app.widgets.format import Wording
from desktop_app.widgets.goal_strip import GoalStrip
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.plain_text import plain_label
from engine.domain.errors import KairosError
from engine.domain.goals import Goal, GoalProgress

if TYPE_CHECKING:
    from desktop_app.background import Background
    from engine.api import Goals

PAUSE_MS: Final = 150  # while someone turns a number, nothing is asked


class GoalPreview(QWidget):
    """Bars of the last weeks; only the last goal asked for is shown."""

    def __init__(
        self,
        goals: Goals,
        background: Background,
        theme: ThemeHolder,
        wording: Wording,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._goals, self._background, self._wording = goals, background, wording
        self._goal: Goal | None = None
        self.heading = plain_label(self.tr("The last weeks"), "strong", self)
        self.strip = GoalStrip(theme, self)
        self.strip.setAccessibleName(self.heading.text())
        self.line = Paragraph("", "muted", self)
        self.line.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, spacing.S, 0, 0)
        column.setSpacing(spacing.XS)
        for part in (self.heading, self.strip, self.line):
            column.addWidget(part)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.ask)

    def show_goal(self, goal: Goal | None) -> None:
        """Show another goal soon, None for one that is not complete yet."""
        self._goal = goal
        if goal is None:
            self._timer.stop()
            self.strip.show_bars((), 0)
            self.line.setText(self.tr("Say what the goal is about and how much."))
        else:
            self._timer.start()

    def ask(self) -> None:
        """Ask for the goal at once."""
        goal, goals = self._goal, self._goals
        self._timer.stop()
        if goal is None:
            return

        def take(progress: GoalProgress) -> None:
            if goal == self._goal:
                self._show(progress)

        def refuse(error: KairosError) -> None:
            if goal == self._goal:
                self.strip.show_bars((), 0)
                self.line.setText(error_message(error))

        self._background.ask(self, lambda: goals.preview(goal), take, refuse)

    def _show(self, progress: GoalProgress) -> None:
        self.strip.show_bars(strip_bars(progress, self._wording), progress.goal.target_ms)
        parts = [met_of(progress) or self.tr("Nothing recorded yet"), foretold_in_full(progress, self._wording)]
        self.line.setText(" · ".join(part for part in parts if part))

    def hideEvent(self, event: QHideEvent) -> None:
        """Ask nothing once it is closed."""
        self._timer.stop()
        super().hideEvent(event)
