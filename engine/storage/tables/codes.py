"""Words that are stored as small numbers; a number once given is never given another meaning."""

from __future__ import annotations

from engine.domain.activity import Withheld
from engine.domain.presence import Presence

PRESENCE_CODE = {
    Presence.ACTIVE: 0,  # SQLite stores 0 and 1 in no bytes at all
    Presence.IDLE: 1,
    Presence.LOCKED: 2,
    Presence.SCREENSAVER: 3,
    Presence.SWITCHED: 4,
    Presence.SUSPENDED: 5,
    Presence.PAUSED: 6,
}
WITHHELD_CODE = {Withheld.NO: 0, Withheld.EXCLUDED: 1, Withheld.PRIVATE: 2, Withheld.FILTER: 3}

PRESENCE_OF = {code: presence for presence, code in PRESENCE_CODE.items()}
WITHHELD_OF = {code: withheld for withheld, code in WITHHELD_CODE.items()}
