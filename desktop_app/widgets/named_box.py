"""Names for fields that no label on screen names."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

_OURS: Final = "name_of_box"


def name_field(field: QWidget, name: str) -> None:
    """Name a field for those who are read to."""
    if isinstance(field, QComboBox):
        name_box(field, name)
    else:
        field.setAccessibleName(name)


def name_box(box: QComboBox, name: str) -> None:
    """Name a box; on Linux Qt tells what is chosen in it for its name, unless a label beside it is its own."""
    box.setAccessibleName(name)
    beside = box.parentWidget()
    labels = beside.findChildren(QLabel, options=Qt.FindChildOption.FindDirectChildrenOnly) if beside else []
    label = next((one for one in labels if one.buddy() is box), None)
    if label is None:
        label = QLabel(beside)
        label.setObjectName(_OURS)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setBuddy(box)
        label.hide()
        box.destroyed.connect(label.deleteLater)  # a box made anew brings a name of its own
    if label.objectName() == _OURS:
        label.setText(name)
