"""What is said at a moment by counting alone, what the person says of it, and when there is nothing to say."""

from __future__ import annotations

import pytest
from helpers.advised_person import DAY, DEEP, HOUR, MONDAY, AdvisedPerson, at, fact, library_of_topics, worked_days

from engine.domain.advice_sources import Meant
from engine.domain.clock import utc
from engine.domain.intervals import Interval
from engine.domain.presence import Presence
from engine.domain.recommended import Abstention, Kind, Notice, ReasonKind, Verdict
from engine.domain.stream_row import StreamRow
from engine.mind.bandit.choose import Bandit

NOW = MONDAY + 42 * DAY + 11.5 * HOUR  # a Monday after six weeks
PLAIN = Bandit(explores=False)


@pytest.fixture
def room() -> AdvisedPerson:
    found = AdvisedPerson()
    found.rows.all = [*worked_days(42), *(one for one in worked_days(43) if one.start_ms >= (MONDAY + 42 * DAY) * 1000)]
    found.rows.all = [one for one in found.rows.all if one.end_ms <= NOW * 1000]
    found.documents.all = library_of_topics()
    return found


def test_the_block_lies_in_the_hours_that_usually_are_good(room: AdvisedPerson) -> None:
    advice = room.adviser().advise(at(NOW))
    assert advice.block is not None
    start = utc(advice.block.interval.start_ms)
    assert start.hour in {9, 10}
    assert advice.block.interval.start_ms >= NOW * 1000
    assert 45 * 60_000 <= advice.block.interval.length_ms <= 120 * 60_000
    assert ReasonKind.HOURS in {one.kind for one in advice.block.why.reasons}
    assert abs(advice.block.why.unexplained) < 1e-9
    assert advice.block.low <= advice.block.probability <= advice.block.high
    assert (advice.block.offer.model, advice.block.offer.propensity) == (0, 1.0)
    assert advice.notices == (Notice.BASELINE,)


def test_what_is_planned_is_not_offered(room: AdvisedPerson) -> None:
    first = room.adviser().advise(at(NOW)).block
    assert first is not None
    room.meant = [Meant(first.interval, "meeting")]
    second = room.adviser().advise(at(NOW)).block
    assert second is not None
    assert second.interval.clip(first.interval) is None


@pytest.mark.parametrize("verdict", [Verdict.NOT_NOW, Verdict.WRONG, Verdict.ACCEPTED])
def test_a_time_that_was_answered_is_not_offered_again(room: AdvisedPerson, verdict: Verdict) -> None:
    adviser = room.adviser()
    first = adviser.advise(at(NOW)).block
    assert first is not None
    room.offers.say(first.offer.id, verdict, NOW + 5)
    second = adviser.advise(at(NOW + 10)).block
    assert second is not None
    assert second.interval.clip(first.interval) is None
    if verdict is Verdict.NOT_NOW:  # "not today"
        assert utc(second.interval.start_ms).date() != utc(first.interval.start_ms).date()


def test_an_answer_about_a_time_leaves_the_documents_as_they_are(room: AdvisedPerson) -> None:
    adviser = room.adviser(bandit=Bandit())
    first = adviser.advise(at(NOW))
    assert first.block is not None
    room.offers.say(first.block.offer.id, Verdict.NOT_NOW, NOW + 5)
    second = adviser.advise(at(NOW + 10))
    assert second.block != first.block
    assert second.documents == first.documents
    room.offers.say(first.documents[0].offer.id, Verdict.LESS, NOW + 15)
    assert adviser.advise(at(NOW + 20)).documents != first.documents


def test_less_of_a_time_takes_minutes_off_and_says_so(room: AdvisedPerson) -> None:
    adviser = room.adviser()
    first = adviser.advise(at(NOW)).block
    assert first is not None
    room.offers.say(first.offer.id, Verdict.LESS, NOW + 5)
    second = adviser.advise(at(NOW + 10)).block
    assert second is None or second.why.score < first.why.score


def test_documents_are_explained_and_the_one_in_front_is_not_named(room: AdvisedPerson) -> None:
    front = room.rows.all[-1]._replace(start_ms=round((NOW - 60) * 1000), end_ms=round(NOW * 1000), document=3)
    room.rows.all.append(front)
    advice = room.adviser(bandit=PLAIN).advise(at(NOW))
    assert len(advice.documents) == 5
    assert 3 not in {pick.document_id for pick in advice.documents}
    assert [pick.offer.rank for pick in advice.documents] == [1, 2, 3, 4, 5]
    for pick in advice.documents:
        assert abs(pick.why.unexplained) < 1e-9
        assert pick.why.reasons
        assert pick.path == room.documents.all[pick.document_id - 1].path
        assert room.offers.get(pick.offer.id) is not None
    assert len({one.id for one in (pick.offer for pick in advice.documents)}) == 5


def test_the_title_in_front_brings_documents_like_it(room: AdvisedPerson) -> None:
    room.documents.all.append(fact(99, "zeppelin airworthiness handbook"))
    end = round(NOW * 1000)
    room.rows.all.append(
        StreamRow(end - 60_000, end, "UTC", Presence.ACTIVE, "browser", "Zeppelin airworthiness - Browser", 0, 0)
    )
    advice = room.adviser(bandit=PLAIN).advise(at(NOW))
    (pick,) = (one for one in advice.documents if one.document_id == 99)
    assert [one.kind for one in pick.why.reasons if one.kind is not ReasonKind.OTHER] == [ReasonKind.LIKE_NOW]
    assert pick.why.reasons[0].subject == "Zeppelin airworthiness - Browser"


@pytest.mark.parametrize("verdict", [Verdict.NOT_NOW, Verdict.LESS, Verdict.WRONG])
def test_a_document_that_was_sent_away_is_gone_at_once(room: AdvisedPerson, verdict: Verdict) -> None:
    adviser = room.adviser(bandit=PLAIN)
    first = adviser.advise(at(NOW)).documents[0]
    room.offers.say(first.offer.id, verdict, NOW + 1)
    after = adviser.advise(at(NOW + 2))
    assert first.document_id not in {pick.document_id for pick in after.documents}
    assert len(after.documents) == 5


def test_files_that_are_gone_are_not_named(room: AdvisedPerson) -> None:
    first = room.adviser(bandit=PLAIN).advise(at(NOW)).documents
    room.lost = {first[0].path}
    room.offers.gone = {first[1].document_id}
    after = room.adviser(bandit=PLAIN).advise(at(NOW)).documents
    assert not {first[0].document_id, first[1].document_id} & {pick.document_id for pick in after}
    assert len(after) == 4  # the store refused one


def test_nothing_new_is_said_while_nothing_is_new(room: AdvisedPerson) -> None:
    adviser = room.adviser()
    first = adviser.advise(at(NOW))
    assert adviser.advise(at(NOW + 60)) is first
    stored = len(room.offers.shown)
    room.rows.all.append(
        StreamRow(round(NOW * 1000), round((NOW + 90) * 1000), "UTC", Presence.ACTIVE, "editor", "x", DEEP, 7)
    )
    second = adviser.advise(at(NOW + 90))
    assert second is not first
    assert second.block is not None
    assert first.block is not None
    assert second.block.offer == first.block.offer  # the same time keeps its number
    assert len(room.offers.shown) == stored + 5
    later = adviser.advise(at(NOW + 90 + 11 * 60))
    assert later is not second


@pytest.mark.parametrize(
    ("days", "block"), [(0, Abstention.NO_HISTORY), (2, Abstention.TOO_LITTLE), (6, Abstention.TOO_LITTLE)]
)
def test_too_little_history_is_said_to_be_too_little(days: int, block: Abstention) -> None:
    room = AdvisedPerson()
    room.rows.all = worked_days(days)[: None if days < 6 else 16]
    advice = room.adviser().advise(at(MONDAY + 8 * DAY))
    assert (advice.block, advice.no_block) == (None, block)
    assert (advice.documents, advice.no_documents) == ((), Abstention.NO_DOCUMENTS)


def test_hours_that_say_nothing_are_said_to_say_nothing(room: AdvisedPerson) -> None:
    room.rows.all = [one for one in worked_days(42, good=()) if one.end_ms <= NOW * 1000]
    assert room.adviser().advise(at(NOW)).no_block is Abstention.NO_PATTERN


def test_without_free_time_there_is_no_block(room: AdvisedPerson) -> None:
    room.meant = [Meant(Interval(round(NOW * 1000), round((NOW + 9 * DAY) * 1000)), "holiday")]
    assert room.adviser().advise(at(NOW)).no_block is Abstention.NO_TIME


def test_documents_nothing_speaks_for_are_not_named() -> None:
    room = AdvisedPerson()
    room.documents.all = library_of_topics()
    assert room.adviser().advise(at(NOW)).no_documents is Abstention.NO_HISTORY
    room.documents.all.append(fact(50, "just arrived", NOW - 2 * HOUR))
    (pick,) = room.adviser().advise(at(NOW)).documents
    assert pick.document_id == 50
    (reason,) = pick.why.reasons
    assert (reason.kind, round(reason.amount)) == (ReasonKind.NEW, 2)


def test_an_offer_is_explained_as_it_was_made(room: AdvisedPerson) -> None:
    adviser = room.adviser()
    advice = adviser.advise(at(NOW))
    pick = advice.documents[0]
    found = adviser.explain(pick.offer.id)
    assert found is not None
    assert (found.kind, found.document_id, found.why) == (Kind.DOCUMENT, pick.document_id, pick.why)
    assert adviser.explain(10_000) is None
