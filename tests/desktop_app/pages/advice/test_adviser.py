"""When advice is asked for anew, what is told to have been seen, and when a rating is asked for."""

from __future__ import annotations

from dataclasses import replace

import pytest
from helpers import fake_mind
from helpers.advice_room import AdviceRoom
from helpers.fake_engine import sample_summary
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop_app.pages.advice.adviser import FRESH_MS, OLD_MS, SKIPPED_MS
from engine.domain.activity import Observed
from engine.domain.errors import StorageBusy, UsageError
from engine.domain.presence import Presence

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_it_is_asked_once_when_the_page_is_seen(room: AdviceRoom) -> None:
    assert room.page.isVisible()
    assert room.mind.asked == 1
    room.adviser.look()
    room.settle()
    assert room.mind.asked == 1


def test_a_grown_history_is_heeded_after_minutes_and_none_after_a_quarter_of_an_hour(room: AdviceRoom) -> None:
    assert room.page.isVisible()
    room.clock.run(FRESH_MS)
    room.adviser.look()
    room.settle()
    assert room.mind.asked == 1
    room.adviser.database_changed()
    room.adviser.look()
    room.settle()
    assert room.mind.asked == 2
    room.clock.run(OLD_MS)
    room.adviser.look()
    room.settle()
    assert room.mind.asked == 3


def test_a_time_that_is_over_is_asked_about_anew_and_before_called_by_its_name(room: AdviceRoom) -> None:
    card = room.panel.block
    start = fake_mind.block().interval.start_ms
    room.clock.run(start - fake_mind.NOON_MS)
    room.page._tick()
    assert card.when.text() == "Now, until 18:00"
    room.adviser.look()
    room.settle()
    asked = room.mind.asked
    room.clock.run(90 * 60_000)
    room.adviser.look()
    room.settle()
    assert room.mind.asked > asked


def test_after_a_failure_the_next_look_asks_again(room: AdviceRoom) -> None:
    room.mind.error = StorageBusy("Another program holds the database.")
    assert room.page.isVisible()
    room.mind.error = None
    room.adviser.look()
    room.settle()
    assert room.panel.block.when.isVisible()


def test_a_verdict_on_what_is_gone_is_said_and_new_advice_asked_for(
    room: AdviceRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_offer: int, _verdict: object) -> None:
        raise UsageError("There is no recommendation 1 any more. Ask for new ones.")

    assert room.page.isVisible()
    monkeypatch.setattr(room.mind, "say", refuse)
    said: list[str] = []
    room.adviser.failed.connect(lambda error: said.append(error.message))
    room.choose(0, "Wrong")
    room.settle()
    assert said == ["There is no recommendation 1 any more. Ask for new ones."]
    assert room.mind.asked == 2
    assert len(room.titles()) == 5


def test_something_else_in_front_for_a_while_is_another_moment(
    room: AdviceRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert room.page.isVisible()
    room.adviser._rested.setInterval(5)
    summary = sample_summary()
    room.adviser.notice(summary)
    room.adviser.notice(summary)
    assert not room.adviser._rested.isActive()
    room.adviser.notice(replace(summary, current=Observed(Presence.ACTIVE, "writer", "Plan")))
    room.qtbot.waitUntil(lambda: room.mind.asked == 2)
    room.settle()


def test_a_hidden_page_asks_nothing(room: AdviceRoom) -> None:
    room.page.hide()
    room.clock.run(OLD_MS)
    room.adviser.look()
    room.adviser.look_now()
    room.settle()
    assert room.mind.asked == 1
    assert not room.adviser._tick.isActive()
    room.page.show()
    room.settle()
    assert room.mind.asked == 2


def test_until_the_first_answer_the_cards_hold_their_place(room: AdviceRoom) -> None:
    room.mind.gate.clear()
    panel = room.open().advice
    room.qtbot.waitUntil(lambda: room.mind.asked == 1)
    assert panel.isVisible()
    assert (panel.block.sentence.text(), panel.picks.sentence.text()) == (
        "Looking for the best time…", "Looking for documents…",
    )  # fmt: skip
    room.mind.gate.set()
    room.settle()
    assert panel.block.when.isVisible()


def test_what_was_visible_is_told_once(room: AdviceRoom) -> None:
    room.panel._sight.setInterval(5)
    room.panel._sight.start()
    room.qtbot.waitUntil(lambda: not room.panel._sight.isActive())
    room.settle()
    assert sorted(room.mind.seen) == [1, 2, 3, 4, 5, fake_mind.BLOCK_OFFER]
    room.adviser.look_now()
    room.settle()
    assert not room.panel._sight.isActive()


def test_what_lies_below_the_edge_of_the_page_was_not_seen(room: AdviceRoom) -> None:
    room.size = (1068, 420)
    assert room.panel.isVisible()
    room.panel._tell_seen()
    room.settle()
    assert 5 not in room.mind.seen
    assert room.panel._sight.isActive()
    room.page.resize(1068, 1400)
    QApplication.processEvents()
    room.panel._tell_seen()
    room.settle()
    assert 5 in room.mind.seen


def test_the_same_documents_offered_again_are_the_same_offer(room: AdviceRoom) -> None:
    room.panel._tell_seen()
    room.settle()
    seen = list(room.mind.seen)
    again = tuple(replace(one, offer=replace(one.offer, id=one.offer.id + 200)) for one in room.mind.wanted.documents)
    held = fake_mind.block(offer=300)
    room.mind.wanted = replace(room.mind.wanted, documents=again, block=held)
    room.adviser.look_now()
    room.settle()
    room.panel._tell_seen()
    room.settle()
    assert room.mind.seen == seen
    assert [one.offer.id for one in room.panel.picks.picks] == [1, 2, 3, 4, 5]


def test_of_another_policy_it_is_another_offer(room: AdviceRoom) -> None:
    assert room.page.isVisible()
    other = tuple(
        replace(one, offer=replace(one.offer, id=one.offer.id + 200, policy="baseline"))
        for one in room.mind.wanted.documents
    )
    room.mind.wanted = replace(room.mind.wanted, documents=other)
    room.adviser.look_now()
    room.settle()
    assert [one.offer.id for one in room.panel.picks.picks] == [201, 202, 203, 204, 205]


def test_a_rating_is_one_tap_and_takes_no_keys(room: AdviceRoom) -> None:
    room.mind.due = True
    room.page.setFocus()
    focus = QApplication.focusWidget()
    room.qtbot.waitUntil(room.panel.rating_card.isVisible)
    assert QApplication.focusWidget() is focus
    room.qtbot.mouseClick(room.panel.rating.taps[3], Qt.MouseButton.LeftButton)
    assert not room.panel.rating_card.isVisible()
    room.settle()
    assert room.mind.rated == [4]
    assert "Thank you" in room.panel.toast.text


def test_a_rating_skipped_is_not_asked_for_again_soon(room: AdviceRoom) -> None:
    room.mind.due = True
    assert room.panel.rating_card.isVisible()
    room.panel.rating.skip_button.click()
    assert not room.panel.rating_card.isVisible()
    room.adviser.look()
    room.settle()
    assert not room.panel.rating_card.isVisible()
    room.clock.run(SKIPPED_MS)
    room.adviser.look()
    room.settle()
    assert room.panel.rating_card.isVisible()
    assert room.mind.rated == []


def test_a_mere_picture_tells_nothing(room: AdviceRoom) -> None:
    room.mind.due = True
    room.open(tells=False)
    room.settle()
    assert room.panel.block.when.isVisible()
    room.panel._tell_seen()
    room.settle()
    assert room.mind.seen == []
    assert not room.panel.rating_card.isVisible()


def test_closing_ends_a_question_that_waits(room: AdviceRoom) -> None:
    assert room.page.isVisible()
    room.mind.gate.clear()
    room.adviser.look_now()
    room.qtbot.waitUntil(lambda: room.mind.asked == 2)
    room.page.hide()
    room.adviser.close()
    assert room.mind.closed
