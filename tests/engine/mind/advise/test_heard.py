"""What was said is followed at once, of whatever was recommended."""

from __future__ import annotations

from helpers.advised_person import HOUR, OffersInMemory

from engine.domain.offers import Offered
from engine.domain.recommended import Kind, Offer, Scored, Verdict
from engine.mind.advise.heard import MOST_SILENT, Heard, of_kind

NOW_S = 1_750_000_000.0
DAY = 24 * HOUR


def offered(ago_s: float, kind: Kind = Kind.DOCUMENT) -> Offered:
    offer = Offer(0, round((NOW_S - ago_s) * 1000), "greedy", 1.0, 1)
    return Offered(offer, kind, Scored(0.0, 0.0), document_id=1)


def test_what_is_said_is_heard_at_once_of_what_was_shown_days_ago_too() -> None:
    log = OffersInMemory()
    log.add([offered(3 * DAY), offered(2 * HOUR), offered(100 * DAY)])
    heard = Heard(log)
    now_ms = round(NOW_S * 1000)
    assert [len(one.said) for one in heard.upto(now_ms)] == [0, 0]  # the oldest has faded
    log.say(1, Verdict.LESS, NOW_S)
    log.say(2, Verdict.WRONG, NOW_S)
    log.add([offered(-60, Kind.BLOCK)])
    assert [len(one.said) for one in heard.upto(now_ms + 120_000)] == [1, 1, 0]
    log.unsay(1)
    assert [len(one.said) for one in heard.upto(now_ms + 121_000)] == [0, 1, 0]
    assert [len(one.said) for one in heard.upto(now_ms + 3_700_000)] == [0, 1, 0]
    assert [one.offered.kind for one in of_kind(heard.upto(now_ms), Kind.BLOCK)] == [Kind.BLOCK]


def test_of_what_nobody_answered_only_the_latest_are_kept() -> None:
    log = OffersInMemory()
    log.add([offered(2 * DAY - place) for place in range(MOST_SILENT + 50)])
    log.say(3, Verdict.LESS, NOW_S)
    found = Heard(log).upto(round(NOW_S * 1000))
    assert len(found) == MOST_SILENT + 1
    assert [one.offered.offer.id for one in found[:2]] == [3, 51]


def test_what_was_forgotten_is_heeded_no_more() -> None:
    log = OffersInMemory()
    log.add([offered(3 * DAY), offered(2 * DAY)])
    log.say(1, Verdict.LESS, NOW_S)
    heard = Heard(log)
    now_ms = round(NOW_S * 1000)
    assert len(heard.upto(now_ms)) == 2
    log.clear()
    assert heard.upto(now_ms + 1_000) == ()
