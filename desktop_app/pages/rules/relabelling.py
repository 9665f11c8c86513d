"""Finishes, once the window is open, what an edit of the rules left undone that was made elsewhere, or cut off."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from desktop_app.background import Background
    from engine.api import Rules


def label_anew(rules: Rules, background: Background, settled: Callable[[], object], owner: QObject) -> None:
    """Have what is outdated labelled anew, beside the window; settled is called after it."""
    from desktop_app.pages.rules.changer import RulesChanger  # noqa: PLC0415

    changer = RulesChanger(owner)
    changer.attach(rules, background)
    changer.settled.connect(settled)
    background.ask(changer, rules.outdated, lambda outdated: changer.relabel() if outdated else None)
