"""Showing text from elsewhere as what it is: never markup, never longer than a screen, never a change of direction."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import Qt as QtText
from PySide6.QtWidgets import QLabel, QWidget

LONGEST: Final = 300
_ELLIPSIS: Final = "…"
_CONTROLS: Final = (*range(0x09), *range(0x0E, 0x1C), *range(0x7F, 0x85), *range(0x86, 0xA0))  # but for spaces
_TURNING: Final = (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C)
UNSHOWN: Final = dict.fromkeys((*_CONTROLS, *_TURNING))
_ISOLATE: Final = "\u2068"
_END_ISOLATE: Final = "\u2069"


def cut(text: str, longest: int = LONGEST) -> str:
    """Return the text on one line and at most so many characters long, before any layout sees it."""
    line = " ".join(text[: longest + 1].split())
    return line if len(text) <= longest else line[: longest - 1].rstrip() + _ELLIPSIS


def foreign(text: str, longest: int = LONGEST) -> str:
    """Return text from elsewhere cut, without control characters and marks that turn the writing (gpj.exe, exe.jpg)."""
    return cut(text[: 2 * longest].translate(UNSHOWN), longest)


def isolated(text: str) -> str:
    """Return the text so that its writing direction cannot turn what stands beside it."""
    return f"{_ISOLATE}{text}{_END_ISOLATE}" if text else ""


def for_tooltip(text: str) -> str:
    """Return the text so that a tooltip, which guesses whether it holds markup, shows it letter by letter."""
    import html  # noqa: PLC0415  (its table of names would be loaded before the first paint)

    return f"<qt>{html.escape(text)}</qt>".replace("\n", "<br>") if QtText.mightBeRichText(text) else text


def plain_label(text: str = "", role: str = "", parent: QWidget | None = None, *, wrap: bool = False) -> QLabel:
    """Return a label that never reads markup, in a role of the stylesheet."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setWordWrap(wrap)
    if role:
        label.setProperty("role", role)
    return label
