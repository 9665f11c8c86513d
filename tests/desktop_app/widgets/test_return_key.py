"""Return on a button does what stands on it; everywhere else it does what the main button says."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton, QVBoxLayout

from desktop_app.widgets.return_key import press_by_return

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_return_presses_the_button_that_has_the_keys_and_the_main_one_stays_the_main_one(
    qtbot: Any, key: Qt.Key
) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    field, save, cancel = QLineEdit(dialog), QPushButton("Save", dialog), QPushButton("Cancel", dialog)
    column = QVBoxLayout(dialog)
    for part in (field, save, cancel):
        column.addWidget(part)
    save.setDefault(True)
    press_by_return(cancel)
    pressed: list[str] = []
    save.clicked.connect(lambda: pressed.append("save"))
    cancel.clicked.connect(lambda: pressed.append("cancel"))
    dialog.show()
    qtbot.waitUntil(dialog.isActiveWindow)
    for part in (field, save, cancel):
        part.setFocus()
        assert save.isDefault()
        qtbot.keyClick(part, key)
    assert pressed == ["save", "save", "cancel"]
