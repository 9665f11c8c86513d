"""What planned time is for, in words and colours."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale

from desktop_app.theme import LIGHT
from engine.domain.blocks import BlockKind

KIND_COLOURS: Final = {
    BlockKind.FOCUS: LIGHT.focus,
    BlockKind.SHALLOW: LIGHT.communication,
    BlockKind.MEETING: LIGHT.meeting,
    BlockKind.BREAK: LIGHT.idle,
    BlockKind.LEARNING: LIGHT.learning,
    BlockKind.PERSONAL: LIGHT.admin,
}
_RUN: Final = 3


def kind_name(kind: BlockKind) -> str:
    """Return what a kind of planned time is called."""
    translate = QCoreApplication.translate
    return {
        BlockKind.FOCUS: translate("BlockWords", "Focus"),
        BlockKind.SHALLOW: translate("BlockWords", "Shallow work"),
        BlockKind.MEETING: translate("BlockWords", "Meeting"),
        BlockKind.BREAK: translate("BlockWords", "Break"),
        BlockKind.LEARNING: translate("BlockWords", "Learning"),
        BlockKind.PERSONAL: translate("BlockWords", "Personal"),
    }[kind]


def day_names(week_start: int = 0) -> list[tuple[int, str]]:
    """Return the days of the week in order from its first, 0 for Monday, each with its short name."""
    days = [(week_start + number) % 7 for number in range(7)]
    return [(day, QLocale().standaloneDayName(day + 1, QLocale.FormatType.ShortFormat)) for day in days]


def days_said(week_start: int, wanted: Collection[int]) -> str:
    """Return days in the order of the week, three or more in a row by the first and the last of them."""
    runs: list[list[str]] = []
    before = False
    for day, name in day_names(week_start):
        here = day in wanted
        if here and before:
            runs[-1].append(name)
        elif here:
            runs.append([name])
        before = here
    return " ".join(f"{run[0]}–{run[-1]}" if len(run) >= _RUN else " ".join(run) for run in runs)
