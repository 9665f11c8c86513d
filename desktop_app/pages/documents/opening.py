"""Opening a document with the program the system has for it, and showing where it lies; programs are never started."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication

from desktop_app.pages.documents.words import place, readable
from engine.domain.documents import Document
from engine.domain.runnable import could_run


def url_of(path: str) -> QUrl:
    """Return the address of a file, also of one whose name is no text."""
    return QUrl.fromEncoded(Path(path).absolute().as_uri().encode("ascii"))


class Opener(QObject):
    """Emits said(text) for what was done instead, or could not be."""

    said = Signal(str)

    def open(self, document: Document) -> None:
        """Open the document; what may be a program is shown in its folder instead."""
        path = document.identity.path
        try:
            mode, target = Path(path).stat().st_mode, str(Path(path).resolve())
        except (OSError, ValueError):
            self.said.emit(self.tr("%1 is no longer there.").replace("%1", place(path)))
            return
        if not stat.S_ISREG(mode) or could_run((path, target), document.kind, mode):
            self.said.emit(self.tr("That file could run as a program, so it is shown in its folder instead."))
            self.reveal(document)
        elif not QDesktopServices.openUrl(url_of(path)):
            self.said.emit(self.tr("No program opens %1.").replace("%1", place(path)))

    def reveal(self, document: Document) -> None:
        """Show the folder the document lies in, with the document marked where the system can do that."""
        path = Path(document.identity.path)
        if sys.platform == "darwin":
            QProcess.startDetached("/usr/bin/open", ["-R", str(path)])
        elif sys.platform == "win32":
            QProcess.startDetached("explorer.exe", [f"/select,{path}"])
        elif not QDesktopServices.openUrl(url_of(str(path.parent))):
            self.said.emit(
                self.tr("No program shows folders here. It lies in %1").replace("%1", place(str(path.parent)))
            )

    def copy_path(self, document: Document) -> None:
        """Put the document's path on the clipboard."""
        QGuiApplication.clipboard().setText(readable(document.identity.path))
        self.said.emit(self.tr("The path is on the clipboard."))
