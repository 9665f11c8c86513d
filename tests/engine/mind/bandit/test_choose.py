"""What is chosen: heeding at once what was said, exploring within bounds, with the probabilities it says."""

from __future__ import annotations

import numpy as np
import pytest
from helpers.bandit_world import STEP_MS, World, live, regrets
from helpers.offers import HOUR

from engine.domain.offers import Offered, Said, Shown
from engine.domain.recommended import Kind, Offer, Reason, ReasonKind, Scored, Verdict
from engine.mind.bandit.candidates import FEATURES
from engine.mind.bandit.choose import GREEDY, UNDER, Bandit, Choice
from engine.mind.bandit.spoken import DAY_MS, LESS_QUIET_MS, QUIET_MS

NOW = 100 * DAY_MS
HERE = "d77"


def _scored(score: float, kind: ReasonKind = ReasonKind.RECENT) -> Scored:
    return Scored(score, 0.0, (Reason(kind, score),))


RANKED = [(number, _scored(2.0 - number / 10)) for number in range(1, 13)]


def _choose(
    history: list[Shown] | None = None, *, context: str = HERE, now_ms: int = NOW, **more: object
) -> list[Choice]:
    rng = np.random.default_rng(5)
    return Bandit(explores=False).choose(RANKED, context, history or [], now_ms, rng, **more)  # type: ignore[arg-type]


def _shown(document: int, verdict: Verdict | None, ago_ms: int, context: str = HERE, number: int = 1) -> Shown:
    at_ms = NOW - ago_ms
    offer = Offer(number, at_ms, "thompson", 1.0, 1)
    offered = Offered(offer, Kind.DOCUMENT, _scored(1.0), document, None, context, {}, at_ms)
    return Shown(offered, () if verdict is None else (Said(number, at_ms, verdict),))


def _documents(choices: list[Choice]) -> list[int]:
    return [one.document for one in choices]


def test_without_feedback_the_ranking_stays_and_the_scores_too() -> None:
    chosen = _choose()
    assert _documents(chosen) == [1, 2, 3, 4, 5]
    assert [one.place for one in chosen] == [1, 2, 3, 4, 5]
    assert [one.why.score for one in chosen] == pytest.approx([score.score for _, score in RANKED[:5]])
    assert Bandit().choose([], HERE, [], NOW, np.random.default_rng(1)) == []
    few = Bandit().choose(RANKED[:3], HERE, [], NOW, np.random.default_rng(1))
    assert [(one.document, one.propensity) for one in few] == [(1, 1.0), (2, 1.0), (3, 1.0)]


def test_not_now_is_quiet_for_hours_and_then_comes_back() -> None:
    for ago_ms, there in ((0, False), (QUIET_MS - 1, False), (3 * DAY_MS, True)):
        assert (1 in _documents(_choose([_shown(1, Verdict.NOT_NOW, ago_ms)]))) is there


def test_wrong_is_never_shown_there_again_and_elsewhere_still() -> None:
    history = [_shown(1, Verdict.WRONG, 90 * DAY_MS)]
    assert 1 not in _documents(_choose(history))
    assert 1 in _documents(_choose(history, context="d78"))


def test_less_brings_fewer_like_it_and_says_so() -> None:
    def alike(one: int, other: int) -> float:
        return 0.95 if {one, other} <= {1, 2, 3} else 0.0

    history = [_shown(1, Verdict.LESS, HOUR)]
    chosen = _documents(_choose(history, alike=alike))
    assert not {1, 2, 3} & set(chosen)
    assert {2, 3} <= set(_documents(_choose(history)))
    later = _choose([_shown(1, Verdict.LESS, LESS_QUIET_MS + 1)], alike=alike)
    (third,) = [one for one in _choose([_shown(9, Verdict.LESS, HOUR)], alike=lambda *_: 0.5) if one.document == 3]
    assert [reason.adds < 0 for reason in third.why.reasons if reason.kind is ReasonKind.SAID] == [True]
    assert 4 in _documents(later)


def test_opening_lifts_not_now_and_less() -> None:
    for verdict in (Verdict.NOT_NOW, Verdict.LESS):
        history = [_shown(1, verdict, 2 * HOUR), _shown(1, Verdict.OPENED, HOUR, "d1", 2)]
        assert _documents(_choose(history))[0] == 1


def test_what_is_shown_and_ignored_sinks() -> None:
    history = [_shown(1, None, (20 - at) * 2 * HOUR, "", at) for at in range(1, 12)]
    assert 1 not in _documents(_choose(history))
    history.append(_shown(1, Verdict.OPENED, HOUR, "", 99))
    assert 1 in _documents(_choose(history))


def test_the_kind_of_reason_that_is_taken_rises() -> None:
    kinds = (ReasonKind.OFTEN, ReasonKind.NEW)
    ranked = [(number, _scored(1.0 - number / 100, kinds[number % 2])) for number in range(1, 11)]
    rng = np.random.default_rng(5)
    before = Bandit(explores=False).choose(ranked, "", [], NOW, rng)
    history = []
    for at in range(30):
        made_ms = NOW - (40 - at) * 3 * HOUR
        offer = Offer(at + 1, made_ms, GREEDY, 1.0, 1)
        kind = kinds[at % 2]
        features = {kind.value: 0.5, f"leads_{kind.value}": 1.0}
        offered = Offered(offer, Kind.DOCUMENT, _scored(1.0, kind), 100 + at, None, "", features, made_ms)
        history.append(Shown(offered, (Said(at, made_ms, Verdict.OPENED),) if at % 2 else ()))
    after = Bandit(explores=False).choose(ranked, "", history, NOW, rng)
    assert [one.document % 2 for one in before] == [1, 0, 1, 0, 1]
    assert [one.document % 2 for one in after] == [1] * 5
    assert after[0].why.score > before[0].why.score


def test_scores_are_the_sum_of_their_parts_and_order_what_is_shown() -> None:
    lived = live(World(3), Bandit(), 40)
    every = [one.offered for one in lived.history]
    assert max(abs(one.why.unexplained) for one in every) < 1e-9
    for at in range(40):
        slate = [one.why.score for one in every[5 * at : 5 * at + 4]]
        assert slate == sorted(slate, reverse=True)
    assert all(set(FEATURES) <= set(one.features) for one in every)


def test_only_the_last_place_explores_and_never_what_was_told_wrong() -> None:
    history = [_shown(number, Verdict.WRONG, HOUR, "elsewhere", number) for number in (6, 7)]
    counts = dict.fromkeys(range(1, 13), 0)
    told: dict[int, float] = {}
    for seed in range(400):
        chosen = Bandit().choose(RANKED, HERE, history, NOW, np.random.default_rng(seed))
        assert [one.exploring for one in chosen[:4]] == [False] * 4
        assert [one.propensity for one in chosen[:4]] == [1.0] * 4
        last = chosen[4]
        assert last.exploring is (last.features[UNDER + GREEDY] == 0.0)
        assert last.why.reasons[-1].kind is ReasonKind.EXPLORING or not last.exploring
        counts[last.document] += 1
        told.setdefault(last.document, last.propensity)
    assert counts[6] == counts[7] == 0
    assert sum(counts[number] for number in range(1, 5)) == 0
    for document, propensity in told.items():
        assert counts[document] / 400 == pytest.approx(propensity, abs=0.1)
    assert min(told.values()) >= 0.02 / 15


def test_the_chances_of_the_last_place_sum_to_one() -> None:
    rng = np.random.default_rng(2)
    chances = Bandit()._chances(rng.standard_normal((400, 15)))
    assert chances.sum() == pytest.approx(1.0)
    assert chances.min() >= 0.02 / 15


def test_exploring_finds_what_greed_never_shows() -> None:
    found = regrets([1, 5], 100)
    assert sum(found["thompson"]) < 0.95 * sum(found["greedy"])
    assert sum(found["thompson"]) < 0.95 * sum(found["recommender"])


def test_choices_repeat_with_the_seed() -> None:
    first, second = (live(World(4), Bandit(), 15).history for _ in range(2))
    assert first == second
    assert first[-1].offered.offer.made_ms == 15 * STEP_MS
