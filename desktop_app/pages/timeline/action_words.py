"""What a correction did, in words."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop_app.dialogs.correction_words import kind_name
from desktop_app.widgets.format import Wording
from desktop_app.widgets.plain_text import foreign, isolated
from engine.domain.corrections import Changed

_LONGEST = 60


class ActionWords(QObject):
    """Names actions, so that a person knows what was undone."""

    def __init__(self, wording: Wording, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wording = wording

    def done(self, changed: Changed) -> str:
        """Return what was done: the kind of action and the time it is about."""
        return self._named(changed)

    def undone(self, changed: Changed) -> str:
        """Return what was undone."""
        return self.tr("Undone: %1").replace("%1", self._named(changed))

    def redone(self, changed: Changed) -> str:
        """Return what was made again."""
        return self.tr("Redone: %1").replace("%1", self._named(changed))

    def _named(self, changed: Changed) -> str:
        span = changed.interval
        when = f"{self._wording.moment(span.start_ms, 0)} – {self._wording.time(span.end_ms)}"
        title = next((one.title for one in changed.corrections if one.title), "")
        said = isolated(foreign(title, _LONGEST))
        return "  ·  ".join(part for part in (kind_name(changed.corrections), said, when) if part)
