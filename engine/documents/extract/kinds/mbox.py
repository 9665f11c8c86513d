"""Mailboxes: message after message, each under its subject."""

from __future__ import annotations

import re

from engine.documents.extract.kinds import mail
from engine.documents.extract.sink import Sink
from engine.documents.extract.troubles import Refused, Trouble

_MESSAGE = re.compile(rb"(?:^|\n\r?\n)From [^\n]*\n")
_LONGEST_MESSAGE = 10_000_000  # bytes; of a longer one the beginning
_MOST_MESSAGES = 100_000


def read(data: bytes, sink: Sink) -> None:
    """Read a mailbox; a message that cannot be read is left out."""
    if not data.startswith(b"From "):
        raise Refused(Trouble.DAMAGED, "no mailbox")
    start, unread, count = 0, 0, 0
    for found in _MESSAGE.finditer(data):
        if count:
            unread += _message(data[start : min(found.start(), start + _LONGEST_MESSAGE)], sink)
        start, count = found.end(), count + 1
        if count > _MOST_MESSAGES:
            return
    unread += _message(data[start : start + _LONGEST_MESSAGE], sink)
    if unread == max(count, 1):
        raise Refused(Trouble.DAMAGED, "no message")


def _message(data: bytes, sink: Sink) -> int:
    """Read one message; return 1 where it cannot be read."""
    try:
        mail.read_message(data, sink)
    except (Refused, RecursionError, ValueError, LookupError):
        return 1
    return 0


def sample() -> bytes:
    """Return a small mailbox."""
    return b"From a@b Thu Jan  1 00:00:00 1970\n" + mail.sample() + b"\nFrom a@b Thu Jan  1 00:00:00 1970\n\nwords\n"
