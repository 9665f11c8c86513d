"""E-mail: who wrote to whom and when, then its text; attachments by name, forwarded mail a few levels down."""

from __future__ import annotations

import re
from email import policy
from email.errors import HeaderParseError, MessageError
from email.header import decode_header
from email.message import Message
from email.parser import BytesParser

from engine.documents.extract.charset import declared_within, decode
from engine.documents.extract.kinds import html, text
from engine.documents.extract.sink import Sink
from engine.documents.extract.troubles import Refused, Trouble

_TOLD = ("From", "To", "Cc", "Date", "Subject")
_LONGEST_HEADER = 2_000
_MOST_PARTS = 1_000
_DEEPEST = 20
_HEADER = re.compile(rb"[\x21-\x39\x3b-\x7e]{1,76}:")
_BEGINNING = 4_096


def read(data: bytes, sink: Sink) -> None:
    """Read one message."""
    if not any(map(_HEADER.match, data[:_BEGINNING].lstrip().split(b"\n"))):
        raise Refused(Trouble.DAMAGED, "no header")
    sink.call(read_message(data, sink))


def read_message(data: bytes, sink: Sink) -> str:
    """Read one message under the heading of its subject; return the subject."""
    message = BytesParser(policy=policy.compat32).parsebytes(data)
    subject = _header(message, "Subject")
    sink.leave_heading()
    sink.heading(subject)
    _parts(message, sink, 0, [_MOST_PARTS])
    return subject


def _parts(message: Message, sink: Sink, depth: int, left: list[int]) -> None:
    left[0] -= 1
    if left[0] < 0 or depth > _DEEPEST:
        return
    if message.get_content_maintype() == "multipart" or message.get_content_type() == "message/rfc822":
        _within(message, sink, depth, left)
        return
    if depth == 0:
        sink.paragraph(_top(message))
    name = _decoded(message.get_filename("") or "")
    if name:
        sink.paragraph(name)
    elif message.get_content_maintype() == "text":
        _text(message, sink)


def _within(message: Message, sink: Sink, depth: int, left: list[int]) -> None:
    inside = message.get_payload()
    parts = [part for part in inside if isinstance(part, Message)] if isinstance(inside, list) else []
    if depth == 0:
        sink.paragraph(_top(message))
    if message.get_content_type() == "multipart/alternative":
        parts = _best(parts)
    for part in parts:
        if message.get_content_type() == "message/rfc822":
            sink.paragraph(_top(part))
        _parts(part, sink, depth + 1, left)


def _best(parts: list[Message]) -> list[Message]:
    """Return the plainest of several forms of the same text."""
    for kind in ("text/plain", "text/html"):
        for part in parts:
            if part.get_content_type() == kind:
                return [part]
    return parts[-1:]


def _text(message: Message, sink: Sink) -> None:
    try:
        data = message.get_payload(decode=True)
    except (ValueError, LookupError, MessageError):
        return
    if not isinstance(data, bytes) or not data.strip():
        return
    declared = message.get_content_charset() or ""
    if message.get_content_subtype() == "html":
        html.read_text(decode(data, declared=declared or declared_within(data)), sink)
    else:
        text.paragraphs(decode(data, declared=declared), sink)


def _top(message: Message) -> str:
    told = ((name, _header(message, name)) for name in _TOLD)
    return "\n".join(f"{name}: {value}" for name, value in told if value)


def _header(message: Message, name: str) -> str:
    return _decoded(str(message.get(name, ""))[:_LONGEST_HEADER])


def _decoded(value: str) -> str:
    """Return a header's words as text, whatever encoding each says it has."""
    try:
        parts = decode_header(value)
    except (HeaderParseError, ValueError):
        return value
    told = []
    for part, name in parts:
        try:
            told.append(part if isinstance(part, str) else part.decode(name or "utf-8", "replace"))
        except (LookupError, ValueError):
            told.append(part.decode("latin-1") if isinstance(part, bytes) else part)
    return " ".join("".join(told).split())


def sample() -> bytes:
    """Return a small message that needs every decoder."""
    return (
        b"From: one <one@example.org>\nSubject: =?utf-8?b?dHdv?= =?iso-8859-1?q?=E9?=\nMIME-Version: 1.0\n"
        b"Content-Type: multipart/mixed; boundary=x\n\n"
        b"--x\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\nd29yZHM=\n"
        b"--x\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n<p>more=20words</p>\n"
        b"--x\nContent-Type: text/plain\nContent-Transfer-Encoding: x-uuencode\n\nbegin 644 a\n#=V]R\n \nend\n"
        b"--x\nContent-Type: application/pdf; name*=utf-8''three.pdf\nContent-Disposition: attachment\n\n\n--x--\n"
    )
