from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache

import numpy as np
import pytest
from helpers.streams import row, stream
from helpers.turning import MONDAY_S, moods

from engine.mind.network.fit import Course
from engine.mind.next.moments import STATE, moment_at, moments_of
from engine.mind.next.outcomes import DISTRACTED, STILL, OutcomeAsker, OutcomeHeadFit, cases_of, known_by, model_of
from engine.mind.next.rates import RATES, AllRates
from engine.mind.stream.columns import Stream

CUT_S = MONDAY_S + 22 * 86_400
WEIGHTS = {1: 2.0, 2: -2.0}


@cache
def person() -> Stream:
    return moods()


@cache
def still() -> OutcomeHeadFit:
    found = STILL.fit(person(), before_s=CUT_S, course=Course(device="cpu"))
    assert found is not None
    return found


def labels(*rows: tuple[float, float, str, int]) -> list[list[float]]:
    made = [row(3_000 + start, 3_000 + end, app, category=category) for start, end, app, category in rows]
    label: list[list[float]] = moments_of(stream(made, WEIGHTS)).label.tolist()
    return label


def same(found: list[list[float]], expected: list[list[float]]) -> bool:
    return bool(np.array_equal(np.array(found), np.array(expected), equal_nan=True))


NOBODY_KNOWS = float("nan")


def test_still_is_known_where_one_switched_or_stayed_long_enough() -> None:
    # Moments at 0 and 300 and 600 s; a switch at 700 s, the end at 1300 s.
    found = labels((0, 700, "a", 1), (700, 1300, "b", 1))
    assert [still for still, _ in found[:3]] == [1.0, 0.0, 0.0]
    assert np.isnan(found[3][0])  # at 900 s work went on for less than ten minutes


def test_a_distraction_counts_where_it_comes_and_not_where_it_is() -> None:
    found = labels((0, 1000, "a", 1), (1000, 1600, "game", 2), (1600, 3000, "a", 1))
    assert [came for _, came in found[:4]] == [0.0, 1.0, 1.0, 1.0]
    assert np.isnan([came for _, came in found[4:6]]).all()
    assert found[6][1] == 0.0


def test_what_is_learned_before_a_moment_was_known_then() -> None:
    moment_s = MONDAY_S + 9 * 86_400 + 11.3 * 3_600
    whole, cut = moments_of(person()), moments_of(person().until(moment_s))
    known = known_by(whole, moment_s)
    then = cut.which(np.isin(cut.now_s, whole.now_s[known]))
    assert known.sum() > 500
    assert np.array_equal(then.label, whole.label[known], equal_nan=True)
    late = whole.which((whole.now_s < moment_s) & ~known)
    assert len(late)
    assert not np.array_equal(cut.which(np.isin(cut.now_s, late.now_s)).label, late.label, equal_nan=True)


def test_leaving_leaves_it_unknown() -> None:
    found = labels((0, 301, "a", 1), (2000, 4000, "b", 1))
    assert same(found[:2], [[NOBODY_KNOWS, NOBODY_KNOWS]] * 2)


def test_state_tells_of_the_past_only() -> None:
    whole = person()
    cut = moments_of(whole.until(CUT_S))
    everything = moments_of(whole).which(slice(0, len(cut)))
    settled = cut.now_s < CUT_S - 86_400
    assert np.array_equal(cut.state[settled], everything.state[settled])
    assert np.array_equal(cut.events[settled], everything.events[settled])
    assert np.array_equal(AllRates.none().told(cut)[settled], AllRates.none().told(everything)[settled])


def test_rates_wait_until_the_time_is_over() -> None:
    whole = person()
    moments = moments_of(whole).which(slice(0, 40))
    spoiled = replace(moments, label=np.where(np.arange(40)[:, None] >= 38, 1 - moments.label, moments.label))
    plain, other = (AllRates.none().told(one) for one in (moments, spoiled))
    assert np.array_equal(plain[:39], other[:39])
    known = AllRates.none()
    known.told(moments)
    later = moments_of(whole).which(slice(60, 61))
    told = known.told(later, counted=False)[0, RATES.index("still_ever")]
    label = moments.label[:, 0]
    came, of = np.nansum(label), np.sum(~np.isnan(label))
    rate = (came + 8 * 0.5) / (of + 8)
    assert told == pytest.approx(np.log(rate / (1 - rate)), abs=1e-5)


@pytest.mark.parametrize("head", [STILL, DISTRACTED])
def test_moods_are_learned_better_than_rates_tell(head: object) -> None:
    assert isinstance(head, type(STILL))
    compared = head.evaluate(person(), [CUT_S, CUT_S + 4 * 86_400])
    assert compared.gain().above_zero
    assert date.fromordinal(int(compared.day.min())) >= datetime.fromtimestamp(CUT_S, UTC).date()


def test_too_little_is_not_learned_from() -> None:
    assert STILL.fit(person(), before_s=MONDAY_S + 86_400) is None
    without = replace(person(), weight=np.ones_like(person().weight))
    assert DISTRACTED.fit(without, before_s=CUT_S) is None


def test_asked_at_a_moment_it_says_what_it_was_learned_to_say() -> None:
    whole = person()
    moments = moments_of(whole)
    rates = AllRates.none().told(moments)
    expected = still().model.probability(cases_of(moments, rates))[:, 0]
    asker = OutcomeAsker(STILL, model_of(still().model.weights()))
    for place in range(len(moments) - 40, len(moments), 9):
        now_s = float(moments.now_s[place])
        told = asker.probability(whole.until(now_s + 0.001), now_s)
        assert told == pytest.approx(expected[place], abs=1e-3)
        assert OutcomeAsker(STILL, still().model).probability(whole.until(now_s + 0.001), now_s) == told


def test_without_a_model_the_rate_is_told_and_without_an_app_nothing() -> None:
    told = OutcomeAsker(STILL).probability(person())
    assert told is not None
    assert 0 < told < 1
    assert OutcomeAsker(STILL).probability(stream([])) is None
    assert OutcomeAsker(STILL).probability(stream([row(0, 900, "a"), row(900, 1000, "")])) is None
    assert len(moment_at(stream([]), 5.0)) == 0
    assert moments_of(stream([])).state.shape == (0, len(STATE))
