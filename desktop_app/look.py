"""Light or dark: the person's choice, else the system's."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from desktop_app.theme import DARK, LIGHT, Palette, Redressing, ThemeHolder, apply_fonts, apply_theme
from engine.settings import Theme


class Look(QObject):
    """Dresses the application in the palette that is wanted, and follows the system where that is the choice."""

    def __init__(self, app: QApplication, chosen: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._chosen = chosen
        palette = wanted_palette(chosen, app.styleHints().colorScheme())
        self._wanted = palette
        self.theme = ThemeHolder(palette, self)
        self.redressing = Redressing(app, self)
        apply_theme(app, palette)
        app.styleHints().colorSchemeChanged.connect(self._follow)

    def choose(self, chosen: Theme) -> None:
        """Use another choice from now on."""
        self._chosen = chosen
        self._follow(self._app.styleHints().colorScheme())

    def speak(self) -> None:
        """Fit the fonts to another language."""
        apply_fonts(self._app)

    def _follow(self, scheme: Qt.ColorScheme) -> None:
        palette = wanted_palette(self._chosen, scheme)
        if palette is not self._wanted:
            self._wanted = palette
            self.redressing.begin(palette, lambda: self.theme.set_palette(palette))


def wanted_palette(chosen: Theme, system: Qt.ColorScheme) -> Palette:
    """Return the palette for the choice; where neither the person nor the system says anything, the light one."""
    dark = chosen is Theme.DARK or (chosen is Theme.SYSTEM and system == Qt.ColorScheme.Dark)
    return DARK if dark else LIGHT
