"""Every single setting of the page, to be found by its name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSpinBox as Spin
from PySide6.QtWidgets import QCheckBox, QComboBox, QKeySequenceEdit, QLineEdit, QRadioButton, QSlider, QWidget

from desktop_app.dialogs.time_fields import DaysField
from desktop_app.pages.settings.page import SettingsPage
from desktop_app.pages.settings.section import Section

_KINDS = (QCheckBox, QRadioButton, QComboBox, QSlider, QKeySequenceEdit, DaysField, Spin, QLineEdit)


@dataclass(frozen=True, slots=True)
class SettingField:
    """One setting. section: the card it stands on, in words."""

    section: str
    name: str
    control: QWidget

    def show_on(self, page: SettingsPage) -> None:
        """Bring it into sight and lead the keys to it."""
        page.ensureWidgetVisible(self.control)
        first = self.control.findChild(QWidget) if isinstance(self.control, DaysField) else self.control
        (first or self.control).setFocus(Qt.FocusReason.TabFocusReason)


def fields_of(page: SettingsPage) -> tuple[SettingField, ...]:
    """Return the settings that can be changed now, as they stand on the page."""
    return tuple(
        SettingField(section.accessibleName(), name, control)
        for section in page.findChildren(Section)
        for control in _controls(section)
        if (name := _name(control)) and control.isVisibleTo(page) and control.isEnabled()
    )


def _controls(around: QWidget) -> Iterator[QWidget]:
    """Yield fields, and not what a field is made of."""
    for child in around.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        if isinstance(child, _KINDS):
            yield child
        else:
            yield from _controls(child)


def _name(control: QWidget) -> str:
    text = control.text() if isinstance(control, QCheckBox | QRadioButton) else ""
    return control.accessibleName() or text
