"""What one process may ask of another; each is a row in the database, never a message on a wire."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class CommandKind(StrEnum):
    """What is asked."""

    PAUSE = "pause"  # the recorder stores nothing until until_ms
    RESUME = "resume"
    RELOAD_SETTINGS = "reload_settings"
    STOP = "stop"  # the recorder ends in good order
    RAISE_WINDOW = "raise_window"  # the desktop app comes to the front


class Receiver(StrEnum):
    """Who is asked."""

    RECORDER = "recorder"
    WINDOW = "window"


@dataclass(frozen=True, slots=True)
class Command:
    """One request; until_ms is UTC milliseconds and belongs to PAUSE alone. id is set once it is stored."""

    kind: CommandKind
    receiver: Receiver
    sent_ms: int
    until_ms: int | None = None
    id: int | None = None
