"""Taking in what other programs recorded: look first, then import, and take it back if it was not meant."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QDate, QLocale, QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QProgressBar, QPushButton, QVBoxLayout, QWidget

from desktop_app.background import Background
from desktop_app.dialogs.error_words import error_sentence
from desktop_app.dialogs.import_form import ImportForm
from desktop_app.dialogs.import_words import NAMES, doubt_sentence, presence_name
from desktop_app.theme import spacing
from desktop_app.widgets.format import Wording
from desktop_app.widgets.on_screen import resize_on_screen
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.plain_text import foreign
from desktop_app.widgets.return_key import press_by_return
from desktop_app.widgets.sentences import labelled
from engine.domain.errors import ImportStopped, KairosError
from engine.domain.imports import ImportOutcome, ImportPreview
from engine.domain.presence import Presence

if TYPE_CHECKING:
    from engine.api import Imports

_SIZE = (560, 620)
_WHOLE = 1_000
_SHOWN_APPS = 8


class _Progress(QObject):
    """Carries the share that is done from the thread that imports to the window, and the wish to stop back."""

    told = Signal(int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.stopped = False

    def __call__(self, share: float) -> bool:
        if not self.stopped:
            self.told.emit(round(share * _WHOLE))
        return not self.stopped


class ImportData(QDialog):
    """Shows what a file holds before anything is stored; imported carries the outcome.

    It reads on a thread of its own, so that the rest of the window is answered meanwhile.
    """

    imported = Signal(object)

    def __init__(self, imports: Imports, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._imports = imports
        self.background = Background(self)
        self._progress = _Progress(self)
        self._undo: int | None = None
        self.setWindowTitle(self.tr("Import history"))
        resize_on_screen(self, _SIZE)
        self.form = ImportForm(self)
        self.told = QPlainTextEdit(self)
        self.told.setReadOnly(True)
        self.told.setAccessibleName(self.tr("What the file holds"))
        self.told.setPlaceholderText(self.tr("Choose a file to see what it holds. Nothing is stored yet."))
        self.bar = QProgressBar(self)
        self.bar.setRange(0, _WHOLE)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.error = Paragraph("", "strong", self)
        self.error.setObjectName("error")
        self._make_buttons()
        self._arrange()
        self.form.asked.connect(self.look)
        self._show_idle()

    def _make_buttons(self) -> None:
        self.import_button = QPushButton(self.tr("Import"), self)
        self.undo_button = QPushButton(self.tr("Take it back"), self)
        self.stop_button = QPushButton(self.tr("Stop"), self)
        self.close_button = QPushButton(self.tr("Close"), self)
        for button in (self.import_button, self.undo_button, self.stop_button, self.close_button):
            press_by_return(button)
        self.import_button.setProperty("kind", "primary")
        self.import_button.clicked.connect(self._run)
        self.undo_button.clicked.connect(self._take_back)
        self.stop_button.clicked.connect(self._stop)
        self.close_button.clicked.connect(self.reject)

    def _arrange(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(spacing.S)
        buttons.addWidget(self.undo_button)
        buttons.addStretch(1)
        for button in (self.stop_button, self.close_button, self.import_button):
            buttons.addWidget(button)
        body = QVBoxLayout(self)
        body.setSpacing(spacing.M)
        body.addWidget(self.form)
        body.addWidget(self.told, 1)
        body.addWidget(self.bar)
        body.addWidget(self.error)
        body.addLayout(buttons)

    def look(self) -> None:
        """Read the file that is named and show what it holds."""
        request = self.form.request()
        if request is not None:
            self._ask(partial(self._imports.preview, request), self._show_preview)

    def _run(self) -> None:
        request = self.form.request()
        if request is not None:
            self._ask(partial(self._imports.run, request), self._show_outcome)
            self.form.setEnabled(False)

    def _take_back(self) -> None:
        if self._undo is not None:
            batch = self._undo
            self._ask(lambda _progress: self._imports.undo(batch), self._show_undone)

    def _ask(self, question: Callable[[Any], Any], answer: Callable[[Any], None]) -> None:
        """Begin anew: what is being read is stopped, and only the last question is answered."""
        self._progress.stopped = True
        progress = self._progress = _Progress(self)
        progress.told.connect(self.bar.setValue, Qt.ConnectionType.QueuedConnection)
        self.error.hide()
        self.bar.setValue(0)
        self.bar.show()
        self.stop_button.show()
        self.import_button.setEnabled(False)
        self.undo_button.hide()

        def answered(value: Any) -> None:
            if progress is self._progress:
                self._show_idle()
                answer(value)

        def failed(error: KairosError) -> None:
            if progress is self._progress:
                self._show_idle()
                self._refuse(error)

        self.background.ask(self, lambda: question(progress), answered, failed)

    def _stop(self) -> None:
        self._progress.stopped = True

    def _show_idle(self) -> None:
        self.form.setEnabled(True)
        self.bar.hide()
        self.stop_button.hide()
        self.undo_button.setVisible(False)
        self.import_button.setEnabled(False)
        self.error.setVisible(False)

    def _refuse(self, error: KairosError) -> None:
        self.told.clear()
        told = self.tr("Stopped; nothing of it was stored.")
        self.error.setText(told if isinstance(error, ImportStopped) else f"⚠ {error_sentence(error)}")
        self.error.show()

    def _show_preview(self, preview: ImportPreview) -> None:
        lines = self._lines(preview)
        if preview.already:
            lines.insert(0, self.tr("This very file was imported before; nothing would be added."))
        self.told.setPlainText("\n".join(lines))
        self.import_button.setEnabled(preview.spans > 0 and not preview.already)

    def _show_outcome(self, outcome: ImportOutcome) -> None:
        added = self.tr("Everything in it was there already; nothing was added.")
        if outcome.batch is not None:
            added = self.tr("Stored: %1 activities.").replace("%1", QLocale().toString(outcome.added))
        self.told.setPlainText("\n".join([added, "", *self._lines(outcome.preview)]))
        self._undo = outcome.batch
        self.undo_button.setVisible(outcome.batch is not None)
        self.imported.emit(outcome)

    def _show_undone(self, removed: int) -> None:
        self.told.setPlainText(self.tr("Taken back: %1 activities removed.").replace("%1", QLocale().toString(removed)))
        self._undo = None
        self.imported.emit(None)

    def _lines(self, preview: ImportPreview) -> list[str]:
        wording = Wording(preview.zone)
        found = self.tr("%1, stretches of time: %2").replace("%1", NAMES[preview.kind])
        lines = [found.replace("%2", QLocale().toString(preview.spans))]
        if preview.bounds is not None:
            locale, form = QLocale(), QLocale.FormatType.ShortFormat
            days = (wording.local(at) for at in (preview.bounds.start_ms, preview.bounds.end_ms))
            first, last = (locale.toString(QDate(day.year, day.month, day.day), form) for day in days)
            lines.append(f"{first} – {last} ({foreign(preview.zone)})")
        for presence, milliseconds in sorted(
            preview.presence_ms.items(), key=lambda one: one[0] is not Presence.ACTIVE
        ):
            lines.append(labelled(presence_name(presence), wording.length(milliseconds)))
            apps = preview.apps[:_SHOWN_APPS] if presence is Presence.ACTIVE else ()
            lines += ["    " + labelled(foreign(app, 60), wording.length(length_ms)) for app, length_ms in apps]
        if preview.withheld:
            kept = self.tr("Kept without a name, as private or excluded by you: %1.")
            lines.append(kept.replace("%1", QLocale().toString(preview.withheld)))
        return [*lines, *(f"• {doubt_sentence(finding)}" for finding in preview.findings)]

    def done(self, result: int) -> None:
        """Close the dialog; what is being read is stopped and stores nothing."""
        self._progress.stopped = True
        self.background.close()
        super().done(result)
