"""How it stands with starting at log-in."""

from __future__ import annotations

from enum import StrEnum


class LogInState(StrEnum):
    """What the system has noted, not what a setting of ours says."""

    OFF = "off"
    ON = "on"
    OTHER = "other"  # something of Kairos is noted, but not this program with this data: it was moved, or another is
