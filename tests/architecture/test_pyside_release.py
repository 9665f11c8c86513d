"""The installed PySide6 does not use up `None`: one release dropped a reference in nearly every call."""

from __future__ import annotations

import sys


def test_calls_into_qt_give_none_back(qapp: object) -> None:
    from PySide6.QtWidgets import QLabel

    label = QLabel()
    before = sys.getrefcount(None)
    for number in range(1_000):
        label.setText(str(number))
    fell_by = before - sys.getrefcount(None)
    label.deleteLater()
    assert fell_by <= 50
