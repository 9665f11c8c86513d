"""Which training is in use, whether one runs, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMessageBox, QProgressBar, QPushButton, QWidget

from desktop_app.pages.insights.learned import running, usual_ms
from desktop_app.pages.insights.words import InsightWords
from desktop_app.theme import spacing
from desktop_app.widgets.card import Card
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.sentences import joined
from engine.domain.model_status import MindStatus, RunState

_FULL: Final = 1_000
_NEARLY: Final = 980


class TrainingCard(Card):
    """Emits train_wanted, stop_wanted, and, once the person confirmed it, back_wanted and reset_wanted."""

    train_wanted = Signal()
    stop_wanted = Signal()
    back_wanted = Signal()
    reset_wanted = Signal()

    def __init__(self, words: InsightWords, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._words = words
        self.box: QMessageBox | None = None
        self.in_use = Paragraph("", "", self)
        self.history = Paragraph("", "muted", self)
        self.note = Paragraph("", "secondary", self)
        self.going_on = Paragraph("", "strong", self)
        self.progress = QProgressBar(self)
        self.progress.setRange(0, _FULL)
        self.progress.setTextVisible(False)
        self.train_button = QPushButton(self.tr("Train now"), self)
        self.train_button.setProperty("kind", "primary")
        self.stop_button = QPushButton(self.tr("Stop"), self)
        self.back_button = QPushButton(self.tr("Back to the run before…"), self)
        self.reset_button = QPushButton(self.tr("Forget all that was learned…"), self)
        self.set_title(self.tr("What Kairos has learned"))
        self.progress.setAccessibleName(self.tr("Progress of the training"))
        self._arrange()
        self.train_button.clicked.connect(self.train_wanted)
        self.stop_button.clicked.connect(self.stop_wanted)
        self.back_button.clicked.connect(self.ask_back)
        self.reset_button.clicked.connect(self.ask_reset)

    def _arrange(self) -> None:
        for part in (self.in_use, self.history, self.note, self.going_on, self.progress):
            self.body.addWidget(part)
        row = QHBoxLayout()
        row.setSpacing(spacing.S)
        row.setContentsMargins(0, spacing.XS, 0, 0)
        for button in (self.train_button, self.stop_button):
            self.corner.addWidget(button)
        for button in (self.back_button, self.reset_button):
            row.addWidget(button)
        row.addStretch(1)
        self.body.addLayout(row)

    def show_status(self, status: MindStatus, now_ms: int) -> None:
        """Show how training stands."""
        run = status.in_use
        nothing = self.tr("No learned model is in use; suggestions are made by simple rules.")
        self.in_use.setText(nothing if run is None else self._words.trained(run))
        days = self.tr("%n days with activity are there to learn from.", "", status.active_days)
        self.history.setText(joined(days, self.tr("Nothing of it leaves this computer.")))
        self._show_note(status)
        self._show_going_on(status, now_ms)
        self._show_button(status.training)
        self.back_button.setVisible(run is not None)
        self.reset_button.setVisible(run is not None or bool(status.runs))
        for button in (self.back_button, self.reset_button):
            button.setEnabled(not status.training)

    def _show_button(self, training: bool) -> None:
        """Show the one that can be pressed; the keyboard stays on it, else the page would scroll to what comes next."""
        shown, gone = (self.stop_button, self.train_button) if training else (self.train_button, self.stop_button)
        shown.setVisible(True)
        if gone.hasFocus():
            shown.setFocus()
        gone.setVisible(False)

    def _show_note(self, status: MindStatus) -> None:
        latest = max(status.runs, key=lambda run: run.started_ms, default=None)
        text = ""
        if status.damaged:
            text = self.tr(
                "The models of this training are damaged and not used; those before or simple rules stand in. "
                "Train now to make them anew."
            )
        elif latest is not None and latest.state is RunState.FAILED and not status.training:
            text = self.tr("The last training failed: %1").replace("%1", self._words.note(latest.note) or "–")
        elif latest is not None and latest.state is RunState.STOPPED and not status.training:
            text = self.tr("The last training was stopped; the next one goes on from where it was.")
        self.note.setText(text)
        self.note.setVisible(bool(text))

    def _show_going_on(self, status: MindStatus, now_ms: int) -> None:
        """Say that it trains, for how long, and how long it likely takes by the run before."""
        self.going_on.setVisible(status.training)
        run, usual = running(status), usual_ms(status)
        known = status.training and run is not None and usual is not None
        self.progress.setVisible(known)
        text = self.tr("Training…")
        if run is not None and status.training:
            spent = max(0, now_ms - run.started_ms)
            text = self.tr("Training for %1").replace("%1", self._words.wording.length(spent))
            if usual is not None:
                self.progress.setValue(min(_NEARLY, round(_FULL * spent / usual)))
                left = self._words.wording.length(max(0, usual - spent))
                if spent < usual:
                    text = (
                        self.tr("%1, about %2 left to judge by the run before").replace("%1", text).replace("%2", left)
                    )
        self.going_on.setText(text)

    # ---------------------------------------------------------------- asking first

    def ask_back(self) -> None:
        """Ask whether the run before is to be used."""
        detail = self.tr(
            "The models of the latest training are no longer used, but those of the one before; where there is none, "
            "simple rules. The next training learns anew from your whole history."
        )
        self._ask(self.tr("Use the run before?"), detail, self.tr("Use the run before"), self.back_wanted.emit)

    def ask_reset(self) -> None:
        """Ask whether everything learned is to be forgotten, saying what stays."""
        detail = self.tr(
            "All models and their runs are deleted, and all that was suggested and what you said of it. Your history "
            "stays, and the next training learns from it anew."
        )
        self._ask(self.tr("Forget all that was learned?"), detail, self.tr("Forget it"), self.reset_wanted.emit)

    def _ask(self, question: str, detail: str, act: str, done: Callable[[], object]) -> None:
        box = QMessageBox(self)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("What Kairos has learned"))
        box.setText(question)
        box.setInformativeText(detail)
        yes = box.addButton(act, QMessageBox.ButtonRole.AcceptRole)
        no = box.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(no)
        box.setEscapeButton(no)
        yes.clicked.connect(lambda _checked: done())
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.finished.connect(self._closed)
        self.box = box
        box.open()

    def _closed(self) -> None:
        self.box = None
