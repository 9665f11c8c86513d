"""Settings > Privacy: what is stored, a live test, pausing, erasing, backups and keys, asked beside the window."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, cast

import pytest
from helpers.fake_engine import FakeEngine
from helpers.fake_trust import CODE, MADE_MS
from PySide6.QtCore import QLocale
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.background import Background
from desktop_app.choices import Choices
from desktop_app.dialogs.diagnostics import DiagnosticsDialog
from desktop_app.dialogs.erase_data import EraseData
from desktop_app.dialogs.keys_change import DecryptDialog, KeyDialog, NewCodeDialog, RekeyDialog, RemoveSlotDialog
from desktop_app.dialogs.keys_encrypt import EncryptDialog
from desktop_app.dialogs.keys_passphrase import PassphraseDialog
from desktop_app.dialogs.recovery_code import RecoveryCodeDialog
from desktop_app.dialogs.restore_backup import RestoreBackup
from desktop_app.dialogs.retention import RetentionDialog
from desktop_app.dialogs.salvaged import SalvagedBox
from desktop_app.focus.keeper import FocusKeeper
from desktop_app.language import Speech
from desktop_app.pages.settings import SettingsPage
from engine.domain.backups import CheckReport, Kind, Salvaged, Share
from engine.domain.errors import StorageBusy, StorageFull
from engine.domain.health import RecorderHealth, RecorderState
from engine.domain.key_slots import Encryption, KeySlot, SlotKind
from engine.domain.stored import Lately
from engine.settings import Language, Settings

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
SLOTS = (
    KeySlot(SlotKind.KEYRING, MADE_MS, "Secret Service"),
    KeySlot(SlotKind.PASSPHRASE, MADE_MS),
    KeySlot(SlotKind.RECOVERY, MADE_MS, kept=False),
)


@dataclass
class Bench:
    """The settings page on an engine in memory, without the window around it."""

    page: SettingsPage
    engine: FakeEngine
    background: Background
    qtbot: QtBot
    reopened: list[bool]

    def settle(self) -> None:
        """Wait until every question has been answered."""
        self.qtbot.waitUntil(lambda: self.background.waiting == 0)


@pytest.fixture
def bench(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Any]:
    speech = Speech(qapp)
    speech.speak(Language.ENGLISH)
    engine, background = FakeEngine(tmp_path / "profile"), Background()
    choices = Choices(Settings(first_run_done=True))
    engine.preferences.change(choices.settings)
    page = SettingsPage(choices, FocusKeeper())
    reopened: list[bool] = []
    choices.reopen.connect(lambda: reopened.append(True))
    choices.attach(cast("Any", engine), background)
    page.resize(900, 700)
    page.show()
    made = Bench(page, engine, background, qtbot, reopened)
    made.settle()
    yield made
    background.close()
    page.deleteLater()
    speech.fall_silent()
    qtbot.wait(1)
    QLocale.setDefault(QLocale("C"))


def dialog(bench: Any, kind: type[QWidget]) -> Any:
    """Return the open dialog of this kind."""
    found = bench.page.findChildren(kind)
    assert len(found) == 1
    return found[0]


def finished(bench: Any, open_dialog: Any) -> None:
    """Wait until a dialog with a thread of its own has its answer."""
    bench.qtbot.waitUntil(lambda: not open_dialog.works)


def keep_code(bench: Any) -> None:
    """Say that the code that is shown is kept."""
    shown = dialog(bench, RecoveryCodeDialog)
    assert shown.code.text() == CODE
    shown.kept_button.click()
    bench.qtbot.waitUntil(lambda: bench.engine.keys.asked[-1] == ("code_kept",))


def locked(bench: Any) -> None:
    bench.engine.keys.found = Encryption(on=True, slots=SLOTS, keyring="Secret Service")
    bench.page.keys.look()
    bench.settle()


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


# ---------------------------------------------------------------- backups


def test_backups_are_listed_made_and_checked(bench: Any) -> None:
    section = bench.page.backups
    assert section.table.item_model.rowCount() == 3
    assert "3 verified backups" in section.state.text()
    assert not section.restore_button.isEnabled()
    section.make_button.click()
    assert not section.make_button.isEnabled()
    bench.settle()
    assert section.table.item_model.rowCount() == 4
    assert section.table.item_model.index(0, 1).data() == "by you"
    section.check_button.click()
    bench.settle()
    assert section.whole.text().endswith(": whole.")
    lost = (Share(Kind.ACTIVITY, 12, MADE_MS, MADE_MS, 1),)
    saved = Salvaged(MADE_MS, Path("/aside"), 9_000, 80, MADE_MS, lost)
    bench.engine.backups.checked = CheckReport(MADE_MS, whole=False, problems=("x",), salvaged=saved)
    section.look()
    bench.settle()
    assert section.whole.text().startswith("⚠ ")
    section.saved_button.click()
    told = dialog(bench, SalvagedBox)
    assert "Lost: 12 stretches of recorded time" in told.informativeText()
    told.accept()
    bench.engine.backups.error = StorageFull("No room.")
    section.make_button.click()
    bench.settle()
    assert "No room." in section.error.text()
    assert section.make_button.isEnabled()


def test_without_a_backup_that_is_said(bench: Any) -> None:
    bench.engine.backups.kept.clear()
    bench.page.backups.look()
    bench.settle()
    assert "There is no backup yet" in bench.page.backups.state.text()
    assert not bench.page.backups.table.isVisibleTo(bench.page.backups)


def test_going_back_is_compared_confirmed_and_opens_the_window_anew(bench: Any) -> None:
    section = bench.page.backups
    section.table.selectRow(1)
    section.restore_button.click()
    shown = dialog(bench, RestoreBackup)
    finished(bench, shown)
    assert "812 stretches of recorded time" in shown.told.toPlainText()
    assert "2 planned blocks" in shown.told.toPlainText()
    assert not shown.act_button.isEnabled()
    shown.sure.setChecked(True)
    bench.engine.backups.error = StorageBusy("Something holds it.")
    shown.act_button.click()
    finished(bench, shown)
    assert "Something holds it." in shown.error.text()
    assert not bench.reopened
    bench.engine.backups.error = None
    shown.act_button.click()
    bench.qtbot.waitUntil(lambda: bool(bench.reopened))
    assert bench.engine.backups.restored == [bench.engine.backups.kept[1]]


# ---------------------------------------------------------------- keys


def test_an_open_profile_says_so_and_is_encrypted(bench: Any) -> None:
    section = bench.page.keys
    assert "Not encrypted" in section.state.text()
    visible = {button.text() for button in section.findChildren(QPushButton) if button.isVisibleTo(section)}
    assert visible == {"Encrypt…"}
    section.encrypt_button.click()
    shown = dialog(bench, EncryptDialog)
    assert shown.by_passphrase.nextInFocusChain().isAncestorOf(shown.fields.first)
    assert shown.keyring.isChecked()
    shown.by_passphrase.setChecked(True)
    assert not shown.sure.isEnabled()
    shown.fields.first.setText("correct horse")
    assert shown.trouble.text() == "The two differ."
    shown.fields.second.setText("correct horse")
    shown.sure.setChecked(True)
    shown.act_button.click()
    finished(bench, shown)
    assert bench.engine.keys.asked == [("turn_on", True, "correct horse")]
    assert not bench.reopened, "not before the code was shown"
    assert shown.fields.text == ""
    keep_code(bench)
    bench.qtbot.waitUntil(lambda: bool(bench.reopened))


def test_without_a_keyring_a_passphrase_is_needed(bench: Any) -> None:
    bench.engine.keys.found = Encryption(on=False)
    bench.page.keys.look()
    bench.settle()
    assert "no usable keyring" in bench.page.keys.advice.text()
    bench.page.keys.encrypt_button.click()
    shown = dialog(bench, EncryptDialog)
    assert not shown.keyring.isEnabled()
    assert shown.by_passphrase.isChecked()
    shown.fields.first.setText("short")
    assert "at least 8" in shown.trouble.text()
    shown.by_passphrase.setChecked(False)
    assert "Choose the keyring" in shown.trouble.text()
    shown.close()


def test_slots_are_listed_removed_and_added(bench: Any) -> None:
    locked(bench)
    section = bench.page.keys
    assert "recovery code is kept" in section.advice.text()
    section.kept_button.click()
    bench.settle()
    assert not section.advice.isVisibleTo(section)
    section.slots.findChildren(QPushButton)[0].click()
    shown = dialog(bench, RemoveSlotDialog)
    shown.sure.setChecked(True)
    shown.act_button.click()
    bench.qtbot.waitUntil(lambda: not bench.engine.keys.found.has(SlotKind.KEYRING))
    bench.qtbot.waitUntil(lambda: section.keyring_button.isVisibleTo(section))
    section.keyring_button.click()
    bench.settle()
    assert bench.engine.keys.found.has(SlotKind.KEYRING)
    section.passphrase_button.click()
    typed = dialog(bench, PassphraseDialog)
    assert not typed.save_button.isEnabled()
    typed.fields.first.setText("correct horse")
    typed.fields.second.setText("correct horse")
    typed.save_button.click()
    bench.settle()
    assert ("add_passphrase", "correct horse") in bench.engine.keys.asked
    assert not bench.reopened


def test_a_new_code_is_shown_until_it_is_kept(bench: Any) -> None:
    locked(bench)
    bench.page.keys.code_button.click()
    shown = dialog(bench, NewCodeDialog)
    shown.sure.setChecked(True)
    shown.act_button.click()
    finished(bench, shown)
    keep_code(bench)
    bench.qtbot.waitUntil(lambda: bench.engine.keys.asked == [("new_recovery_code",), ("code_kept",)])
    bench.qtbot.waitUntil(lambda: not bench.page.findChildren(NewCodeDialog))
    assert not bench.reopened


@pytest.mark.parametrize(
    ("button", "kind", "asked"),
    [("rekey_button", RekeyDialog, ("rekey", "horse")), ("decrypt_button", DecryptDialog, ("turn_off",))],
)
def test_conversions_open_the_window_anew(
    bench: Any, button: str, kind: type[KeyDialog], asked: tuple[object, ...]
) -> None:
    locked(bench)
    getattr(bench.page.keys, button).click()
    shown = dialog(bench, kind)
    if isinstance(shown, RekeyDialog):
        shown.passphrase.setText("horse")
    bench.engine.keys.error = StorageBusy("Something holds it.")
    shown.sure.setChecked(True)
    shown.act_button.click()
    finished(bench, shown)
    assert "Something holds it." in shown.error.text()
    bench.engine.keys.error = None
    shown.act_button.click()
    bench.qtbot.waitUntil(lambda: bench.engine.keys.asked[:1] == [asked])
    if kind is RekeyDialog:
        finished(bench, shown)
        keep_code(bench)
    bench.qtbot.waitUntil(lambda: bool(bench.reopened))


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
