"""What was found as an item model: rows are taken in without moving those that are there."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import Any

import pytest
from helpers.fake_documents import DAY_MS, NOW_MS, SHELF, document, hit
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.pages.documents.hit_words import HitWords
from desktop_app.pages.documents.result_list import ResultList
from desktop_app.widgets.format import Wording
from desktop_app.widgets.hit_delegate import ROW
from desktop_app.widgets.hit_row import HitRow
from engine.domain.documents import DocumentKind, Reasons, SearchHit


@pytest.fixture
def results(qapp: object) -> ResultList:
    words = HitWords(Wording("UTC"), lambda: NOW_MS)
    return ResultList(words.row)


def _hits(*numbers: int, near: float | None = None) -> list[SearchHit]:
    found = [hit(one, text, ["budget"], page=2) for one, text in SHELF]
    return [replace(found[number - 1], reasons=Reasons(("budget",), near)) for number in numbers]


def _row(results: ResultList, place: int) -> HitRow:
    row = results.data(results.index(place), ROW)
    assert isinstance(row, HitRow)
    return row


def test_it_is_a_model(qtmodeltester: Any, results: ResultList) -> None:
    results.show_hits(_hits(1, 2))
    qtmodeltester.check(results)
    results.take_in(_hits(2, 3))
    results.show_hits(_hits(3, 1))
    results.show_hits([])
    qtmodeltester.check(results)


def test_taking_in_moves_nothing_and_tells_more(qtbot: QtBot, results: ResultList) -> None:
    results.show_hits(_hits(1, 2))
    kept = results.index(1)
    with qtbot.waitSignals([results.dataChanged, results.rowsInserted]):
        added = results.take_in(_hits(3, 2, near=0.5))
    assert (added, results.keys) == (1, (1, 2, 3))
    assert kept.data(ROW).why == "has budget · meaning 50 %"
    assert _row(results, 0).why == "has budget"
    assert results.document(2) == SHELF[2][0]
    assert results.document(3) is results.document(-1) is None


def test_the_same_documents_again_are_no_reset(qtbot: QtBot, results: ResultList) -> None:
    results.show_hits(_hits(1, 2))
    with qtbot.assertNotEmitted(results.modelReset):
        results.show_hits(_hits(1, 2, near=0.9))
    assert _row(results, 1).why == "has budget · meaning 90 %"


def test_a_document_found_twice_is_listed_once(results: ResultList) -> None:
    results.show_hits(_hits(1, 2, 1))
    assert results.keys == (1, 2)


def test_a_row_says_all_of_it_to_a_screen_reader(results: ResultList) -> None:
    found = replace(_hits(1)[0], last_used_ms=NOW_MS - DAY_MS, heading="Costs")
    results.show_hits([found])
    spoken = results.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    for said in ("Annual budget 2027", "PDF", "page 2 · Costs", "travel is cut", "has budget", "used yesterday 12:00"):
        assert said in spoken


def test_foreign_text_is_plain_short_and_cannot_turn_the_writing(results: ResultList) -> None:
    evil = document(
        9, "/x/\udcff\udcfe\u202egpj.exe\n.pdf", DocumentKind.PDF, "<img src='file:///x'>\n" + "y" * 1_000_000
    )
    start = time.process_time()
    results.show_hits([replace(hit(evil, "z" * 1_000_000, ["z"]), heading="h" * 1_000_000)])
    row = _row(results, 0)
    assert time.process_time() - start < 0.5
    assert row.title.startswith("<img src='file:///x'> yyy")
    assert len(row.title) <= 300
    assert max(len(text) for text in (row.place, row.part, row.snippet, row.why)) <= 601
    assert not {"\u202e", "\n"} & set(row.title + row.place + row.part + row.snippet + row.spoken)
    row.spoken.encode("utf-8")  # what is no text was replaced
    assert str(results.index(0).data(Qt.ItemDataRole.ToolTipRole)).startswith(("/x/", "<qt>"))
