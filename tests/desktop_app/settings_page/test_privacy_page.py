"""Settings > Privacy: what is stored, a live test, pausing, erasing, how long, asked beside the window."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from helpers.fake_trust import MADE_MS
from helpers.privacy_bench import dialog, finished
from PySide6.QtGui import QGuiApplication

from desktop_app.dialogs.diagnostics import DiagnosticsDialog
from desktop_app.dialogs.erase_data import EraseData
from desktop_app.dialogs.retention import RetentionDialog
from engine.domain.errors import StorageBusy
from engine.domain.health import RecorderHealth, RecorderState
from engine.domain.stored import Lately

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def bench(page_bench: Any) -> Any:
    return page_bench


# ---------------------------------------------------------------- what is stored


def test_what_is_stored_is_told_without_what_there_is_none_of(bench: Any) -> None:
    stored = bench.page.stored
    model = stored.rows.item_model
    told = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert told[0] == "Titles, sites, names of files"
    assert "Questions and answers" not in told
    assert stored.files.item_model.rowCount() == 3
    assert stored.files.item_model.index(2, 3).data() == "2 by others, too"
    assert "encrypted" in stored.summary.text()
    assert stored.network.text() == "Network connections opened by Kairos: 0 since 23/08/2026."


def test_refused_connections_and_missing_encryption_are_told(bench: Any) -> None:
    bench.engine.privacy.attempted()
    bench.engine.privacy.encrypted = False
    bench.page.stored.look()
    bench.settle()
    assert bench.page.stored.network.text().startswith("⚠ ")
    assert "2 attempts were refused." in bench.page.stored.network.text()
    assert "not encrypted" in bench.page.stored.summary.text()


def test_diagnostics_are_shown_before_they_are_copied(bench: Any) -> None:
    QGuiApplication.clipboard().setText("before")
    bench.page.stored.diagnostics_button.click()
    shown = dialog(bench, DiagnosticsDialog)
    assert not shown.copy_button.isEnabled()
    bench.settle()
    assert shown.text.toPlainText() == "Kairos 0.1.0\nAll well."
    assert QGuiApplication.clipboard().text() == "before"
    shown.copy_button.click()
    assert QGuiApplication.clipboard().text() == "Kairos 0.1.0\nAll well."
    shown.close()


# ---------------------------------------------------------------- live test, pause


def test_the_live_test_tells_a_length_and_no_name(bench: Any) -> None:
    live, privacy = bench.page.privacy.live, bench.engine.privacy
    assert live.named.isHidden()
    live.button.click()
    bench.settle()
    assert live.runs
    privacy.found = Lately(MADE_MS, MADE_MS + 60_000, named=3, titles=2)
    live.look()
    bench.settle()
    assert "3 stretches stored" in live.named.text()
    assert "2 of them with a title" in live.named.text()
    assert live.withheld.text() == "Of private and excluded windows: nothing yet."
    privacy.found = replace(privacy.found, withheld=1, withheld_ms=12_000)
    live.look()
    bench.settle()
    assert live.withheld.text() == "Of private and excluded windows: 0 titles, 0 names; 1 stretch, 12 s long."
    privacy.found = replace(privacy.found, leaked=1)
    live.look()
    bench.settle()
    assert live.withheld.text().startswith("⚠ 1 private or excluded stretch has a name")
    assert set(privacy.since) == {MADE_MS}
    bench.page.hide()
    assert not live.runs


def test_the_live_test_says_where_nothing_is_recorded_or_can_be_asked(bench: Any) -> None:
    live = bench.page.privacy.live
    live.button.click()
    bench.settle()
    bench.engine.recording.state = RecorderHealth(RecorderState.STOPPED)
    live.look()
    bench.settle()
    assert "does not record" in live.named.text()
    bench.engine.privacy.error = StorageBusy("Another process holds it.")
    live.look()
    bench.settle()
    assert live.named.text() == "⚠ Another process holds it."
    assert not live.runs


def test_pausing_and_going_on(bench: Any) -> None:
    row = bench.page.privacy.pause
    assert row.quarter.isEnabled()
    assert not row.resume.isVisibleTo(row)
    row.quarter.click()
    bench.settle()
    assert bench.engine.recording.asked[-1][0] == "pause"
    assert "Paused until" in row.state.text()
    row.resume.click()
    bench.settle()
    assert bench.engine.recording.state.state is RecorderState.RECORDING


# ---------------------------------------------------------------- erasing


def test_nothing_is_erased_before_it_was_looked_at_and_agreed_to(bench: Any) -> None:
    bench.page.stored.erase_button.click()
    shown = dialog(bench, EraseData)
    form = shown.form
    assert not shown.act_button.isEnabled()
    form.by.setCurrentIndex(form.by.findData("title_with"))
    form.text.setText("salary")
    shown.look()
    assert not shown.close_button.isEnabled()
    finished(bench, shown)
    assert "1,204 stretches of recorded time" in shown.told.toPlainText()
    assert "14 backups that hold it go, too" in shown.told.toPlainText()
    assert "your rules (2)" in shown.told.toPlainText()
    assert not shown.act_button.isEnabled()
    shown.sure.setChecked(True)
    shown.act_button.click()
    finished(bench, shown)
    erasing = bench.engine.erasing
    assert [choice.title_with for choice in erasing.erased] == ["salary"]
    assert erasing.proved == [("salary",)]
    assert "Looked for in 2 files and tables" in shown.told.toPlainText()
    assert not shown.act_button.isEnabled()
    assert not shown.sure.isChecked()
    shown.close()


def test_another_choice_has_to_be_looked_at_again(bench: Any) -> None:
    bench.page.stored.erase_button.click()
    shown = dialog(bench, EraseData)
    shown.form.by.setCurrentIndex(shown.form.by.findData("everything"))
    shown.look()
    finished(bench, shown)
    shown.sure.setChecked(True)
    assert shown.act_button.isEnabled()
    shown.form.by.setCurrentIndex(shown.form.by.findData("app"))
    assert not shown.act_button.isEnabled()
    assert not shown.sure.isChecked()
    shown.look()
    assert "An empty name" in shown.error.text()
    shown.form.text.setText("firefox")
    shown.form.only.setChecked(True)
    shown.form.end.setDateTime(shown.form.start.dateTime())
    shown.look()
    assert "ends before it begins" in shown.error.text()
    bench.engine.erasing.matches = False
    shown.form.only.setChecked(False)
    shown.look()
    finished(bench, shown)
    assert shown.told.toPlainText() == "Nothing is stored that matches this."
    assert not shown.sure.isEnabled()
    shown.close()


def test_what_still_stands_after_an_erase_is_told(bench: Any) -> None:
    bench.engine.erasing.hits, bench.engine.erasing.troubles = 2, ("A file is held.",)
    bench.page.stored.erase_button.click()
    shown = dialog(bench, EraseData)
    shown.form.by.setCurrentIndex(shown.form.by.findData("site"))
    shown.form.text.setText("example.org")
    shown.look()
    finished(bench, shown)
    shown.sure.setChecked(True)
    shown.act_button.click()
    finished(bench, shown)
    for part in ("It still stands 2 times in:", "kairos.sqlite3", "A file is held."):
        assert part in shown.told.toPlainText()
    shown.close()


# ---------------------------------------------------------------- how long


def test_nothing_is_dropped_before_it_was_seen_and_agreed_to(bench: Any) -> None:
    section = bench.page.retention
    assert section.titles.value() == 90
    assert "Nothing is dropped yet" in section.state.text()
    section.look_button.click()
    shown = dialog(bench, RetentionDialog)
    finished(bench, shown)
    assert "30,112 stretches lose their title" in shown.told.toPlainText()
    one = replace(bench.engine.retention.preview(), titles=1)
    assert "1 title goes with them" in shown.lines(one)
    assert "Backups made before keep it until" in shown.told.toPlainText()
    assert bench.engine.retention.applied == 0
    shown.sure.setChecked(True)
    shown.act_button.click()
    bench.qtbot.waitUntil(lambda: bench.engine.retention.applied == 1)
    finished(bench, shown)
    assert shown.told.toPlainText().startswith("Dropped:")
    assert not shown.act_button.isEnabled()
    shown.close()
    bench.settle()
    assert bench.engine.preferences.load().retention.agreed
    assert bench.page.stored.rows.item_model.index(0, 3).data() == "90 days"
    section.hours.setValue(0)
    bench.settle()
    assert bench.engine.preferences.load().retention.agreed, "keeping longer drops nothing that was not agreed to"
    section.titles.setValue(30)
    bench.settle()
    kept = bench.engine.preferences.load().retention
    assert (kept.title_days, kept.hour_days, kept.agreed) == (30, 0, False)
    assert "Nothing is dropped yet" in section.state.text()
    assert bench.page.stored.rows.item_model.index(0, 3).data() == "until you agree to a limit"


def test_what_is_not_old_enough_is_said(bench: Any) -> None:
    bench.engine.retention.empty = True
    bench.page.retention.look_button.click()
    shown = dialog(bench, RetentionDialog)
    finished(bench, shown)
    assert shown.told.toPlainText().endswith("Nothing is that old yet.")
    shown.close()


def test_the_tab_key_goes_through_the_privacy_sections_in_order(bench: Any) -> None:
    page = bench.page
    order = [page.privacy.live.button, page.privacy.pause.quarter, page.privacy.pause.hour, page.stored.rows]
    order += [page.stored.files, page.stored.erase_button, page.stored.diagnostics_button, page.backups.table]
    order += [page.backups.make_button, page.backups.check_button, page.keys.encrypt_button]
    walked, widget = [], order[0]
    for _ in range(600):
        if widget in order:
            walked.append(widget)
        widget = widget.nextInFocusChain()
    assert [one for one in walked if one in order][: len(order)] == order
