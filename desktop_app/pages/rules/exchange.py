"""Rules in and out of files: packs of Kairos, categories of ActivityWatch, and the starter packs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale, QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFileDialog, QPlainTextEdit, QVBoxLayout, QWidget

from desktop_app.theme import spacing
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.plain_text import foreign
from desktop_app.widgets.sentences import labelled
from engine.domain.rule_pack import Pack, Remark, RulesFormat

if TYPE_CHECKING:
    from desktop_app.background import Background
    from engine.api import Rules

_SIZE: Final = (560, 420)
_MOST_REMARKS: Final = 500


@dataclass(frozen=True, slots=True)
class Found:
    """What a file holds: the pack, and how much of it is not there yet."""

    pack: Pack
    categories: int
    rules: int


class RulesExchange(QObject):
    """Emits install_wanted(Pack) once the person has seen what is in it, said(text) and failed(KairosError)."""

    install_wanted = Signal(object)
    said = Signal(str)
    failed = Signal(object)

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._rules: Rules | None = None
        self._background: Background | None = None
        self.dialog: QDialog | None = None

    def attach(self, rules: Rules, background: Background) -> None:
        """Give it the engine's rules."""
        self._rules, self._background = rules, background

    def starter(self) -> None:
        """Have the starter rules of the window's language installed."""
        rules, background, language = self._rules, self._background, QLocale().name()
        if rules is not None and background is not None:
            background.ask(self, lambda: rules.starter(language), self.install_wanted.emit, self.failed.emit)

    # ---------------------------------------------------------------- in

    def ask_import(self) -> None:
        """Ask for a file, and then whether what it holds is wanted."""
        filters = self.tr("Rules (*.toml *.json)") + ";;" + self.tr("All files (*)")
        dialog = QFileDialog(self._page, self.tr("Import rules"), "", filters)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        self._open(dialog, lambda: self.read(Path(dialog.selectedFiles()[0])))

    def read(self, path: Path) -> None:
        """Show what a file holds; nothing is changed yet."""
        rules, background = self._rules, self._background
        if rules is None or background is None:
            return

        def look() -> Found:
            pack = rules.read(path)
            new = rules.preview(pack)
            return Found(pack, len(new.categories), len(new.rules))

        background.ask(self, look, lambda found: self._offer(path, found), self.failed.emit)

    def _offer(self, path: Path, found: Found) -> None:
        told = self.tr("%1 holds %2 categories and %3 rules; of these %4 categories and %5 rules are new.")
        pack = found.pack
        for place, value in (
            ("%5", found.rules),
            ("%4", found.categories),
            ("%3", len(pack.rules)),
            ("%2", len(pack.categories)),
        ):
            told = told.replace(place, QLocale().toString(value))
        lines = self._remarks(self.tr("Left out:"), pack.left_out) + self._remarks(self.tr("Note:"), pack.notes)
        new = bool(found.rules or found.categories)
        dialog = Told(self.tr("Import rules"), told.replace("%1", foreign(path.name)), lines, self._page)
        dialog.offer(self.tr("Import") if new else "")
        self._open(dialog, lambda: self.install_wanted.emit(pack))

    # ---------------------------------------------------------------- out

    def ask_export(self, form: RulesFormat) -> None:
        """Ask where to write the rules, and write them."""
        name, kind = ("kairos-rules", "toml")
        if form is RulesFormat.ACTIVITYWATCH:
            name, kind = ("aw-category-export", "json")
        dialog = QFileDialog(self._page, self.tr("Export rules"), name, f"*.{kind}")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(kind)
        self._open(dialog, lambda: self.write(Path(dialog.selectedFiles()[0]), form))

    def write(self, path: Path, form: RulesFormat) -> None:
        """Write the rules to a file and say what it could not hold."""
        rules, background = self._rules, self._background
        if rules is not None and background is not None:
            background.ask(
                self,
                lambda: rules.export(path, form)[1],
                lambda left_out: self._written(path, left_out),
                self.failed.emit,
            )

    def _written(self, path: Path, left_out: Sequence[Remark]) -> None:
        told = self.tr("Written to %1").replace("%1", foreign(str(path)))
        if not left_out:
            self.said.emit(told)
            return
        dialog = Told(self.tr("Export rules"), told, self._remarks(self.tr("Left out:"), left_out), self._page)
        self._open(dialog, lambda: None)

    # ---------------------------------------------------------------- both

    def _remarks(self, title: str, remarks: Sequence[Remark]) -> list[str]:
        lines = ["• " + labelled(foreign(one.name), foreign(one.text)) for one in remarks[:_MOST_REMARKS]]
        if len(remarks) > _MOST_REMARKS:
            lines.append("…")
        return [title, *lines, ""] if lines else []

    def _open(self, dialog: QDialog, accepted: Callable[[], None]) -> None:
        self.dialog = dialog
        dialog.accepted.connect(accepted)
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(self._closed)
        dialog.open()

    def _closed(self) -> None:
        if self.sender() is self.dialog:
            self.dialog = None


class Told(QDialog):
    """A sentence, and lines of what is to be known beside it."""

    def __init__(self, title: str, sentence: str, lines: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.sentence = Paragraph(sentence, "", self)
        self.lines = QPlainTextEdit("\n".join(lines), self)
        self.lines.setReadOnly(True)
        self.lines.setAccessibleName(title)
        self.lines.setVisible(bool(lines))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, Qt.Orientation.Horizontal, self)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(spacing.XL, spacing.XL, spacing.XL, spacing.L)
        column.setSpacing(spacing.M)
        column.addWidget(self.sentence)
        column.addWidget(self.lines, 1)
        column.addWidget(self.buttons)
        if lines:
            self.resize(*_SIZE)
        else:
            self.setMinimumWidth(_SIZE[0])

    def offer(self, text: str) -> None:
        """Offer to go on; without a text there is nothing to go on with."""
        if text:
            self.buttons.addButton(text, QDialogButtonBox.ButtonRole.AcceptRole).setDefault(True)
