import numpy as np
import pytest
from helpers.turning import habits

from engine.mind.next.candidates import MOST, Moment, candidates_of, column, features_of
from engine.mind.next.cases import cases_of
from engine.mind.next.counts import Counts
from engine.mind.next.past import EVENT, Asked
from engine.mind.next.switches import Switches, Thing, switches_of


def turns(things: list[int], each_s: float = 60.0, pauses: tuple[int, ...] = ()) -> Switches:
    start_s = 1_750_000_000.0 + each_s * np.arange(len(things), dtype=np.float64)
    pause = np.isin(np.arange(len(things)), [0, *pauses])
    return Switches(
        start_s,
        start_s,
        np.zeros(len(things), np.int32),
        np.array(things, np.int32),
        pause,
        np.zeros(len(things), np.int32),
        np.full(len(things), -1, np.int32),
    )


def counted(things: list[int]) -> tuple[Counts, Moment]:
    counts, all_turns = Counts(), turns(things)
    for thing, start_s in zip(things, all_turns.start_s.tolist(), strict=True):
        counts.turn(thing, start_s, start_s, pause=False)
    return counts, Moment(counts.now_s + 60, counts.now_s + 60, pause=False)


def told(things: list[int], name: str) -> dict[int, float]:
    counts, moment = counted(things)
    found = candidates_of(counts)
    return dict(zip(found.tolist(), features_of(counts, found, moment)[:, column(name)].tolist(), strict=True))


def test_candidates_are_the_most_recent_first_without_what_is_in_front() -> None:
    counts, _ = counted([0, 1, 2, 1, 3])
    assert candidates_of(counts).tolist() == [1, 2, 0]


def test_what_usually_follows_is_a_candidate_however_long_ago() -> None:
    many = list(range(2, 2 + 2 * MOST))
    counts, _ = counted([0, 1, 0, 1, *many, 0])
    found = candidates_of(counts).tolist()
    assert len(found) == MOST
    assert 1 in found
    assert found[0] == many[-1]


def test_what_came_after_what() -> None:
    after = told([0, 1, 0, 2, 0, 1, 0], "after_1")
    assert after[1] > after[2]
    assert np.exp(after[1]) == pytest.approx((2 + 0.5 * 2 / 7) / 3.5)
    assert told([0, 1, 2, 3, 0, 1], "after_2_ever") == {2: 1.0, 3: 0.0, 0: 0.0}
    assert told([0, 1, 0, 2, 0], "after_1_faded")[2] > told([0, 1, 0, 2, 0], "after_1_faded")[1]


def test_the_title_in_front_tells_what_follows_in_its_app() -> None:
    counts = Counts()
    for turn in range(20):
        for place, (thing, title) in enumerate([(0, -1), (1 + turn % 2, turn % 2)]):
            counts.turn(thing, 60.0 * (2 * turn + place), 0.0, pause=False, title=title)
    found = candidates_of(counts)
    counts.turn(0, 9_000.0, 0.0, pause=False)
    told = {
        title: features_of(counts, found, Moment(9_060.0, 0.0, pause=False, title=title))[:, column("title_after")]
        for title in (0, 1)
    }
    assert found.tolist() == [0, 1]
    assert told[0][1] > -0.3
    assert told[1][1] < -2.0


def test_groups_are_counted_as_things_are() -> None:
    counts = Counts()
    for thing, group in [(0, 7), (1, 7), (2, 8), (0, 7), (2, 8), (1, 7)]:
        counts.turn(thing, 60.0 * counts.turns, 0.0, pause=False, group=group)
    found = candidates_of(counts)
    told = features_of(counts, found, Moment(400.0, 0.0, pause=False))
    assert found.tolist() == [2, 0]
    assert told[:, column("group_same")].tolist() == [0.0, 1.0]
    assert told[:, column("group_first")].tolist() == [1.0, 1.0]
    # After group 7 came 7 once and 8 twice.
    assert told[0, column("group_after")] == pytest.approx(np.log((2 + 0.5 * 2 / 6) / 3.5))


def test_fading_never_overflows() -> None:
    counts, moment = counted([0, 1] * 12_000)
    found = candidates_of(counts)
    features = features_of(counts, found, moment)
    assert np.isfinite(features).all()
    assert np.exp(features[0, column("after_1_faded")]) == pytest.approx(1.0, abs=0.03)


def test_how_often_one_goes_back() -> None:
    assert told([0, 1, 0, 1, 0, 1, 0, 1], "back") == {0: 1.0}
    often, seldom = told([0, 1] * 20, "back_rate"), told([0, 1, 2] * 14, "back_rate")
    assert often[0] > -0.1
    assert max(seldom.values()) == 0.0  # of others than the thing before
    assert min(seldom.values()) < -1.0


def test_like_in_meaning() -> None:
    counts, moment = counted([0, 1, 2, 0])
    vectors = np.eye(3, dtype=np.float32)
    vectors[2] = vectors[0]
    found = candidates_of(counts)
    like = features_of(counts, found, moment, vectors)[:, column("like_now")]
    assert dict(zip(found.tolist(), like.tolist(), strict=True)) == {2: 1.0, 1: 0.0}


def test_cases_are_told_nothing_of_what_comes() -> None:
    stream = habits(days=3)
    whole = switches_of(stream, Thing.APP)
    part = whole.first(120)
    other = Switches(*(getattr(whole, name).copy() for name in Switches.__slots__))
    other.thing[120:] = (other.thing[120:] + 1) % 6
    other.start_s[121:] += 5000
    before, after = cases_of(part, 20), cases_of(other, 20)
    rows = np.arange(len(before))
    assert np.array_equal(before.features, after.features[rows])
    assert np.array_equal(before.moment, after.moment[rows])
    for name, values in before.numbers(rows).items():
        assert np.array_equal(values, after.numbers(rows)[name]), name


def test_places_of_what_came_and_of_what_was_before() -> None:
    cases = cases_of(turns([0, 1, 2, 0, 2, 0]))
    assert cases.turn.tolist() == [3, 4, 5]
    assert cases.candidates[:, :2].tolist() == [[1, 0], [2, 1], [0, 1]]
    assert cases.target.tolist() == [1, 0, 0]
    assert cases.back.tolist() == [0, 0, 0]
    assert cases.returned.tolist() == [False, True, True]
    unseen = cases_of(turns([0, 1, 2, 9]))
    assert unseen.target.tolist() == [-1]


def test_past_turns_say_what_was_alike_and_where_they_led() -> None:
    cases = cases_of(turns([0, 1, 2, 0, 1, 3]), first=5)
    events, leads = cases.past.seen(Asked(cases.turn, cases.now_s, cases.candidates))
    column_of = {name: place for place, name in enumerate(EVENT)}
    # In front is 1, before it 0. The turns, newest first: to 1 from 0, to 0 from 2, to 2 from 1, to 1 from 0.
    assert leads[0, :6].tolist() == [32, 0, 1, 32, -1, -1]
    assert cases.candidates[0, :2].tolist() == [0, 2]
    assert events[0, :4, column_of["same"]].tolist() == [0, 0, 1, 0]
    assert events[0, :4, column_of["same_two"]].tolist() == [0, 0, 1, 0]
    assert events[0, :4, column_of["age"]].tolist() == pytest.approx(np.log1p([60, 120, 180, 240]).tolist())
