"""Team files in the window: what each is, what is written, and what comes of a round."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from helpers.dressed import dressed, speaking
from helpers.fake_team import FINGERPRINT, RESULT
from helpers.sharing_bench import SharingBench, sharing_bench
from helpers.tab_faults import faults_of, ringless
from helpers.tab_walk import tab_stops
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.dialogs.team_begin import TeamBeginDialog
from desktop_app.dialogs.team_combine import TeamCombineDialog
from desktop_app.dialogs.team_dialog import TeamDialog
from desktop_app.dialogs.team_file import TeamFileDialog
from desktop_app.theme import LIGHT
from engine.domain.errors import UsageError
from engine.domain.team import FEWEST, TeamFile, TeamLine, TeamNeeds, TeamTaken

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture(autouse=True)
def british(qapp: QApplication) -> Iterator[None]:
    dressed(LIGHT)
    with speaking("en_GB"):
        yield


@pytest.fixture
def bench() -> SharingBench:
    return sharing_bench(on=True)


def shown(qtbot: QtBot, kind: type[Any], bench: SharingBench) -> Any:
    dialog = kind(bench.engine, bench.choices)
    qtbot.addWidget(dialog, before_close_func=lambda one: one.background.close())
    dialog.show()
    return dialog


def settle(qtbot: QtBot, dialog: TeamDialog) -> None:
    qtbot.waitUntil(lambda: not dialog.works and dialog.background.waiting == 0)


def texts(widget: QWidget) -> str:
    return "\n".join(one.text() for one in widget.findChildren(QLabel) if one.isVisible())


def test_fewer_people_than_can_be_added_up_become_as_few_as_can_be(qtbot: QtBot, bench: SharingBench) -> None:
    dialog = shown(qtbot, TeamBeginDialog, bench)
    field = dialog.expected.lineEdit()
    field.selectAll()
    QTest.keyClicks(field, "3")
    dialog.expected.interpretText()
    assert dialog.expected.value() == FEWEST


@pytest.mark.parametrize(
    ("kind", "action"),
    [
        (TeamFile.ROUND, "Join and save the file…"),
        (TeamFile.ROSTER, "Contribute and save the file…"),
        (TeamFile.REQUEST, "Answer and save the file…"),
    ],
)
def test_a_file_is_told_before_its_step_is_taken(
    qtbot: QtBot, bench: SharingBench, tmp_path: Path, kind: TeamFile, action: str
) -> None:
    dialog = shown(qtbot, TeamFileDialog, bench)
    assert not dialog.act_button.isVisible()
    dialog.look(Path(f"/mail/{kind}.kairos-team"))
    settle(qtbot, dialog)
    assert dialog.act_button.text() == action
    assert "Platform" in texts(dialog.told)
    assert "9 Nov – 15 Nov 2026" in texts(dialog.told)
    assert dialog.name.isVisible() is (kind is TeamFile.ROUND)
    assert bench.engine.team.asked == []
    dialog.name.setText("Ada")
    with qtbot.waitSignal(dialog.stored):
        dialog.take(dialog._step, tmp_path / "answer")
    assert bench.engine.team.asked == [("take", kind, tmp_path / "answer", "Ada")]
    assert str(tmp_path / "answer") in texts(dialog.told)
    assert "Kairos sends nothing" in texts(dialog.told)
    assert dialog.folder_button.isVisible()
    assert not dialog.act_button.isVisible(), "a step is taken once"


def test_own_figures_the_fingerprint_and_what_protects_are_told_before_contributing(
    qtbot: QtBot, bench: SharingBench
) -> None:
    dialog = shown(qtbot, TeamFileDialog, bench)
    dialog.look(Path("roster.kairos-team"))
    settle(qtbot, dialog)
    told = texts(dialog.told)
    assert FINGERPRINT in told
    assert "20:00 h" in told
    assert "your reports are finer" in told
    assert "a threshold, not differential privacy" in told
    assert "<b>Bo</b>" in told
    assert [one for one in dialog.findChildren(QLabel) if one.textFormat() == Qt.TextFormat.RichText] == []


def test_a_foreign_file_is_refused_and_another_can_be_opened(qtbot: QtBot, bench: SharingBench) -> None:
    dialog = shown(qtbot, TeamFileDialog, bench)
    dialog.look(Path("roster.kairos-team"))
    settle(qtbot, dialog)
    dialog.look(Path("photo.png"))
    settle(qtbot, dialog)
    assert "photo.png is no team file" in dialog.error.text()
    assert not dialog.act_button.isVisible()
    assert "Platform" not in texts(dialog.told)
    dialog.look(Path("round.kairos-team"))
    settle(qtbot, dialog)
    assert not dialog.error.isVisible()
    assert dialog.act_button.isEnabled()


def test_while_sharing_is_off_files_are_told_and_none_is_made(qtbot: QtBot) -> None:
    bench = sharing_bench(on=False)
    dialog = shown(qtbot, TeamFileDialog, bench)
    assert not dialog.off.isVisible()
    dialog.look(Path("round.kairos-team"))
    settle(qtbot, dialog)
    assert dialog.off.isVisible()
    assert not dialog.act_button.isEnabled()
    dialog.off.button.setFocus()
    dialog.off.button.click()
    assert dialog.act_button.isEnabled()
    assert dialog.focusWidget() is dialog.act_button
    assert not dialog.off.isVisible()


def test_with_sharing_turned_on_a_round_asks_for_its_name(qtbot: QtBot) -> None:
    dialog = shown(qtbot, TeamBeginDialog, sharing_bench(on=False))
    dialog.off.button.setFocus()
    dialog.off.button.click()
    assert dialog.focusWidget() is dialog.name
    assert dialog.expected.alignment() & Qt.AlignmentFlag.AlignHCenter  # at the left its number touches the line


def test_a_step_that_is_refused_can_be_taken_again(qtbot: QtBot, bench: SharingBench, tmp_path: Path) -> None:
    dialog = shown(qtbot, TeamFileDialog, bench)
    dialog.look(Path("roster.kairos-team"))
    settle(qtbot, dialog)
    bench.engine.team.error = UsageError("“x” is there already. Choose another name; nothing is overwritten.")
    dialog.take(dialog._step, tmp_path / "x")
    settle(qtbot, dialog)
    assert "nothing is overwritten" in dialog.error.text()
    assert "Platform" in texts(dialog.told)
    assert dialog.act_button.isEnabled()
    assert not dialog.folder_button.isVisible()


def test_the_sums_say_how_many_took_part_and_that_they_are_only_rounded(
    qtbot: QtBot, bench: SharingBench, tmp_path: Path
) -> None:
    dialog = shown(qtbot, TeamCombineDialog, bench)
    assert not dialog.act_button.isEnabled()
    first, second = tmp_path / "a", tmp_path / "b"
    dialog.add([first, second])
    dialog.add([second])
    assert dialog.files == (first, second), "each once"
    dialog.combine(tmp_path)
    settle(qtbot, dialog)
    told = texts(dialog.told)
    assert bench.engine.team.asked == [("combine", (first, second), tmp_path, False)]
    assert "100:00 h" in told
    assert "Not in them: " in told
    assert "Fay" in told
    assert "not differential privacy" in told
    assert "epsilon" not in told


def test_sums_with_noise_name_their_epsilon_and_intervals(qtbot: QtBot, bench: SharingBench, tmp_path: Path) -> None:
    bench.engine.team.found = replace(
        RESULT, epsilon_millionths=1_500_000, lines=(TeamLine("focus", 60_000, 57_000, 63_000),)
    )
    dialog = shown(qtbot, TeamCombineDialog, bench)
    dialog.add([tmp_path / "a"])
    dialog.combine(tmp_path)
    settle(qtbot, dialog)
    assert "(differential privacy, epsilon 1.5)" in texts(dialog.told)
    assert "1000:00 h (950:00 – 1050:00)" in texts(dialog.told)


def test_what_is_missing_is_named_and_the_lead_may_go_on_without(
    qtbot: QtBot, bench: SharingBench, tmp_path: Path
) -> None:
    bench.engine.team.found = TeamNeeds("r1", TeamFile.CONTRIBUTION, ("Cy", "Di"), 2, "Wait for those.")
    dialog = shown(qtbot, TeamCombineDialog, bench)
    dialog.add([tmp_path / "a", tmp_path / "b"])
    dialog.list.setCurrentRow(0)
    dialog.remove_button.click()
    dialog.combine(tmp_path)
    settle(qtbot, dialog)
    told = texts(dialog.told)
    assert "No sums yet" in told
    assert "Cy" in told
    assert "Wait for those." in told
    assert not dialog.folder_button.isVisible()
    request = tmp_path / "request"
    bench.engine.team.found = TeamTaken(request, TeamFile.REQUEST, "r1", 900, "Give it to everybody.")
    dialog.without.setChecked(True)
    dialog.combine(tmp_path)
    settle(qtbot, dialog)
    assert bench.engine.team.asked[-1] == ("combine", (tmp_path / "b",), tmp_path, True)
    assert str(request) in texts(dialog.told)
    assert dialog.folder_button.isVisible()


def test_a_round_begins_with_a_name_a_week_and_a_number_of_people(
    qtbot: QtBot, bench: SharingBench, tmp_path: Path
) -> None:
    dialog = shown(qtbot, TeamBeginDialog, bench)
    qtbot.waitUntil(lambda: dialog.weeks.day is not None)
    assert not dialog.act_button.isEnabled()
    dialog.name.setText("  ")
    assert not dialog.act_button.isEnabled()
    dialog.name.setText("Platform")
    dialog.expected.setValue(12)
    dialog.weeks.earlier.click()
    assert dialog.act_button.isEnabled()
    dialog.begin(tmp_path / "round")
    settle(qtbot, dialog)
    assert bench.engine.team.asked == [("begin", "Platform", date(2026, 11, 2), 12, tmp_path / "round")]
    assert "Kairos sends nothing" in texts(dialog.told)
    assert not dialog.act_button.isVisible(), "once"


def test_tab_goes_through_a_file_that_was_opened_as_it_is_read(qtbot: QtBot, bench: SharingBench) -> None:
    dialog = shown(qtbot, TeamFileDialog, bench)
    dialog.look(Path("round.kairos-team"))
    settle(qtbot, dialog)
    stops = tab_stops(dialog)
    assert dialog.name in [stop.widget for stop in stops]
    assert [*faults_of(stops), *ringless(stops)] == []
