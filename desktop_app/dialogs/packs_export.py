"""Making a pack to hand on: all it would hold is shown, word for word, and each item can be left out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QFormLayout, QLineEdit, QSplitter, QWidget

from desktop_app.choices import Choices
from desktop_app.dialogs.pack_dialog import PackDialog
from desktop_app.dialogs.packs_items import PackRow
from desktop_app.dialogs.packs_words import NEW_LINE, item_name, remark
from desktop_app.dialogs.share_off import SharingOff
from desktop_app.widgets.on_screen import resize_on_screen
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.plain_text import foreign
from desktop_app.widgets.sentences import labelled
from engine.domain.packs import LONGEST_PACK_NAME, LONGEST_PACK_NOTE, PACK_SUFFIX, Offers, Pack, PackKind

if TYPE_CHECKING:
    from desktop_app.background import Background
    from engine.api import Packs

_SIZE: Final = (900, 660)
_SETTLE_MS: Final = 120
_SHOWN_REMARKS: Final = 6


class MakePack(PackDialog):
    """Emits saved(Path) once a file is written. kind: what the pack is of at first."""

    saved = Signal(object)

    def __init__(
        self,
        packs: Packs,
        background: Background,
        choices: Choices,
        kind: PackKind = PackKind.RULES,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(packs, background, parent)
        self._choices = choices
        self._offers: Offers | None = None
        self._pack: Pack | None = None
        self.setWindowTitle(self.tr("Make a pack to hand on"))
        resize_on_screen(self, _SIZE)
        self._make_fields(kind)
        self.make_parts(self.tr("What goes into the pack"), self.tr("The file, letter by letter"), self.tr("Save…"))
        self.behind = Paragraph("", "muted", self)
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._arrange()
        self._connect()
        self.read()

    def _make_fields(self, kind: PackKind) -> None:
        self.off = SharingOff(self._choices, self)
        self.kind = QComboBox(self)
        for one in PackKind:
            self.kind.addItem(self.words.kind(one), one)
        self.kind.setCurrentIndex(list(PackKind).index(kind))
        self.name, self.note = QLineEdit(self), QLineEdit(self)
        self.name.setMaxLength(LONGEST_PACK_NAME)
        self.note.setMaxLength(LONGEST_PACK_NOTE)
        self.note.setPlaceholderText(self.tr("A sentence for whoever takes it"))
        self.levels = QCheckBox(self.tr("Say how well I know each skill"), self)
        self.about = Paragraph("", "secondary", self)

    def _arrange(self) -> None:
        rows = QFormLayout()
        rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for label, field in (
            (self.tr("Pack of"), self.kind),
            (self.tr("Name"), self.name),
            (self.tr("Note"), self.note),
        ):
            rows.addRow(label, field)
            field.setAccessibleName(label)
        rows.addRow("", self.levels)
        both = QSplitter(self)
        both.addWidget(self.items)
        both.addWidget(self.text)
        both.setChildrenCollapsible(False)
        self.column.addWidget(self.off)
        self.column.addLayout(rows)
        self.column.addWidget(self.about)
        self.column.addWidget(both, 1)
        self.column.addWidget(self.behind)
        self.add_foot()

    def _connect(self) -> None:
        self.off.refused.connect(self.refuse)
        self._choices.changed.connect(self.read)
        self.kind.currentIndexChanged.connect(self.read)
        self.levels.toggled.connect(self.read)
        for field in (self.name, self.note):
            field.textChanged.connect(lambda _text: self._begin())
        self.items.ticked.connect(self._begin)
        self.items.chosen.connect(self._show_item)
        self._settle.timeout.connect(self._pack_anew)
        self.act_button.clicked.connect(self._ask_where)

    # ---------------------------------------------------------------- reading

    def read(self, _changed: object = None) -> None:
        """Read what a pack of the kind chosen can hold."""
        kind = PackKind(self.kind.currentData())
        self.levels.setVisible(kind is PackKind.LEARNING)
        self.about.setText(self.words.about(kind))
        self.name.setPlaceholderText(self.words.kind(kind))
        self._offers = self._pack = None
        self.items.show_rows((self.tr("Item"),), ())
        self.text.clear()
        self.behind.hide()
        self.error.hide()
        self.act_button.setEnabled(False)
        if self._choices.settings.sharing.on:
            levels = self.levels.isChecked()
            self.ask(lambda: self.packs.offers(kind, levels=levels), self._show)

    def _show(self, offers: Offers) -> None:
        self._offers = offers
        kind = PackKind(self.kind.currentData())
        rows = [PackRow((item_name(kind, one.name),), one.wanted) for one in offers.items]
        self.items.show_rows((self.tr("Item"),), rows)
        if not offers.items:
            self.text.setPlainText(self.tr("There is nothing a pack of this kind could hold yet."))
        self._show_behind(offers)
        self._pack_anew()

    def _show_behind(self, offers: Offers) -> None:
        kind, shown = PackKind(self.kind.currentData()), offers.left_out[:_SHOWN_REMARKS]
        told = ["• " + labelled(foreign(item_name(kind, one.name)), remark(one.text)) for one in shown]
        more = ["…"] if len(offers.left_out) > _SHOWN_REMARKS else []
        self.behind.setText(NEW_LINE.join([self.tr("Stays behind:"), *told, *more]))
        self.behind.setVisible(bool(told))

    def _begin(self) -> None:
        self.act_button.setEnabled(False)
        self._settle.start()

    def _pack_anew(self) -> None:
        offers, off = self._offers, self.items.off()
        chosen = [] if offers is None else [one.item for row, one in enumerate(offers.items) if row not in off]
        if offers is None or not chosen:
            self.act_button.setEnabled(False)
            if offers is not None and offers.items:
                self.text.clear()
            return
        kind = PackKind(self.kind.currentData())
        name, note = self.name.text().strip() or self.words.kind(kind), self.note.text()

        def pack() -> tuple[Pack, str]:
            made = self.packs.packed(kind, offers, chosen, name=name, note=note)
            return made, self.packs.text(made)

        self.ask(pack, self._show_pack)

    def _show_pack(self, made: tuple[Pack, str]) -> None:
        self._pack, text = made
        bar = self.text.verticalScrollBar()
        kept = bar.value()
        self.text.setPlainText("\n".join(foreign(line) for line in text.split("\n")))
        bar.setValue(kept)
        self.error.hide()
        self.act_button.setEnabled(True)

    def _show_item(self, row: int) -> None:
        """Bring the item that is looked at into sight in the file."""
        if self._offers is None or row >= len(self._offers.items):
            return
        lines = "\n".join(foreign(line) for line in self._offers.items[row].lines)
        at = self.text.toPlainText().find(lines)
        if at >= 0:
            cursor = self.text.textCursor()
            cursor.setPosition(at)
            cursor.setPosition(at + len(lines), cursor.MoveMode.KeepAnchor)
            self.text.setTextCursor(cursor)
            self.text.centerCursor()

    # ---------------------------------------------------------------- writing

    def _ask_where(self) -> None:
        if self._pack is None:
            return
        name = "".join(sign if sign.isalnum() else "-" for sign in self._pack.name).strip("-") or "kairos"
        dialog = self.dialog = QFileDialog(self, self.tr("Save the pack"), f"{name}{PACK_SUFFIX}", f"*{PACK_SUFFIX}")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(PACK_SUFFIX.removeprefix("."))
        dialog.fileSelected.connect(lambda chosen: self.save(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save(self, path: Path) -> None:
        """Write just what is shown."""
        pack = self._pack
        if pack is not None:
            self.act_button.setEnabled(False)
            self.background.ask(self, lambda: self.packs.save(pack, path), self._written, self.refuse)

    def _written(self, path: Path) -> None:
        self.saved.emit(path)
        self.accept()

    def enable(self) -> None:
        """Let what is shown be saved."""
        self.act_button.setEnabled(self._pack is not None)
