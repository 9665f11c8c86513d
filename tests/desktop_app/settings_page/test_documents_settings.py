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
    assert models.name.text() == "other"
    assert models.name.isVisibleTo(models)
    models.own_button.click()
    bench.settle()
    assert bench.engine.preferences.load().documents.encoder_folder == ""
    assert page.documents.always.isChecked()


def test_a_folder_is_looked_at_before_it_is_chosen_and_why_not_is_said(open_desk: Any) -> None:
    bench = open_desk()
    bench.desk.window.show_page("settings")
    models = bench.desk.window.page.models
    models.save_folder("/models/other")
    bench.settle()
    models.save_folder("/models/broken")
    assert "broken" in models.name.text()
    bench.settle()
    assert models.error.text() == (
        "⚠ The sentence encoder cannot be used. "
        "/models/broken holds no config.json. Choose the folder of an encoder, or none."
    )
    assert models.name.text() == "other"
    assert models.choose_button.isEnabled()
    assert bench.engine.preferences.load().documents.encoder_folder == "/models/other"
    models.save_folder("/models/broken")
    models.save_folder("/models/another")  # before it is known what is wrong with the first
    bench.settle()
    assert not models.error.isVisibleTo(models)
    assert bench.engine.preferences.load().documents.encoder_folder == "/models/another"
