"""Whether the person is at the machine: what can be seen of it, and the one rule that decides."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Presence(StrEnum):
    """What a stretch of time was, from the machine's point of view."""

    ACTIVE = "active"
    IDLE = "idle"
    SCREENSAVER = "screensaver"
    LOCKED = "locked"
    SWITCHED = "switched"  # another user's session is in front
    SUSPENDED = "suspended"
    PAUSED = "paused"


@dataclass(frozen=True, slots=True)
class Signs:
    """Everything seen of the person at one moment.

    idle: no input for the set time. engaged: names of sources that show the person present without
    input (sound playing, a call, a full-screen window).
    """

    idle: bool = False
    screensaver: bool = False
    locked: bool = False
    switched: bool = False
    suspended: bool = False
    paused: bool = False
    engaged: frozenset[str] = frozenset()


def decide(signs: Signs) -> Presence:
    """Return what the signs amount to.

    Suspend, lock, another user and the screen saver beat every window and every sign of engagement.
    Monotone: adding a name to engaged can only turn idle into active, never the other way.
    """
    stronger = (
        (signs.paused, Presence.PAUSED),
        (signs.suspended, Presence.SUSPENDED),
        (signs.switched, Presence.SWITCHED),
        (signs.locked, Presence.LOCKED),
        (signs.screensaver, Presence.SCREENSAVER),
        (signs.idle and not signs.engaged, Presence.IDLE),
    )
    return next((presence for holds, presence in stronger if holds), Presence.ACTIVE)
