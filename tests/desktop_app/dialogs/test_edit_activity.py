"""The dialog that puts a stretch right: what it asks of the engine, and that it stays open when refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from helpers.dressed import dressed
from helpers.fake_away import TREE, FakeCorrections, span
from helpers.in_place import InPlace
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop_app.dialogs.edit_activity import EditActivity, Subject
from desktop_app.theme import LIGHT
from desktop_app.widgets.format import Wording
from engine.domain.activity import Observed
from engine.domain.corrections import Said
from engine.domain.errors import UsageError
from engine.domain.intervals import Interval
from engine.domain.presence import Presence
from engine.domain.stretches import NO_CATEGORY, LabelledStretch, LabelOverride

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
CODE = Observed(Presence.ACTIVE, "code", "<i>plan</i>")
MAIL = Observed(Presence.ACTIVE, "mail", "Inbox")
IDLE = Observed(Presence.IDLE)
HOUR = span(0, 60)


def lasting(start: int, end: int, what: Observed, override: LabelOverride | None = None) -> LabelledStretch:
    return LabelledStretch(span(start, end), what, "UTC", "recorder", override is not None, override)


@pytest.fixture
def corrections() -> FakeCorrections:
    return FakeCorrections()


Opened = Callable[..., EditActivity]


@pytest.fixture
def opened(qtbot: QtBot, corrections: FakeCorrections) -> Opened:
    def make(*stretches: LabelledStretch, whole: Interval = HOUR) -> EditActivity:
        dressed(LIGHT)
        background: Any = InPlace()
        engine: Any = corrections
        dialog = EditActivity(Subject(whole, stretches), engine, background, TREE, Wording())
        qtbot.addWidget(dialog)
        return dialog

    return make


def test_only_what_was_edited_is_said(opened: Opened, corrections: FakeCorrections, qtbot: QtBot) -> None:
    dialog = opened(lasting(0, 60, CODE))
    assert (dialog.title.text(), dialog.app.text()) == ("<i>plan</i>", "code")
    dialog.title.setText("report")
    with qtbot.waitSignals([dialog.stored, dialog.accepted]):
        dialog.save_button.click()
    assert corrections.asked == [("change", HOUR.start_ms, HOUR.end_ms, Said(title="report"))]


def test_labels_can_be_given_taken_and_left(opened: Opened, corrections: FakeCorrections) -> None:
    dialog = opened(lasting(0, 60, CODE, LabelOverride(2, "garden")))
    assert (dialog.category.currentData(), dialog.project.text()) == (2, "garden")
    dialog.category.choose(NO_CATEGORY)
    dialog.project.clear()
    dialog.tag.setText("urgent")
    assert dialog.said() == Said(labels=LabelOverride(NO_CATEGORY, "", "urgent"))


def test_labelling_many_leaves_their_names_alone(opened: Opened) -> None:
    dialog = opened(lasting(0, 30, CODE), lasting(30, 60, MAIL))
    assert dialog.title.text() == ""
    dialog.category.choose(2)
    assert dialog.said() == Said(labels=LabelOverride(2))


def test_many_become_one(opened: Opened, corrections: FakeCorrections) -> None:
    dialog = opened(lasting(0, 30, CODE), lasting(30, 60, MAIL))
    dialog.merge_button.click()
    assert corrections.asked == [("merge", HOUR.start_ms, HOUR.end_ms)]
    assert not opened(lasting(0, 60, CODE)).merge_button.isVisibleTo(dialog)


def test_time_nobody_was_there_is_added(opened: Opened, corrections: FakeCorrections) -> None:
    dialog = opened(lasting(0, 60, IDLE))
    assert dialog.add_box.isChecked()
    assert not dialog.add_box.isEnabled()
    dialog.title.setText("Call with Bo")
    dialog.save_button.click()
    assert corrections.asked == [("add", HOUR.start_ms, HOUR.end_ms, Said(title="Call with Bo"))]


def test_all_of_it_can_be_counted(opened: Opened, corrections: FakeCorrections) -> None:
    dialog = opened(lasting(0, 30, CODE), lasting(30, 60, IDLE))
    dialog.add_box.setChecked(True)
    dialog.save_button.click()
    assert corrections.asked == [("add", HOUR.start_ms, HOUR.end_ms, Said("code", "<i>plan</i>"))]


def test_the_times_typed_count(opened: Opened, corrections: FakeCorrections) -> None:
    dialog = opened(lasting(0, 60, CODE))
    dialog.start.setText("12:10")
    dialog.end.setText("12:30")
    dialog.delete_button.click()
    part = span(10, 30)
    assert corrections.asked == [("delete", part.start_ms, part.end_ms)]


def test_back_to_the_record_where_something_was_corrected(opened: Opened, corrections: FakeCorrections) -> None:
    assert not opened(lasting(0, 60, CODE)).revert_button.isEnabled()
    assert opened().revert_button.isEnabled()  # all of it was deleted
    opened(lasting(0, 60, CODE, LabelOverride(1))).revert_button.click()
    assert corrections.asked == [("revert", HOUR.start_ms, HOUR.end_ms)]


def test_a_refusal_is_said_in_the_dialog_and_nothing_is_lost(
    opened: Opened, corrections: FakeCorrections, qtbot: QtBot
) -> None:
    dialog = opened(lasting(0, 60, CODE))
    corrections.error = UsageError("<b>No</b>.")
    dialog.title.setText("report")
    with qtbot.assertNotEmitted(dialog.stored):
        dialog.save_button.click()
    assert "<b>No</b>." in dialog.error.text()
    assert dialog.title.text() == "report"
    corrections.error = None
    dialog.end.setText("later")
    dialog.save_button.click()
    assert "not a time" in dialog.error.text()
    assert corrections.asked == []


def test_a_time_that_comes_twice_is_written_with_its_offset(opened: Opened, qtbot: QtBot) -> None:
    start = 1_792_888_200_000  # 2026-10-25 00:30 UTC, the first 02:30 in Berlin
    background: Any = InPlace()
    dialog = EditActivity(
        Subject(Interval(start, start + 3_600_000), ()), FakeCorrections(), background, TREE, Wording("Europe/Berlin")  # type: ignore[arg-type]
    )  # fmt: skip
    qtbot.addWidget(dialog)
    assert dialog.start.text() == "2026-10-25 02:30:00+02:00"
    assert dialog.end.text() == "2026-10-25 02:30:00+01:00"


def test_everything_is_plain_text(opened: Opened) -> None:
    labels = opened(lasting(0, 60, CODE)).findChildren(QLabel)
    assert labels
    assert all("<" not in label.text() or label.textFormat() == label.textFormat().PlainText for label in labels)
