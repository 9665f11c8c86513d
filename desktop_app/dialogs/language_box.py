"""The choice of language, shared by first run and settings."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QWidget

from engine.settings import Language


def language_box(parent: QWidget, system: str) -> QComboBox:
    """Return a box of the languages; each is named in itself, so that anyone finds their own."""
    box = QComboBox(parent)
    box.addItem(system, Language.SYSTEM)
    box.addItem("English", Language.ENGLISH)
    box.addItem("简体中文", Language.CHINESE)
    return box
