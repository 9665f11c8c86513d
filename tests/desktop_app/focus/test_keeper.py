"""The keeper asks while a session runs, tells what happened once, and does what is wanted."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from helpers.fake_engine import sample_summary
from helpers.fake_focus import report_of
from helpers.keeper_room import KeeperRoom, nudge_of
from helpers.manual_clock import MONDAY_NOON_MS

from engine.domain.errors import KairosError
from engine.domain.focus_choices import Level
from engine.domain.focus_session import FocusSession, NudgeAnswer, SessionReport, Started, Timing

MINUTE = 60_000


@pytest.fixture
def room(qapp: object) -> Any:
    assert qapp
    made = KeeperRoom()
    yield made
    made.keeper.close()


def test_it_asks_by_itself_only_while_a_session_runs(room: KeeperRoom) -> None:
    keeper = room.keeper
    assert not keeper._timer.isActive()
    keeper.start(Timing(work=25), intention="write")
    assert room.focus.asked == [("start", Timing(work=25), "write", Started.WINDOW, 0)]
    assert keeper.runs
    assert keeper._timer.isActive()
    keeper.stop()
    assert not keeper.runs
    assert not keeper._timer.isActive()


def test_seconds_are_counted_only_while_someone_sees_them(room: KeeperRoom) -> None:
    keeper = room.keeper
    keeper.start()
    assert not keeper._tick.isActive()
    keeper.watch(room, wanted=True)
    assert keeper._tick.isActive()
    keeper.watch(room, wanted=False)
    assert not keeper._tick.isActive()
    asks = room.focus.asks
    room.clock.run(90_000)
    shown = keeper.countdown()
    assert shown is not None
    assert shown.text == "48:30"
    assert room.focus.asks == asks


@pytest.mark.parametrize("told", [True, False])
def test_the_end_of_a_session_is_told_once_whoever_ended_it(room: KeeperRoom, told: bool) -> None:
    ends: list[SessionReport] = []
    room.keeper.ended.connect(ends.append)
    room.keeper.start()
    report = room.focus.end()
    room.focus.over = report if told else None  # else another process heard of it first
    room.keeper.look()
    room.keeper.look()
    assert ends == [report]
    assert room.keeper.report == report
    room.keeper.forget_report()
    assert room.keeper.report is None


def test_a_nudge_is_over_once_something_else_is_in_front(room: KeeperRoom) -> None:
    nudges: list[object] = []
    relieved: list[bool] = []
    room.keeper.nudged.connect(nudges.append)
    room.keeper.relieved.connect(lambda: relieved.append(True))
    room.keeper.start()
    nudge = room.focus.nudge = nudge_of(Level.FRICTION)
    summary = sample_summary()
    assert summary.current is not None
    for app in ("lutris", "kairos", ""):  # the window that nudges is in front itself
        room.history.summary = replace(summary, current=replace(summary.current, app=app))
        room.keeper.look()
    assert nudges == [nudge]
    assert relieved == []
    room.history.summary = summary
    room.keeper.look()
    assert relieved == [True]


def test_a_nudge_is_over_with_the_session(room: KeeperRoom) -> None:
    relieved: list[bool] = []
    room.keeper.relieved.connect(lambda: relieved.append(True))
    room.keeper.start()
    room.focus.nudge = nudge_of(Level.NOTICE)
    room.keeper.look()
    room.keeper.answer(nudge_of(Level.NOTICE), NudgeAnswer.MORE)
    assert ("answered", "1:1", "more") in room.focus.asked
    room.focus.nudge = nudge_of(Level.NOTICE, "1:2")
    room.keeper.look()
    room.keeper.stop()
    assert relieved == [True]


def test_a_session_on_top_of_a_session_is_refused_and_nothing_is_lost(room: KeeperRoom) -> None:
    refused: list[KairosError] = []
    room.keeper.failed.connect(refused.append)
    room.keeper.start(intention="first")
    room.keeper.start(intention="second")
    assert len(refused) == 1
    assert room.keeper.now.state is not None
    assert room.keeper.now.state.session.intention == "first"


def test_a_session_at_a_block_lasts_as_long_as_the_block(room: KeeperRoom) -> None:
    room.plan.place("Chapter", MONDAY_NOON_MS - 10 * MINUTE, 40)
    room.keeper.plan.forget()
    room.keeper.look()
    assert room.keeper.planned() is not None
    room.keeper.start_block(5)
    assert room.focus.asked == [("start", Timing(work=30), "Chapter", Started.BLOCK, 5)]


def test_a_report_that_is_on_its_way_goes_with_the_next_session(room: KeeperRoom) -> None:
    room.keeper.start()
    room.keeper.stop()
    assert room.keeper.report == report_of(
        FocusSession(MONDAY_NOON_MS, MONDAY_NOON_MS, Timing(), Started.WINDOW, "", 0, Level.NOTICE, id=1)
    )
    room.keeper.start()
    assert room.keeper.report is None
