"""The next focus block on Today: what it says, and what can be said of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from helpers import fake_mind
from helpers.advice_room import AdviceRoom

from desktop_app.pages.advice.words import length_of
from engine.domain.blocks import About, Block, BlockKind, BlockSource, Origin
from engine.domain.errors import StorageBusy
from engine.domain.intervals import Interval
from engine.domain.recommended import Abstention, FocusBlock, Notice, Verdict

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_the_block_is_told_in_words_with_its_likelihood_and_reason(room: AdviceRoom) -> None:
    card = room.panel.block
    assert card.when.text() == "Today, 16:30 – 18:00"
    assert card.likelihood.text() == "Focus likely (70–85 %) · about 62 of 90 minutes"
    reasons = ("At these hours 71 % of your quarter hours were focused", "Nothing is planned for 2 h 30 min")
    assert card.reason.text() == " · ".join(reasons)
    assert {"Add to plan", "Not today", "Why?"} <= set(room.seen())
    assert card.accessibleDescription() == f"{card.when.text()}. {card.likelihood.text()}"


def test_where_there_is_none_a_sentence_says_why(room: AdviceRoom) -> None:
    card = room.panel.block
    for why in Abstention:
        room.mind.wanted = replace(fake_mind.advice(), block=None, no_block=why)
        room.adviser.look_now()
        room.settle()
        assert card.sentence.isVisible()
        assert card.sentence.text() == room.panel.words.abstention(why)
        assert not card.plan_button.isVisible()
        assert not card.why_button.isVisible()


def test_each_notice_is_a_sentence_below_the_cards(room: AdviceRoom) -> None:
    assert not room.panel.notices.isVisible()
    for notice in Notice:
        room.mind.wanted = fake_mind.advice(notices=(notice,))
        room.adviser.look_now()
        room.settle()
        assert room.panel.notices.isVisible()
        assert room.panel.notices.text() == room.panel.words.notice(notice)


def test_that_rules_stand_in_is_said_once(room: AdviceRoom) -> None:
    room.mind.wanted = fake_mind.advice(notices=(Notice.WORKER_SILENT, Notice.BASELINE))
    assert room.panel.notices.text() == room.panel.words.notice(Notice.WORKER_SILENT)


def test_without_any_history_the_cards_stay_away(room: AdviceRoom) -> None:
    room.mind.wanted = fake_mind.silence(Abstention.NO_HISTORY)
    assert not room.panel.isVisible()


def test_taking_a_block_plans_it_and_says_so(room: AdviceRoom) -> None:
    card = room.panel.block
    card.plan_button.click()
    room.settle()
    [planned] = room.plan.blocks
    assert planned.interval == fake_mind.block().interval
    assert planned.origin == Origin(BlockSource.RECOMMENDED, offer_id=fake_mind.BLOCK_OFFER)
    assert card.note.text() == "In your plan: Today, 16:30 – 18:00"
    assert card.remove_button.isVisible()
    assert not card.plan_button.isVisible()
    assert room.mind.said == [(fake_mind.BLOCK_OFFER, Verdict.ACCEPTED)]


def test_what_is_planned_is_known_after_a_restart_and_can_be_taken_out(room: AdviceRoom) -> None:
    block = fake_mind.block()
    origin = Origin(BlockSource.RECOMMENDED, offer_id=fake_mind.BLOCK_OFFER)
    room.plan.add(Block(About(), block.interval, "UTC", origin=origin))
    room.mind.said.append((fake_mind.BLOCK_OFFER, Verdict.ACCEPTED))
    card = room.panel.block
    assert card.note.text() == "In your plan: Today, 16:30 – 18:00"
    assert not card.plan_button.isVisible()
    card.remove_button.click()
    room.settle()
    assert room.plan.blocks == []
    assert room.mind.said == []
    assert not card.note.isVisible()
    assert card.plan_button.isVisible()


def test_a_time_that_the_plan_refuses_is_not_said_to_be_planned(room: AdviceRoom) -> None:
    card = room.panel.block
    room.plan.trouble = "“Board” is protected."
    card.plan_button.click()
    room.settle()
    assert "protected" in room.panel.toast.text
    assert room.mind.said == []
    assert card.plan_button.isVisible()
    assert not card.note.isVisible()


def test_start_wants_a_session_as_long_as_the_time(room: AdviceRoom) -> None:
    wanted: list[FocusBlock] = []
    room.panel.session_wanted.connect(wanted.append)
    room.panel.block.start_button.click()
    assert [length_of(one).work for one in wanted] == [90]


def test_a_block_taken_is_told_beside_another_one_until_it_is_over(room: AdviceRoom) -> None:
    card = room.panel.block
    card.plan_button.click()
    room.settle()
    room.mind.wanted = replace(room.mind.wanted, block=fake_mind.block(fake_mind.NOON_MS + 8 * fake_mind.HOUR_MS))
    room.adviser.look_now()
    room.settle()
    assert "Today, 16:30 – 18:00" in card.note.text()
    assert card.plan_button.isVisible()
    room.clock.run(7 * fake_mind.HOUR_MS)
    room.adviser.look_now()
    room.settle()
    assert not card.note.isVisible()


def test_not_today_brings_another_time_at_once_and_undo_brings_it_back(room: AdviceRoom) -> None:
    card = room.panel.block
    card.refuse_button.click()
    assert card.sentence.text() == "Looking for another time…"
    room.settle()
    assert room.mind.said == [(fake_mind.BLOCK_OFFER, Verdict.NOT_NOW)]
    assert card.when.text() == "Tomorrow, 16:30 – 18:00"
    assert room.panel.toast.text == "Not today: Today, 16:30 – 18:00"
    assert card.refuse_button.text() == "Not that day"
    room.panel.toast.button.click()
    room.settle()
    assert room.mind.said == []
    assert card.when.text() == "Today, 16:30 – 18:00"


def test_the_day_of_a_time_that_is_refused_is_called_by_its_name(room: AdviceRoom) -> None:
    room.mind.wanted = replace(room.mind.wanted, block=fake_mind.block(fake_mind.NOON_MS + 28 * fake_mind.HOUR_MS))
    room.adviser.look_now()
    room.settle()
    card = room.panel.block
    assert card.refuse_button.text() == "Not that day"
    room.clock.run(20 * fake_mind.HOUR_MS)
    room.panel.move_now(room.clock.now().wall_ms)
    assert (card.when.text().split(",")[0], card.refuse_button.text()) == ("Today", "Not today")
    room.clock.run(-20 * fake_mind.HOUR_MS)
    card.refuse_button.click()
    assert room.panel.toast.text.startswith("Not that day: Tomorrow")


def test_the_keyboard_waits_at_the_button_that_was_pressed(room: AdviceRoom) -> None:
    card = room.panel.block
    card.refuse_button.setFocus()
    card.refuse_button.click()
    assert card.window().focusWidget() is None
    room.settle()
    assert card.when.text() == "Tomorrow, 16:30 – 18:00"
    assert card.refuse_button.hasFocus()


def test_after_a_rating_the_keyboard_stands_at_the_next_card(room: AdviceRoom) -> None:
    room.mind.due = True
    tap = room.panel.rating.taps[3]
    tap.setFocus()
    tap.click()
    assert not room.panel.rating_card.isVisible()
    assert room.panel.block.isAncestorOf(room.panel.window().focusWidget())


def test_undo_of_a_block_taken_offers_it_again(room: AdviceRoom) -> None:
    card = room.panel.block
    card.plan_button.click()
    room.settle()
    room.panel.toast.button.click()
    room.settle()
    assert room.mind.said == []
    assert room.plan.blocks == []
    assert card.plan_button.isVisible()
    assert not card.note.isVisible()


def test_undo_of_a_block_taken_leaves_a_time_that_was_planned_before(room: AdviceRoom) -> None:
    card, noon = room.panel.block, fake_mind.NOON_MS
    earlier = Interval(noon + fake_mind.HOUR_MS, noon + 2 * fake_mind.HOUR_MS)
    stands = room.plan.add(Block(About(), earlier, "UTC", origin=Origin(BlockSource.RECOMMENDED, offer_id=900)))
    card.plan_button.click()
    room.settle()
    assert [one.interval for one in room.plan.blocks] == [earlier, fake_mind.block().interval]
    assert card.note.text() == "In your plan: Today, 13:00 – 14:00"
    assert not card.plan_button.isVisible(), "it would be planned twice"
    room.panel.toast.button.click()
    room.settle()
    assert room.plan.blocks == [stands]
    assert room.mind.said == []
    assert card.plan_button.isVisible()
    assert card.note.text() == "In your plan: Today, 13:00 – 14:00"


def test_what_else_a_suggested_week_placed_is_no_time_to_focus(room: AdviceRoom) -> None:
    card, noon = room.panel.block, fake_mind.NOON_MS
    mail = About(BlockKind.SHALLOW, "Answer mail")
    span = Interval(noon + fake_mind.HOUR_MS, noon + 2 * fake_mind.HOUR_MS)
    room.plan.add(Block(mail, span, "UTC", origin=Origin(BlockSource.RECOMMENDED, 1, offer_id=900)))
    room.adviser.taken.look()
    room.settle()
    assert not card.note.isVisible()
    card.plan_button.click()
    room.settle()
    assert card.note.text() == "In your plan: Today, 16:30 – 18:00"


def test_why_lists_what_the_score_is_made_of(room: AdviceRoom) -> None:
    room.panel.block.why_button.click()
    dialog = room.panel.dialog
    assert dialog is not None
    assert dialog.title.text() == "Today, 16:30 – 18:00"
    assert [row.text for row in dialog.rows] == ["+41.2", "+13.4", "+5.3", "+3.1", "−0.9", "62.1"]
    dialog.accept()
    assert room.panel.dialog is None


def test_a_failing_engine_is_said_in_the_page_and_forgotten_with_the_next_answer(room: AdviceRoom) -> None:
    room.mind.error = StorageBusy("Another program holds the database.")
    assert "Another program" in room.panel.error.text()
    assert room.panel.error.isVisible()
    room.mind.error = None
    room.adviser.look_now()
    room.settle()
    assert not room.panel.error.isVisible()
    assert room.panel.block.when.isVisible()
