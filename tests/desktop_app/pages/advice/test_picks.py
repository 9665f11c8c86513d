"""Documents for this moment: shown, opened, said away, explained; by pointer and by keys."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from helpers import fake_mind
from helpers.advice_room import AdviceRoom
from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel

from desktop_app.pages.advice.picks_card import MOST
from engine.domain.recommended import Abstention, Verdict

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
FIRST = ["Annual budget 2027", "Plan for the new office", "年度预算报告", "b>.md", "Minutes of the office move"]


def opened_files(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the list of what the system is asked to open from now on."""
    opened: list[str] = []

    def take(url: QUrl) -> bool:
        opened.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", take)
    return opened


def test_five_documents_with_reason_and_folder(room: AdviceRoom) -> None:
    assert room.page.isVisible()
    assert room.titles() == FIRST
    reasons = [row.reason.text() for row in room.panel.picks.rows]
    assert reasons[0].startswith("Reads like “\u2068Q4 plan.docx\u2069”, which is in front")
    assert reasons[0].endswith(" · plans")
    assert room.panel.picks.rows[0].toolTip() == "/home/ann/work/plans/annual budget 2027.pdf"
    assert "<b>" not in room.panel.picks.rows[3].toolTip()
    assert reasons[2].startswith("Opened 7 times in the last 28 days")
    assert reasons[3].startswith("In front 26 hours ago")


def test_foreign_text_is_plain(room: AdviceRoom) -> None:
    labels = room.panel.findChildren(QLabel)
    assert any("<b>ideas<" in label.text() for label in labels)
    assert [label for label in labels if label.textFormat() != Qt.TextFormat.PlainText and label.text()] == []


@pytest.mark.parametrize(
    ("text", "verdict"),
    [("Not now", Verdict.NOT_NOW), ("Wrong", Verdict.WRONG), ("Less like this", Verdict.LESS)],
)
def test_what_is_said_away_goes_at_once_and_the_next_takes_its_place(
    room: AdviceRoom, text: str, verdict: Verdict
) -> None:
    assert room.page.isVisible()
    room.choose(1, text)
    after = [FIRST[0], *FIRST[2:], "Why is it so hard to do my work?"]
    assert room.titles() == after  # before the engine has answered
    room.settle()
    assert room.mind.said == [(2, verdict)]
    assert room.titles() == after
    assert room.panel.toast.text.endswith("Plan for the new office\u2069")


def test_undo_brings_it_back(room: AdviceRoom) -> None:
    assert room.page.isVisible()
    room.choose(1, "Wrong")
    room.settle()
    room.qtbot.keyClick(room.page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    room.settle()
    assert room.titles() == FIRST
    assert room.mind.said == []
    assert not room.panel.toast.isVisible()
    room.qtbot.keyClick(room.page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)  # there is no second one
    room.settle()
    assert room.titles() == FIRST


def test_undo_brings_back_what_was_there_though_other_advice_came(room: AdviceRoom) -> None:
    assert room.page.isVisible()
    room.choose(1, "Wrong")
    room.settle()
    room.mind.wanted = replace(fake_mind.advice(), documents=tuple(fake_mind.pick(n) for n in (7, 6, 5, 4, 3)))
    room.mind.gate.clear()
    asked = room.mind.asked
    room.adviser.look_now()
    room.qtbot.waitUntil(lambda: room.mind.asked == asked + 1)
    room.panel.toast.button.click()
    assert room.titles() == FIRST
    room.mind.gate.set()  # what was on its way is of before
    room.settle()
    assert room.titles() == FIRST
    assert room.mind.said == []
    room.adviser.look_now()
    room.settle()
    assert room.titles()[0] == "Flow at work"


def test_what_was_said_while_an_answer_was_on_its_way_is_heeded(room: AdviceRoom) -> None:
    assert room.page.isVisible()
    room.mind.gate.clear()
    room.adviser.look_now()
    room.qtbot.waitUntil(lambda: room.mind.asked == 2)
    room.choose(0, "Not now")
    room.mind.gate.set()
    room.settle()
    assert FIRST[0] not in room.titles()
    assert len(room.titles()) == MOST


def test_a_click_opens_it_with_care_and_tells_it(
    room: AdviceRoom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper, script = tmp_path / "paper.md", tmp_path / "script.md"
    for one in (paper, script):
        one.write_text("words", encoding="utf-8")
    script.chmod(0o755)
    opened = opened_files(monkeypatch)
    documents = (replace(fake_mind.pick(1), path=str(paper)), replace(fake_mind.pick(2), path=str(script)))
    room.mind.wanted = replace(fake_mind.advice(), documents=documents)
    first, second = room.panel.picks.rows[:2]
    room.qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    room.settle()
    assert opened == [str(paper)]
    second.setFocus()
    room.qtbot.keyClick(second, Qt.Key.Key_Return)
    room.settle()
    assert opened == [str(paper), str(tmp_path)]  # neither indexed nor plainly text: shown in its folder
    assert room.mind.said == [(1, Verdict.OPENED), (2, Verdict.OPENED)]


def test_an_indexed_document_is_opened_by_what_it_is(
    room: AdviceRoom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = tmp_path / "paper.pdf"
    paper.write_bytes(b"%PDF")
    paper.chmod(0o755)  # as file systems of other makers mark every file
    found, text = room.engine.documents.shelf[0]
    room.engine.documents.shelf[0] = (replace(found, identity=replace(found.identity, path=str(paper))), text)
    opened = opened_files(monkeypatch)
    room.mind.wanted = replace(fake_mind.advice(), documents=(replace(fake_mind.pick(1), path=str(paper)),))
    room.panel.picks.rows[0].click()
    room.settle()
    assert opened == [str(paper)]


def test_a_document_that_is_gone_is_said_to_be(room: AdviceRoom) -> None:
    room.panel.picks.rows[0].click()
    room.settle()
    assert "is no longer there" in room.panel.toast.text


def test_arrow_keys_walk_and_the_menu_opens_by_key(room: AdviceRoom) -> None:
    rows = room.panel.picks.rows
    rows[0].setFocus()
    room.qtbot.keyClick(rows[0], Qt.Key.Key_Down)
    assert rows[1].hasFocus()
    room.qtbot.keyClick(rows[1], Qt.Key.Key_Up)
    assert rows[0].hasFocus()
    room.qtbot.keyClick(rows[0].more, Qt.Key.Key_Space)
    assert rows[0].menu_shown.isVisible()
    assert [one.text() for one in rows[0].menu_shown.actions()] == [
        "Open",
        "Not now",
        "Wrong",
        "Less like this",
        "Why?",
    ]
    rows[0].menu_shown.hide()
    assert all(row.more.accessibleName() and row.accessibleName() for row in rows)


def test_no_row_moves_while_a_menu_is_open_and_it_speaks_of_the_row_it_was_opened_on(room: AdviceRoom) -> None:
    row = room.panel.picks.rows[1]
    row.more.click()
    [wrong] = [one for one in row.menu_shown.actions() if one.text() == "Wrong"]
    room.mind.wanted = replace(fake_mind.advice(), documents=tuple(fake_mind.pick(n) for n in (7, 6, 5, 4, 3)))
    room.adviser.look_now()
    room.settle()
    assert room.titles() == FIRST
    row.menu_shown.hide()
    wrong.trigger()
    room.settle()
    assert room.mind.said == [(2, Verdict.WRONG)]
    room.qtbot.waitUntil(lambda: room.titles()[0] == "Flow at work")


def test_under_the_pointer_only_free_places_are_filled(room: AdviceRoom, monkeypatch: pytest.MonkeyPatch) -> None:
    picks = room.panel.picks
    monkeypatch.setattr(picks, "underMouse", lambda: True)
    room.mind.wanted = replace(fake_mind.advice(), documents=tuple(fake_mind.pick(n) for n in (7, 5, 4, 3, 2)))
    room.adviser.look_now()
    room.settle()
    assert room.titles() == FIRST
    room.choose(0, "Not now")
    room.settle()
    assert room.titles()[-1] == "Flow at work"
    assert set(room.titles()[:-1]) == set(FIRST[1:])
    monkeypatch.undo()
    picks.leaveEvent(QEvent(QEvent.Type.Leave))
    assert room.titles()[0] == "Flow at work"


def test_why_of_a_document_names_its_file(room: AdviceRoom) -> None:
    assert room.page.isVisible()
    room.choose(0, "Why?")
    dialog = room.panel.dialog
    assert dialog is not None
    assert dialog.place.text() == "/home/ann/work/plans/annual budget 2027.pdf"
    assert dialog.rows[0].name == "What any document gets"
    dialog.reject()


def test_without_documents_the_way_to_name_a_folder(room: AdviceRoom) -> None:
    room.mind.wanted = replace(fake_mind.advice(documents=0), no_documents=Abstention.NO_DOCUMENTS)
    picks = room.panel.picks
    assert "No documents are indexed yet" in picks.sentence.text()
    with room.qtbot.waitSignal(room.panel.folders_wanted, timeout=1_000):
        picks.folders_button.click()


def test_nothing_that_fits_is_said_so(room: AdviceRoom) -> None:
    room.mind.wanted = fake_mind.advice(documents=0)
    assert room.panel.picks.sentence.text() == "Nothing fits this moment."
    assert not room.panel.picks.folders_button.isVisible()
