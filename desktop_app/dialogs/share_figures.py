"""Hours of groups of activities: bars with the intervals they lie in, or a table by parts of the day."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from desktop_app.dialogs.share_words import ShareWords
from desktop_app.theme import spacing
from desktop_app.widgets.interval_track import IntervalTrack
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.plain_text import plain_label
from engine.domain.sharing import SharedLine
from engine.domain.team import TeamLine

_NAMES: Final = 96
_TRACK: Final = 90
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Figures(QWidget):
    """A line a group: its name, a bar with its interval, and the same in words."""

    def __init__(
        self, words: ShareWords, lines: Sequence[SharedLine | TeamLine], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words = words
        self._grid = _grid_of(self)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnMinimumWidth(0, _NAMES)
        most = max((max(line.minutes or 0, line.high or 0) for line in lines), default=0) or 1
        for row, line in enumerate(lines):
            self._add(row, line, most)
        if any(line.low is not None for line in lines):
            about = self.tr("The line over the end of a bar is the interval that holds the true hours 19 times in 20.")
            self._grid.addWidget(Paragraph(about, "secondary", self), len(lines), 0, 1, 3)

    def _add(self, row: int, line: SharedLine | TeamLine, most: int) -> None:
        track = IntervalTrack(self)
        track.setMinimumWidth(_TRACK)
        span = None if line.low is None or line.high is None else (line.low / most, line.high / most)
        track.show_share((line.minutes or 0) / most, span, self._words.told(line))
        self._grid.addWidget(plain_label(self._words.group(line.group), "", self), row, 0)
        self._grid.addWidget(track, row, 1)
        self._grid.addWidget(plain_label(self._words.amount(line), "muted", self), row, 2, _RIGHT)


class PartsOfDay(QWidget):
    """A line a group, a column a part of the day."""

    def __init__(self, words: ShareWords, lines: Sequence[SharedLine], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = _grid_of(self)
        self._grid.setColumnMinimumWidth(0, _NAMES)
        groups, parts = (
            list(dict.fromkeys(names)) for names in zip(*((one.group, one.part) for one in lines), strict=True)
        )
        for column, part in enumerate(parts, 1):
            self._grid.setColumnStretch(column, 1)
            self._put(0, column, words.part(part), "muted")
        for row, group in enumerate(groups, 1):
            self._grid.addWidget(plain_label(words.group(group), "", self), row, 0)
        for line in lines:
            place = groups.index(line.group) + 1, parts.index(line.part) + 1
            label = self._put(*place, words.amount(line), "muted" if line.minutes is None else "")
            label.setAccessibleName(words.told(line))

    def _put(self, row: int, column: int, text: str, role: str) -> QLabel:
        label = plain_label(text, role, self)
        self._grid.addWidget(label, row, column, _RIGHT)
        return label


def figures_of(words: ShareWords, lines: Sequence[SharedLine], parent: QWidget) -> QWidget:
    """Return what shows the figures of a week: by parts of the day where they are told so."""
    return PartsOfDay(words, lines, parent) if any(line.part for line in lines) else Figures(words, lines, parent)


def _grid_of(widget: QWidget) -> QGridLayout:
    grid = QGridLayout(widget)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(spacing.M)
    grid.setVerticalSpacing(spacing.XS)
    return grid
