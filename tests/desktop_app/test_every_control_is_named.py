"""Every control of every page can be reached by Tab, in the order in which it is read, and says what it is."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from helpers.demo_window import DemoWindow, demo_window, fill_demo, standing_clock
from helpers.dialog_ways import WAYS, closes_by_escape, open_dialog, press
from helpers.drawn_letters import illegible
from helpers.tab_faults import faults_of, ringless
from helpers.tab_walk import Stop, tab_stops
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.dialogs.crash import CrashDialog
from desktop_app.dialogs.edit_item import EditItem
from desktop_app.dialogs.keys_change import DecryptDialog, RekeyDialog
from desktop_app.dialogs.keys_passphrase import PassphraseDialog
from desktop_app.dialogs.long_work import LongWork
from desktop_app.dialogs.make_cards import MakeCards
from desktop_app.dialogs.occasions import OccasionsDialog
from desktop_app.dialogs.recovery_code import RecoveryCodeDialog
from desktop_app.dialogs.restore_backup import RestoreBackup
from desktop_app.dialogs.series_question import SeriesQuestion
from desktop_app.dialogs.shortcut_sheet import ShortcutSheet
from desktop_app.dialogs.unlock import UnlockDialog
from desktop_app.dialogs.whats_new import WhatsNewDialog
from desktop_app.options import PAGES
from desktop_app.theme import DARK, apply_theme
from engine.domain.errors import KeyNeeded
from engine.domain.news import Release
from engine.paths import ProfilePaths

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

MEANT = {
    "EraseData: Tab goes back from Look what would go | button to What would go | entry | read only":
        "what is looked for shows in the text above the button, and is agreed to below it",
}  # fmt: skip
HALF = (640, 450)
AT_LEAST = 150  # controls; a page that shows nothing would have no faults


@pytest.fixture
def shown(qapp: QApplication, tmp_path: Path) -> Iterator[DemoWindow]:
    """The window over ten sample days."""
    paths = ProfilePaths(tmp_path / "profile").ensure()
    with standing_clock():
        fill_demo(paths)
        with demo_window(qapp, paths) as made:
            yield made


def test_every_page_by_tab(shown: DemoWindow, qapp: QApplication) -> None:
    walked: dict[str, list[Stop]] = {}
    faults: list[str] = []
    for name in PAGES:
        shown.show_page(name)
        assert shown.window.isActiveWindow(), name  # no part of it came up as a window of its own
        stops = walked[name] = tab_stops(shown.window)
        faults += [f"{name}: {fault}" for fault in (*faults_of(stops), *ringless(stops), *illegible(shown.window))]
    apply_theme(qapp, DARK)
    shown.window._theme.set_palette(DARK)
    for name in PAGES:
        shown.show_page(name)  # waits until it is read: what cannot be pressed meanwhile shows no ring
        faults += [f"{name}, dark: {fault}" for fault in (*ringless(walked[name]), *illegible(shown.window))]
    assert faults == []
    assert sum(map(len, walked.values())) >= AT_LEAST


def test_at_twice_the_scale_nothing_is_lost(shown: DemoWindow) -> None:
    shown.window.resize(*HALF)  # what is left of 1280 x 900 when everything is twice as large
    faults: list[str] = []
    for name in ("today", "plan", "timeline", "reports"):
        shown.show_page(name)
        faults += [f"{name}: {fault}" for fault in faults_of(tab_stops(shown.window))]
    assert faults == []


def _rests(dialog: LongWork) -> bool:
    return not dialog.works


def test_every_dialog_by_tab(shown: DemoWindow, qtbot: QtBot) -> None:
    faults: list[str] = []
    for page, text in WAYS:
        if shown.window.page_name != page:
            shown.show_page(page)
        button = press(shown.window.page, text)
        shown.studio.settle()
        dialog = open_dialog()
        name = type(dialog).__name__
        if isinstance(dialog, LongWork):  # it asks on a thread of its own, and until then nothing in it can be pressed
            qtbot.waitUntil(partial(_rests, dialog), timeout=20_000)
        stops = tab_stops(dialog)
        assert len(stops) > 1, name
        found = [*faults_of(stops), *ringless(stops)]
        if not dialog.windowTitle():
            found.append("has no title")
        if not closes_by_escape(dialog, shown.studio.settle):
            found.append("does not close by Escape")
        if shown.window.focusWidget() is not button:
            found.append("does not give the keys back to the button that opened it")
        faults += [f"{name}: {fault}" for fault in found]
    assert [fault for fault in faults if fault not in MEANT] == []


def test_the_first_start_by_tab(open_desk: Any) -> None:
    bench = open_desk(first_run_done=False)
    dialog: Any = open_dialog()
    faults: list[str] = []
    for step in range(dialog.stack.count()):
        stops = tab_stops(dialog)
        faults += [f"step {step}: {fault}" for fault in (*faults_of(stops), *ringless(stops))]
        dialog.next_button.click()
        bench.settle()
    assert faults == []


def test_other_dialogs_by_tab(open_desk: Any) -> None:
    bench = open_desk()
    window, background, engine = bench.desk.window, bench.desk.background, bench.engine
    needed = KeyNeeded("The keyring is locked.", slots=("keyring", "passphrase", "recovery"))
    faults: list[str] = []
    for dialog in (
        RecoveryCodeDialog(engine.keys, background, window, code="abcd-efgh"),
        UnlockDialog(engine.paths, needed, lambda paths, _typed: paths, background, window),
        DecryptDialog(engine.keys, window),
        RekeyDialog(engine.keys, window, passphrase=True),
        PassphraseDialog(engine.keys, background, window),
        RestoreBackup(engine.backups, engine.backups.list()[0], window),
        WhatsNewDialog((Release("1.0", ("A line.",) * 40),), window),
        SeriesQuestion("Remove", "Stand-up", window),
        CrashDialog("A report.", window),
        EditItem((), (), engine.learning, background, window),
        MakeCards((), (), engine.learning, background, window),
        OccasionsDialog("Four times", "", (), window),
        ShortcutSheet(bench.desk.keyboard.sections(), window),
    ):
        dialog.open()
        bench.settle()
        stops = tab_stops(dialog)
        faults += [f"{type(dialog).__name__}: {fault}" for fault in (*faults_of(stops), *ringless(stops))]
        dialog.done(0)
    assert faults == []
