"""Documents are chosen by interest, novelty and the time there is; what is wanted less of takes its like along."""

from __future__ import annotations

from dataclasses import replace

from engine.domain.clock import MS_PER_HOUR
from engine.domain.digest import MOST_ITEMS, ReadLately, Unread
from engine.insights.digest.rank import Moment, chosen, held_back
from engine.insights.digest.reading import minutes_of, words_of

NOW_MS = 100 * 24 * MS_PER_HOUR
OLD_MS = NOW_MS - 60 * 24 * MS_PER_HOUR


def _unread(number: int, text: str, added_ms: int = OLD_MS, minutes: int = 5) -> Unread:
    return Unread(number, f"/{number}", text, added_ms, minutes, words_of([text]))


def _read(text: str, minutes: float = 30) -> ReadLately:
    return ReadLately(99, text, minutes, words_of([text]))


TIDES = _unread(1, "tide gauge readings harbour")
BREAD = _unread(2, "sourdough bread oven flour")
WINE = _unread(3, "wine cellar grapes")


def _numbers(unread: list[Unread], moment: Moment) -> list[int]:
    return [one.document.id for one in chosen(unread, moment)]


def test_what_was_read_lately_speaks_for_what_is_like_it() -> None:
    found = chosen([WINE, BREAD, TIDES], Moment(NOW_MS, None, [_read("gauge of the tide")]))
    assert [one.document.id for one in found] == [1], "what is old and of no interest is not named"
    assert found[0].near == "gauge of the tide"
    assert set(found[0].shared) == {"tide", "gauge"}


def test_new_ones_are_named_without_any_interest() -> None:
    new = replace(BREAD, added_ms=NOW_MS)
    assert _numbers([WINE, new], Moment(NOW_MS, None, [])) == [2]
    assert _numbers([WINE, BREAD], Moment(NOW_MS, None, [])) == []


def test_what_fits_before_the_next_planned_time_comes_first() -> None:
    new = [replace(WINE, added_ms=NOW_MS, minutes=40), replace(BREAD, added_ms=NOW_MS, minutes=8)]
    assert _numbers(new, Moment(NOW_MS, 10, [])) == [2, 3]
    assert _numbers(new[:1], Moment(NOW_MS, 10, [])) == [3], "what is too long is named last, and still named"


def test_less_like_this_takes_its_like_along() -> None:
    new = [replace(one, added_ms=NOW_MS) for one in (TIDES, BREAD, WINE)]
    less = words_of(["bread flour oven"])
    moment = Moment(NOW_MS, None, [], [less])
    assert _numbers(new, moment) == [1, 3]
    assert held_back(new, moment) == 1


def test_less_like_one_does_not_take_all_that_shares_a_word() -> None:
    report = "quarterly report figures tables chart {}"
    texts = ("harbour walls quay silt sonar", "violin sonata cello tempo", "ledger audit refund payroll")
    new = [_unread(at, report.format(text), NOW_MS) for at, text in enumerate(texts, 1)]
    assert {2, 3} <= set(_numbers(new[1:], Moment(NOW_MS, None, [], [new[0].words])))


def test_there_are_at_most_five_and_no_two_alike() -> None:
    many = [_unread(number, f"word{number} thing{number} topic{number}", NOW_MS) for number in range(1, 20)]
    assert len(_numbers(many, Moment(NOW_MS, None, []))) == MOST_ITEMS
    twins = [_unread(number, "tide gauge readings harbour", NOW_MS) for number in (1, 2)]
    assert _numbers([*twins, replace(WINE, added_ms=NOW_MS)], Moment(NOW_MS, None, [])) == [1, 3]


def test_reading_takes_whole_minutes() -> None:
    assert (minutes_of(0), minutes_of(230), minutes_of(231)) == (1, 1, 2)
    assert words_of(["The tide, the TIDE: 42"]) == {"tide": 2}
