"""All shortcuts by page: as lines for the window, and as text to print."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QKeySequence

from desktop_app.actions.action import Entry
from desktop_app.actions.control_keys import ControlKeys

_BETWEEN: Final = "   "


@dataclass(frozen=True, slots=True)
class Shortcut:
    """Keys as this desktop writes them, and what they do."""

    keys: str
    title: str


@dataclass(frozen=True, slots=True)
class Section:
    """The shortcuts of a page, under its name."""

    title: str
    shortcuts: tuple[Shortcut, ...]


def native(keys: str) -> str:
    """Return keys as this desktop writes them; several are parted by a comma and a space."""
    return ", ".join(
        QKeySequence(one).toString(QKeySequence.SequenceFormat.NativeText) or one for one in keys.split(", ")
    )


def sections(
    pages: Sequence[str],
    title_of: Callable[[str], str],
    entries_of: Callable[[str], Iterable[Entry]],
    controls: Iterable[ControlKeys],
) -> tuple[Section, ...]:
    """Return what has keys, page by page; pages without any are left out."""
    known, made = tuple(controls), []
    for page in pages:
        lines = [Shortcut(native(entry.keys), entry.title) for entry in entries_of(page) if entry.keys]
        lines += [Shortcut(native(one.keys), one.title) for one in known if one.page == page]
        if lines:
            made.append(Section(title_of(page), tuple(lines)))
    return tuple(made)


def as_text(found: Iterable[Section]) -> str:
    """Return the sections as plain text, keys in a column of their own."""
    blocks = []
    for section in found:
        width = max(len(one.keys) for one in section.shortcuts)
        lines = [f"  {one.keys.ljust(width)}{_BETWEEN}{one.title}" for one in section.shortcuts]
        blocks.append("\n".join([section.title, *lines]))
    return "\n\n".join(blocks) + "\n"
