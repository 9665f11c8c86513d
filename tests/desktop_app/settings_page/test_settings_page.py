"""What is chosen on the settings page is saved; what cannot be saved is said and not shown as saved."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from desktop_app.focus.keeper import FocusKeeper
from desktop_app.pages.settings.data import folder_size
from engine.settings import AskAway, Weekday


@pytest.fixture
def bench(open_desk: Any) -> Any:
    made = open_desk()
    made.desk.window.show_page("settings")
    made.page = made.desk.window.page
    made.settle()
    return made


def _saved(bench: Any) -> Any:
    bench.settle()
    return bench.engine.preferences.load()


def test_titles_idle_time_and_private_windows(bench: Any) -> None:
    bench.page.tracking.titles.click()
    assert not _saved(bench).tracking.titles
    bench.page.tracking.idle.setValue(300)
    assert _saved(bench).tracking.idle_after_s == 300
    bench.page.privacy.private.click()
    saved = _saved(bench)
    assert saved.privacy.record_private_windows
    assert not saved.tracking.titles
    assert saved.tracking.idle_after_s == 300


def test_a_line_taken_out_of_a_list_is_put_back(bench: Any) -> None:
    apps = bench.page.privacy.apps
    for name in ("keepassxc", "signal"):
        apps.entry.setText(name)
        apps.add_button.click()
        bench.settle()
    apps.list.setCurrentRow(0)
    apps.list.setFocus()
    bench.qtbot.keyClick(apps.list, Qt.Key.Key_Delete)
    assert _saved(bench).privacy.excluded_apps == ("signal",)
    assert "keepassxc" in bench.page.toast.text
    bench.qtbot.keyClick(apps.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert _saved(bench).privacy.excluded_apps == ("keepassxc", "signal")


def test_the_day_a_week_starts_on(bench: Any) -> None:
    box = bench.page.tracking.week_start
    assert [box.itemText(place) for place in (0, 6)] == ["Monday", "Sunday"]
    assert Weekday(box.currentData()) is Weekday.MONDAY
    box.setCurrentIndex(6)
    box.activated.emit(6)
    assert _saved(bench).tracking.week_start is Weekday.SUNDAY


def _add(bench: Any, lines: Any, text: str) -> None:
    bench.qtbot.keyClicks(lines.entry, text)
    bench.qtbot.keyClick(lines.entry, Qt.Key.Key_Return)
    bench.settle()


def test_an_excluded_app_is_added_once_and_removed(bench: Any) -> None:
    apps = bench.page.privacy.apps
    _add(bench, apps, "KeePassXC")
    _add(bench, apps, "  keepassxc ")
    assert _saved(bench).privacy.excluded_apps == ("KeePassXC",)
    assert apps.lines() == ("KeePassXC",)
    apps.list.setCurrentRow(0)
    apps.remove_button.click()
    assert _saved(bench).privacy.excluded_apps == ()


def test_a_bad_pattern_is_refused_where_it_is_typed(bench: Any) -> None:
    titles, section = bench.page.privacy.titles, bench.page.privacy
    _add(bench, titles, "salary")
    _add(bench, titles, "bank[")
    assert section.error.isVisible()
    assert "open bracket" in section.error.text()
    assert titles.lines() == ("salary",)
    assert titles.entry.text() == "bank["  # left to be mended
    assert _saved(bench).privacy.excluded_titles == ("salary",)
    titles.entry.clear()
    _add(bench, titles, "bank")
    assert not section.error.isVisible()
    assert _saved(bench).privacy.excluded_titles == ("salary", "bank")


def test_when_to_ask_about_time_away_is_saved(bench: Any) -> None:
    box = bench.page.tracking.ask_away
    assert box.currentData() == AskAway.NOW
    box.setCurrentIndex(box.findData(AskAway.NEVER))
    box.activated.emit(box.currentIndex())
    bench.settle()
    assert bench.engine.preferences.load().tracking.ask_away is AskAway.NEVER


def test_start_at_log_in_shows_what_the_system_says(bench: Any) -> None:
    box = bench.page.log_in.box
    assert not box.isChecked()
    box.click()
    bench.settle()
    assert bench.engine.log_in.on
    assert box.isChecked()
    box.click()
    bench.settle()
    assert not bench.engine.log_in.on


def test_what_starts_at_log_in_and_is_not_this_one_can_be_mended(bench: Any) -> None:
    section = bench.page.log_in
    bench.engine.log_in.moved = True
    section._ask()
    bench.settle()
    assert section.box.isChecked()
    assert not section.mend_button.isHidden()
    section.mend_button.click()
    bench.settle()
    assert not bench.engine.log_in.moved
    assert section.mend_button.isHidden()


def test_a_language_model_for_answers_is_named_and_taken_back(bench: Any) -> None:
    field = bench.page.models.wording
    field.choose("/models/small.gguf")
    bench.settle()
    assert bench.engine.preferences.load().assistant.language_model == "/models/small.gguf"
    assert field.file.text() == "/models/small.gguf"
    field.none_button.click()
    bench.settle()
    assert bench.engine.preferences.load().assistant.language_model == ""


def test_the_data_folder_and_its_size_are_shown(bench: Any) -> None:
    bench.qtbot.waitUntil(lambda: bench.page.data.amount.text() not in {"", "…"})
    assert bench.page.data.folder.text() == str(bench.engine.paths.folder)
    assert folder_size(bench.engine.paths.folder) == bench.engine.paths.settings.stat().st_size


def test_a_section_asked_for_comes_into_sight(bench: Any) -> None:
    page = bench.page
    page.show_section("calendar")
    bench.qtbot.waitUntil(lambda: 0 <= page.calendar.mapTo(page, page.calendar.rect().topLeft()).y() < page.height())


def test_the_tab_key_goes_down_the_page(bench: Any) -> None:
    page = bench.page
    tracking = page.tracking
    order = [tracking.titles, tracking.idle, tracking.ask_away, tracking.week_start, tracking.checkup_button]
    order.append(page.privacy.apps.entry)
    order[0].setFocus()
    for wanted in order[1:]:
        bench.qtbot.keyClick(bench.desk.window.focusWidget(), Qt.Key.Key_Tab)
        focused = bench.desk.window.focusWidget()
        assert focused is wanted or (isinstance(focused, QLineEdit) and focused.parent() is wanted)


def test_nothing_can_be_changed_before_the_engine_is_open(qtbot: Any) -> None:
    from desktop_app.choices import Choices
    from desktop_app.pages.settings import SettingsPage
    from engine.settings import Settings

    page = SettingsPage(Choices(Settings()), FocusKeeper())
    qtbot.addWidget(page)
    assert not page.tracking.isEnabled()
