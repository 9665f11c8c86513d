"""How everything looks: colours, type, spacing, icons and the one stylesheet; knows nothing of the engine."""

from desktop_app.theme.application import apply_theme
from desktop_app.theme.holder import ThemeHolder
from desktop_app.theme.palette import DARK, LIGHT, Palette

__all__ = ["DARK", "LIGHT", "Palette", "ThemeHolder", "apply_theme"]
