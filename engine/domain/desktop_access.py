"""What this desktop needs installed before its windows can be seen."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DesktopAccess:
    """Something that must be put into the person's own folders, and only with their consent.

    needed: whether this desktop shows its windows only that way. what: its name, "gnome-extension"; "kwin-script" for
    what KWin runs while Kairos records, of which nothing is installed; "" for nothing. folder: where it goes.
    installed: it lies there, or for everybody. removable: it lies there.
    """

    needed: bool
    what: str = ""
    folder: str = ""
    installed: bool = False
    removable: bool = False
