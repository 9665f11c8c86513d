"""Settings: backups and what opens the data; the window opens anew after what replaces it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from helpers.fake_trust import CODE, MADE_MS
from helpers.privacy_bench import dialog, finished
from PySide6.QtWidgets import QPushButton

from desktop_app.dialogs.keys_change import DecryptDialog, KeyDialog, NewCodeDialog, RekeyDialog, RemoveSlotDialog
from desktop_app.dialogs.keys_encrypt import EncryptDialog
from desktop_app.dialogs.keys_passphrase import PassphraseDialog
from desktop_app.dialogs.recovery_code import RecoveryCodeDialog
from desktop_app.dialogs.restore_backup import RestoreBackup
from desktop_app.dialogs.salvaged import SalvagedBox
from engine.domain.backups import CheckReport, Kind, Salvaged, Share
from engine.domain.errors import KeyWrong, StorageBusy, StorageFull
from engine.domain.key_slots import Encryption, KeySlot, SlotKind

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
SLOTS = (
    KeySlot(SlotKind.KEYRING, MADE_MS, "Secret Service"),
    KeySlot(SlotKind.PASSPHRASE, MADE_MS),
    KeySlot(SlotKind.RECOVERY, MADE_MS, kept=False),
)


@pytest.fixture
def bench(page_bench: Any) -> Any:
    return page_bench


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


def test_after_an_erase_the_list_is_read_anew(bench: Any) -> None:
    del bench.engine.backups.kept[1:]
    bench.page.stored.erased.emit()
    bench.settle()
    assert bench.page.backups.table.item_model.rowCount() == 1


def test_going_back_is_compared_confirmed_and_opens_the_window_anew(bench: Any) -> None:
    section = bench.page.backups
    section.table.selectRow(1)
    section.restore_button.click()
    shown = dialog(bench, RestoreBackup)
    finished(bench, shown)
    assert "812 stretches of recorded time" in shown.told.toPlainText()
    assert "2 planned blocks" in shown.told.toPlainText()
    assert "1,363 names of activities (app, title, site or document)" in shown.told.toPlainText()
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


def test_what_a_recovery_code_is_for_goes_by_what_else_opens_it(bench: Any) -> None:
    code = KeySlot(SlotKind.RECOVERY, MADE_MS, kept=False)
    keyring, passphrase = (KeySlot(kind, MADE_MS) for kind in (SlotKind.KEYRING, SlotKind.PASSPHRASE))
    for others, said in (
        ((keyring,), "a lost keyring is lost data"),
        ((passphrase,), "a forgotten passphrase is lost data"),
        ((keyring, passphrase), "only the passphrase is left"),
    ):
        bench.engine.keys.found = Encryption(on=True, slots=(*others, code))
        bench.page.keys.look()
        bench.settle()
        assert said in bench.page.keys.advice.text()


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


def test_a_wrong_passphrase_is_said_once(bench: Any) -> None:
    locked(bench)
    bench.page.keys.rekey_button.click()
    shown = dialog(bench, RekeyDialog)
    shown.passphrase.setText("horse")
    bench.engine.keys.error = KeyWrong("That does not open this profile.")
    shown.sure.setChecked(True)
    shown.act_button.click()
    finished(bench, shown)
    assert shown.error.text() == "⚠ This is not your passphrase. Nothing was changed."
    shown.close()


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
