"""Taking in a pack of somebody: what it would change is shown first, item by item, and can be left out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from desktop_app.dialogs.error_words import error_sentence
from desktop_app.dialogs.packs_items import PackItems, PackRow
from desktop_app.dialogs.packs_words import NEW_LINE, PackWords, difference, remark
from desktop_app.theme import spacing
from desktop_app.widgets.on_screen import resize_on_screen
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.plain_text import foreign, plain_label
from desktop_app.widgets.return_key import press_by_return
from engine.domain.errors import KairosError
from engine.domain.packs import PACK_SUFFIX, LineState, PackImport, PackLine, PackPreview

if TYPE_CHECKING:
    from desktop_app.background import Background
    from engine.api import Packs

_SIZE: Final = (760, 620)
_TAKEN: Final = {LineState.NEW, LineState.CHANGED}


class TakePack(QDialog):
    """Asks beside the window; emits taken(PackImport) once a pack is in, and closes."""

    taken = Signal(object)

    def __init__(self, packs: Packs, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._packs, self._background = packs, background
        self._words = PackWords(self)
        self._preview: PackPreview | None = None
        self._asked = 0
        self.dialog: QFileDialog | None = None
        self.setWindowTitle(self.tr("Take in a pack"))
        resize_on_screen(self, _SIZE)
        self.file = QLineEdit(self)
        self.file.setPlaceholderText(self.tr("A file that ends in .kairos-pack"))
        self.file.setAccessibleName(self.tr("File"))
        self.choose_button = QPushButton(self.tr("Choose…"), self)
        self.title = plain_label("", "heading", self)
        self.about = Paragraph("", "secondary", self)
        self.items = PackItems(self.tr("What the pack would change"), self)
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setAccessibleName(self.tr("The chosen item: + comes, - goes"))
        self.error = Paragraph("", "strong", self)
        self.error.setObjectName("error")
        self.close_button = QPushButton(self.tr("Close"), self)
        self.take_button = QPushButton(self.tr("Take in"), self)
        self.take_button.setProperty("kind", "primary")
        self._arrange()
        self._connect()
        self._show_nothing()

    def _arrange(self) -> None:
        for button in (self.choose_button, self.close_button, self.take_button):
            press_by_return(button)
        line, foot = QHBoxLayout(), QHBoxLayout()
        for row in (line, foot):
            row.setSpacing(spacing.S)
        line.addWidget(self.file, 1)
        line.addWidget(self.choose_button)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        foot.addWidget(self.take_button)
        self.rest = QWidget(self)  # takes the room while there is nothing to show
        self.both = QSplitter(Qt.Orientation.Vertical, self)
        self.both.addWidget(self.items)
        self.both.addWidget(self.text)
        self.both.setStretchFactor(0, 3)
        self.both.setStretchFactor(1, 2)
        self.both.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(spacing.XL, spacing.XL, spacing.XL, spacing.L)
        column.setSpacing(spacing.M)
        column.addLayout(line)
        column.addWidget(self.title)
        column.addWidget(self.about)
        column.addWidget(self.both, 1)
        column.addWidget(self.rest, 1)
        column.addWidget(self.error)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.file.editingFinished.connect(self._named)
        self.choose_button.clicked.connect(self._choose)
        self.items.chosen.connect(self._show_item)
        self.items.ticked.connect(self._enable)
        self.close_button.clicked.connect(self.reject)
        self.take_button.clicked.connect(self._take)

    def _choose(self) -> None:
        dialog = self.dialog = QFileDialog(self, self.tr("Choose a pack"), self.file.text())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Packs (%1)").replace("%1", f"*{PACK_SUFFIX}"), self.tr("All files (*)")])
        dialog.fileSelected.connect(lambda name: self.look(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _named(self) -> None:
        name = self.file.text().strip()
        if name and (self._preview is None or self.file.isModified()):
            self.look(Path(name).expanduser())

    def look(self, path: Path) -> None:
        """Show what a file holds; nothing is changed yet."""
        self.file.setText(str(path))
        self._show_nothing()
        self._asked += 1
        asked = self._asked

        def answered(preview: PackPreview) -> None:
            if asked == self._asked:
                self._show(preview)

        self._background.ask(self, lambda: self._packs.preview(self._packs.read(path)), answered, self.refuse)

    def refuse(self, error: KairosError) -> None:
        """Say why a pack cannot be read or taken."""
        self.error.setText(f"⚠ {error_sentence(error)}")
        self.error.show()
        self._enable()

    def _show_nothing(self) -> None:
        self._preview = None
        self.title.hide()
        self.about.setText(
            self.tr("Somebody gave you a pack? Choose it and see what it would change. Nothing is taken in by looking.")
        )
        self.items.show_rows((self.tr("Item"), self.tr("What happens")), ())
        self.text.clear()
        self.both.hide()
        self.rest.show()
        self.error.hide()
        self._enable()

    def _show(self, preview: PackPreview) -> None:
        self._preview = preview
        pack = preview.pack
        self.title.setText(f"{foreign(pack.name)} — {self._words.kind(pack.kind)}")
        self.title.show()
        self.about.setText(NEW_LINE.join(self._told(preview)))
        headers = (self.tr("Item"), self.tr("What happens"))
        self.items.show_rows(headers, [self._row(line) for line in preview.lines])
        self.rest.hide()
        self.both.show()
        self._enable()

    def _told(self, preview: PackPreview) -> list[str]:
        note = [foreign(preview.pack.note)] if preview.pack.note else []
        seal = self.tr("Its seal is whole: it was not changed on the way. Who made it, a seal does not prove.")
        before = [self.tr("This very pack is in already.")] if preview.taken_before else []
        return [*note, self._words.counts(preview), *before, seal]

    def _row(self, line: PackLine) -> PackRow:
        happens = self._words.state(line.state) + (" ⚠" if line.why else "")
        return PackRow((line.name, happens), True if line.state in _TAKEN and line.place >= 0 else None)

    def _show_item(self, row: int) -> None:
        if self._preview is not None and row < len(self._preview.lines):
            line = self._preview.lines[row]
            why = [f"⚠ {remark(line.why)}", ""] if line.why else []
            self.text.setPlainText("\n".join([*why, difference(line)]))

    def _left_out(self) -> frozenset[int]:
        lines = () if self._preview is None else self._preview.lines
        off = self.items.off()
        return frozenset(line.place for row, line in enumerate(lines) if row in off)

    def _enable(self) -> None:
        preview = self._preview
        self.take_button.setEnabled(preview is not None and bool(preview.chosen(self._left_out())))

    def _take(self) -> None:
        preview, left_out = self._preview, self._left_out()
        if preview is not None:
            self.take_button.setEnabled(False)
            self._background.ask(
                self, lambda: self._packs.take(preview, left_out, relabel=False), self._done, self.refuse
            )

    def _done(self, done: PackImport) -> None:
        self.taken.emit(done)
        self.accept()
