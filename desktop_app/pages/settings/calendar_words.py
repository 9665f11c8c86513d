"""What is said of calendars: how each stands, and what reading one brought."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop_app.dialogs.error_messages import known_message
from desktop_app.widgets.format import Wording
from desktop_app.widgets.plain_text import foreign
from engine.domain.calendars import CalendarRead, CalendarSource, Skipped

_SHOWN = 3


class CalendarWords(QObject):
    """Says it in the person's language."""

    def state(self, source: CalendarSource, wording: Wording) -> str:
        """Return how a calendar stands, in one line."""
        if source.trouble:
            return f"⚠ {_message(source.trouble)}"
        blocks = self.tr("%n event(s)", "", source.blocks)
        if source.read_ms is None:
            return blocks
        read = self.tr("read %1").replace("%1", wording.moment(source.read_ms, 0))
        return f"{blocks} · {read}"

    def brought(self, read: CalendarRead) -> str:
        """Return what reading a calendar brought, and what of it was left out."""
        parts = [
            self.tr("%n new", "", read.added) if read.added else "",
            self.tr("%n changed", "", read.changed) if read.changed else "",
            self.tr("%n gone", "", read.removed) if read.removed else "",
            self.tr("%n as before", "", read.unchanged) if read.unchanged else "",
        ]
        told = ", ".join(filter(None, parts)) or self.tr("nothing new")
        lines = [told, *(self._left_out(one) for one in read.skipped[:_SHOWN])]
        more = len(read.skipped) - _SHOWN
        if more > 0:
            lines.append(self.tr("%n more left out", "", more))
        return "\n".join(lines)

    def _left_out(self, skipped: Skipped) -> str:
        why = _message(skipped.why)
        return self.tr("Left out: %1: %2").replace("%1", foreign(skipped.what)).replace("%2", why)


def _message(text: str) -> str:
    """Return a sentence of the engine in the person's language, where the window knows it."""
    said = known_message(text)
    return foreign(text) if said is None else said
