"""Packs in the person's language."""

from __future__ import annotations

from collections import Counter
from difflib import ndiff
from typing import Final

from PySide6.QtCore import QLocale, QObject

from desktop_app.dialogs.error_messages import known_message
from desktop_app.widgets.plain_text import foreign
from desktop_app.widgets.sentences import labelled
from engine.domain.packs import LineState, PackKind, PackLine, PackPreview

_LONGEST_LINE: Final = 400
_ENGINE_PATH: Final = " > "
PATH: Final = " › "
NEW_LINE: Final = "\u2028"
"""What a paragraph breaks at."""


class PackWords(QObject):
    """Writes in the language of the window."""

    def kind(self, kind: PackKind) -> str:
        """Return what a pack is of."""
        return {
            PackKind.RULES: self.tr("Categories and rules"),
            PackKind.READING: self.tr("Reading list"),
            PackKind.BLOCKS: self.tr("Block templates"),
            PackKind.LEARNING: self.tr("Learning plan"),
        }[kind]

    def about(self, kind: PackKind) -> str:
        """Return what such a pack holds and what it never does."""
        return {
            PackKind.RULES: self.tr(
                "Names of categories, projects and tags, and what rules look for. No recorded time."
            ),
            PackKind.READING: self.tr(
                "Titles, links, file names and digests of documents. No folders, no text of the documents, and not "
                "when you read them."
            ),
            PackKind.BLOCKS: self.tr("Names, kinds, lengths and times of day. No days, notes, projects or calendars."),
            PackKind.LEARNING: self.tr(
                "Skills, weekly minutes and what they are learned with. No cards and no progress."
            ),
        }[kind]

    def state(self, state: LineState) -> str:
        """Return what would become of an item."""
        return {
            LineState.NEW: self.tr("New"),
            LineState.CHANGED: self.tr("Changed"),
            LineState.SAME: self.tr("There already"),
            LineState.REFUSED: self.tr("Cannot be taken"),
        }[state]

    def counts(self, preview: PackPreview) -> str:
        """Return how many items there are of each state."""
        found = Counter(line.state for line in preview.lines)
        parts = [labelled(self.state(state), QLocale().toString(found[state])) for state in LineState if found[state]]
        return " · ".join(parts)


def item_name(kind: PackKind, name: str) -> str:
    """Return what an item is called, the path of its category as the window writes paths."""
    if kind is not PackKind.RULES:
        return name
    path, mark, rest = name.partition(": ")
    return path.replace(_ENGINE_PATH, PATH) + mark + rest


def remark(sentence: str) -> str:
    """Return what the engine says of an item in the window's language, as it came where that is not known."""
    return known_message(sentence) or foreign(sentence, _LONGEST_LINE)


def difference(line: PackLine) -> str:
    """Return what would be written, line by line: "+" for what comes, "-" for what goes."""
    if line.state is LineState.REFUSED:
        return "\n".join(foreign(one, _LONGEST_LINE) for one in line.after)
    told = ndiff(line.before, line.after)
    return "\n".join(foreign(one, _LONGEST_LINE) for one in told if not one.startswith("?"))
