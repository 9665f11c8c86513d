"""A result says for how long its document was in front this week; that is read seldom."""

from __future__ import annotations

import pytest
from helpers.documents_room import DocumentsRoom
from helpers.fake_documents import NOW_MS, SHELF
from helpers.manual_clock import ManualClock
from PySide6.QtCore import QObject

from desktop_app.pages.documents.hit_words import HitWords
from desktop_app.pages.documents.week_use import FRESH_MS, WeekUse
from desktop_app.widgets.format import Wording
from engine.domain.documents import DocumentUse

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

MINUTE_MS = 60_000


def _used(number: int, length_ms: int) -> DocumentUse:
    return DocumentUse(SHELF[number - 1][0], length_ms, NOW_MS - length_ms, NOW_MS, 1.0)


def test_results_tell_how_long_their_document_was_used_this_week(room: DocumentsRoom) -> None:
    room.engine.document_use.in_use = [_used(1, 42 * MINUTE_MS), _used(2, 59_999)]
    room.page.search.search("budget")
    room.settle()
    used = {row.key: row.used for row in room.page.search.view.results._rows}
    assert used[1] == "42 min this week"
    assert not used[2]
    assert not used[4]


def test_both_how_long_and_when_last(room: DocumentsRoom) -> None:
    words = HitWords(Wording("UTC"), lambda: NOW_MS)
    assert words.used(NOW_MS - MINUTE_MS, 42 * MINUTE_MS) == "42 min this week · used today 11:59"
    assert words.used(NOW_MS - MINUTE_MS) == "used today 11:59"
    assert not words.used(None)


def test_it_is_read_again_only_after_a_while(room: DocumentsRoom) -> None:
    asked, clock, owner = room.engine.document_use, ManualClock(wall_ms=NOW_MS), QObject()
    week = WeekUse(lambda: clock.now().wall_ms, owner)
    for expected, step in (
        (1, lambda: clock.run(FRESH_MS - 1)),
        (1, lambda: clock.run(1)),
        (2, lambda: clock.set_back(2 * FRESH_MS)),
        (3, lambda: None),
    ):
        week.look(room.engine, room.background)  # type: ignore[arg-type]
        room.qtbot.waitUntil(lambda: room.background.waiting == 0)
        assert asked.asked == expected
        step()
