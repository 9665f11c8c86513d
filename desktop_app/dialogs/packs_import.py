"""Taking in a pack of somebody: what it would change is shown first, item by item, and can be left out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QSplitter, QWidget

from desktop_app.dialogs.pack_dialog import PackDialog
from desktop_app.dialogs.packs_items import PackRow
from desktop_app.dialogs.packs_words import NEW_LINE, difference, item_name, remark
from desktop_app.theme import spacing
from desktop_app.widgets.on_screen import resize_on_screen
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.plain_text import foreign, plain_label
from desktop_app.widgets.return_key import press_by_return
from engine.domain.packs import PACK_SUFFIX, LineState, PackImport, PackKind, PackLine, PackPreview

if TYPE_CHECKING:
    from desktop_app.background import Background
    from engine.api import Packs

_SIZE: Final = (760, 620)
_TAKEN: Final = {LineState.NEW, LineState.CHANGED}


class TakePack(PackDialog):
    """Emits taken(PackImport) once a pack is in, and closes."""

    taken = Signal(object)

    def __init__(self, packs: Packs, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(packs, background, parent)
        self._preview: PackPreview | None = None
        self.setWindowTitle(self.tr("Take in a pack"))
        resize_on_screen(self, _SIZE)
        self.file = QLineEdit(self)
        self.file.setPlaceholderText(self.tr("A file that ends in .kairos-pack"))
        self.file.setAccessibleName(self.tr("File"))
        self.choose_button = QPushButton(self.tr("Choose…"), self)
        self.title = plain_label("", "heading", self)
        self.about = Paragraph("", "secondary", self)
        self.make_parts(
            self.tr("What the pack would change"), self.tr("The chosen item: + comes, - goes"), self.tr("Take in")
        )
        self._arrange()
        self._connect()
        self._show_nothing()

    def _arrange(self) -> None:
        press_by_return(self.choose_button)
        line = QHBoxLayout()
        line.setSpacing(spacing.S)
        line.addWidget(self.file, 1)
        line.addWidget(self.choose_button)
        self.rest = QWidget(self)  # takes the room while there is nothing to show
        self.both = QSplitter(Qt.Orientation.Vertical, self)
        self.both.addWidget(self.items)
        self.both.addWidget(self.text)
        self.both.setStretchFactor(0, 3)
        self.both.setStretchFactor(1, 2)
        self.both.setChildrenCollapsible(False)
        self.column.addLayout(line)
        self.column.addWidget(self.title)
        self.column.addWidget(self.about)
        self.column.addWidget(self.both, 1)
        self.column.addWidget(self.rest, 1)
        self.add_foot()

    def _connect(self) -> None:
        self.file.editingFinished.connect(self._named)
        self.choose_button.clicked.connect(self._choose)
        self.items.chosen.connect(self._show_item)
        self.items.ticked.connect(self.enable)
        self.act_button.clicked.connect(self._take)

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
        self.ask(lambda: self.packs.preview(self.packs.read(path)), self._show)

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
        self.enable()

    def _show(self, preview: PackPreview) -> None:
        self._preview = preview
        pack = preview.pack
        self.title.setText(f"{foreign(pack.name)} — {self.words.kind(pack.kind)}")
        self.title.show()
        self.about.setText(NEW_LINE.join(self._told(preview)))
        headers = (self.tr("Item"), self.tr("What happens"))
        self.items.show_rows(headers, [self._row(pack.kind, line) for line in preview.lines])
        self.rest.hide()
        self.both.show()
        self.enable()

    def _told(self, preview: PackPreview) -> list[str]:
        note = [foreign(preview.pack.note)] if preview.pack.note else []
        seal = self.tr("Its seal is whole: it was not changed on the way. Who made it, a seal does not prove.")
        before = [self.tr("This very pack is in already.")] if preview.taken_before else []
        return [*note, self.words.counts(preview), *before, seal]

    def _row(self, kind: PackKind, line: PackLine) -> PackRow:
        happens = self.words.state(line.state) + (" ⚠" if line.why else "")
        name = item_name(kind, line.name)
        return PackRow((name, happens), True if line.state in _TAKEN and line.place >= 0 else None)

    def _show_item(self, row: int) -> None:
        if self._preview is not None and row < len(self._preview.lines):
            line = self._preview.lines[row]
            why = [f"⚠ {remark(line.why)}", ""] if line.why else []
            self.text.setPlainText("\n".join([*why, difference(line)]))

    def _left_out(self) -> frozenset[int]:
        lines = () if self._preview is None else self._preview.lines
        off = self.items.off()
        return frozenset(line.place for row, line in enumerate(lines) if row in off)

    def enable(self) -> None:
        """Let what is ticked be taken in."""
        preview = self._preview
        self.act_button.setEnabled(preview is not None and bool(preview.chosen(self._left_out())))

    def _take(self) -> None:
        preview, left_out = self._preview, self._left_out()
        if preview is not None:
            self.act_button.setEnabled(False)
            self.background.ask(
                self, lambda: self.packs.take(preview, left_out, relabel=False), self._done, self.refuse
            )

    def _done(self, done: PackImport) -> None:
        self.taken.emit(done)
        self.accept()
