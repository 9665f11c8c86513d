"""The first start: four steps, each skippable, nothing decided for the person."""

from __future__ import annotations

from typing import Any

import pytest
from helpers.dressed import speaking
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QLabel

from desktop_app.dialogs import first_run_steps
from desktop_app.dialogs.first_run import FirstRun
from desktop_app.dialogs.first_run_steps import LastStep
from desktop_app.dialogs.key_where import key_sentence
from desktop_app.theme import spacing
from engine.domain.key_slots import Encryption, KeySlot, SlotKind
from engine.settings import Language, Settings, Weekday

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def bench(open_desk: Any) -> Any:
    made = open_desk(first_run_done=False)
    [made.dialog] = made.desk.window.findChildren(FirstRun)
    return made


def _texts(dialog: Any) -> str:
    return "\n".join(label.text() for label in dialog.stack.currentWidget().findChildren(QLabel))


def test_it_says_what_is_recorded_what_never_is_and_where(bench: Any) -> None:
    texts = _texts(bench.dialog)
    assert "window's title" in texts
    assert "No keystrokes" in texts
    assert bench.dialog.what.folder.text() == str(bench.engine.paths.folder)


def test_four_steps_forward_and_back(bench: Any) -> None:
    dialog = bench.dialog
    titles = []
    for _ in range(4):
        titles.append(dialog.stack.currentWidget().title.text())
        if len(titles) < 4:
            bench.qtbot.mouseClick(dialog.next_button, Qt.MouseButton.LeftButton)
    assert len(set(titles)) == 4
    assert dialog.next_button.text() == "Start recording"
    dialog.back_button.click()
    assert dialog.stack.currentIndex() == 2


def test_the_letters_of_the_last_button_fit_into_it(bench: Any) -> None:
    button = bench.dialog.next_button
    bench.dialog.go_to(3)
    bold = button.font()
    bold.setWeight(QFont.Weight.DemiBold)
    assert button.isDefault()
    assert button.sizeHint().width() >= QFontMetrics(bold).horizontalAdvance(button.text()) + 2 * spacing.M


def test_going_on_stays_the_main_button_while_sample_days_are_made(bench: Any) -> None:
    dialog = bench.dialog
    dialog.go_to(3)
    dialog.last.sample_button.setFocus()
    bench.qtbot.mouseClick(dialog.last.sample_button, Qt.MouseButton.LeftButton)
    assert not dialog.last.sample_button.isEnabled()
    assert dialog.focusWidget() is dialog.next_button, "Return would lead back"
    assert dialog.next_button.isDefault()


def test_return_presses_the_button_that_has_the_keys(bench: Any) -> None:
    dialog = bench.dialog
    dialog.go_to(2)
    dialog.back_button.setFocus()
    bench.qtbot.keyClick(dialog.back_button, Qt.Key.Key_Return)
    assert dialog.stack.currentIndex() == 1
    dialog.go_to(3)
    dialog.last.sample_button.setFocus()
    with bench.qtbot.waitSignal(dialog.sample_requested, timeout=5_000):
        bench.qtbot.keyClick(dialog.last.sample_button, Qt.Key.Key_Return)
    assert dialog.isVisible(), "it went on to recording"


def test_going_on_alone_is_the_main_button_wherever_the_keys_are(bench: Any) -> None:
    dialog = bench.dialog
    for place, other in ((1, dialog.back_button), (1, dialog.skip_button), (3, dialog.last.sample_button)):
        dialog.go_to(place)
        other.setFocus()
        assert dialog.focusWidget() is other
        assert dialog.next_button.isDefault()
        assert not other.isDefault()


def test_skipping_all_changes_nothing_but_that_it_was_asked(bench: Any) -> None:
    bench.dialog.skip_button.click()
    bench.settle()
    saved = bench.engine.preferences.load()
    assert saved.first_run_done
    assert (saved.tracking, saved.privacy) == (Settings().tracking, Settings().privacy)


def test_closing_it_counts_as_skipping(bench: Any) -> None:
    bench.dialog.reject()
    bench.settle()
    assert bench.engine.preferences.load().first_run_done
    assert bench.desk.keeper.wanted


def test_a_language_is_spoken_at_once_and_answers_are_kept(bench: Any) -> None:
    dialog = bench.dialog
    dialog.choose.titles.setChecked(False)
    dialog.choose.apps.wanted.emit(("bank",))
    dialog.last.box.setChecked(True)
    dialog.go_to(2)
    box = dialog.language.box
    box.setCurrentIndex(box.findData(Language.CHINESE))
    box.activated.emit(box.currentIndex())
    bench.qtbot.waitUntil(lambda: dialog.next_button.text() == "下一步")
    assert dialog.stack.currentIndex() == 2
    assert not dialog.choose.titles.isChecked()
    assert dialog.choose.apps.lines() == ("bank",)
    assert dialog.last.box.isChecked()
    dialog.accept()
    bench.settle()
    saved = bench.engine.preferences.load()
    assert saved.look.language is Language.CHINESE
    assert saved.privacy.excluded_apps == ("bank",)
    assert bench.engine.rules.installed == ["zh_CN"]


def test_starter_rules_are_left_out_where_they_are_not_wanted(bench: Any) -> None:
    bench.dialog.language.starter.setChecked(False)
    bench.dialog.accept()
    bench.settle()
    assert bench.engine.rules.installed == []


def test_working_hours_are_saved(bench: Any) -> None:
    step = bench.dialog.language
    step.start.show_minutes(8 * 60)
    step.days.show_names(("monday", "tuesday"))
    saved = bench.dialog.answers()(Settings()).plan
    assert (saved.work_start, saved.work_end, saved.workdays) == (480, 18 * 60, ("monday", "tuesday"))


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (Encryption(on=True, slots=(KeySlot(SlotKind.KEYRING, 1),)), "kept in the keyring"),
        (Encryption(on=True, slots=(KeySlot(SlotKind.PASSPHRASE, 1),)), "passphrase"),
        (Encryption(on=False), "no keyring answers"),
        (Encryption(on=False, keyring="Secret Service"), "can change that"),
    ],
)
def test_it_says_who_can_read_the_history(found: Encryption, said: str) -> None:
    assert said in key_sentence(found)


def test_the_first_step_says_it_of_this_profile(bench: Any) -> None:
    assert "not encrypted" in bench.dialog.what.key.text()


def test_an_app_typed_and_not_yet_added_counts(bench: Any) -> None:
    bench.dialog.choose.apps.entry.setText("wallet")
    assert bench.dialog.answers()(Settings()).privacy.excluded_apps == ("wallet",)


def test_what_starts_at_log_in_from_before_is_said(bench: Any) -> None:
    assert not bench.dialog.last.box.isChecked()
    bench.engine.log_in.moved = True
    step = LastStep(False, bench.desk.choices, bench.dialog)
    bench.settle()
    assert "Another Kairos" in step.log_in.text()
    assert not step.box.isChecked()


def test_sample_days_open_elsewhere(bench: Any) -> None:
    with bench.qtbot.waitSignal(bench.dialog.sample_requested):
        bench.desk.window.sample_requested.disconnect()
        bench.desk.welcome.sample_requested.disconnect()
        bench.dialog.last.sample_button.click()


def test_what_is_said_of_sample_days_does_not_go_stale(bench: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(first_run_steps, "MADE_MS", 30)
    bench.desk.window.sample_requested.disconnect()
    bench.desk.welcome.sample_requested.disconnect()
    last = bench.dialog.last
    last.sample_button.click()
    assert "being made" in last.sample_told.text()
    assert not last.sample_button.isEnabled()
    bench.qtbot.waitUntil(last.sample_button.isEnabled)
    assert "open by now" in last.sample_told.text()


@pytest.mark.parametrize(("place", "day"), [("en_US", Weekday.SUNDAY), ("de_DE", Weekday.MONDAY)])
def test_weeks_start_at_first_as_they_do_where_the_person_lives(bench: Any, place: str, day: Weekday) -> None:
    with speaking(place):
        assert bench.dialog.answers()(Settings()).tracking.week_start is day
