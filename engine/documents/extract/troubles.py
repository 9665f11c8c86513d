"""Why a document cannot be read: numbers that cross the pipe, and the sentence a person is told for each.

The process that reads may be in anybody's hands, so it only names a number; no text of its own is ever shown.
"""

from __future__ import annotations

from enum import IntEnum


class Trouble(IntEnum):
    """Why a document cannot be read; 0 is no trouble."""

    NONE = 0
    GONE = 1
    DENIED = 2
    LINK = 3
    SPECIAL = 4
    TOO_LARGE = 5
    CHANGED = 6
    PASSWORD = 7
    DAMAGED = 8
    TOO_DEEP = 9
    BOMB = 10
    NO_TEXT = 11
    MEMORY = 12
    TIME = 13
    CRASHED = 14
    UNREADABLE = 15
    UNAVAILABLE = 16
    UNOPENABLE = 17
    OLD_FORMAT = 18
    STALLED = 19


SENTENCES = {
    Trouble.GONE: "The file is no longer there.",
    Trouble.DENIED: "The file may not be read. Check its permissions.",
    Trouble.LINK: "This is a link, and links are not followed.",
    Trouble.SPECIAL: "This is no ordinary file.",
    Trouble.TOO_LARGE: "The file is larger than this folder's limit.",
    Trouble.CHANGED: "The file changed while it was read. It is tried again later.",
    Trouble.PASSWORD: "The document is protected with a password.",
    Trouble.DAMAGED: "The file is damaged or is not what its name says.",
    Trouble.TOO_DEEP: "The document is nested too deeply to be read safely.",
    Trouble.BOMB: "The file unpacks to far more than it should, so it was left alone.",
    Trouble.NO_TEXT: "This looks like no text.",
    Trouble.MEMORY: "The document needs too much memory to be read.",
    Trouble.TIME: "The document takes too long to be read.",
    Trouble.CRASHED: "The document crashed its reader, which was shut away; nothing else was touched.",
    Trouble.UNREADABLE: "The document could not be understood.",
    Trouble.UNAVAILABLE: "The reader of this kind of file could not be started. It is tried again later.",
    Trouble.UNOPENABLE: "The file cannot be opened.",
    Trouble.STALLED: "The document takes too long to be read.",  # by the wall clock: not its own fault
    Trouble.OLD_FORMAT: "The document is protected with a password or in an old format. Save it anew to have it read.",
}
_PASSING = frozenset(
    {Trouble.GONE, Trouble.DENIED, Trouble.CHANGED, Trouble.UNAVAILABLE, Trouble.UNOPENABLE, Trouble.STALLED}
)


def is_lasting(trouble: Trouble) -> bool:
    """Tell whether the same file would fail again."""
    return trouble not in _PASSING


class Refused(Exception):
    """A reader or an opener gives a file up."""

    def __init__(self, trouble: Trouble, detail: str = "") -> None:
        super().__init__(detail)
        self.trouble = trouble
        self.detail = detail
