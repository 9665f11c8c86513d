"""Garbage is collected by the sweeper alone, soon where it is young and once an hour where it is old."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.sweeper import FULL_EVERY, WHOLE_EVERY, Sweeper


class Knot:
    """Refers to itself: only the collector ends it."""

    def __init__(self) -> None:
        self.me = self


@pytest.fixture
def sweeper(qtbot: QtBot) -> Iterator[Sweeper]:
    del qtbot
    made = Sweeper()
    made.begin()
    yield made
    made.end()


def sweep(sweeper: Sweeper, times: int) -> None:
    for _time in range(times):
        sweeper.timeout.emit()


def test_young_garbage_goes_at_the_next_full_sweep(sweeper: Sweeper) -> None:
    sweep(sweeper, FULL_EVERY)
    gone = weakref.ref(Knot())
    sweep(sweeper, FULL_EVERY)
    assert gone() is None


def test_what_lived_through_a_full_sweep_goes_within_the_hour(sweeper: Sweeper) -> None:
    knot = Knot()
    gone = weakref.ref(knot)
    sweep(sweeper, FULL_EVERY)
    del knot
    sweep(sweeper, FULL_EVERY)
    assert gone() is not None, "each full sweep looks at everything: 120 ms in which the window stands still"
    sweep(sweeper, WHOLE_EVERY - 2 * FULL_EVERY)
    assert gone() is None


def test_the_collector_is_as_it_was_afterwards(qtbot: QtBot) -> None:
    del qtbot
    made = Sweeper()
    made.begin()
    assert not gc.isenabled()
    sweep(made, FULL_EVERY)
    made.end()
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0
