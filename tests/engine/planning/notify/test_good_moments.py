"""What can wait is said when the person is likely to turn to something else, and after a quarter of an hour at most."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from engine.domain.clock import MS_PER_MINUTE
from engine.domain.notifications import Notification, NotificationKind
from engine.planning.notify.good_moments import LIKELY, LONGEST_MS, GoodMoments

NOW = 1_800_000_000_000
GOAL = Notification("goal", NotificationKind.GOAL_MET, NOW, NOW + 10 * LONGEST_MS)
BLOCK = Notification("block", NotificationKind.BLOCK_SOON, NOW, NOW + LONGEST_MS)


@dataclass
class Person:
    """Stays with what is in front as likely as told; how often that was asked."""

    stays: float | None
    asked: int = field(default=0)

    def __call__(self) -> float | None:
        self.asked += 1
        return self.stays


def test_what_is_urgent_is_said_at_once_and_the_models_are_not_asked() -> None:
    person = Person(1.0)
    assert GoodMoments(person).of([BLOCK], NOW) == [BLOCK]
    assert GoodMoments(person).of([], NOW) == []
    assert not person.asked


def test_what_can_wait_waits_while_the_person_will_likely_stay() -> None:
    person = Person(LIKELY)
    moments = GoodMoments(person)
    assert moments.of([GOAL, BLOCK], NOW) == [BLOCK]
    person.stays = LIKELY - 0.01
    assert moments.of([GOAL], NOW + MS_PER_MINUTE) == [GOAL]


@pytest.mark.parametrize("stays", [None, 0.0])
def test_where_nothing_is_known_nothing_waits(stays: float | None) -> None:
    assert GoodMoments(Person(stays)).of([GOAL], NOW) == [GOAL]


def test_nothing_waits_for_longer_than_a_quarter_of_an_hour() -> None:
    moments = GoodMoments(Person(0.99))
    assert moments.of([GOAL], NOW) == []
    assert moments.of([GOAL], NOW + LONGEST_MS - 1) == []
    assert moments.of([GOAL], NOW + LONGEST_MS) == [GOAL]


def test_a_clock_that_was_set_back_lets_nothing_wait_for_ever() -> None:
    moments = GoodMoments(Person(0.99))
    assert moments.of([GOAL], NOW) == []
    assert moments.of([GOAL], NOW - LONGEST_MS) == [GOAL]
