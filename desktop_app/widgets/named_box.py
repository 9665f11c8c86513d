"""A name for a box of choices that no label on screen names."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel


def name_box(box: QComboBox, name: str) -> None:
    """Name a box; on Linux Qt tells what is chosen in it for its name, unless a label beside it is its own."""
    box.setAccessibleName(name)
    beside = box.parentWidget()
    labels = beside.findChildren(QLabel, options=Qt.FindChildOption.FindDirectChildrenOnly) if beside else []
    label = next((one for one in labels if one.buddy() is box), None)
    if label is None:
        label = QLabel(beside)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setBuddy(box)
        label.hide()
    label.setText(name)
