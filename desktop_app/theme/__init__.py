"""How everything looks: colours, type, spacing, icons and the one stylesheet; knows nothing of the engine."""

from desktop_app.theme.application import apply_fonts, apply_theme
from desktop_app.theme.holder import ThemeHolder
from desktop_app.theme.palette import DARK, LIGHT, Palette
from desktop_app.theme.redressing import Redressing

__all__ = ["DARK", "LIGHT", "Palette", "Redressing", "ThemeHolder", "apply_fonts", "apply_theme"]
