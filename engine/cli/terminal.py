"""Text for a terminal: safe whatever a window called itself, and in straight columns whatever script it is in."""

from __future__ import annotations

import json
import unicodedata
from typing import TYPE_CHECKING

import typer

from engine.domain.clock import MS_PER_HOUR, MS_PER_MINUTE, MS_PER_SECOND
from engine.domain.plain_text import JOINERS, plain
from engine.reports.safe_text import json_text

if TYPE_CHECKING:
    from engine.domain.errors import KairosError

_WIDE = frozenset("WF")


def say(text: str = "") -> None:
    """Print one line; what the terminal cannot show becomes a question mark."""
    typer.echo(_shown(text, err=False))


def report_error(error: KairosError) -> None:
    """Print an expected error on stderr: its title, then what to do."""
    typer.echo(_shown(f"{plain(error.title)}\n{plain(error.message)}", err=True), err=True)


def say_json(value: object) -> None:
    """Print the value as JSON; text in any script stays readable where the terminal can show it."""
    text = json_text(value, indent=2)
    typer.echo(text if _shown(text, err=False) == text else json.dumps(value, indent=2))


def _shown(text: str, *, err: bool) -> str:
    stream = typer.get_text_stream("stderr" if err else "stdout")
    encoding = stream.encoding or "utf-8"
    return text.encode(encoding, "replace").decode(encoding)


def width(text: str) -> int:
    """Return how many terminal cells the text takes; Chinese characters take two, accents none."""
    return sum(_cells(character) for character in text)


def _cells(character: str) -> int:
    if character in JOINERS or unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in _WIDE else 1


def fitted(text: str, cells: int) -> str:
    """Return the text made safe and cut or padded to exactly so many cells."""
    text = plain(text)
    if width(text) > cells:
        text = _cut(text, cells - 1) + "…"
    return text + "\u0020" * (cells - width(text))


def _cut(text: str, cells: int) -> str:
    taken = 0
    for position, character in enumerate(text):
        taken += _cells(character)
        if taken > cells:
            return text[:position]
    return text


def length(milliseconds: int) -> str:
    """Return a length of time for people: "2 h 05 min", "12 min", "40 s"."""
    if milliseconds < MS_PER_MINUTE:
        return f"{milliseconds // MS_PER_SECOND} s"
    hours, rest = divmod(milliseconds, MS_PER_HOUR)
    minutes = rest // MS_PER_MINUTE
    return f"{hours} h {minutes:02} min" if hours else f"{minutes} min"


def percent(share: float, digits: int = 0) -> str:
    """Return a share of one for people, as reports and the window write it: "41 %"."""
    return f"{share * 100:.{digits}f} %"
