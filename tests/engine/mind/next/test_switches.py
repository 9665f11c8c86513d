import numpy as np
import pytest
from helpers.streams import row, stream

from engine.domain.presence import Presence
from engine.mind.next.switches import Thing, switches_of


def test_a_thing_over_several_rows_is_one_turn() -> None:
    found = switches_of(stream([row(0, 10, "a"), row(10, 20, "a", title="x"), row(20, 30, "b")]), Thing.APP)
    assert found.thing.tolist() == [0, 1]
    assert found.start_s.tolist() == [0.0, 20.0]


def test_rows_without_the_thing_do_not_count() -> None:
    rows = [row(0, 10, "a", document=3), row(10, 20, "b"), row(20, 30, "c", document=3), row(30, 40, "d", document=4)]
    assert switches_of(stream(rows), Thing.DOCUMENT).thing.tolist() == [3, 4]
    rows = [row(0, 10, "a"), row(10, 20, ""), row(20, 30, "c")]
    assert switches_of(stream(rows), Thing.APP).thing.tolist() == [0, 1]


@pytest.mark.parametrize(
    ("between", "pause"),
    [
        ([], True),
        ([row(10, 1900, presence=Presence.IDLE, app="")], True),
        ([row(10, 1000, presence=Presence.IDLE, app="")], True),
        ([row(10, 1900, "c")], False),
        ([row(1000, 1900, "")], False),  # at the machine, in something withheld
    ],
)
def test_a_pause_is_half_an_hour_away(between: list[object], pause: bool) -> None:
    found = switches_of(stream([row(0, 10, "a"), *between, row(1900, 2000, "b")]), Thing.APP)  # type: ignore[list-item]
    assert bool(found.pause[-1]) is pause
    assert bool(found.pause[0])


def test_a_short_while_away_is_no_pause_unless_the_machine_was_off() -> None:
    idle = [row(0, 10, "a"), row(10, 100, presence=Presence.IDLE, app=""), row(100, 200, "b")]
    off = [row(0, 10, "a"), row(10, 100, presence=Presence.SUSPENDED, app=""), row(100, 200, "b")]
    assert switches_of(stream(idle), Thing.APP).pause.tolist() == [True, False]
    assert switches_of(stream(off), Thing.APP).pause.tolist() == [True, True]


def test_nothing_gives_nothing() -> None:
    assert len(switches_of(stream([]), Thing.APP)) == 0
    assert switches_of(stream([]), Thing.APP).thing.dtype == np.int32
