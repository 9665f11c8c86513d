"""The learned models behind advice: explained, kept up with what happens, told again while nothing moves."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from helpers.advised_person import (
    DAY,
    DEEP,
    HOUR,
    MONDAY,
    WEIGHTS,
    AdvisedPerson,
    at,
    fact,
    library_of_topics,
    worked_days,
)
from helpers.streams import stream

from engine.domain.advice_sources import Meant
from engine.domain.intervals import Interval
from engine.domain.presence import Presence
from engine.domain.recommended import Abstention, Notice, Reason, ReasonKind, Scored, Verdict
from engine.domain.stream_row import StreamRow
from engine.mind.advise.adviser import meant_now
from engine.mind.advise.focus_time import Ahead, slots_ahead
from engine.mind.advise.learned_documents import LearnedRanking, Meanings, beside_itself, facts_of
from engine.mind.advise.learned_time import LearnedForesight
from engine.mind.advise.library import library_of
from engine.mind.advise.models import Models
from engine.mind.advise.moment import moment_of
from engine.mind.bandit.choose import Bandit
from engine.mind.focus.forecaster import Forecaster
from engine.mind.focus.week import Rhythm
from engine.mind.recommend.facts import Interest
from engine.mind.recommend.kept import numbers_of
from engine.mind.recommend.ranker import FALLBACK
from engine.mind.recommend.recommender import fit
from engine.mind.recommend.sessions import uses_of

NOW = MONDAY + 42 * DAY + 11.5 * HOUR
ROWS = worked_days(42)


@pytest.fixture(scope="module")
def numbers() -> dict[str, np.ndarray[tuple[int, ...], np.dtype[np.generic]]]:
    learned = fit(uses_of(stream(ROWS, WEIGHTS)), facts_of(library_of(library_of_topics())), now_s=NOW, counts=FALLBACK)
    return numbers_of(learned)


@pytest.fixture
def person() -> AdvisedPerson:
    found = AdvisedPerson()
    found.rows.all = list(ROWS)
    found.documents.all = library_of_topics()
    return found


def test_advice_says_which_run_it_rests_on(person: AdvisedPerson, numbers: dict[str, np.ndarray]) -> None:
    ranking = LearnedRanking(numbers)
    models = Models(ranking=ranking, alike=ranking.alike, sequel=lambda _stream, _now: {4: 0.9, 99: 0.1}, run=7)
    advice = person.adviser(lambda: models, Bandit(explores=False)).advise(at(NOW))
    assert advice.notices == ()
    assert {pick.offer.model for pick in advice.documents} == {7}
    assert all(abs(pick.why.unexplained) < 1e-9 for pick in advice.documents)
    (told,) = (pick for pick in advice.documents if pick.document_id == 4)
    assert ReasonKind.SEQUENCE in {one.kind for one in told.why.reasons}
    assert advice.block is not None
    assert advice.block.offer.model == 0  # that one is still chosen by what the hours usually are like


def test_however_many_are_sent_away_others_take_their_place(
    person: AdvisedPerson, numbers: dict[str, np.ndarray]
) -> None:
    models = Models(ranking=LearnedRanking(numbers), run=7)
    adviser = person.adviser(lambda: models, Bandit(explores=False))
    gone: set[int] = set()
    for turn in range(5):
        picks = adviser.advise(at(NOW + turn)).documents
        assert len(picks) == 5
        assert not gone & {pick.document_id for pick in picks}
        gone |= {pick.document_id for pick in picks}
        for pick in picks:
            person.offers.say(pick.offer.id, Verdict.NOT_NOW, NOW + turn)
    assert {pick.document_id for pick in adviser.advise(at(NOW + 6 * HOUR)).documents} & gone


def test_notices_of_the_models_are_passed_on(person: AdvisedPerson) -> None:
    models = Models(notices=(Notice.MODEL_DAMAGED,))
    assert person.adviser(lambda: models).advise(at(NOW)).notices == (Notice.MODEL_DAMAGED, Notice.BASELINE)


def test_what_is_used_and_indexed_since_is_known(numbers: dict[str, np.ndarray]) -> None:
    ranking = LearnedRanking(numbers)
    library = library_of([*library_of_topics(), fact(40, "garden mushrooms", NOW - HOUR)], (1,))
    used = StreamRow(
        round((NOW - 900) * 1000), round((NOW - 600) * 1000), "UTC", Presence.ACTIVE, "editor", "x", DEEP, 17
    )
    before = moment_of(stream(ROWS, WEIGHTS), NOW, 0.0)
    after = moment_of(stream([*ROWS, used], WEIGHTS), NOW, 0.0)
    first, second = (dict(ranking(moment, library, {}, frozenset())) for moment in (before, after))
    assert second[17].score > (first[17].score if 17 in first else 0.0)
    assert next(one for one in second[17].reasons if one.kind is ReasonKind.RECENT).amount < 0.5
    assert 17 not in dict(ranking(after, library, {}, frozenset({17})))
    front = replace(before, title="garden mushrooms and moss - Browser")
    assert 40 in dict(ranking(front, library, {}, frozenset()))
    assert ranking.alike(6, 40) > ranking.alike(1, 40)
    assert ranking.alike(6, 4_000) == 0.0


def test_what_is_read_about_these_days_raises_what_is_about_it(numbers: dict[str, np.ndarray]) -> None:
    garden = [fact(40, "moss and soil", NOW - HOUR), fact(41, "soil of the garden", NOW - HOUR)]
    library = library_of([*library_of_topics(), *garden, fact(42, "moss in the garden", NOW - HOUR)], (1,))
    moment = moment_of(stream(ROWS, WEIGHTS), NOW, 0.0)
    interests = (Interest(("voyage", "harbour", "ship", "sail"), 0.1), Interest(("garden", "moss", "soil"), 0.3))
    told = dict(LearnedRanking(numbers, interests=lambda: interests)(moment, library, {}, frozenset()))
    (reason,) = (one for one in told[40].reasons if one.kind is ReasonKind.TOPIC)
    assert reason.subject == "garden, moss, soil"
    assert reason.adds > 0
    unread = LearnedRanking(numbers, interests=lambda: (Interest(("garden",), 0.0),))
    others = dict(unread(moment, library, {}, frozenset())).values()
    assert not [one for why in others for one in why.reasons if one.kind is ReasonKind.TOPIC]


def test_what_the_time_is_planned_for_raises_what_is_about_it(numbers: dict[str, np.ndarray]) -> None:
    library = library_of([*library_of_topics(), fact(40, "garden mushrooms", NOW - HOUR)], (1,))
    moment = replace(moment_of(stream(ROWS, WEIGHTS), NOW, 0.0), meant="Mushrooms in the garden")
    (reason,) = (
        one
        for one in dict(LearnedRanking(numbers)(moment, library, {}, frozenset()))[40].reasons
        if one.kind is ReasonKind.PURPOSE
    )
    assert (reason.subject, reason.adds > 0) == ("Mushrooms in the garden", True)


def test_what_is_planned_now_is_what_the_time_is_for() -> None:
    planned = [Meant(Interval(0, 10), "over"), Meant(Interval(5, 30), "Report"), Meant(Interval(10, 11), "Call")]
    assert [meant_now(planned, moment) for moment in (9, 10, 11, 30)] == ["over Report", "Report Call", "Report", ""]


def test_no_document_is_said_to_be_like_itself() -> None:
    like, other = Reason(ReasonKind.LIKE_NOW, 2.0, "the plan"), Reason(ReasonKind.OTHER, 3.0)
    beside = Reason(ReasonKind.LIKE_NOW, 0.5, "another plan")
    without = beside_itself(Scored(5.5, 0.0, (other, like, beside)), "the plan", 7_200.0)
    assert without.reasons == (Reason(ReasonKind.RECENT, 2.0, amount=2.0), beside, other)
    recent = Reason(ReasonKind.RECENT, 1.0, amount=2.0)
    joined = beside_itself(Scored(3.5, 0.0, (like, recent, beside)), "the plan", 7_200.0)
    assert joined.reasons == (Reason(ReasonKind.RECENT, 3.0, amount=2.0), beside)
    assert beside_itself(joined, "a third", 0.0) is joined
    assert abs(without.unexplained) + abs(joined.unexplained) < 1e-9


def test_meaning_is_used_where_it_is_known(numbers: dict[str, np.ndarray]) -> None:
    library = library_of(library_of_topics(), (1,))
    vectors = np.eye(len(library), dtype=np.float32)
    ranking = LearnedRanking(numbers, Meanings(lambda _library: vectors, lambda _title: vectors[24]))
    moment = replace(moment_of(stream(ROWS, WEIGHTS), NOW, 0.0), title="nothing anybody wrote")
    why = dict(ranking(moment, library, {}, frozenset()))[25]
    (reason,) = (one for one in why.reasons if one.kind is ReasonKind.LIKE_NOW and one.subject == moment.title)
    assert reason.adds > 0


def test_the_forecast_is_told_once_for_each_quarter_of_an_hour() -> None:
    history = stream(ROWS, WEIGHTS)
    foresight = LearnedForesight(Forecaster(rhythm=Rhythm(hours=0.1)))
    day, later = (_day(NOW), _day(NOW + 900))
    first = foresight(history, NOW, day, [""] * 96)
    assert foresight(history, NOW + 60, day, [""] * 96) is first
    second = foresight(history, NOW + 900, later, [""] * 96)
    assert second is not first
    assert foresight(history, NOW + 900, later, ["meeting", *[""] * 95]) is not second
    rest = first.minutes - sum(part.minutes for part in first.parts)
    assert np.allclose(
        rest, rest[0], atol=0.1
    )  # what no part tells is nearly the same for all slots: the person's mean


def _day(now_s: float) -> Ahead:
    ahead = slots_ahead(now_s, "UTC")
    return Ahead(ahead.start_s[:96], ahead.local_s[:96])


def test_a_learned_forecast_is_what_the_block_rests_on(person: AdvisedPerson) -> None:
    models = Models(foresight=LearnedForesight(Forecaster(rhythm=Rhythm(hours=0.1))), run=3)
    advice = person.adviser(lambda: models).advise(at(NOW))
    if advice.block is None:
        assert advice.no_block is Abstention.NO_PATTERN
    else:
        assert (advice.block.offer.policy, advice.block.offer.model) == ("forecast", 3)
        assert abs(advice.block.why.unexplained) < 1e-9
