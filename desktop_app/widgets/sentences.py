"""Putting sentences together as the language of the window writes them: Chinese sets no space and wider colons."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

_WIDE_ENDS: Final = ("。", "！", "？", "；", "：")  # their room after them is a part of the sign


def joined(*sentences: str) -> str:
    """Return sentences as one text, without those that are empty; after a full-width full stop no space is set."""
    text = ""
    for sentence in filter(None, sentences):
        text += sentence if not text or text.endswith(_WIDE_ENDS) else f" {sentence}"
    return text


def labelled(name: str, what: str) -> str:
    """Return "name: what" with the colon of the window's language."""
    before, _, after = QCoreApplication.translate("Sentences", "%1: %2").partition("%1")
    return before + name + after.replace("%2", what, 1)
