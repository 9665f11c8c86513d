"""Adds, changes and removes folders, asking the person where it must."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox, QWidget

from desktop_app.dialogs.document_folder import EditDocumentFolder
from desktop_app.pages.documents.library import Library
from desktop_app.pages.documents.words import place
from engine.domain.documents import Folder
from engine.domain.errors import FolderTooWide, KairosError

if TYPE_CHECKING:
    from engine.api import Documents

_LONGEST: Final = 120


class FolderKeeping(QObject):
    """Emits changed once something is stored, said(text), failed(KairosError) and undoable(what was done, way back).

    dialog: the one that is open.
    """

    changed = Signal()
    said = Signal(str)
    undoable = Signal(str, object)
    failed = Signal(object)

    def __init__(self, library: Library, page: QWidget) -> None:
        super().__init__(page)
        self._library = library
        self._page = page
        self.dialog: QDialog | None = None

    def ask_add(self) -> None:
        """Ask which folder, in the system's own dialog, and have it read."""
        home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self._page, self.tr("Choose a folder to read"), home)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly, on=True)
        dialog.accepted.connect(lambda: self.add(dialog.selectedFiles()[0]))
        self._open(dialog)

    def add(self, path: str, *, sure: bool = False) -> None:
        """Have a folder read; where it holds far more than documents only when the person is sure."""

        def refused(error: KairosError) -> None:
            if isinstance(error, FolderTooWide):
                self._ask_sure(path)
            else:
                self.failed.emit(error)

        self._change(lambda documents: documents.add_folder(path, sure=sure), lambda: None, refused)

    def _ask_sure(self, path: str) -> None:
        box = self._question(self.tr("Choose a folder to read"))
        box.setText(self.tr("Read everything in %1?").replace("%1", place(path, _LONGEST)))
        box.setInformativeText(
            self.tr("That is far more than documents. It is better to name the folders your documents are in.")
        )
        sure = box.addButton(self.tr("Read everything"), QMessageBox.ButtonRole.AcceptRole)
        sure.clicked.connect(lambda: self.add(path, sure=True))
        other = box.addButton(self.tr("Choose another…"), QMessageBox.ButtonRole.RejectRole)
        other.clicked.connect(self.ask_add)
        self._open(box)

    def ask_change(self, folder: Folder) -> None:
        """Ask what is read of a folder."""
        dialog = EditDocumentFolder(folder, place(folder.path, _LONGEST), self._page)
        dialog.wanted.connect(
            lambda wanted: self._change(lambda documents: documents.change_folder(wanted), dialog.accept, dialog.refuse)
        )
        self._open(dialog)

    def ask_remove(self, folder: Folder) -> None:
        """Ask whether a folder is no longer to be read, saying what that removes."""
        box = self._question(self.tr("Remove a folder"))
        box.setText(self.tr("Stop reading %1?").replace("%1", place(folder.path, _LONGEST)))
        box.setInformativeText(
            self.tr(
                "What Kairos keeps of its documents for searching is removed. "
                "The folder and its files stay as they are."
            )
        )
        remove = box.addButton(self.tr("Remove from the search"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        remove.clicked.connect(lambda: self.remove(folder))
        self._open(box)

    def remove(self, folder: Folder) -> None:
        """Read a folder no longer; it is offered back."""
        told = self.tr("No longer read: %1").replace("%1", place(folder.path, _LONGEST))
        self._change(
            lambda documents: documents.remove_folder(folder.id),
            lambda: self.undoable.emit(told, lambda: self._put_back(folder)),
        )

    def _put_back(self, folder: Folder) -> None:
        """Have a folder read again as it was; its documents are read anew."""
        self._change(
            lambda documents: documents.add_folder(
                folder.path,
                include=folder.include,
                exclude=folder.exclude,
                largest_bytes=folder.largest_bytes,
                honour_ignore_files=folder.honour_ignore_files,
                sure=True,
            ),
            lambda: None,
        )

    def _change(
        self,
        edit: Callable[[Documents], object],
        accepted: Callable[[], object],
        refused: Callable[[KairosError], object] | None = None,
    ) -> None:
        def take(_value: object) -> None:
            accepted()
            self.changed.emit()

        self._library.ask(self, edit, take, refused or self.failed.emit)

    def _question(self, title: str) -> QMessageBox:
        box = QMessageBox(self._page)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(title)
        return box

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(lambda _result: self._closed(dialog))
        self.dialog = dialog
        dialog.open()

    def _closed(self, dialog: QDialog) -> None:
        if self.dialog is dialog:
            self.dialog = None
