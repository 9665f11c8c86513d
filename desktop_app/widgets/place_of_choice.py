"""Where the keys go to choose what an action is done to: its own control, or what it takes its choice from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QComboBox, QLineEdit, QScrollArea, QWidget

_ONE_THING: Final = (QAbstractButton, QAbstractSpinBox, QComboBox, QLineEdit)
"""Controls that nothing is chosen in that an action could be done to."""


def place_of_choice(control: QWidget, within: QWidget) -> QWidget | None:
    """Return the control where it can be pressed, else the list, the first control at worst, of the card around it."""
    if control.isVisibleTo(within) and control.isEnabled():
        return control
    around = control.parentWidget()
    while around is not None:
        if around is within or around.property("role") == "card":
            stops = list(_stops(around))
            if stops:
                return next((one for one in stops if not isinstance(one, _ONE_THING)), stops[0])
        around = None if around is within else around.parentWidget()
    return None


def lead_keys_to(place: QWidget) -> None:
    """Lead the keys to a control and bring it in sight."""
    place.setFocus(Qt.FocusReason.TabFocusReason)
    around = place.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea) and around.widget() is not None:
            around.ensureWidgetVisible(place)
        around = around.parentWidget()


def _stops(around: QWidget) -> Iterator[QWidget]:
    """Yield what Tab stops at inside, in its order."""
    one = around.nextInFocusChain()
    while one is not None and one is not around:
        tabbed = bool(one.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if tabbed and around.isAncestorOf(one) and one.isVisibleTo(around) and one.isEnabled():
            yield one
        one = one.nextInFocusChain()
