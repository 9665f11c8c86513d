"""The label of focus: what is focused, what is missing, how a slot stands among the person's own."""

from __future__ import annotations

import pytest

from engine.domain.clock import MS_PER_MINUTE
from engine.domain.focus_label import LEAST_SLOTS, SlotSigns, counts, few_switches, focused, standing, tried, worth
from engine.reports import focus as score

MINUTE = MS_PER_MINUTE


def signs(
    active: float = 15,
    focus: float = 15,
    distracting: float = 0,
    longest: float = 10,
    switches: float = 2,
    back: float | None = None,
) -> SlotSigns:
    return SlotSigns(
        active * MINUTE,
        focus * MINUTE,
        distracting * MINUTE,
        longest * MINUTE,
        switches,
        None if back is None else back * MINUTE,
    )


OWN = [signs(longest=1 + place / 3, switches=place, back=place / 4) for place in range(30)]


def test_too_little_activity_is_missing_and_never_unfocused() -> None:
    little = signs(active=4.9, focus=0)
    assert not counts(little)
    assert focused(little, 1.0) is None
    assert tried(little) is None
    assert standing(little, OWN) is None


def test_too_few_slots_to_compare_with_leave_it_open() -> None:
    few = OWN[: LEAST_SLOTS - 1]
    assert few_switches(few) is None
    assert focused(signs(), few_switches(few)) is None
    assert standing(signs(), few) is None


def test_three_quarters_of_the_active_time_with_few_switches_are_focused() -> None:
    few = few_switches(OWN)
    assert few == pytest.approx(14.5 / 15)
    assert focused(signs(focus=11.25, switches=14), few) is True
    assert focused(signs(focus=11.2, switches=2), few) is False
    assert focused(signs(focus=15, switches=15), few) is False
    assert focused(signs(active=6, focus=4.5), few) is True


def test_one_switch_in_three_minutes_is_few_for_everybody() -> None:
    calm = [signs(switches=0)] * 30
    assert focused(signs(switches=5), few_switches(calm)) is True
    assert focused(signs(switches=6), few_switches(calm)) is False


def test_a_third_in_focused_work_is_a_try() -> None:
    assert tried(signs(focus=5)) is True
    assert tried(signs(focus=4.9)) is False


def test_standing_goes_from_the_worst_of_the_own_slots_to_the_best() -> None:
    worst = standing(signs(longest=0.5, switches=40, distracting=15, back=30), OWN)
    best = standing(signs(longest=15, switches=0, back=0), OWN)
    middle = standing(signs(longest=1 + 14.5 / 3, switches=14.5, back=14.5 / 4), OWN)
    assert worst is not None
    assert best is not None
    assert middle is not None
    assert worst < 0.1
    assert best > 0.85
    assert middle == pytest.approx(0.5)


def test_only_a_return_that_is_known_counts() -> None:
    without, late = (standing(signs(longest=15, switches=0, back=back), OWN) for back in (None, 30))
    assert without is not None
    assert late is not None
    assert late < without


def test_worth_is_the_formula_of_the_focus_score() -> None:
    assert worth(signs(longest=15, switches=60, distracting=15)) == pytest.approx(0.45)
    assert worth(signs(longest=0, switches=0, distracting=15)) == pytest.approx(0.25)
    assert worth(signs(longest=0, switches=60)) == pytest.approx(0.30)
    assert worth(signs(active=0)) == 0
    assert score.LONG_MS == 15 * MINUTE
    assert score.MOST_SWITCHES == 4
