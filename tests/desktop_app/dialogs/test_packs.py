"""Packs in the window: what is shown is what is written, what is left out stays out, and there is a way back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from helpers.dressed import dressed, speaking
from helpers.in_place import InPlace
from helpers.packs_room import fill
from helpers.tab_faults import faults_of, ringless
from helpers.tab_walk import tab_stops
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.choices import Choices
from desktop_app.dialogs.packs_export import MakePack
from desktop_app.dialogs.packs_import import TakePack
from desktop_app.dialogs.packs_items import PackItems, PackRow
from desktop_app.dialogs.packs_taken import PacksTaken
from desktop_app.dialogs.packs_words import item_name
from desktop_app.packs import TAKE, TAKEN, Packs
from desktop_app.theme import LIGHT
from engine.api import Engine
from engine.bootstrap import build_engine
from engine.domain.categories import Category
from engine.domain.packs import PackKind
from engine.paths import ProfilePaths

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


class Room:
    """A profile with something of every kind, one that takes, and a window over the latter."""

    def __init__(self, folder: Path) -> None:
        self.giver, self.taker = (build_engine(ProfilePaths(folder / name).ensure()) for name in ("giver", "taker"))
        settings = self.giver.preferences.load()
        self.giver.preferences.change(replace(settings, sharing=replace(settings.sharing, on=True)))
        fill(self.giver)
        self.window = QWidget()
        self.given, self.choices = self.attached(self.giver), self.attached(self.taker)
        self.packs = Packs(self.choices, self.window)

    @staticmethod
    def attached(engine: Engine) -> Choices:
        choices, background = Choices(engine.preferences.load()), InPlace()
        choices.attach(engine, background)  # type: ignore[arg-type]
        return choices

    def file(self, folder: Path) -> Path:
        made = self.giver.packs.make(PackKind.RULES, name="Ours", note="For new colleagues.")
        return self.giver.packs.save(made, folder / "ours")

    def make(self, qtbot: QtBot, choices: Choices, kind: PackKind = PackKind.RULES) -> MakePack:
        engine: Any = choices.engine
        dialog = MakePack(engine.packs, InPlace(), choices, kind)  # type: ignore[arg-type]
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    def taking(self) -> TakePack:
        self.packs.open(TAKE)
        assert isinstance(self.packs.dialog, TakePack)
        return self.packs.dialog


@pytest.fixture
def room(tmp_path: Path, qtbot: QtBot) -> Iterator[Room]:
    with speaking("en_GB"):
        dressed(LIGHT)
        made = Room(tmp_path)
        qtbot.addWidget(made.window)
        made.window.show()
        yield made
        made.giver.close()
        made.taker.close()


def tick(dialog: Any, name: str, state: Qt.CheckState = Qt.CheckState.Unchecked) -> None:
    (item,) = dialog.items.findItems(name, Qt.MatchFlag.MatchExactly)
    item.setCheckState(0, state)


def test_what_is_shown_is_written_and_nothing_else(room: Room, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = room.make(qtbot, room.given)
    assert "/home/ada/thesis" in dialog.behind.text()
    assert "invoice" in dialog.text.toPlainText()
    tick(dialog, "Work: (?i)invoice")
    assert not dialog.act_button.isEnabled()  # until what is shown is what would be written
    qtbot.waitUntil(dialog.act_button.isEnabled)
    shown = dialog.text.toPlainText()
    assert "invoice" not in shown
    with qtbot.waitSignal(dialog.saved) as saved:
        dialog.save(tmp_path / "mine")
    assert saved.args == [tmp_path / "mine.kairos-pack"]
    assert (tmp_path / "mine.kairos-pack").read_text(encoding="utf-8") == shown


def test_another_kind_and_levels_are_read_anew(room: Room, qtbot: QtBot) -> None:
    dialog = room.make(qtbot, room.given)
    assert not dialog.levels.isVisible()
    dialog.kind.setCurrentIndex(dialog.kind.findData(PackKind.LEARNING))
    assert 'name = "Statistics"' in dialog.text.toPlainText()
    assert "level" not in dialog.text.toPlainText()
    dialog.levels.click()
    assert "level = 6.5" in dialog.text.toPlainText()


def test_while_sharing_is_off_nothing_is_read_until_it_is_turned_on(room: Room, qtbot: QtBot) -> None:
    room.taker.rules.add_category("Mine")
    dialog = room.make(qtbot, room.choices)
    assert dialog.off.isVisible()
    assert dialog.items.topLevelItemCount() == 0
    assert not dialog.act_button.isEnabled()
    dialog.off.button.click()
    assert not dialog.off.isVisible()
    assert dialog.items.topLevelItemCount() == 1


def test_a_pack_is_looked_at_taken_in_and_taken_back(room: Room, qtbot: QtBot, tmp_path: Path) -> None:
    (work,) = room.taker.rules.add_category("Work", weight=-1).categories
    dialog = room.taking()
    assert not dialog.act_button.isEnabled()
    dialog.look(room.file(tmp_path))
    assert "For new colleagues." in dialog.about.text()
    assert "- weight = -1\n+ weight = 2" in dialog.text.toPlainText()
    tick(dialog, "Atlas: atlas")
    with qtbot.waitSignal(room.packs.changed):
        dialog.act_button.click()
    assert room.packs.toast.text == "Taken in: \u2068Ours\u2069"
    assert len(room.taker.rules.all()) == 2
    assert room.packs.can_undo
    room.packs.undo()
    assert room.taker.rules.tree().in_order() == (Category(work, "Work", None, None, -1),)
    assert room.taker.rules.all() == []
    assert not room.packs.can_undo


def test_what_cannot_be_read_is_said_and_nothing_can_be_taken(room: Room, tmp_path: Path) -> None:
    file = room.file(tmp_path)
    dialog = room.taking()
    dialog.look(file)
    assert dialog.act_button.isEnabled()
    file.write_text(file.read_text(encoding="utf-8").replace("Code", "Coda"), encoding="utf-8")
    dialog.look(file)
    assert "changed after it was sealed" in dialog.error.text()
    assert not dialog.act_button.isEnabled()
    assert not dialog.both.isVisible()


def test_the_list_takes_back_and_says_what_stays(room: Room, tmp_path: Path, qtbot: QtBot) -> None:
    packs, rules = room.taker.packs, room.taker.rules
    packs.take(packs.preview(packs.read(room.file(tmp_path))))
    rules.remove_rule(rules.all()[0].id or 0)
    work = rules.tree().find(("Work",))
    assert work is not None
    rules.change_category(replace(work, weight=0))
    room.packs.open(TAKEN)
    dialog = room.packs.dialog
    assert isinstance(dialog, PacksTaken)
    dialog.table.selectRow(0)
    with qtbot.waitSignal(room.packs.changed):
        dialog.undo_button.click()
    assert "Work: You changed it since" in dialog.error.text()
    assert dialog.table.item_model.index(0, 4).data() == "Taken back"
    assert [one.name for one in rules.tree().in_order()] == ["Work"]


def test_paths_of_categories_are_written_as_everywhere_in_the_window() -> None:
    assert item_name(PackKind.RULES, "Work > Code: a > b") == "Work › Code: a > b"
    assert item_name(PackKind.READING, "From 1 > 0: a proof") == "From 1 > 0: a proof"


def test_names_begin_at_one_place_with_a_box_and_without(room: Room, qtbot: QtBot) -> None:
    items = PackItems("Items", room.window)
    items.resize(400, 240)
    items.show_rows(("Item",), [PackRow(("Last",), True), PackRow(("Name",), True), PackRow(("Name",))])
    items.show()
    rows = [items.visualRect(items.model().index(row, 0)) for row in (1, 2)]
    shown = items.viewport().grab().toImage()
    boxed, bare = (shown.copy(rect.adjusted(34, 0, 0, 0)) for rect in rows)  # right of the box
    assert boxed == bare
    assert len({boxed.pixel(x, boxed.height() // 2) for x in range(boxed.width())}) > 1  # there is something to see


def test_every_dialog_by_tab(room: Room, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = room.taking()
    dialog.look(room.file(tmp_path))
    room.packs.dialog = None
    room.packs.open(TAKEN)
    for one in (dialog, room.packs.dialog, room.make(qtbot, room.given)):
        assert one is not None
        stops = tab_stops(one)
        assert len(stops) > 1
        assert [*faults_of(stops), *ringless(stops)] == []
        assert one.windowTitle()
