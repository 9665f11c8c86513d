"""Calendars of other programs: which are followed, how they stand, and the plan as a calendar file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QDir, QStandardPaths, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QMessageBox,
    QPushButton,
    QWidget,
)

from desktop_app.choices import Choices
from desktop_app.dialogs.line_list import LineList
from desktop_app.pages.settings.calendar_words import CalendarWords
from desktop_app.pages.settings.section import Section
from desktop_app.theme import spacing
from desktop_app.widgets.format import Wording
from desktop_app.widgets.plain_text import for_tooltip, foreign, isolated, plain_label
from desktop_app.widgets.sentences import labelled
from engine.domain.calendar_words import word_kinds
from engine.domain.calendars import CalendarRead, CalendarSource
from engine.domain.errors import KairosError
from engine.settings import Settings

if TYPE_CHECKING:
    from engine.api import Engine

_ROWS_PX = 132
_BEFORE, _AFTER = timedelta(days=31), timedelta(days=366)
_Known = tuple[list[CalendarSource], str]
T = TypeVar("T")


class CalendarSection(Section):
    """Follows calendar files and folders, imports one once, and writes the plan as one; all off the GUI thread.

    undoable(what was done, a call that takes it back): a calendar was removed.
    """

    undoable = Signal(str, object)

    def __init__(self, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(choices, "", parent)
        self.set_title(self.tr("Calendar"))
        self._known: list[CalendarSource] = []
        self._says = CalendarWords(self)
        self.dialog: QFileDialog | None = None
        self.box: QMessageBox | None = None
        self._make_list()
        self._make_buttons()
        self.words = LineList(
            self.tr("Words that say what an event is for"), self.tr("A word and a kind, such as lunch = break"), self
        )
        self.words.wanted.connect(self._save_words)
        self.private = QCheckBox(self.tr("Mark every event as private"), self)
        self._arrange()
        self.finish()
        choices.ready.connect(self.reload)
        self.reload()

    def _make_list(self) -> None:
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Calendars that are followed"))
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.itemSelectionChanged.connect(self._enable)
        self.empty = plain_label(self.tr("No calendar is followed yet."), "secondary", self)
        self.result = plain_label("", "secondary", self, wrap=True)
        self.result.hide()

    def _make_buttons(self) -> None:
        self.file_button = self._button(self.tr("Follow a file…"), lambda: self._choose(watched=True))
        self.folder_button = self._button(self.tr("Follow a folder…"), self._choose_folder)
        self.once_button = self._button(self.tr("Import once…"), lambda: self._choose(watched=False))
        self.again_button = self._button(self.tr("Read again"), self._read_again)
        self.remove_button = self._button(self.tr("Remove…"), self._ask_remove)
        self.export_button = self._button(self.tr("Export the plan…"), self._choose_export)

    def _button(self, text: str, pressed: Callable[[], object]) -> QPushButton:
        button = QPushButton(text, self)
        button.clicked.connect(pressed)
        return button

    def _arrange(self) -> None:
        self.add_hint(
            self.tr("Kairos reads calendars of other programs from files (.ics) on this computer, and changes none.")
        )
        for widget in (self.empty, self.list):
            self.body.addWidget(widget)
        self.body.addLayout(_row(self.again_button, self.remove_button))
        self.body.addLayout(_row(self.file_button, self.folder_button, self.once_button))
        self.body.addWidget(self.result)
        self.add_hint(
            self.tr(
                "What is followed is read again whenever it changes, and is changed there only. What is imported once "
                "becomes your own."
            )
        )
        self.add_wide(self.words)
        self.body.addLayout(_row(self.export_button, self.private))
        self.add_hint(self.tr("Your own blocks, from a month ago to a year ahead, for other programs to read."))

    # ---------------------------------------------------------------- what is shown

    def show_settings(self, settings: Settings) -> None:
        """Show what is in force."""
        self.words.show_lines(settings.plan.calendar_words)

    def showEvent(self, event: QShowEvent) -> None:
        """Look at the calendars again: they are followed in the background."""
        super().showEvent(event)
        self.reload()

    def reload(self) -> None:
        """Ask which calendars there are."""
        self._enable()
        self._ask(_known_of, self._show_known)

    def _show_known(self, known: _Known) -> None:
        self._known, zone = known
        wording, chosen = Wording(zone), self.list.currentRow()
        self.list.clear()
        for one in self._known:
            item = QListWidgetItem(f"{foreign(one.name)}\n{self._says.state(one, wording)}")
            item.setToolTip(for_tooltip(one.path))
            self.list.addItem(item)
        self.list.setCurrentRow(min(chosen, len(self._known) - 1))
        self.list.setFixedHeight(self._height())
        self.list.setVisible(bool(self._known))
        self.empty.setVisible(not self._known)
        self._enable()

    def _height(self) -> int:
        rows = sum(self.list.sizeHintForRow(row) for row in range(self.list.count()))
        return min(_ROWS_PX, rows + 2 * spacing.S)

    def _enable(self) -> None:
        ready, chosen = self._choices.engine is not None, self._chosen() is not None
        for button in (self.file_button, self.folder_button, self.once_button, self.export_button):
            button.setEnabled(ready)
        self.again_button.setEnabled(ready and bool(self._known))
        self.remove_button.setEnabled(ready and chosen)
        for button in (self.again_button, self.remove_button):
            button.setVisible(bool(self._known))

    def _chosen(self) -> CalendarSource | None:
        row = self.list.currentRow()
        return self._known[row] if 0 <= row < len(self._known) else None

    def _say(self, text: str) -> None:
        self.error.hide()
        self.result.setText(text)
        self.result.show()

    # ---------------------------------------------------------------- what is done

    def follow(self, path: str, *, watched: bool) -> None:
        """Read a file or folder, once or from now on."""
        self._say(self.tr("Reading…"))
        self._ask(lambda engine: engine.calendars.add(path, watched=watched), self._show_added)

    def _show_added(self, added: tuple[CalendarSource, CalendarRead]) -> None:
        source, read = added
        self._say(labelled(foreign(source.name), self._says.brought(read)))
        self.reload()

    def _read_again(self) -> None:
        chosen = self._chosen()
        number = None if chosen is None else chosen.id
        self._say(self.tr("Reading…"))
        self._ask(lambda engine: engine.calendars.refresh(number, only_changed=False), self._show_refreshed)

    def _show_refreshed(self, found: dict[int, CalendarRead]) -> None:
        names = {one.id: one.name for one in self._known}
        self._say(
            "\n".join(labelled(foreign(names.get(one, "")), self._says.brought(read)) for one, read in found.items())
        )
        self.reload()

    def _ask_remove(self) -> None:
        chosen = self._chosen()
        if chosen is None:
            return
        box = self.box = QMessageBox(QMessageBox.Icon.Question, "Kairos", "", parent=self.window())
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(self.tr("Stop following “%1”?").replace("%1", foreign(chosen.name)))
        box.setInformativeText(self.tr("Its events leave the plan. The file stays as it is."))
        remove = box.addButton(self.tr("Remove"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.finished.connect(lambda: self._remove(chosen) if box.clickedButton() is remove else None)
        box.open()

    def _remove(self, gone: CalendarSource) -> None:
        self.result.hide()

        def removed(_nothing: None) -> None:
            told = self.tr("No longer followed: %1").replace("%1", isolated(foreign(gone.name)))
            self.undoable.emit(told, lambda: self.follow(gone.path, watched=gone.watched))
            self.reload()

        self._ask(lambda engine: engine.calendars.remove(gone.id), removed)

    def export(self, path: Path) -> None:
        """Write the person's own blocks to a file."""
        private = self.private.isChecked()

        def write(engine: Engine) -> int:
            today = engine.history.today()
            return engine.calendars.export(path, today - _BEFORE, today + _AFTER, private=private)

        self._ask(
            write, lambda number: self._say(self.tr("%n event(s) written to %1.", "", number).replace("%1", path.name))
        )

    def _save_words(self, words: Sequence[str]) -> None:
        try:
            word_kinds(words)
        except KairosError as error:
            self.refuse(error)
            return
        self.save(lambda settings: replace(settings, plan=replace(settings.plan, calendar_words=tuple(words))))

    def _ask(self, question: Callable[[Engine], T], answer: Callable[[T], object]) -> None:
        engine, background = self._choices.engine, self._choices.background
        if engine is not None and background is not None:
            background.ask(self, lambda: question(engine), answer, self._failed)

    def _failed(self, error: KairosError) -> None:
        self.result.hide()
        self.refuse(error)

    # ---------------------------------------------------------------- which file

    def _choose(self, *, watched: bool) -> None:
        title = self.tr("Choose a calendar to follow") if watched else self.tr("Choose a calendar to import")
        dialog = self._dialog(title, QFileDialog.FileMode.ExistingFile)
        dialog.accepted.connect(lambda: self.follow(dialog.selectedFiles()[0], watched=watched))
        dialog.open()

    def _choose_folder(self) -> None:
        dialog = self._dialog(self.tr("Choose a folder of calendars to follow"), QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly, on=True)
        dialog.accepted.connect(lambda: self.follow(dialog.selectedFiles()[0], watched=True))
        dialog.open()

    def _choose_export(self) -> None:
        dialog = self._dialog(self.tr("Export the plan"), QFileDialog.FileMode.AnyFile)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("ics")
        dialog.selectFile("kairos-plan.ics")
        dialog.accepted.connect(lambda: self.export(Path(dialog.selectedFiles()[0])))
        dialog.open()

    def _dialog(self, title: str, mode: QFileDialog.FileMode) -> QFileDialog:
        place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = self.dialog = QFileDialog(self, title, place or QDir.homePath(), self.tr("Calendars (*.ics)"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(mode)
        return dialog


def _known_of(engine: Engine) -> _Known:
    return engine.calendars.all(), engine.history.rule().zone


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(spacing.S)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row
