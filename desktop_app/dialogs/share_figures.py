"""Hours of groups of activities: bars with the intervals they lie in, and the same in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop_app.dialogs.share_words import ShareWords
from desktop_app.theme import spacing
from desktop_app.widgets.interval_track import IntervalTrack
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.plain_text import plain_label
from engine.domain.sharing import SharedLine
from engine.domain.team import TeamLine

_NAMES: Final = 96
_TRACK: Final = 90


class Figures(QWidget):
    """A line a group, first of the whole week, then of the parts of a day: its name, a bar, and the same in words."""

    def __init__(
        self, words: ShareWords, lines: Sequence[SharedLine | TeamLine], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words = words
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(spacing.M)
        self._grid.setVerticalSpacing(spacing.XS)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnMinimumWidth(0, _NAMES)
        for part in dict.fromkeys(map(_part, lines)):
            self._add_part(part, [line for line in lines if _part(line) == part])
        if any(line.low is not None for line in lines):
            about = self.tr("The line over the end of a bar is the interval that holds the true hours 95 times in 100.")
            self._grid.addWidget(Paragraph(about, "secondary", self), self._grid.rowCount(), 0, 1, 3)

    def _add_part(self, part: str, lines: Sequence[SharedLine | TeamLine]) -> None:
        if part:
            row = self._grid.rowCount()
            self._grid.addWidget(plain_label(self._words.part(part), "muted", self), row, 0, 1, 3)
        most = max((max(line.minutes or 0, line.high or 0) for line in lines), default=0) or 1
        for line in lines:
            self._add(line, most)

    def _add(self, line: SharedLine | TeamLine, most: int) -> None:
        told = self._words.told(line)
        track = IntervalTrack(self)
        track.setMinimumWidth(_TRACK)
        span = None if line.low is None or line.high is None else (line.low / most, line.high / most)
        track.show_share((line.minutes or 0) / most, span, told)
        row, right = self._grid.rowCount(), Qt.AlignmentFlag.AlignRight
        self._grid.addWidget(plain_label(self._words.group(line.group), "", self), row, 0)
        self._grid.addWidget(track, row, 1)
        self._grid.addWidget(plain_label(self._words.amount(line), "muted", self), row, 2, right)


def _part(line: SharedLine | TeamLine) -> str:
    """Return the part of the day a line is of, "" for all of it."""
    return line.part if isinstance(line, SharedLine) else ""
