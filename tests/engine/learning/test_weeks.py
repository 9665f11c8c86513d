"""A week is proposed, accepted into the plan, taken back, and measured by what it foretold."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from helpers.learning_room import DAY, LearningRoom
from hypothesis import given
from hypothesis import strategies as st

from engine.domain.blocks import BlockKind
from engine.domain.errors import UsageError
from engine.domain.learning import PIECE_MINUTES, Skill
from engine.learning.blocks import pieces_of

MONDAY = date(2026, 3, 2)


@pytest.fixture
def skilled(room: LearningRoom) -> LearningRoom:
    """A room with two skills, one of them limited."""
    skills = room.learning.skills
    skills.rate(skills.add(Skill("Rust", 5)).id, 4)
    skills.rate(skills.add(Skill("Chinese", 3, 45)).id, 1)
    return room


def minutes(room: LearningRoom) -> dict[str, int]:
    return {one.skill.name: one.minutes for one in room.learning.weeks.plan().shares}


def wanted(room: LearningRoom) -> dict[str, int]:
    return {one.about.title: one.longest * one.per_week for one in room.plan.flexible() if one.active}


@given(pieces=st.integers(1, 400))
def test_pieces_make_up_the_minutes(pieces: int) -> None:
    shortest, longest, count = pieces_of(pieces * PIECE_MINUTES)
    assert shortest * count <= pieces * PIECE_MINUTES <= longest * count
    assert longest <= 60
    assert 0 <= longest - shortest <= PIECE_MINUTES


def test_a_proposal_is_within_its_limits_and_changes_nothing(skilled: LearningRoom) -> None:
    plan = skilled.learning.weeks.plan()
    assert (plan.week, plan.minutes, plan.accepted) == (MONDAY, 180, False)
    assert minutes(skilled) == {"Rust": 135, "Chinese": 45}
    assert plan.shares[1].limited
    assert (skilled.plan.flexible(), skilled.weeks.all()) == ([], [])
    assert skilled.learning.weeks.plan(60).minutes == 60
    for wrong in (0, 14, 40 * 60 + 1):
        with pytest.raises(UsageError, match="15 minutes to 40 hours"):
            skilled.learning.weeks.plan(wrong)


def test_an_accepted_week_is_wanted_placed_and_taken_back(skilled: LearningRoom) -> None:
    weeks = skilled.learning.weeks
    weeks.accept(weeks.plan())
    assert wanted(skilled) == {"Rust": 3 * 45, "Chinese": 45}
    assert {one.about.kind for one in skilled.plan.flexible()} == {BlockKind.LEARNING}
    assert weeks.plan().accepted
    placed = weeks.place([one.key for one in weeks.propose()])
    assert [one.about.title for one in placed] == ["Rust", "Rust", "Rust", "Chinese"]
    assert weeks.take_back()
    assert (skilled.plan.flexible(), skilled.weeks.all()) == ([], [])
    assert skilled.plan.occurrences(skilled.clock.wall_ms, skilled.clock.wall_ms + 30 * DAY) == []
    assert not weeks.take_back()


def test_the_next_week_changes_what_is_wanted_and_taken_back_it_is_as_before(skilled: LearningRoom) -> None:
    weeks = skilled.learning.weeks
    weeks.accept(weeks.plan())
    skilled.clock.run(7 * DAY)
    weeks.accept(weeks.plan(45))
    assert wanted(skilled) == {"Rust": 45} or sum(wanted(skilled).values()) == 45
    assert len(skilled.weeks.all()) == 2 + len(wanted(skilled))
    weeks.take_back()
    assert wanted(skilled) == {"Rust": 135, "Chinese": 45}


def test_blocks_of_the_persons_own_are_left_alone(skilled: LearningRoom) -> None:
    from engine.domain.blocks import About, FlexibleBlock

    own = skilled.plan.add_flexible(FlexibleBlock(About(BlockKind.LEARNING, "Rust")))
    weeks = skilled.learning.weeks
    weeks.accept(weeks.plan())
    weeks.take_back()
    assert skilled.plan.flexible() == [own]


def test_late_in_a_week_the_next_one_is_planned(skilled: LearningRoom) -> None:
    skilled.clock.run(3 * DAY)
    assert skilled.learning.weeks.plan().week == MONDAY
    skilled.clock.run(DAY)
    assert skilled.learning.weeks.plan().week == MONDAY + timedelta(days=7)


def test_what_came_of_a_week_moves_the_next(skilled: LearningRoom) -> None:
    weeks, skills = skilled.learning.weeks, skilled.learning.skills
    foretold = {one.skill.name: one.gain for one in weeks.accept(weeks.plan()).shares}
    skilled.kept = {(MONDAY, "Rust"): 120}
    skilled.clock.run(3 * DAY)
    skills.rate(1, 4)  # nothing was gained
    assert weeks.effect().weeks == ()  # it is not over
    skilled.clock.run(7 * DAY)
    told = {name: one for one, name in weeks.effect().weeks}
    assert (told["Rust"].spent, told["Rust"].gained, told["Rust"].foretold) == (120, 0.0, foretold["Rust"])
    assert (told["Chinese"].spent, told["Chinese"].gained) == (0, None)
    assert len(weeks.effect().measured) == 1
    share = next(one for one in weeks.plan().shares if one.skill.name == "Rust")
    assert share.returns.weeks == 1
    assert share.returns.most < 1.0


def test_what_came_without_any_time_kept_to_is_not_the_plans(skilled: LearningRoom) -> None:
    weeks, skills = skilled.learning.weeks, skilled.learning.skills
    weeks.accept(weeks.plan())
    skilled.clock.run(5 * DAY)
    skills.rate(1, 5)
    skilled.clock.run(5 * DAY)
    told = {name: one for one, name in weeks.effect().weeks}
    assert (told["Rust"].spent, told["Rust"].gained) == (0, 1.0)
    assert weeks.effect().measured == ()


def test_a_level_nobody_told_is_said_to_be_assumed(skilled: LearningRoom) -> None:
    skilled.learning.skills.add(Skill("Chess", 5))
    told = {one.skill.name: (one.level, one.told) for one in skilled.learning.weeks.plan().shares}
    assert told == {"Rust": (4.0, True), "Chinese": (1.0, True), "Chess": (0.0, False)}


def test_there_is_nothing_to_accept_without_skills_or_for_another_week(room: LearningRoom) -> None:
    weeks = room.learning.weeks
    assert weeks.plan().shares == ()
    with pytest.raises(UsageError, match="Add a skill"):
        weeks.accept(weeks.plan())
    room.learning.skills.add(Skill("Rust"))
    old = weeks.plan()
    room.clock.run(7 * DAY)
    with pytest.raises(UsageError, match="another week"):
        weeks.accept(old)
    assert room.weeks.all() == []


def test_a_skill_that_rests_gets_nothing(skilled: LearningRoom) -> None:
    skills = skilled.learning.skills
    from dataclasses import replace

    skills.change(replace(skills.find("Rust"), active=False))
    assert minutes(skilled) == {"Chinese": 45}
