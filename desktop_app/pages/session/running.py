"""The session going on: its clock, its phase, and the break when there is a good moment."""

from __future__ import annotations

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.focus.countdown import Countdown
from desktop_app.focus.keeper import FocusKeeper
from desktop_app.focus.words import FocusWords
from desktop_app.theme import ThemeHolder, spacing
from desktop_app.widgets.elided_label import ElidedLabel
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.plain_text import foreign, plain_label
from desktop_app.widgets.ring import Ring
from engine.domain.focus_session import Phase, SessionState

_MINUTE = 60_000
_BREAKS = (Phase.BREAK, Phase.LONG_BREAK)


class RunningView(QWidget):
    """Shows what the keeper knows; its buttons ask the keeper."""

    def __init__(
        self, theme: ThemeHolder, keeper: FocusKeeper, words: FocusWords, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._keeper, self._words = keeper, words
        self._offer_refused = 0
        self.ring = Ring(theme, self)
        self.phase = plain_label("", "figure", self)
        self.intention = ElidedLabel("", "", self)
        self.worked = Paragraph("", "muted", self)
        self.offer = Paragraph("", "", self)
        self.break_button = QPushButton(self)
        self.go_on_button = QPushButton(self)
        self.stop_button = QPushButton(self)
        self._arrange()
        self.break_button.clicked.connect(keeper.take_break)
        self.go_on_button.clicked.connect(self._go_on)
        self.stop_button.clicked.connect(keeper.stop)
        self.write()

    def _arrange(self) -> None:
        foot = QHBoxLayout()
        foot.setContentsMargins(0, spacing.XS, 0, 0)
        foot.setSpacing(spacing.S)
        for button in (self.break_button, self.go_on_button, self.stop_button):
            foot.addWidget(button)
        foot.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(spacing.XS)
        column.addStretch(1)
        for part in (self.phase, self.intention, self.worked, self.offer):
            column.addWidget(part)
        column.addLayout(foot)
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(spacing.XL)
        row.addWidget(self.ring)
        row.addLayout(column, 1)

    def write(self) -> None:
        """Write everything in the window's language."""
        self.break_button.setText(self.tr("Take a break"))
        self.go_on_button.setText(self.tr("Go on"))
        self.stop_button.setText(self.tr("End the session"))
        self.show_state()

    def show_state(self) -> None:
        """Show the phase anew."""
        state, left = self._keeper.now.state, self._keeper.countdown()
        if state is None or left is None:
            return
        rests = state.phase in _BREAKS
        offered = state.break_offered and self._offer_refused != state.phase_started_ms
        self.phase.setText(self._words.phase(state))
        intention = foreign(state.session.intention)
        self.intention.setText(intention)
        self.intention.setVisible(bool(intention))
        self.offer.setText(self.tr("The work is done and you have just changed to something else: a good moment."))
        self.offer.setVisible(offered)
        self.break_button.setVisible(not rests)
        self._lead(offered=offered)
        self.go_on_button.setText(self.tr("End the break") if rests else self.tr("Go on"))
        self.go_on_button.setVisible(rests or offered)
        self._show_worked(state)
        self._show_clock(left)

    def move_clock(self) -> None:
        """Show the second it is now."""
        left = self._keeper.countdown()
        if left is not None:
            self._show_clock(left)

    def _show_clock(self, left: Countdown) -> None:
        self.ring.show_share(left.share, left.text, self.tr("Time so far") if left.up else self.tr("Time left"))

    def _show_worked(self, state: SessionState) -> None:
        minutes = self.tr("%1 min").replace("%1", QLocale().toString(state.worked_ms // _MINUTE))
        worked = self.tr("Worked %1").replace("%1", minutes)
        self.worked.setText("  ·  ".join(part for part in (self._words.round(state), worked) if part))

    def _lead(self, *, offered: bool) -> None:
        """Make the break the chief button while it is offered."""
        kind = "primary" if offered else ""
        if self.break_button.property("kind") != kind:
            self.break_button.setProperty("kind", kind)
            self.break_button.style().polish(self.break_button)

    def _go_on(self) -> None:
        state = self._keeper.now.state
        if state is not None and state.phase in _BREAKS:
            self._keeper.end_break()
        elif state is not None:
            self._offer_refused = state.phase_started_ms
            self.show_state()
