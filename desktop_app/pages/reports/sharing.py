"""From the days reported on to the wizard that makes a file of a week to give away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from desktop_app.choices import Choices
    from desktop_app.pages.reports.day_range import DayRange


def share_week(choices: Choices, days: DayRange | None, parent: QWidget) -> None:
    """Open the wizard on the last week of these days; nothing where the engine is not open yet."""
    engine, background = choices.engine, choices.background
    if engine is None or background is None:
        return
    from desktop_app.dialogs.share_week import ShareWeek  # noqa: PLC0415  (seldom needed)

    dialog = ShareWeek(engine, background, choices, None if days is None else days.last, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
