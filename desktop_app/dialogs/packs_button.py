"""One button whose menu leads to packs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from engine.domain.packs import PackKind


class PacksButton(QPushButton):
    """Emits wanted, as desktop_app.packs opens it: "take", "taken", or one of these kinds of packs to make."""

    wanted = Signal(str)

    def __init__(self, kinds: Sequence[PackKind], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(self.tr("Packs"))
        self.setToolTip(self.tr("Take in what somebody gave you, or make a file to hand on"))
        self.setAutoDefault(False)
        names = {
            PackKind.RULES: self.tr("Make a pack of rules…"),
            PackKind.READING: self.tr("Make a reading list…"),
            PackKind.BLOCKS: self.tr("Make a pack of block templates…"),
            PackKind.LEARNING: self.tr("Make a learning plan…"),
        }
        menu = QMenu(self)
        self._add(menu, self.tr("Take in a pack…"), "take")
        for kind in kinds:
            self._add(menu, names[kind], kind.value)
        self._add(menu, self.tr("Packs that were taken in…"), "taken")
        self.setMenu(menu)

    def _add(self, menu: QMenu, text: str, wanted: str) -> None:
        menu.addAction(text).triggered.connect(lambda: self.wanted.emit(wanted))
