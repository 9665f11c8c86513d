"""The forecast of one person: hours that mean something, silence where nothing is known, honest sums."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest
from helpers.focus_person import FIRST_S, SLOT_S, WEIGHTS, mornings, never_mind_the_hour, slot_rows, working_days
from helpers.streams import UTC_DAYS

from engine.domain.recommended import Abstention, ReasonKind
from engine.mind.calibration import Platt
from engine.mind.focus.fit import fit_forecast
from engine.mind.focus.forecaster import Forecaster
from engine.mind.focus.forecasts import SlotForecasts
from engine.mind.focus.history import Planned
from engine.mind.focus.prior import Dials
from engine.mind.stream.build import followed
from engine.mind.stream.columns import Stream

DAYS = 26  # to a Friday evening
CLAIM = 0.1
"""How far a probability must be from the person's mean to be a claim about the hour."""

MONDAY = FIRST_S + 28 * 86_400.0


@cache
def early_bird() -> tuple[Stream, Forecaster]:
    """Return a person of good mornings, and what is learned of them."""
    history = working_days(DAYS, mornings)
    return history, fit_forecast(history)


@cache
def any_hour() -> tuple[Stream, Forecaster]:
    """Return a person whose focus comes and goes at no particular hour, and what is learned of them."""
    history = working_days(DAYS, never_mind_the_hour, momentum=0.5)
    return history, fit_forecast(history)


def at(*hours: float) -> np.ndarray:
    return MONDAY + np.array(hours) * 3_600.0


def test_good_mornings_are_told_days_ahead_with_their_reason() -> None:
    history, learned = early_bird()
    told = learned.forecast(history, at(10, 15))
    assert not told.abstains.any()
    assert told.probability[0] > 0.7
    assert told.probability[1] < 0.4
    assert told.low[0] > told.high[1]
    assert told.focused_minutes[0] > told.focused_minutes[1] + 2
    best, worst = told.why(0).reasons[0], told.why(1).reasons[0]
    assert best.kind is worst.kind is ReasonKind.HOURS
    assert best.adds > 0 > worst.adds
    assert best.amount > 0.7
    assert worst.amount < 0.4


def test_where_hours_mean_nothing_days_ahead_are_not_told() -> None:
    history, learned = any_hour()
    assert not learned.rhythm.tells
    told = learned.forecast(history, at(10, 15))
    assert told.abstains.all()
    assert told.abstention is Abstention.NO_PATTERN
    assert told.probability[0] == pytest.approx(told.probability[1], abs=0.03)


def test_hours_without_meaning_are_hardly_ever_told_apart() -> None:
    """Some weeks look like a habit by chance; then at most next to nothing is told."""
    week = [24 * day + hour for day in range(5) for hour in np.arange(9, 17, 0.5).tolist()]
    apart = []
    for seed in range(20):
        history = working_days(12, never_mind_the_hour, seed=100 + seed, momentum=0.5)
        told = fit_forecast(history).forecast(history, at(*week))
        spoken = ~told.abstains
        apart.append(float(np.abs(told.probability - 1 / (1 + np.exp(-told.base)))[spoken].max(initial=0.0)))
    assert sum(one > CLAIM for one in apart) <= 2
    assert np.median(apart) < CLAIM / 2


def test_two_weeks_of_a_rhythm_are_told_with_care() -> None:
    history = working_days(12, lambda hour: 0.65 if hour < 12 else 0.35, momentum=0.3)
    learned = fit_forecast(history)
    told = learned.forecast(history, at(10, 15))
    assert not told.abstains.any()
    assert 0.02 < told.probability[0] - told.probability[1] < 0.35


def test_the_next_slot_leans_on_the_last_while() -> None:
    history, learned = any_hour()
    good, bad = (_after(history, focused=focused) for focused in (True, False))
    now = MONDAY + 10 * 3_600.0 + 8 * SLOT_S
    after_good, after_bad = (learned.forecast(one, np.array([now])) for one in (good, bad))
    assert after_good.probability[0] > after_bad.probability[0] + 0.1
    assert not after_good.abstains[0]
    assert after_good.why(0).reasons[0].kind is ReasonKind.LATELY
    assert after_good.why(0).reasons[0].amount == 1.0


def _after(history: Stream, *, focused: bool) -> Stream:
    """Return the history with eight slots of one kind on the Monday after it."""
    more = [one for slot in range(8) for one in slot_rows(MONDAY + 10 * 3_600.0 + slot * SLOT_S, focused=focused)]
    return followed(history, more, WEIGHTS, UTC_DAYS)


def sums(told: SlotForecasts) -> None:
    for slot in range(len(told)):
        why = told.why(slot)
        assert why.unexplained == pytest.approx(0, abs=1e-9)
        assert 1 / (1 + np.exp(-why.score)) == pytest.approx(told.probability[slot])
        minutes = told.base_minutes[slot] + sum(part.minutes[slot] for part in told.parts)
        assert minutes == pytest.approx(told.focused_minutes[slot])


def test_reasons_sum_to_what_is_told() -> None:
    history, learned = early_bird()
    sums(learned.forecast(history, at(*np.arange(0, 72, 1.5))))
    history, learned = any_hour()
    sums(learned.forecast(history, history.end_s[-1] + np.arange(20) * SLOT_S))


def test_taking_a_reason_away_moves_the_score_the_way_it_said() -> None:
    history, learned = early_bird()
    starts = at(*np.arange(9, 17, 0.5))
    whole = learned.forecast(history, starts)
    without = Forecaster(learned.dials, calibration=learned.calibration).forecast(history, starts)
    said = np.array(
        [sum(one.adds for one in whole.why(slot).reasons if one.kind is ReasonKind.HOURS) for slot in range(16)]
    )
    moved = without.log_odds - whole.log_odds
    assert (np.sign(moved) == -np.sign(said))[np.abs(said) > 0.1].mean() >= 0.95


def test_a_purpose_counts_where_the_history_knows_it() -> None:
    history = working_days(DAYS, mornings)
    planned = [
        Planned(FIRST_S + day * 86_400.0 + 9 * 3_600.0, FIRST_S + day * 86_400.0 + 12 * 3_600.0, "Report")
        for day in range(DAYS)
    ]
    learned = Forecaster(Dials(purpose=1.0), calibration=Platt(-2.4, 4.8))
    told = learned.forecast(history, at(15, 15, 15), ["Report", "", "Never seen"], planned)
    assert told.probability[0] > told.probability[1] + 0.1
    assert told.probability[1] == pytest.approx(told.probability[2])
    assert told.abstains.tolist() == [False, True, True]
    reason = told.why(0).reasons[0]
    assert (reason.kind, reason.subject) == (ReasonKind.PURPOSE, "Report")
    assert reason.amount > 0.7


@pytest.mark.parametrize(
    ("days", "why"), [(0, Abstention.NO_HISTORY), (1, Abstention.TOO_LITTLE), (4, Abstention.TOO_LITTLE)]
)
def test_little_history_is_said_to_be_too_little(days: int, why: Abstention) -> None:
    history = working_days(days, mornings)
    learned = fit_forecast(history)
    assert learned == Forecaster()
    told = learned.forecast(history, at(10, 15))
    assert told.abstention is why
    assert told.abstains.all()
    assert ((told.low <= told.probability) & (told.probability <= told.high)).all()
    assert told.why(0).reasons == ()


def test_intervals_hold_what_is_true() -> None:
    inside = []
    for seed in (0, 1):
        history = working_days(DAYS, mornings, seed=seed)
        told = fit_forecast(history).forecast(history, at(*np.arange(9, 17, 0.5)))
        chance = np.array([mornings(hour) for hour in np.arange(9, 17, 0.5)])
        inside += ((told.low <= chance) & (chance <= told.high)).tolist()
    assert np.mean(inside) >= 0.8


def test_the_same_history_gives_the_same_forecaster_and_stopping_gives_one_too() -> None:
    history, learned = early_bird()
    assert fit_forecast(history) == learned
    stopped = fit_forecast(history, stop=lambda: True)
    assert stopped.dials == Dials()
    assert np.isfinite(stopped.forecast(history, at(10)).probability).all()


def test_nothing_after_the_moment_is_learned_from() -> None:
    history, _ = early_bird()
    cut = FIRST_S + 14 * 86_400.0
    assert fit_forecast(history, before_s=cut) == fit_forecast(history.until(cut))


def test_weights_make_the_same_forecaster() -> None:
    history, learned = early_bird()
    again = Forecaster.from_weights(learned.weights())
    assert again == learned
    assert again.forecast(history, at(10)).probability == learned.forecast(history, at(10)).probability


@pytest.mark.parametrize(
    "wrong",
    [
        {"dials": np.ones(3)},
        {"dials": np.full(6, np.nan)},
        {"dials": -np.ones(6)},
        {"dials": np.full(6, 1e200)},
        {"dials": np.array([1.0, 1, 1, 1, 1, 0])},
        {"calibration": np.array([np.inf, 1.0])},
        {"calibration": np.ones(3)},
        {"rhythm": np.full(5, np.nan)},
        {"rhythm": np.ones((2, 2))},
        {"rhythm": np.array([0.1, 0.0, 0.0, 0.5, 0.5])},
    ],
)
def test_weights_that_cannot_be_are_refused(wrong: dict[str, np.ndarray]) -> None:
    with pytest.raises(ValueError, match=r"focus forecast|calibration"):
        Forecaster.from_weights(Forecaster().weights() | wrong)


def test_missing_weights_are_named() -> None:
    with pytest.raises(ValueError, match="calibration, rhythm"):
        Forecaster.from_weights({"dials": np.ones(6)})
