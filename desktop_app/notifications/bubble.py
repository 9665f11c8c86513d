"""What is shown of a notification, and where the service that shows it may be."""

from __future__ import annotations

import os
from dataclasses import dataclass

DEFAULT = "default"
"""The action of a click on the notification itself."""


@dataclass(frozen=True, slots=True)
class Bubble:
    """One notification to show: plain texts. actions: key and label, in order. urgency: 0 low, 1 normal, 2 critical."""

    key: str
    title: str
    body: str
    actions: tuple[tuple[str, str], ...] = ()
    urgency: int = 1


def bus_address() -> str:
    """Return the address of the session bus, "" where there is none on this machine."""
    folder = os.environ.get("XDG_RUNTIME_DIR", "")
    address = os.environ.get("DBUS_SESSION_BUS_ADDRESS", "") or (f"unix:path={folder}/bus" if folder else "")
    local = all(part.startswith("unix:") for part in address.split(";") if part)
    return address if local else ""
