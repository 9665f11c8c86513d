"""The palette in use, and word of its change."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop_app.theme.palette import Palette


class ThemeHolder(QObject):
    """Holds the one palette that widgets paint with; emits changed after another was set."""

    changed = Signal()

    def __init__(self, palette: Palette, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._palette = palette

    @property
    def palette(self) -> Palette:
        """The palette to paint with now."""
        return self._palette

    def set_palette(self, palette: Palette) -> None:
        """Put another palette in use; the same one again is no change."""
        if palette is not self._palette:
            self._palette = palette
            self.changed.emit()
