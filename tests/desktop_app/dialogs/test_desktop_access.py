"""The extension for GNOME: offered where it is needed, installed by a click and by nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QMessageBox

from desktop_app.dialogs.desktop_access import AccessPanel
from desktop_app.dialogs.first_run import FirstRun
from engine.api.desktop_access import DesktopGate
from engine.domain.health import ProbeReport, RecorderHealth, RecorderState

UNSEEN = ProbeReport("wayland", "gnome", windows=False, titles=False, idle=True, lock=False, suspend=False)


@pytest.fixture
def bench(open_desk: Any, tmp_path: Path) -> Any:
    made = open_desk()
    environ = {"HOME": str(tmp_path), "XDG_DATA_DIRS": str(tmp_path / "shared"), "XDG_RUNTIME_DIR": str(tmp_path)}
    made.engine.desktop_access = DesktopGate(environ, "gnome", made.engine.touch)
    made.home = tmp_path
    return made


def _panel(bench: Any) -> AccessPanel:
    bench.desk.window.show_page("settings")
    bench.settle()
    panel = bench.desk.window.page.tracking.access
    assert isinstance(panel, AccessPanel)
    return panel


def test_what_kwin_runs_is_named_without_a_button(bench: Any, tmp_path: Path) -> None:
    bench.engine.desktop_access = DesktopGate({"HOME": str(tmp_path)}, "kwin", bench.engine.touch)
    panel = _panel(bench)
    assert panel.isVisibleTo(bench.desk.window)
    assert "Nothing is installed" in panel.about.text()
    assert panel.install.isHidden()


def test_settings_install_and_remove_it_by_a_click_only(bench: Any) -> None:
    panel = _panel(bench)
    assert panel.isVisibleTo(bench.desk.window)
    folder = Path(panel.folder.text())
    assert folder.is_relative_to(bench.home)
    assert not folder.exists()
    assert panel.remove.isHidden()
    panel.install.click()
    bench.settle()
    assert (folder / "metadata.json").is_file()
    assert panel.install.text() == "Switch on"
    assert "Log out" in panel.state.text()
    panel.remove.click()
    bench.settle()
    assert not folder.exists()
    assert panel.install.text() == "Install"


def test_where_nothing_is_needed_nothing_is_offered(open_desk: Any) -> None:
    bench = open_desk()
    assert not _panel(bench).isVisibleTo(bench.desk.window)


def test_what_cannot_be_written_is_said(bench: Any) -> None:
    panel = _panel(bench)
    (bench.home / ".local").write_text("a file where a folder should be")
    panel.install.click()
    bench.settle()
    assert panel.error.isVisibleTo(bench.desk.window)
    assert "Make the folder writable" in panel.error.text()


def test_the_first_start_offers_it_and_skipping_installs_nothing(bench: Any) -> None:
    dialog = FirstRun(bench.desk.choices, bench.engine.paths, bench.desk.window)
    bench.qtbot.addWidget(dialog)
    bench.settle()
    assert dialog.choose.access.isVisibleTo(dialog.choose)
    folder = Path(dialog.choose.access.folder.text())
    dialog.accept()
    bench.settle()
    assert not folder.exists()


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize(("probe", "boxes"), [(UNSEEN, 0), (None, 1)])
def test_a_recorder_that_lacks_it_is_no_riddle(bench: Any, probe: ProbeReport | None, boxes: int) -> None:
    bench.desk.keeper.want(False)
    bench.engine.recording.become(RecorderHealth(RecorderState.STOPPED, probe=probe))
    bench.qtbot.waitUntil(lambda: bench.desk.control.health.state is RecorderState.STOPPED)
    bench.desk.keeper.trouble.emit()
    assert len(bench.desk.window.findChildren(QMessageBox)) == boxes


def test_a_recorder_that_ended_for_want_of_it_is_started_again(bench: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    panel = _panel(bench)
    starts: list[object] = []

    def launch(command: object) -> bool:
        starts.append(command)
        return True

    monkeypatch.setattr(bench.desk.keeper, "_launch", launch)
    bench.engine.recording.become(RecorderHealth(RecorderState.STOPPED))
    bench.qtbot.waitUntil(lambda: len(starts) == 1)  # the keeper's own first try, after which it waits
    panel.install.click()
    bench.settle()
    assert len(starts) == 2
