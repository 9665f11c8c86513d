"""History of other programs comes in by way of the settings page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from helpers.foreign_files import SAMPLES
from helpers.import_room import import_room

from desktop_app.dialogs.import_data import ImportData

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_the_dialog_opens_from_the_data_section_and_leaves_nothing_behind(open_desk: Any, tmp_path: Path) -> None:
    bench = open_desk()
    bench.desk.window.show_page("settings")
    bench.settle()
    with import_room(tmp_path) as room:
        bench.engine.imports = room.imports
        bench.desk.window.page.data.import_button.click()
        [dialog] = bench.desk.window.findChildren(ImportData)
        dialog.form.take_file(SAMPLES / "toggl.csv")
        bench.qtbot.waitUntil(dialog.import_button.isEnabled)
        dialog.import_button.click()
        bench.qtbot.waitUntil(lambda: room.store.count() == 2 and dialog.background.waiting == 0)
        dialog.close_button.click()
        bench.qtbot.waitUntil(lambda: not bench.desk.window.findChildren(ImportData))
        bench.settle()
