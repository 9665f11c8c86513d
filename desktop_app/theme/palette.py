"""The colours by name, once for light and once for dark."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QColor


@dataclass(frozen=True, slots=True)
class Palette:
    """Every colour the app may use, as #RRGGBB text.

    bg: behind the cards; surface: cards; side: navigation; line: 1 px borders and empty tracks; on_accent: text on
    the accent. focus to distraction are the categories, idle is for time away. All categories keep apart under the
    three kinds of colour blindness, at a contrast to surface of at least 3.1 (light) and 5.3 (dark).
    """

    name: str
    dark: bool
    bg: str
    surface: str
    side: str
    line: str
    text: str
    muted: str
    accent: str
    on_accent: str
    accent_hover: str
    selected: str
    hover: str
    focus: str
    meeting: str
    communication: str
    admin: str
    learning: str
    distraction: str
    idle: str

    @property
    def categories(self) -> tuple[str, ...]:
        """The six category colours, in the order in which they are handed out."""
        return (self.focus, self.meeting, self.communication, self.admin, self.learning, self.distraction)

    def colour(self, token: str) -> QColor:
        """Return the token as a colour; a name that is no token raises AttributeError."""
        return QColor(getattr(self, token))


LIGHT: Final = Palette(
    name="light",
    dark=False,
    bg="#F6F7F9",
    surface="#FFFFFF",
    side="#EEF0F4",
    line="#DFE3E8",
    text="#1B1F24",
    muted="#59636E",
    accent="#1F5FBF",
    on_accent="#FFFFFF",
    accent_hover="#194E9E",
    selected="#E1ECFA",
    hover="#E6E9EF",
    focus="#1F5FBF",
    meeting="#0B7A62",
    communication="#B86E00",
    admin="#8E4A9E",
    learning="#2E9BD6",
    distraction="#C9302C",
    idle="#7A828A",
)

DARK: Final = Palette(
    name="dark",
    dark=True,
    bg="#15171B",
    surface="#1E2126",
    side="#191B20",
    line="#30353C",
    text="#E7EAEE",
    muted="#9DA7B3",
    accent="#5B9BF5",
    on_accent="#10131A",
    accent_hover="#7DB0F8",
    selected="#22304A",
    hover="#262A31",
    focus="#5B9BF5",
    meeting="#2FBF9B",
    communication="#F2B134",
    admin="#D08BE0",
    learning="#8FD3FF",
    distraction="#FF7A66",
    idle="#8A929A",
)
