"""Distances in logical pixels; nothing else may invent one."""

from typing import Final

XS: Final = 4
S: Final = 8
M: Final = 12
L: Final = 16
XL: Final = 24
XXL: Final = 28

RADIUS_CONTROL: Final = 8
RADIUS_CARD: Final = 12
TARGET: Final = 32
SIDEBAR: Final = 212
SIDEBAR_NARROW: Final = 56
