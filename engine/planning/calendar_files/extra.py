"""What a calendar says of an entry and Kairos does not know, kept as text for the way back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from engine.domain.blocks import Block
from engine.planning.calendar_files.kept_lines import planned_minutes
from engine.planning.calendar_files.names import BUSY_STATUS, KIND_WORDS, OWN_ALARM, PLANNED, UNDERSTOOD
from engine.planning.calendar_files.parts import ALARM, Part
from engine.planning.calendar_files.properties import Property, property_of

LONGEST_EXTRA = 16_000
_LONGEST_LINE = 4_000
_SAYS_MORE = {"OOF": True, "WORKINGELSEWHERE": False}  # whether the time is taken


def extra_of(properties: Iterable[Property], part: Part, block: Block) -> str:
    """Return the lines a block does not say itself, one per line; of very long ones none, and no more than fit."""
    kept: list[str] = []
    size = 0
    for lines in _groups(properties, part, block):
        length = sum(len(line) + 1 for line in lines)
        if max(map(len, lines)) <= _LONGEST_LINE and size + length <= LONGEST_EXTRA:
            kept.extend(lines)
            size += length
    return "\n".join(kept)


def _groups(properties: Iterable[Property], part: Part, block: Block) -> Iterator[list[str]]:
    for one in properties:
        if not _is_said(one, block):
            yield [_shown(one.line)]
    for inner in part.named(ALARM):
        if not any(line.text.upper().startswith(OWN_ALARM) for line in inner.lines):
            kept = [line.text for line in inner.lines if property_of(line.text) is not None]
            yield [f"BEGIN:{ALARM}", *map(_shown, kept), f"END:{ALARM}"]


def _is_said(found: Property, block: Block) -> bool:
    """Return whether the block says it in its own way."""
    if found.name == BUSY_STATUS:
        return _SAYS_MORE.get(found.value.upper()) is not block.busy
    if found.name == PLANNED:
        return found.value == str(planned_minutes(block))
    if found.name == "CATEGORIES":
        return found.text == KIND_WORDS[block.about.kind]
    return found.name in UNDERSTOOD


def _shown(line: str) -> str:
    return "".join(character for character in line if character >= " " or character == "\t")
