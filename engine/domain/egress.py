"""What came of attempts to open a network connection: numbers, the kind of process and moments, nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ProcessRole(StrEnum):
    """Which process of Kairos it was."""

    RECORDER = "recorder"
    WORKER = "worker"
    WINDOW = "window"
    COMMAND = "command"
    READER = "reader"
    KEYS = "keys"


@dataclass(frozen=True, slots=True)
class NetworkCount:
    """How many connections a profile's processes asked for; all were refused.

    since_ms: UTC milliseconds from which on is counted, None where nothing counted yet. last_ms: the latest attempt.
    capped: there were more than are counted. by_role: attempts by kind of process.
    """

    since_ms: int | None = None
    refused: int = 0
    last_ms: int | None = None
    capped: bool = False
    by_role: tuple[tuple[ProcessRole, int], ...] = ()

    @property
    def opened(self) -> int:
        """How many were opened: none, since each attempt is refused before it is made."""
        return 0
