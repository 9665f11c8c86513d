"""Opening a document with the program the system has for it, and showing where it lies; programs are never started."""

from __future__ import annotations

import stat
import sys
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QProcess, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication

from desktop_app.pages.documents.words import place, readable
from engine.domain.documents import Document, DocumentKind

# What a system may run instead of showing it, whatever it was read as; scripts only Windows runs by their name alone.
_RUNS: Final = frozenset(
    ".appimage .application .app .bat .cmd .com .command .cpl .desktop .dll .exe .gadget .hta .inf .jar .lnk .msc .msi "
    ".msp .pif .reg .run .scf .scr .sct .shb .shs .url .webloc .workflow .ws .wsc .wsf .wsh".split()
)
_RUNS_ON_WINDOWS: Final = frozenset(
    ".bash .cgi .csh .fish .js .jse .ksh .mjs .pl .ps1 .psm1 .py .pyw .pyz .rb .sh .tcl .vb .vbe .vbs .zsh".split()
)
_MAY_HOLD_PROGRAMS: Final = frozenset({DocumentKind.CODE, DocumentKind.TEXT})
_ANY_EXECUTE: Final = stat.S_IXUSR | stat.S_IXGRP | stat.S_IXOTH


def runs(path: str, kind: DocumentKind, mode: int, system: str = sys.platform) -> bool:
    """Return whether opening a file could run it: by its name, or since it is text that is marked as a program."""
    suffix = Path(Path(path).name.casefold().rstrip(". ")).suffix
    if system == "win32":
        return suffix in _RUNS or suffix in _RUNS_ON_WINDOWS
    return suffix in _RUNS or (kind in _MAY_HOLD_PROGRAMS and bool(mode & _ANY_EXECUTE))


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
            mode = Path(path).stat().st_mode
        except (OSError, ValueError):
            self.said.emit(self.tr("%1 is no longer there.").replace("%1", place(path)))
            return
        if not stat.S_ISREG(mode) or runs(path, document.kind, mode):
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
