"""What is said of items, whatever kind of pack they are in."""

from __future__ import annotations

from typing import Final

TWICE: Final = "It stands in this pack twice."
PLACE: Final = "It names a place on your machine."


def alike(name: str) -> str:
    """Return what to heed where an item looks like what is there; "" for no such name."""
    return f"It looks like your “{name}” and is written with other letters." if name else ""
