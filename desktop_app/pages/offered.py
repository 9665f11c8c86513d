"""What each page offers to the command palette and to keys; a page's part is loaded with the page."""

from __future__ import annotations

from importlib import import_module
from typing import Final

from PySide6.QtWidgets import QWidget

from desktop_app.actions import Action

_ONE_FILE: Final = {"today": "desktop_app.pages.today_offered"}


def offered_by(name: str, page: QWidget) -> tuple[Action, ...]:
    """Return what can be done on a page of options.PAGES."""
    module = import_module(_ONE_FILE.get(name, f"desktop_app.pages.{name}.offered"))
    found: tuple[Action, ...] = module.actions(page)
    return found
