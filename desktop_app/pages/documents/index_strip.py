"""How far the reading of documents is: what is done, how much is left, and a way to pause it."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from desktop_app.pages.documents.reasons import index_note_words, is_of_passages
from desktop_app.pages.documents.words import left_words, phase_words
from desktop_app.theme import spacing
from desktop_app.widgets.elided_label import ElidedLabel
from desktop_app.widgets.plain_text import plain_label
from engine.domain.documents import IndexPhase, IndexStatus

_COUNTED = frozenset({IndexPhase.WORDS, IndexPhase.MEANING, IndexPhase.PAUSED, IndexPhase.WAITING})
_MOVING = frozenset({IndexPhase.WORDS, IndexPhase.MEANING})
_ENOUGH = 20  # fewer say too little of the pace


class IndexStrip(QWidget):
    """Shown while there is work to do or something to be told, in a place of its own so that nothing moves.

    Emits pause_wanted and resume_wanted.
    """

    pause_wanted = Signal()
    resume_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.phase = plain_label("", "strong", self)
        self.told = ElidedLabel("", "secondary", self)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(spacing.S)
        self.bar.setAccessibleName(self.tr("Reading documents"))
        self.button = QPushButton(self)
        self.button.clicked.connect(self._press)
        self._paused = False
        self._learning_ms = 0  # when the learning of passages seen last began, which a pause does not change
        words = QHBoxLayout()
        words.setSpacing(spacing.S)
        words.addWidget(self.phase)
        words.addWidget(self.told, 1)
        column = QVBoxLayout()
        column.setSpacing(spacing.XS)
        column.addLayout(words)
        column.addWidget(self.bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(spacing.M)
        row.addLayout(column, 1)
        row.addWidget(self.button)
        self.show_status(IndexStatus())

    def show_status(self, status: IndexStatus) -> None:
        """Show how far it is; nothing where nothing is done and nothing to be told."""
        self._paused = status.phase is IndexPhase.PAUSED
        works = status.phase is not IndexPhase.IDLE
        self.setVisible(works or bool(status.note))
        self.bar.setVisible(works)
        self.button.setVisible(works)
        self.phase.setText(phase_words(status))
        self.told.setText(self._told(status))
        self.setAccessibleDescription(f"{self.phase.text()}. {self.told.text()}")
        self.bar.setRange(0, 0 if status.phase is IndexPhase.DISCOVERING else max(1, status.total))
        self.bar.setValue(min(status.done, status.total))
        self.button.setText(self.tr("Resume") if self._paused else self.tr("Pause"))

    def _told(self, status: IndexStatus) -> str:
        count = QLocale().toString
        parts = []
        if status.total and status.phase in _COUNTED:
            said = self.tr("%1 of %2 passages") if self._is_of_passages(status) else self.tr("%1 of %2")
            parts.append(said.replace("%1", count(status.done)).replace("%2", count(status.total)))
        elif status.done and status.phase is IndexPhase.DISCOVERING:
            parts.append(self.tr("%1 found").replace("%1", count(status.done)))
        if status.left_s is not None and status.done >= _ENOUGH and status.phase in _MOVING:
            parts.append(left_words(status.left_s))
        if status.note:
            parts.append(index_note_words(status.note))
        return " · ".join(parts)

    def _is_of_passages(self, status: IndexStatus) -> bool:
        if status.phase is IndexPhase.MEANING:
            self._learning_ms = status.started_ms
        rests = status.phase in _COUNTED - _MOVING
        return status.phase is IndexPhase.MEANING or (
            rests and (is_of_passages(status.note) or status.started_ms == self._learning_ms > 0)
        )

    def _press(self) -> None:
        (self.resume_wanted if self._paused else self.pause_wanted).emit()
