"""A dialog that has something long done beside the window: a bar meanwhile, the reason where it is refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QProgressBar, QWidget

from desktop_app.background import Background
from desktop_app.dialogs.error_words import error_sentence
from desktop_app.widgets.paragraph import Paragraph
from engine.domain.errors import KairosError


class WorkingDialog(QDialog):
    """Works on a thread of its own, and cannot be closed meanwhile.

    Whoever derives from it places bar and error, and says in enable what can be done now.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.background = Background(self)
        self.bar = QProgressBar(self)
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.bar.hide()
        self.error = Paragraph("", "strong", self)
        self.error.setObjectName("error")
        self.error.hide()

    @property
    def works(self) -> bool:
        """Whether something is looked at or done now."""
        return self.bar.isVisibleTo(self)

    def enable(self) -> None:
        """Enable what can be done now; dialogs override it."""

    def ask(self, act: Callable[[], Any], answer: Callable[[Any], object]) -> None:
        """Have it done beside the window."""
        self.background.ask(self, act, self.begun(answer), self.refuse)

    def begun(self, answer: Callable[[Any], object]) -> Callable[[Any], None]:
        """Show that it works, and return what ends that with the answer."""
        self.error.hide()
        self.bar.show()
        self.enable()

        def answered(value: Any) -> None:
            self.bar.hide()
            self.enable()  # what the answer gives the keys to can take them
            answer(value)
            self.enable()

        return answered

    def refuse(self, error: KairosError) -> None:
        """Say why it was refused."""
        self.bar.hide()
        self.error.setText(f"⚠ {error_sentence(error)}")
        self.error.show()
        self.enable()

    def reject(self) -> None:
        """Close, unless something is being done."""
        if not self.works:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay while something is being done."""
        if self.works:
            event.ignore()
            return
        super().closeEvent(event)

    def done(self, result: int) -> None:
        """Let go of the thread with the window."""
        self.background.close()
        super().done(result)
