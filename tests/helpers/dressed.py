"""A themed application and a chosen language for tests that look at widgets."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QLocale
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.theme import Palette, ThemeHolder, apply_theme


def dressed(palette: Palette) -> ThemeHolder:
    """Dress the running application in the palette and return its holder."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app, palette)
    return ThemeHolder(palette)


@contextmanager
def speaking(name: str) -> Iterator[None]:
    """Write dates and numbers as in the locale while it lasts."""
    before = QLocale()
    QLocale.setDefault(QLocale(name))
    try:
        yield
    finally:
        QLocale.setDefault(before)


def picture(widget: QWidget, width: int, height: int) -> QImage:
    """Return what the widget looks like at a size, in device pixels of density one."""
    widget.resize(width, height)
    widget.ensurePolished()
    image = QImage(widget.size(), QImage.Format.Format_ARGB32)
    image.fill(QColor("magenta"))
    widget.render(image)
    return image


def colour_at(image: QImage, x: float, y: float) -> str:
    """Return a pixel as #RRGGBB."""
    return image.pixelColor(round(x), round(y)).name().upper()
