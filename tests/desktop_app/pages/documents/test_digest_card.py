"""The digest on Documents: asked for by its button, summed up in its own sentences, heeded at once."""

from __future__ import annotations

from dataclasses import replace

import pytest
from helpers.documents_room import DocumentsRoom
from helpers.fake_digest import item
from PySide6.QtWidgets import QPushButton

from engine.domain.recommended import Verdict

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def _press(room: DocumentsRoom, text: str, which: int = 0) -> None:
    buttons = [one for one in room.page.search.start.digest.findChildren(QPushButton) if one.text() == text]
    buttons[which].click()
    room.settle()


def test_nothing_is_asked_before_the_button_is_pressed(room: DocumentsRoom) -> None:
    assert room.page.search.start.digest.area.isHidden()
    assert room.engine.digest.asked == 0


def test_items_show_their_sentences_and_why(room: DocumentsRoom) -> None:
    room.engine.digest.items = [
        item(3, "Tides", "The gauge was moved.", near="<b>Harbour"),
        item(4, "Bread", minutes=30),
    ]
    _press(room, "Show")
    seen = room.seen()
    assert {"Tides", "The gauge was moved.", "Bread"} <= set(seen)
    assert any("<b>Harbour" in one and "which you read lately" in one for one in seen)
    assert any(one.startswith("30 minutes to read · longer than the time there is") for one in seen)
    assert "10 min until the next planned time." in seen


def test_less_like_this_is_said_and_the_list_made_anew(room: DocumentsRoom) -> None:
    room.engine.digest.items = [item(3, "Tides"), item(4, "Bread")]
    _press(room, "Show")
    room.engine.digest.items = [item(5, "Wine")]
    _press(room, "Less like this", 1)
    room.settle()
    assert room.engine.mind.said == [(4, Verdict.LESS)]
    assert "Wine" in room.seen()
    assert len(room.page.search.start.digest.rows) == 1


def test_nothing_worth_reading_is_said(room: DocumentsRoom) -> None:
    _press(room, "Show")
    assert "Nothing unread is close to what you read lately, or new." in room.seen()
    assert room.page.search.start.digest.area.isHidden()


def test_less_like_this_can_be_taken_back_and_what_is_left_out_is_counted(room: DocumentsRoom) -> None:
    digest = room.page.search.start.digest
    room.engine.digest.items = [item(3, "Tides"), item(4, "Bread")]
    _press(room, "Show")
    assert digest.undo_button.isHidden()
    room.engine.digest.items, room.engine.digest.held = [], 7
    _press(room, "Less like this")
    room.settle()
    assert "Nothing else is worth reading now." in room.seen()
    assert any("7 are left out because you wanted less" in one and "Tides" in one for one in room.seen())
    room.engine.digest.items, room.engine.digest.held = [item(8, "Tides")], 0
    _press(room, "Undo")
    room.settle()
    assert room.engine.mind.unsaid == [(3, Verdict.LESS)]
    assert "Tides" in room.seen()
    assert digest.undo_button.isHidden()


def test_what_is_said_of_a_sample_puts_it_away_and_says_why_it_is_not_kept(room: DocumentsRoom) -> None:
    room.engine.digest.items = [item(0, "Tides"), item(0, "Bread")]
    _press(room, "Show")
    _press(room, "Not now")
    seen = room.seen()
    assert "Tides" not in seen
    assert "Bread" in seen
    assert "These are sample data: what you say of them is not kept." in seen
    _press(room, "Less like this", -1)
    assert room.engine.mind.said == []
    assert room.page.search.start.digest.area.isHidden()


def test_an_entry_names_its_feed(room: DocumentsRoom) -> None:
    one = item(3, "Tides")
    entry = replace(one.chosen.document, feed="Coast news")
    room.engine.digest.items = [replace(one, chosen=replace(one.chosen, document=entry))]
    _press(room, "Show")
    assert any("in" in said and "Coast news" in said for said in room.seen())
