"""The filters beside the words: kind, folder, when a document was changed and when it was used."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop_app.pages.documents.words import kind_name, place
from desktop_app.theme import spacing
from desktop_app.widgets.chip import Chip
from desktop_app.widgets.elided_label import ElidedLabel
from engine.domain.documents import DocumentKind, Folder

_KINDS: Final = (
    DocumentKind.PDF,
    DocumentKind.DOCX,
    DocumentKind.ODT,
    DocumentKind.PPTX,
    DocumentKind.XLSX,
    DocumentKind.MARKDOWN,
    DocumentKind.TEXT,
    DocumentKind.HTML,
    DocumentKind.EMAIL,
    DocumentKind.MBOX,
    DocumentKind.EPUB,
    DocumentKind.CODE,
    DocumentKind.NOTEBOOK,
    DocumentKind.RST,
    DocumentKind.SUBTITLES,
    DocumentKind.FEED,
)


class FilterBar(QWidget):
    """Each filter is a part of the query language, so that typing does the same; emits changed."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = Chip(self.tr("Kind"), self.tr("Any kind"), self)
        self.folder = Chip(self.tr("Folder"), self.tr("Any folder"), self)
        self.after = Chip(self.tr("Changed"), self.tr("At any time"), self)
        self.used = Chip(self.tr("Used"), self.tr("Whenever or never"), self)
        self.clear_button = QPushButton(self.tr("Clear filters"), self)
        self.clear_button.setProperty("kind", "quiet")
        self.told = ElidedLabel("", "secondary", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(spacing.S)
        for chip in self._chips:
            row.addWidget(chip)
            chip.picked.connect(self._picked)
        row.addWidget(self.clear_button)
        row.addWidget(self.told, 1)
        self.told.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.clear_button.clicked.connect(self.clear)
        self.kind.offer([(kind_name(kind), f"type:{kind.value}") for kind in _KINDS])
        self.used.offer(self._uses())
        self.after.offer(self._ages())
        self._picked_quietly()

    @property
    def _chips(self) -> tuple[Chip, ...]:
        return self.kind, self.folder, self.after, self.used

    def _uses(self) -> list[tuple[str, str]]:
        return [
            (self.tr("Today"), "used:today"),
            (self.tr("Yesterday"), "used:yesterday"),
            (self.tr("This week"), 'used:"this week"'),
            (self.tr("Last week"), 'used:"last week"'),
            (self.tr("This month"), 'used:"this month"'),
            (self.tr("Last month"), 'used:"last month"'),
        ]

    def _ages(self) -> list[tuple[str, str]]:
        return [
            (self.tr("In the last 7 days"), 'after:"7 days"'),
            (self.tr("In the last 30 days"), 'after:"30 days"'),
            (self.tr("In the last year"), 'after:"365 days"'),
        ]

    def show_folders(self, folders: Sequence[Folder]) -> None:
        """Offer these folders."""
        self.folder.offer([(place(folder.path), _inside(folder.path)) for folder in folders])
        self.folder.setVisible(len(folders) > 1)

    @property
    def query(self) -> str:
        """What the filters add to the words."""
        return " ".join(chip.value for chip in self._chips if chip.value)

    def clear(self) -> None:
        """Take all filters away."""
        for chip in self._chips:
            chip.choose("")
        self._picked("")

    def _picked(self, _value: str) -> None:
        self._picked_quietly()
        self.changed.emit()

    def _picked_quietly(self) -> None:
        self.clear_button.setVisible(bool(self.query))


def _inside(path: str) -> str:
    """Return the filter of a folder; quotation marks stand only where a blank calls for them, for it may hold some."""
    return f'in:"{path}"' if any(char.isspace() for char in path) else f"in:{path}"
