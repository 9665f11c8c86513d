"""Subtitles of any common form: what is said, every two minutes under the time at which it begins."""

from __future__ import annotations

import re

from engine.documents.extract.charset import decode
from engine.documents.extract.sink import Sink
from engine.documents.extract.troubles import Refused, Trouble

# SubRip and WebVTT: 0:00:01,000 -->; SubViewer: 0:00:01.000,0:00:02.000; SubStation: Dialogue: 0,0:00:01.00,...,text
_TIME = re.compile(r"\s*(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,]\d{1,3}(?:\s*-->|,\d{1,3}:\d{2})")
_DIALOGUE = re.compile(r"Dialogue:[^,]{0,40},(\d{1,3}):(\d{1,2}):(\d{2})[.:]\d{1,3},(?:[^,\n]{0,200},){7}(.*)")
_TAG = re.compile(r"<[^<>\n]{0,200}>|\{[^{}\n]{0,200}\}")
_LEFT_OUT = ("NOTE", "STYLE", "REGION", "WEBVTT")
_PART_S = 120


def read(data: bytes, sink: Sink) -> None:
    """Read a .srt or .vtt file."""
    part, said, cues = -1, [""], 0
    for line in decode(data).replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        found = _TIME.match(line) or _DIALOGUE.match(line)
        if not found:
            _say(line, said, started=cues > 0)
            continue
        cues += 1
        hours, minutes, seconds = (int(value or 0) for value in found.groups()[:3])
        begins = (hours * 60 + minutes) * 60 + seconds
        if begins // _PART_S != part:
            sink.paragraph("\n".join(said))
            part, said = begins // _PART_S, [""]
            sink.heading(f"{hours}:{minutes:02}:{seconds:02}")
        for spoken in found[4].split(r"\N") if found.re is _DIALOGUE else ():
            _say(spoken, said, started=True)
    sink.paragraph("\n".join(said))
    if not cues:
        raise Refused(Trouble.DAMAGED, "no cue")


def _say(line: str, said: list[str], *, started: bool) -> None:
    told = _TAG.sub("", line).strip()
    # Numbers stand between cues; a line that is said twice in a row rolls up the screen.
    if started and told and not told.isdigit() and told != said[-1] and not told.startswith(_LEFT_OUT):
        said.append(told)


def sample() -> bytes:
    """Return a small file."""
    return b"1\n00:00:01,000 --> 00:00:02,000\n<i>words</i>\n"
