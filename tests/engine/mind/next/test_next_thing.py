from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache

import numpy as np
import pytest
from helpers.turning import MONDAY_S, habits

from engine.mind.baseline.next_thing import NextRule, scores
from engine.mind.measures import metrics
from engine.mind.network.fit import Course
from engine.mind.next.candidates import column
from engine.mind.next.cases import Pooled, cases_of
from engine.mind.next.next_thing import NEXT_APP, NEXT_DOCUMENT, NextFit, NextHead, learned_from_all, model_of
from engine.mind.next.ranker import NextRanker
from engine.mind.next.switches import Thing, switches_of
from engine.mind.stream.columns import Stream

CUT_S = MONDAY_S + 10 * 86_400


@cache
def person() -> Stream:
    return habits(days=14, turns_a_day=60)


@cache
def learned() -> NextFit:
    found = NEXT_APP.fit(person(), before_s=CUT_S, course=Course(device="cpu"))
    assert found is not None
    return found


def test_habits_are_learned_where_most_recent_first_fails() -> None:
    switches = switches_of(person(), Thing.APP)
    cases = cases_of(switches, int(np.searchsorted(switches.start_s, CUT_S)))
    rank = {
        rule: metrics.mrr(metrics.ranks(scores(rule, cases.features), cases.target, cases.there)) for rule in NextRule
    }
    told = learned().model.tell(cases)
    ours = metrics.mrr(metrics.ranks(told.all, cases.target, cases.there))
    assert ours > rank[NextRule.MOST_RECENT] + 0.03
    assert ours > max(rank.values()) - 0.02
    assert np.exp(told.all).sum(1) == pytest.approx(1.0, abs=1e-4)
    # In half of the cases one goes back, and the gate says about so.
    assert told.back.mean() == pytest.approx(cases.returned.mean(), abs=0.08)


def test_rolling_origin_compares_on_later_days_only() -> None:
    compared = NEXT_APP.evaluate(person(), [CUT_S, CUT_S + 2 * 86_400])
    assert compared.baseline_name == "most recent"
    assert compared.gain().above_zero
    assert date.fromordinal(int(compared.day.min())) >= datetime.fromtimestamp(CUT_S, UTC).date()
    assert len(compared) > 200


def test_too_little_is_not_learned_from() -> None:
    assert NEXT_APP.fit(person(), before_s=MONDAY_S + 86_400) is None
    assert NEXT_DOCUMENT.fit(person(), before_s=CUT_S) is None


def test_a_model_is_made_again_from_its_weights_and_begins_another_head() -> None:
    again = model_of(learned().model.weights())
    ranked = NextRanker(Thing.APP, again).rank(person())
    assert ranked == NextRanker(Thing.APP, learned().model).rank(person())
    category = NextHead(Thing.CATEGORY).fit(person(), before_s=CUT_S, begin=again, course=Course(device="cpu"))
    assert category is not None
    assert category.fit.finished


def test_asked_turn_by_turn_it_says_what_it_was_learned_to_say() -> None:
    switches = switches_of(person(), Thing.APP)
    first = int(np.searchsorted(switches.start_s, CUT_S))
    cases = cases_of(switches, first)
    told = np.exp(learned().model.tell(cases).all)
    ranker = NextRanker(Thing.APP, learned().model)
    for turn in range(first, first + 60, 7):
        case = int(np.flatnonzero(cases.turn == turn)[0])
        moment_s = float(switches.start_s[turn])
        for one in (ranker, NextRanker(Thing.APP, learned().model)):
            ranked = dict(one.rank(person().until(moment_s), moment_s))
            expected = dict(zip(cases.candidates[case].tolist(), told[case].tolist(), strict=True))
            assert ranked == pytest.approx({thing: expected[thing] for thing in ranked}, abs=1e-4)
            assert sum(ranked.values()) == pytest.approx(1.0, abs=1e-3)


def test_what_documents_say_is_learned_from_and_asked_alike() -> None:
    reader = habits(days=12, turns_a_day=50, seed=3, documents=True)
    said = np.zeros((4, 3), np.float32)  # of the first three of six documents; of the others nothing is known
    said[1:] = np.array([[1, 0, 0], [0.8, 0.6, 0], [0, 1, 0]])
    head = replace(NEXT_DOCUMENT, vectors=np.concatenate([said, np.zeros((3, 3), np.float32)]))
    begin = NEXT_DOCUMENT.fit(reader, before_s=MONDAY_S + 5 * 86_400, course=Course(device="cpu"))
    assert begin is not None
    found = head.fit(reader, before_s=CUT_S, course=Course(device="cpu"), begin=begin.model)
    assert found is not None
    liking = column("like_now")
    scale = found.model.weights()["scale.deviation"]
    assert begin.model.weights()["scale.deviation"][liking] == pytest.approx(0.01), "all were alike there"
    assert scale[liking] > 0.05
    turns = switches_of(reader, Thing.DOCUMENT)
    cases = cases_of(turns, len(turns) - 1, head.vectors)
    moment_s = float(turns.start_s[-1])
    ranker = NextRanker(Thing.DOCUMENT, found.model)
    ranker.know(said)
    told = dict(ranker.rank(reader.until(moment_s), moment_s))
    expected = dict(zip(cases.candidates[-1].tolist(), np.exp(found.model.tell(cases).all[-1]).tolist(), strict=True))
    assert told == pytest.approx({thing: expected[thing] for thing in told}, abs=1e-4)
    before = [NextRanker(Thing.DOCUMENT, one.model) for one in (found, begin)]
    unread = [dict(one.rank(reader.until(moment_s), moment_s)) for one in before]
    assert unread[0] != pytest.approx(told, abs=1e-6)
    before[1].know(said)
    assert dict(before[1].rank(reader.until(moment_s), moment_s)) == unread[1], "it never saw what documents say"


def test_another_history_is_counted_anew() -> None:
    ranker = NextRanker(Thing.APP)
    ranker.rank(person())
    other = habits(days=5, seed=4)
    assert ranker.rank(other) == NextRanker(Thing.APP).rank(other)


def test_without_a_model_the_most_recent_comes_first() -> None:
    switches = switches_of(person(), Thing.APP)
    ranked = NextRanker(Thing.APP).rank(person())
    assert ranked[0][0] == switches.thing[-2]
    assert switches.thing[-1] not in [thing for thing, _ in ranked]
    assert NextRanker(Thing.DOCUMENT).rank(person()) == []


def test_what_everybody_begins_with_is_learned_from_several_people() -> None:
    others = [cases_of(switches_of(habits(days=6, turns_a_day=60, seed=seed), Thing.APP), 50) for seed in (5, 6)]
    pooled = Pooled(others)
    rows = np.array([3, len(others[0]) - 1, len(others[0]), len(pooled) - 1])
    for name, values in pooled.numbers(rows).items():
        apart = [others[0].numbers(rows[:2])[name], others[1].numbers(rows[2:] - len(others[0]))[name]]
        assert np.array_equal(values, np.concatenate(apart)), name
    model = learned_from_all(others, 0, Course(device="cpu")).model
    switches = switches_of(person(), Thing.APP)
    cases = cases_of(switches, int(np.searchsorted(switches.start_s, CUT_S)))
    recent = metrics.ranks(scores(NextRule.MOST_RECENT, cases.features), cases.target, cases.there)
    ours = metrics.ranks(model.tell(cases).all, cases.target, cases.there)
    assert metrics.mrr(ours) > metrics.mrr(recent)
