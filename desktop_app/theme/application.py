"""Dressing the whole application in one palette."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLocale
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from desktop_app.theme import type_scale
from desktop_app.theme.palette import Palette
from desktop_app.theme.stylesheet import stylesheet

_ROLES: Final = {
    QPalette.ColorRole.Window: "bg",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "bg",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "on_accent",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.ToolTipBase: "surface",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Midlight: "line",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Dark: "line",
    QPalette.ColorRole.Shadow: "line",
    QPalette.ColorRole.Accent: "accent",
}
_WRITING: Final = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)


def apply_theme(app: QApplication, palette: Palette) -> None:
    """Give the application the palette: style, Qt colours, fonts and stylesheet.

    Our own colours, not the platform's scheme, decide: offscreen and on bare X11 the platform has none.
    """
    # Once: under a stylesheet Qt does not tell which style draws. Not where the application was made with it.
    if not app.styleSheet() and app.property("style") != "fusion":
        app.setStyle("Fusion")
    apply_fonts(app)
    apply_colours(app, palette)


def apply_fonts(app: QApplication) -> None:
    """Give the application the fonts, as the language in force wants them."""
    font = app.font()
    font.setFamilies(type_scale.families())
    font.setPixelSize(type_scale.BODY)
    type_scale.fit_writing(font, QLocale())
    app.setFont(font)


def apply_colours(app: QApplication, palette: Palette) -> None:
    """Give the application the palette alone: Qt's colours and the stylesheet."""
    app.setPalette(qt_palette(palette))
    app.setStyleSheet(stylesheet(palette))


def qt_palette(palette: Palette) -> QPalette:
    """Return the tokens as Qt's colour roles; disabled text is muted."""
    colours = QPalette()
    for role, token in _ROLES.items():
        colours.setColor(role, palette.colour(token))
    for role in _WRITING:
        muted = QColor(palette.muted)
        muted.setAlpha(150)
        colours.setColor(QPalette.ColorGroup.Disabled, role, muted)
    return colours
