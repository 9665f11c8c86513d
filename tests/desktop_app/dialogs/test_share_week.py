"""Sharing a week: what each step shows, what it costs and when, and what is refused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from helpers.dressed import dressed, speaking
from helpers.fake_sharing import HIDES_NOT, HOLDS, LEAVES_OUT
from helpers.sharing_bench import EMPTY, SharingBench, sharing_bench
from helpers.tab_faults import faults_of, ringless
from helpers.tab_walk import tab_stops
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.dialogs.share_week import ShareWeek
from desktop_app.theme import LIGHT
from desktop_app.widgets.interval_track import IntervalTrack
from engine.domain.errors import ExportError
from engine.domain.sharing import MILLION, ShareError, ShareKind

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
MONDAY = date(2026, 11, 9)


@pytest.fixture(autouse=True)
def british(qapp: QApplication) -> Iterator[None]:
    dressed(LIGHT)
    with speaking("en_GB"):
        yield


def opened(qtbot: QtBot, *, on: bool = True, day: date | None = None) -> tuple[ShareWeek, SharingBench]:
    bench = sharing_bench(on=on)
    dialog = ShareWeek(bench.engine, bench.background, bench.choices, day)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog, bench


def texts(widget: QWidget) -> list[str]:
    return [one.text() for one in widget.findChildren(QLabel) if one.isVisible()]


def test_nothing_is_made_while_sharing_is_off_and_it_is_turned_on_here(qtbot: QtBot) -> None:
    dialog, bench = opened(qtbot, on=False)
    assert dialog.choose.off.isVisible()
    assert not dialog.next_button.isEnabled()
    assert dialog.focusWidget() is dialog.choose.off.button
    dialog.choose.off.button.click()
    assert bench.choices.settings.sharing.on
    assert not dialog.choose.off.isVisible()
    assert dialog.focusWidget() is dialog.choose.cards[dialog.choose.kind].button
    assert dialog.next_button.isEnabled()
    assert bench.engine.sharing.made == {}


def test_the_last_week_that_is_over_is_offered_and_no_later_one(qtbot: QtBot) -> None:
    dialog, _bench = opened(qtbot)
    weeks = dialog.choose.weeks
    assert weeks.week.text() == "9 Nov – 15 Nov 2026"
    assert not weeks.later.isEnabled()
    weeks.earlier.click()
    assert weeks.week.text() == "2 Nov – 8 Nov 2026"
    assert weeks.later.isEnabled()


@pytest.mark.parametrize(
    ("day", "week"), [(date(2026, 1, 1), "29 Dec 2025 – 4 Jan 2026"), (date(2026, 11, 20), "9 Nov – 15 Nov 2026")]
)
def test_it_opens_on_the_week_asked_for_where_that_is_over(qtbot: QtBot, day: date, week: str) -> None:
    dialog, _bench = opened(qtbot, day=day)
    assert dialog.choose.weeks.week.text() == week


def test_what_the_noise_costs_is_said_before_it_is_drawn_and_drawn_once(qtbot: QtBot) -> None:
    dialog, bench = opened(qtbot)
    assert dialog.choose.kind is ShareKind.PRIVATE
    assert "costs epsilon 1, saved or not" in dialog.choose.cost.text()
    assert dialog.next_button.text() == "Make the file"
    assert "November 2026: 0 of 4 spent, 4 left." in texts(dialog.choose)
    dialog.next_button.click()
    assert bench.engine.sharing.spent == {"2026-11": MILLION}
    dialog.back_button.click()
    assert "costs nothing" in dialog.choose.cost.text()
    assert dialog.next_button.text() == "Look at it"
    assert "November 2026: 1 of 4 spent, 3 left." in texts(dialog.choose)
    dialog.next_button.click()
    assert bench.engine.sharing.spent == {"2026-11": MILLION}


def test_return_goes_on_from_where_it_opens_and_from_where_it_came_back_to(qtbot: QtBot) -> None:
    dialog, _bench = opened(qtbot)
    qtbot.waitUntil(dialog.isActiveWindow)
    for _time in range(2):
        assert dialog.focusWidget() is dialog.choose.cards[ShareKind.PRIVATE].button
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
        assert dialog.look.isVisible()
        dialog.back_button.click()


def test_return_on_another_button_than_the_main_one_draws_nothing(qtbot: QtBot) -> None:
    dialog, bench = opened(qtbot)
    qtbot.waitUntil(dialog.isActiveWindow)
    for button in (dialog.choose.weeks.earlier, dialog.cancel_button):
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Return)
    assert dialog.choose.weeks.week.text() == "2 Nov – 8 Nov 2026"
    assert not dialog.isVisible()
    assert bench.engine.sharing.made == {}


def test_all_of_the_file_is_shown_with_what_is_not_in_it(qtbot: QtBot) -> None:
    dialog, bench = opened(qtbot)
    dialog.next_button.click()
    preview = bench.engine.sharing.made[MONDAY, ShareKind.PRIVATE]
    assert dialog.look.text.toPlainText() == preview.text
    shown = texts(dialog.look)
    for sentence in (*HOLDS, *LEAVES_OUT, *HIDES_NOT):
        assert f"• {sentence}" in shown
    assert "19:45 h (17:00 – 22:30)" in shown
    told = [one.accessibleName() for one in dialog.look.findChildren(IntervalTrack)]
    assert told[0] == "Focus: 19 h 45 min, between 17 h 00 min and 22 h 30 min"
    assert len(told) == 3


def test_a_rounded_week_is_told_by_parts_of_the_day_and_costs_nothing(qtbot: QtBot) -> None:
    dialog, bench = opened(qtbot)
    card = dialog.choose.cards[ShareKind.ANONYMISED]
    QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=QPoint(card.width() // 2, card.height() - 6))
    assert dialog.choose.kind is ShareKind.ANONYMISED
    assert "costs nothing of the budget" in dialog.choose.cost.text()
    dialog.next_button.click()
    shown = texts(dialog.look)
    assert {"Night", "Morning", "Afternoon", "Evening", "10:00 h"} <= set(shown)
    assert shown.count("withheld") == 3
    assert bench.engine.sharing.spent.get("2026-11", 0) == 0


def test_it_is_saved_and_what_is_left_to_do_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    dialog, _bench = opened(qtbot)
    dialog.next_button.click()
    with qtbot.waitSignal(dialog.shared):
        dialog.save(tmp_path / "week.txt")
    assert (tmp_path / "week.txt").read_text() == dialog.look.text.toPlainText()
    assert dialog.done_step.file.text() == str(tmp_path / "week.txt")
    assert "It cost epsilon 1." in dialog.done_step.cost.text()
    assert any("Kairos sends nothing" in text for text in texts(dialog))
    assert dialog.done_step.budget.text() == "November 2026: 1 of 4 spent, 3 left."
    dialog.next_button.click()
    assert not dialog.isVisible()


def test_a_disk_that_refuses_is_told_and_it_can_be_tried_again(qtbot: QtBot, tmp_path: Path) -> None:
    dialog, bench = opened(qtbot)
    dialog.next_button.click()
    bench.engine.sharing.error = ExportError("/x cannot be written: full. Choose another place.")
    dialog.save(tmp_path / "week.txt")
    assert "cannot be written" in dialog.error.text()
    assert dialog.next_button.isEnabled()
    bench.engine.sharing.error = None
    dialog.save(tmp_path / "week.txt")
    assert not dialog.error.isVisible()
    assert (tmp_path / "week.txt").exists()


def test_a_budget_that_is_spent_makes_nothing_but_rounded_files_and_old_ones(qtbot: QtBot) -> None:
    dialog, bench = opened(qtbot)
    bench.engine.sharing.spent["2026-11"] = 4 * MILLION
    dialog.choose.changed.emit()
    assert "not so much left" in dialog.choose.cost.text()
    assert "November 2026: all 4 spent. Weeks of another month have a budget of their own." in texts(dialog.choose)
    assert not dialog.next_button.isEnabled()
    dialog.choose.cards[ShareKind.ANONYMISED].button.setChecked(True)
    assert dialog.next_button.isEnabled()
    dialog.choose.cards[ShareKind.PRIVATE].button.setChecked(True)
    for _week in range(3):
        dialog.choose.weeks.earlier.click()
    assert "October 2026: 0 of 4 spent, 4 left." in texts(dialog.choose)
    assert dialog.next_button.isEnabled()


def test_of_a_week_in_which_nothing_is_recorded_nothing_is_made(qtbot: QtBot) -> None:
    dialog, _bench = opened(qtbot, day=EMPTY)
    assert dialog.choose.cost.text() == "Nothing is recorded in this week, so there is nothing to share."
    assert not dialog.next_button.isEnabled()
    dialog.choose.weeks.later.click()
    assert dialog.next_button.isEnabled()


def test_a_week_that_the_engine_refuses_says_why(qtbot: QtBot) -> None:
    dialog, bench = opened(qtbot)
    bench.engine.sharing.error = ShareError("Of this week only totals of days are kept. Choose a later one.")
    dialog.next_button.click()
    assert (
        dialog.error.text() == "⚠ This cannot be shared. Of this week only totals of days are kept. Choose a later one."
    )
    assert dialog.stack.currentWidget() is dialog.choose


def test_figures_that_changed_since_can_be_drawn_anew_at_its_price(qtbot: QtBot) -> None:
    dialog, bench = opened(qtbot)
    dialog.next_button.click()
    assert not dialog.anew_button.isVisible()
    sharing = bench.engine.sharing
    key = MONDAY, ShareKind.PRIVATE
    sharing.made[key] = replace(sharing.made[key], changed=True, saved_before=True)
    dialog.back_button.click()
    dialog.next_button.click()
    assert any("others by now" in text for text in texts(dialog.look))
    assert any("saved this very file before" in text for text in texts(dialog.look))
    assert dialog.anew_button.text() == "Make it anew for epsilon 1"
    dialog.anew_button.click()
    assert sharing.spent == {"2026-11": 2 * MILLION}
    assert not dialog.anew_button.isVisible()


def test_tab_goes_through_every_step_as_it_is_read(qtbot: QtBot, tmp_path: Path) -> None:
    dialog, _bench = opened(qtbot)
    faults: list[str] = []
    for step in (dialog.choose, dialog.look, dialog.done_step):
        assert dialog.stack.currentWidget() is step
        stops = tab_stops(dialog)
        faults += [f"{type(step).__name__}: {fault}" for fault in (*faults_of(stops), *ringless(stops))]
        if step is dialog.choose:
            dialog.next_button.click()
        else:
            dialog.save(tmp_path / "week.txt")
    assert faults == []
