"""How documents are read and by which language model they are understood is chosen in the settings."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtWidgets import QFileDialog

from engine.settings import DocumentSettings

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_switches_and_encoder_folder_are_saved(open_desk: Any) -> None:
    bench = open_desk()
    bench.desk.window.show_page("settings")
    page = bench.desk.window.page
    page.documents.automatic.click()
    page.documents.always.click()
    bench.settle()
    assert bench.engine.preferences.load().documents == DocumentSettings(automatic=False, always=True)
    models = page.models
    assert models.folder.text() == ""
    assert not models.own_button.isVisibleTo(models)
    models.choose_button.click()
    assert isinstance(models.dialog, QFileDialog)
    models.dialog.reject()
    models.save_folder("/models/other")
    bench.settle()
    assert bench.engine.preferences.load().documents.encoder_folder == "/models/other"
    assert models.folder.text() == "/models/other"
    models.own_button.click()
    bench.settle()
    assert bench.engine.preferences.load().documents.encoder_folder == ""
    assert page.documents.always.isChecked()
