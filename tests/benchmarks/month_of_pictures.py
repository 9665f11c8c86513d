"""Pictures of a month of use: Today, Why?, Insights and the plan, light in English and dark in Chinese."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from engine.settings import Language, LookSettings, Theme

if TYPE_CHECKING:
    from pathlib import Path

    from benchmarks.month_of_use import Month

LOOKS = ((Theme.LIGHT, Language.ENGLISH), (Theme.DARK, Language.CHINESE))
PAGES = ("insights", "plan", "today")


def draw(month: Month, folder: Path, number: int) -> None:
    """Save the pages as they are now in both looks, and Why? of the time shown."""
    folder.mkdir(parents=True, exist_ok=True)
    look = month.desk.choices.settings.look
    for theme, language in LOOKS:
        _dress(month, LookSettings(theme=theme, language=language))
        name = f"{number:02}_{theme.value}_{language.value}.png"
        for page in PAGES:
            month.desk.window.show_page(page)
            month.settle(100)
            month.desk.window.grab().save(str(folder / f"{page}_{name}"))
        _draw_why(month, folder / f"why_{name}")
    _dress(month, look)


def _draw_why(month: Month, file: Path) -> None:
    button = month.panel.block.why_button
    if not button.isVisible():
        return
    month.click(button)
    dialog = month.panel.dialog
    if dialog is not None:
        month.settle(100)
        dialog.grab().save(str(file))
        month.click(dialog.close_button)


def _dress(month: Month, look: LookSettings) -> None:
    month.desk.choices.change(lambda now: replace(now, look=look))
    month.settle(100)
