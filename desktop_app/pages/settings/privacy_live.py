"""A live test of what is stored: a private or excluded window is opened, and leaves a length and no name."""

from __future__ import annotations

from PySide6.QtCore import QTimer, QTimeZone
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.choices import Choices
from desktop_app.dialogs.error_words import error_message
from desktop_app.theme import spacing
from desktop_app.widgets.format import Wording
from desktop_app.widgets.paragraph import Paragraph
from engine.domain.errors import KairosError
from engine.domain.health import RecorderState
from engine.domain.stored import Lately

BEAT_MS = 1_000


class LiveTest(QWidget):
    """Counts once a second what was stored since it was started; ends when the page is left."""

    def __init__(self, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = choices
        self._wording = Wording(bytes(QTimeZone.systemTimeZoneId().data()).decode(), self)
        self._since_ms: int | None = None
        self._asking = False
        self.button = QPushButton(self)
        self.button.clicked.connect(self._turn)
        self.named, self.withheld = Paragraph("", "", self), Paragraph("", "strong", self)
        self._timer = QTimer(self, interval=BEAT_MS)
        self._timer.timeout.connect(self.look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing.S)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        column.addLayout(row)
        for line in (self.named, self.withheld):
            column.addWidget(line)
        self.stop()

    @property
    def runs(self) -> bool:
        """Whether a test goes on."""
        return self._timer.isActive()

    def stop(self) -> None:
        """End the test; what it found stays to be read."""
        self._timer.stop()
        self.button.setText(self.tr("Start the test"))
        if self._since_ms is None:
            self.named.hide()
            self.withheld.hide()

    def _turn(self) -> None:
        engine, background = self._choices.engine, self._choices.background
        if self.runs or engine is None or background is None:
            self.stop()
            return
        self.button.setText(self.tr("End the test"))
        self._say(self.tr("Open a private or excluded window now, and stay in it for a few seconds."), "")
        background.ask(self, engine.privacy.now_ms, self._begin, self._refuse)

    def _begin(self, now_ms: int) -> None:
        self._since_ms = now_ms
        self._timer.start()

    def look(self) -> None:
        """Ask what was stored since the test began; a question at a time."""
        engine, background, since_ms = self._choices.engine, self._choices.background, self._since_ms
        if engine is None or background is None or since_ms is None or self._asking:
            return
        self._asking = True
        background.ask(
            self,
            lambda: (engine.privacy.lately(since_ms), engine.recording.health().state),
            lambda told: self._show(*told),
            self._refuse,
        )

    def _show(self, found: Lately, state: RecorderState) -> None:
        self._asking = False
        if state is not RecorderState.RECORDING:
            self._say(self.tr("The recorder does not record now, so nothing at all is stored."), "")
            return
        self._say(self._named(found), self._withheld(found))

    def _named(self, found: Lately) -> str:
        text = self.tr("Since %1: %n stretch(es) stored with the name of an app", "", found.named)
        text = text.replace("%1", self._wording.time(found.since_ms))
        titles = self.tr(", %n of them with a title.", "", found.titles)
        return f"{text}{titles}"

    def _withheld(self, found: Lately) -> str:
        if found.leaked:
            return self.tr(
                "⚠ %n private or excluded stretch(es) have a name. This is a mistake in Kairos.", "", found.leaked
            )
        if not found.withheld:
            return self.tr("Of private and excluded windows: nothing yet.")
        length = self._wording.length(found.withheld_ms)
        told = self.tr(
            "Of private and excluded windows: 0 titles, 0 names; %n stretch(es), %1 long.", "", found.withheld
        )
        return told.replace("%1", length)

    def _say(self, named: str, withheld: str) -> None:
        for line, text in ((self.named, named), (self.withheld, withheld)):
            line.setText(text)
            line.setVisible(bool(text))

    def _refuse(self, error: KairosError) -> None:
        self._asking = False
        self.stop()
        self._say(f"⚠ {error_message(error)}", "")

    def hideEvent(self, event: QHideEvent) -> None:
        """End the test with the page."""
        super().hideEvent(event)
        self.stop()
