"""What came of recommendations, and whether ratings agree with the score from activity."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from helpers.bandit_world import World, live
from helpers.offers import HOUR, of_block, of_document

from engine.domain.clock import utc
from engine.domain.days import DayRule
from engine.domain.model_status import PolicyEffect
from engine.domain.offers import FocusRating, Offered, Said, Shown
from engine.domain.presence import Presence
from engine.domain.recommended import Verdict
from engine.domain.stream_row import StreamRow
from engine.mind.bandit.agreement import FEWEST, agreement
from engine.mind.bandit.choose import Bandit
from engine.mind.bandit.effect import effect_of

DAY = 24 * HOUR
MONDAY = 20_003 * DAY  # 2024-10-07


def _day(at_ms: int) -> date:
    return utc(at_ms).date()


def _shown(offered: Offered, *verdicts: Verdict, dwell_ms: int | None = None) -> Shown:
    at_ms = offered.offer.made_ms
    said = tuple(Said(1, at_ms, one, dwell_ms if one is Verdict.OPENED else None) for one in verdicts)
    return Shown(replace(offered, shown_ms=at_ms), said)


def test_counts_by_policy_and_week() -> None:
    history = [
        _shown(of_document(1, MONDAY), Verdict.OPENED, dwell_ms=5_000),
        _shown(of_document(1, MONDAY + HOUR - 1), Verdict.LESS),  # the same showing still
        _shown(of_document(2, MONDAY + HOUR), Verdict.ACCEPTED, Verdict.OPENED, dwell_ms=9_000),
        _shown(of_document(3, MONDAY + DAY, policy="greedy"), Verdict.NOT_NOW),
        _shown(of_document(3, MONDAY + 7 * DAY - 1)),
        _shown(of_block(5, MONDAY + 7 * DAY), Verdict.ACCEPTED),
    ]
    effect = effect_of(history, _day)
    assert {one.policy: one for one in effect.policies} == {
        "thompson": PolicyEffect("thompson", 3, 0, 2, 1, 7_000),
        "greedy": PolicyEffect("greedy", 2, 1, 0, 1, 0),
    }
    assert [(week, one.policy, one.shown) for week, one in effect.weeks] == [
        ("2024-10-07", "thompson", 3),
        ("2024-10-07", "greedy", 1),
        ("2024-10-14", "greedy", 1),
    ]
    assert effect_of([], _day).policies == ()


def test_policies_that_were_never_shown_are_told_too() -> None:
    lived = live(World(2), Bandit(floor=0.4), 60)
    found = {one.policy: one for one in effect_of(lived.history, _day).policies}
    own, greedy = found["thompson"], found["greedy"]
    assert own.shown == len(lived.history)
    assert own.value == pytest.approx(own.opened / own.shown)
    assert (greedy.shown, greedy.opened) == (0, 0)
    assert greedy.value is not None
    assert greedy.low is not None
    assert greedy.low < greedy.value
    assert "recommender" not in found or found["recommender"].shown == 0


def test_of_few_showings_no_policy_is_judged() -> None:
    history = live(World(2), Bandit(), 3).history
    assert [one.value for one in effect_of(history, _day).policies] == [None]


def _half_hours(focused: list[bool]) -> list[StreamRow]:
    rows: list[StreamRow] = []
    for at, whole in enumerate(focused):
        pieces = 1 if whole else 60
        for piece in range(pieces):
            start = MONDAY + at * DAY + piece * HOUR // 2 // pieces
            app = f"app {piece % 7}"
            rows.append(StreamRow(start, start + HOUR // 2 // pieces, "UTC", Presence.ACTIVE, app, "", 1, 0))
    return rows


def test_ratings_agree_with_the_score_within_the_person() -> None:
    rng = np.random.default_rng(1)
    focused = [bool(rng.random() < 0.5) for _ in range(FEWEST + 4)]
    rows = _half_hours(focused)

    def within(start_ms: int, end_ms: int) -> list[StreamRow]:
        return [row for row in rows if row.end_ms > start_ms and row.start_ms < end_ms]

    def told(values: list[int]) -> float | None:
        ratings = [FocusRating(MONDAY + at * DAY + HOUR // 2, value) for at, value in enumerate(values)]
        return agreement(ratings, within, {1: 1.0}, DayRule("UTC"))

    honest = [4 if whole else 2 for whole in focused]
    assert told(honest) == pytest.approx(1.0)
    assert told([6 - value for value in honest]) == pytest.approx(-1.0)
    assert told(honest[: FEWEST - 1]) is None
    assert told([3] * len(honest)) is None
    idle = [FocusRating(MONDAY + at * DAY + 9 * HOUR, 3) for at in range(20)]
    assert agreement(idle, within, {1: 1.0}, DayRule("UTC")) is None
