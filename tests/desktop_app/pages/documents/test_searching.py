"""Words are found while typing, meaning comes after them, old answers are dropped and no row jumps."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from helpers.documents_room import DocumentsRoom
from helpers.fake_documents import DAY_MS, SHELF, hit
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop_app.pages.documents.filter_bar import FilterBar
from desktop_app.pages.documents.searcher import MOST, Stage
from engine.documents.search.query import understand
from engine.domain.calendar import Calendar
from engine.domain.days import DayRule
from engine.domain.documents import Folder, Reasons, SearchHit
from engine.domain.errors import EncoderError, StorageBusy

# The offscreen platform says so of dialogs and of raising a window.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def _whole(*numbers: int) -> list[SearchHit]:
    """Return these documents as found by words and meaning, in this order."""
    found = {one.id: hit(one, text, ["budget"]) for one, text in SHELF}
    return [replace(found[number], reasons=Reasons(("budget",), 0.5)) for number in numbers]


def test_words_are_found_while_typing(room: DocumentsRoom) -> None:
    room.documents.worker.lacks = EncoderError("There is no language model.")
    room.type("budget")
    room.settle()
    assert room.titles() == ["Annual budget 2027", "Plan for the new office", "budget.py"]
    assert room.documents.asked[-1] == "budget"
    assert len(room.documents.asked) < len("budget")  # not every letter is a question


def test_an_answer_to_an_older_question_is_dropped(room: DocumentsRoom) -> None:
    page = room.page
    room.documents.gate.clear()
    page.search.search("floor")
    room.qtbot.waitUntil(lambda: room.documents.asked == ["floor"])
    page.search.search("travel")
    shown: list[object] = []
    page.search.searcher.found.connect(shown.append)
    room.documents.gate.set()
    room.settle()
    assert room.documents.asked == ["floor", "travel"]
    assert len(shown) == 1
    assert room.titles() == ["Annual budget 2027"]


def test_meaning_takes_its_order_where_nobody_touches_the_list(room: DocumentsRoom) -> None:
    room.documents.worker.whole = _whole(3, 1, 2, 4)
    room.page.search.search("budget")
    room.qtbot.waitUntil(lambda: room.page.search.searcher.stage is Stage.WHOLE)
    assert room.keys() == (3, 1, 2, 4)
    assert "4 document(s) by words and meaning" in room.seen()
    assert room.documents.worker.asked == ["budget"]


def test_no_row_moves_under_a_choice(room: DocumentsRoom) -> None:
    worker, panel = room.documents.worker, room.page.search
    worker.whole = _whole(3, 4, 2, 1)
    worker.gate.clear()
    panel.search("budget")
    room.qtbot.waitUntil(lambda: worker.asked == ["budget"])
    assert room.keys() == (1, 2, 4)
    room.qtbot.keyClick(panel.field, Qt.Key.Key_Down)
    room.qtbot.keyClick(panel.view, Qt.Key.Key_Down)
    assert panel.view.chosen == SHELF[1][0]
    worker.gate.set()
    room.qtbot.waitUntil(lambda: panel.searcher.stage is Stage.WHOLE)
    assert room.keys() == (1, 2, 4, 3)  # what meaning found besides follows below
    assert panel.view.chosen == SHELF[1][0]
    assert panel.foot.reorder.isVisible()
    panel.foot.reorder.click()
    assert room.keys() == (3, 4, 2, 1)
    assert panel.view.chosen == SHELF[1][0]
    assert not panel.foot.reorder.isVisible()


def test_meaning_for_an_older_question_is_dropped(room: DocumentsRoom) -> None:
    worker, panel = room.documents.worker, room.page.search
    worker.whole = _whole(3)
    worker.gate.clear()
    panel.search("budget")
    room.qtbot.waitUntil(lambda: worker.asked == ["budget"])
    panel.search("travel")
    room.qtbot.waitUntil(lambda: panel.searcher.stage is Stage.MEANING)
    shown: list[object] = []
    panel.searcher.blended.connect(shown.append)
    worker.whole = _whole(1)
    worker.gate.set()
    room.qtbot.waitUntil(lambda: panel.searcher.stage is Stage.WHOLE)
    assert worker.asked == ["budget", "travel"]
    assert [[one.document.id for one in hits] for hits in shown] == [[1]]  # type: ignore[attr-defined]


def test_without_a_language_model_words_alone_answer_and_say_so(room: DocumentsRoom) -> None:
    room.documents.worker.lacks = EncoderError("There is no language model.")
    wanted: list[None] = []
    room.page.settings_requested.connect(lambda: wanted.append(None))
    for words in ("budget", "plan"):
        room.page.search.search(words)
        room.qtbot.waitUntil(lambda: room.page.search.searcher.stage is Stage.WORDS_ONLY)
    assert room.documents.worker.asked == ["budget"]  # it is not asked again and again
    assert "3 document(s) by words" in room.seen()
    room.page.search.foot.lack.click()
    assert wanted == [None]


def test_a_worker_that_fails_once_is_asked_again(room: DocumentsRoom) -> None:
    room.documents.worker.lacks = StorageBusy("Another program holds the database.")
    room.page.search.search("budget")
    room.qtbot.waitUntil(lambda: room.page.search.searcher.stage is Stage.WORDS_ONLY)
    room.documents.worker.lacks, room.documents.worker.whole = None, _whole(1)
    room.page.search.search("budgets")
    room.page.search.search("budget")
    room.qtbot.waitUntil(lambda: room.page.search.searcher.stage is Stage.WHOLE)
    assert not room.page.search.foot.lack.isVisible()


def test_what_only_meaning_finds_is_shown_and_nothing_is_said_too_early(room: DocumentsRoom) -> None:
    worker, panel = room.documents.worker, room.page.search
    worker.whole = _whole(3)
    worker.gate.clear()
    panel.search("finances")
    room.qtbot.waitUntil(lambda: worker.asked == ["finances"])
    assert not panel.none.isVisible()
    worker.gate.set()
    room.qtbot.waitUntil(lambda: room.titles() == ["年度预算报告"])
    assert panel.view.isVisible()


def test_nothing_found_offers_to_clear_the_filters(room: DocumentsRoom) -> None:
    room.documents.worker.whole = []
    panel = room.page.search
    panel.search("budget")
    panel.filters.kind.menu().actions()[-1].trigger()
    room.qtbot.waitUntil(lambda: "Nothing found for “budget”" in room.seen())
    assert room.documents.asked[-1] == "type:feed budget", "the word last, which may be unfinished"
    panel.none.button.click()
    room.qtbot.waitUntil(lambda: len(room.titles()) == 3)
    assert room.documents.asked[-1] == "budget"


def test_a_question_that_cannot_be_understood_is_said_and_the_results_stay(room: DocumentsRoom) -> None:
    room.documents.worker.whole = _whole(1, 2, 4)
    panel = room.page.search
    panel.search("budget")
    room.qtbot.waitUntil(lambda: panel.searcher.stage is Stage.WHOLE)
    room.qtbot.keyClicks(panel.field, ' "plan')
    room.qtbot.waitUntil(lambda: any(text.startswith("A quotation mark is open.") for text in room.seen()))
    assert len(room.titles()) == 3
    room.qtbot.keyClicks(panel.field, '"')
    room.qtbot.waitUntil(lambda: not panel.refusal.isVisible())


def test_keys_lead_from_the_words_to_the_results_and_back(room: DocumentsRoom) -> None:
    room.documents.worker.whole = _whole(1, 2, 4)
    page, panel, told = room.page, room.page.search, []
    view = panel.view
    for name in ("open_wanted", "reveal_wanted", "copy_wanted"):
        getattr(view, name).disconnect()
        getattr(view, name).connect(lambda one, name=name: told.append((name, one.id)))
    page.bar.setFocus()
    room.qtbot.keyClick(page, Qt.Key.Key_Slash)
    assert QApplication.focusWidget() is panel.field
    panel.search("budget")
    room.qtbot.waitUntil(lambda: panel.searcher.stage is Stage.WHOLE)
    room.qtbot.keyClick(panel.field, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is view
    room.qtbot.keyClick(view, Qt.Key.Key_Return)
    room.qtbot.keyClick(view, Qt.Key.Key_Down)
    room.qtbot.keyClick(view, Qt.Key.Key_Enter, Qt.KeyboardModifier.ControlModifier)
    room.qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert told == [("open_wanted", 1), ("reveal_wanted", 2), ("copy_wanted", 2)]
    panel.foot.open_button.click()
    assert told[-1] == ("open_wanted", 2)
    room.qtbot.keyClick(view, Qt.Key.Key_Home)
    room.qtbot.keyClick(view, Qt.Key.Key_Up)
    assert QApplication.focusWidget() is panel.field
    room.qtbot.keyClick(panel.field, Qt.Key.Key_Escape)
    assert panel.field.text() == ""
    assert panel.start.isVisible()


def test_a_slash_within_words_is_typed(room: DocumentsRoom) -> None:
    room.page.search.field.setFocus()
    room.type("in:a/b")
    assert room.page.search.field.text() == "in:a/b"
    room.settle()


def test_a_flood_of_words_is_one_question_of_bearable_length(room: DocumentsRoom) -> None:
    room.documents.worker.whole = []
    room.page.search.search("word " * 100_000)
    room.settle()
    assert max(len(one) for one in room.documents.asked) <= 500
    assert MOST >= 20


def test_examples_are_taken_over(room: DocumentsRoom) -> None:
    room.page.search.start.taken.emit("type:pdf")
    room.settle()
    assert (room.page.search.field.text(), room.documents.asked) == ("type:pdf", ["type:pdf"])
    assert room.titles() == ["Annual budget 2027"]


@pytest.mark.parametrize("path", ["/home/ann/work", "/home/ann/my papers", "/home/ann/我的“资料”"])
def test_a_folder_is_asked_for_as_it_is_called(qtbot: Any, path: str) -> None:
    bar = FilterBar()
    qtbot.addWidget(bar)
    bar.show_folders([Folder(1, path), Folder(2, "/elsewhere")])
    bar.folder.choose(next(one.data() for one in bar.folder.menu().actions() if one.data() and path in one.data()))
    calendar = Calendar(0, DayRule("UTC"))
    assert understand(f"{bar.query} plan", calendar).filters.folders == (path,)


def test_the_last_days_are_counted_when_asked(qtbot: Any) -> None:
    bar = FilterBar()
    qtbot.addWidget(bar)
    start_ms = 1_795_219_200_000  # 2026-11-21 in UTC
    for action, days in zip(bar.after.menu().actions()[-3:], (7, 30, 365), strict=True):
        action.trigger()
        for later in (0, 1):  # the one chosen today holds tomorrow
            today_ms = start_ms + later * DAY_MS
            found = understand(f"{bar.query} plan", Calendar(today_ms + DAY_MS // 2, DayRule("UTC")))
            assert found.filters.after_ms == today_ms - (days - 1) * DAY_MS
