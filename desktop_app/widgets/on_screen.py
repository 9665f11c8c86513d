"""How large a window may begin, so that its buttons are on the screen."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

_FRAME: Final = (16, 48)  # what a window manager may draw around it


def resize_on_screen(window: QWidget, size: tuple[int, int]) -> None:
    """Give a window this size, in logical pixels, or what the screen has room for."""
    window.resize(QSize(*size).boundedTo(window.screen().availableSize() - QSize(*_FRAME)))
