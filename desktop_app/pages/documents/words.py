"""Kinds of documents, places and moments in words."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from desktop_app.widgets.format import Wording
from desktop_app.widgets.plain_text import foreign
from engine.domain.documents import Document, DocumentKind, IndexPhase, IndexStatus

_MINUTE_S: Final = 60
_HOUR_S: Final = 3_600
_TAGS: Final = {
    DocumentKind.PDF: ("PDF", "distraction"),
    DocumentKind.DOCX: ("DOC", "focus"),
    DocumentKind.ODT: ("ODT", "focus"),
    DocumentKind.PPTX: ("PPT", "communication"),
    DocumentKind.XLSX: ("XLS", "meeting"),
    DocumentKind.HTML: ("WEB", "learning"),
    DocumentKind.FEED: ("RSS", "learning"),
    DocumentKind.EPUB: ("BOOK", "admin"),
    DocumentKind.EMAIL: ("MAIL", "communication"),
    DocumentKind.MBOX: ("MAIL", "communication"),
    DocumentKind.NOTEBOOK: ("NB", "communication"),
    DocumentKind.CODE: ("CODE", "admin"),
    DocumentKind.MARKDOWN: ("MD", "idle"),
    DocumentKind.RST: ("RST", "idle"),
    DocumentKind.TEXT: ("TXT", "idle"),
    DocumentKind.SUBTITLES: ("SUB", "idle"),
}


def tag_of(kind: DocumentKind) -> tuple[str, str]:
    """Return the kind in at most four letters, and the colour it has on a list."""
    return _TAGS[kind]


def kind_name(kind: DocumentKind) -> str:
    """Return what the kind is called."""
    translate = QCoreApplication.translate
    return {
        DocumentKind.PDF: "PDF",
        DocumentKind.DOCX: translate("DocumentWords", "Word documents"),
        DocumentKind.ODT: translate("DocumentWords", "OpenDocument texts"),
        DocumentKind.PPTX: translate("DocumentWords", "Presentations"),
        DocumentKind.XLSX: translate("DocumentWords", "Spreadsheets"),
        DocumentKind.HTML: translate("DocumentWords", "Web pages"),
        DocumentKind.FEED: translate("DocumentWords", "Feeds"),
        DocumentKind.EPUB: translate("DocumentWords", "E-books"),
        DocumentKind.EMAIL: translate("DocumentWords", "E-mails"),
        DocumentKind.MBOX: translate("DocumentWords", "Mailboxes"),
        DocumentKind.NOTEBOOK: translate("DocumentWords", "Notebooks"),
        DocumentKind.CODE: translate("DocumentWords", "Source code"),
        DocumentKind.MARKDOWN: "Markdown",
        DocumentKind.RST: "reStructuredText",
        DocumentKind.TEXT: translate("DocumentWords", "Plain text"),
        DocumentKind.SUBTITLES: translate("DocumentWords", "Subtitles"),
    }[kind]


def readable(path: str) -> str:
    """Return a path as text that can be shown: bytes that are no letters become signs for that."""
    return os.fsencode(path).decode("utf-8", "replace")


def place(path: str, longest: int = 600) -> str:
    """Return where a file or folder lies, the person's own folder as ~, plain and cut."""
    home, shown = readable(str(Path.home())), readable(path)
    if shown == home or shown.startswith(home.rstrip("/\\") + os.sep):
        shown = "~" + shown[len(home.rstrip("/\\")) :]
    return foreign(shown, longest)


def file_name(path: str) -> str:
    """Return a file's name, plain and cut."""
    return foreign(readable(Path(path).name))


def title_of(document: Document) -> str:
    """Return what a document is called: its own title, else its file's name."""
    return foreign(document.title.strip()) or file_name(document.identity.path)


def day_words(moment_ms: int, now_ms: int, wording: Wording) -> str:
    """Return a day as people say it: today, yesterday, else its date."""
    translate = QCoreApplication.translate
    day = wording.local(moment_ms).date()
    if day == wording.local(now_ms).date():
        return translate("DocumentWords", "today %1").replace("%1", wording.time(moment_ms))
    if day == wording.local(now_ms).date() - timedelta(days=1):
        return translate("DocumentWords", "yesterday %1").replace("%1", wording.time(moment_ms))
    return QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.ShortFormat)


def phase_words(status: IndexStatus) -> str:
    """Return what the reading of documents does now."""
    translate = QCoreApplication.translate
    return {
        IndexPhase.IDLE: translate("DocumentWords", "All documents are read"),
        IndexPhase.DISCOVERING: translate("DocumentWords", "Looking for documents"),
        IndexPhase.WORDS: translate("DocumentWords", "Reading documents"),
        IndexPhase.MEANING: translate("DocumentWords", "Learning what passages mean"),
        IndexPhase.PAUSED: translate("DocumentWords", "Reading is paused"),
        IndexPhase.WAITING: translate("DocumentWords", "Reading waits"),
    }[status.phase]


def left_words(left_s: float) -> str:
    """Return roughly how long something still takes."""
    translate, count = QCoreApplication.translate, QLocale().toString
    if left_s < _MINUTE_S:
        return translate("DocumentWords", "less than a minute left")
    if left_s < _HOUR_S:
        return translate("DocumentWords", "about %1 min left").replace("%1", count(round(left_s / _MINUTE_S)))
    return translate("DocumentWords", "about %1 h left").replace("%1", count(left_s / _HOUR_S, "f", 1))
