"""One person's part: off until turned on, charged once a round, never beyond the limit, left at any time."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from engine.api.together import Together
from engine.domain.clock import Instant
from engine.domain.errors import UsageError
from engine.domain.model_status import Head
from engine.domain.together import (
    CLIP,
    GRID,
    HEADS,
    PriorJudged,
    TogetherError,
    TogetherFileError,
)
from engine.sharing.together.files import read_round, read_update, round_file, with_digest
from engine.storage.database import Database
from engine.storage.together import TogetherStore

NOW_MS = 1_795_203_000_000


class Learner:
    """Asks for half a step in each direction; does better or worse with an average, as is said."""

    def __init__(self) -> None:
        self.better = {Head.NEXT_DOCUMENT: True, Head.NEXT_APP: False}
        self.seen: list[tuple[Head, float]] = []

    def asks(self, head: Head, steps: Sequence[float], before_s: float) -> tuple[float, ...] | None:
        self.seen.append((head, before_s))
        return tuple(one + 0.5 for one in steps)

    def judge(self, head: Head, steps: Sequence[float], since_s: float) -> PriorJudged | None:
        return PriorJudged(head, 1.0, 1.1 if self.better[head] else 0.9, 100)


class Clock:
    def now(self) -> Instant:
        return Instant(NOW_MS, 0, 0, "UTC")


class Person:
    """A profile's part, with sharing turned on until it is not."""

    def __init__(self, database: Database) -> None:
        self.on = True
        self.together = Together(TogetherStore(database), lambda: self.on, lambda: False, Clock())
        self.learner = Learner()


@pytest.fixture
def person(tmp_path: Path) -> Iterator[Person]:
    with closing(Database.open(tmp_path / "kairos.db")) as database:
        yield Person(database)


def later(content: bytes, round_: int, people: int = 5) -> bytes:
    begun = read_round(content)
    return round_file(with_digest(replace(begun, round=round_, people=people, numbers=(GRID // 9, 0, 1, 2))))


def test_nothing_is_made_while_sharing_is_off_or_before_joining(person: Person) -> None:
    first = person.together.begin("Our office", HEADS, 5)
    with pytest.raises(TogetherError, match="kairos team join"):
        person.together.update(first, person.learner)
    person.on = False
    for asked in (
        lambda: person.together.begin("x", HEADS, 5),
        lambda: person.together.join(first, ()),
        lambda: person.together.update(first, person.learner),
    ):
        with pytest.raises(TogetherError, match="kairos share on"):
            asked()
    assert person.learner.seen == []


def test_an_update_is_made_once_and_charged_once(person: Person) -> None:
    first = person.together.begin("Our office", HEADS, 5)
    person.together.join(first, ())
    made = person.together.update(first, person.learner)
    assert person.together.update(first, person.learner) == made
    assert len(read_update(made).numbers) == 4
    assert b"office" not in made
    found = person.together.status()
    assert (found.rounds, found.bytes, found.name) == ((1,), len(made), "Our office")
    assert found.epsilon_millionths == pytest.approx(2_984_800, rel=1e-3)
    assert {one[1] for one in person.learner.seen} == {NOW_MS / 1_000 - 7 * 86_400}  # the last week is never seen
    again = person.together.update(later(first, 2), person.learner)
    assert again != made
    assert person.together.status().epsilon_millionths == pytest.approx(4_420_000, rel=0.02)  # not the double
    with pytest.raises(TogetherFileError, match="to round 2 already"):
        person.together.update(first, person.learner)


def test_heads_not_opted_in_give_nothing_but_noise(person: Person) -> None:
    first = person.together.begin("Our office", HEADS, 5)
    person.together.join(first, [Head.NEXT_APP])
    person.together.update(first, person.learner)
    assert {head for head, _ in person.learner.seen} == {Head.NEXT_APP}
    with pytest.raises(UsageError):
        person.together.join(first, [Head.FOCUS])


def test_the_limit_holds(person: Person) -> None:
    first = person.together.begin("Our office", HEADS, 5)
    person.together.join(first, (), 1_000_000)
    with pytest.raises(TogetherError, match=r"epsilon of 2\.98 in all; your limit is 1"):
        person.together.update(first, person.learner)
    assert person.together.status().bytes == 0
    begun = read_round(first)
    assert len(person.together.masked_numbers(begun, "a", 20, person.learner)) == 4  # a sum costs less
    with pytest.raises(TogetherError, match="Only 4 people"):
        person.together.masked_numbers(begun, "b", 4, person.learner)
    person.together.masked_numbers(begun, "c", 20, person.learner)
    with pytest.raises(TogetherError, match="your limit is 1"):
        person.together.masked_numbers(begun, "d", 20, person.learner)
    assert person.together.status().epsilon_millionths == pytest.approx(949_000, rel=0.02)


def test_leaving_ends_it_and_what_was_spent_stays_counted(person: Person) -> None:
    first = person.together.begin("Our office", HEADS, 5)
    person.together.join(first, ())
    person.together.update(first, person.learner)
    spent = person.together.status().epsilon_millionths
    assert person.together.leave()
    assert not person.together.leave()
    assert not person.together.takes_part()
    with pytest.raises(TogetherError, match="kairos team join"):
        person.together.masked_numbers(read_round(first), "a", 20, person.learner)
    assert person.together.status().epsilon_millionths == spent
    other = person.together.begin("Elsewhere", HEADS, 5)
    person.together.join(other, ())
    assert person.together.status().epsilon_millionths == spent  # the person is the same one everywhere
    with pytest.raises(TogetherError, match="Leave it first"):
        person.together.join(first, ())
    with pytest.raises(TogetherFileError, match="other people's"):
        person.together.update(first, person.learner)


def test_an_average_is_used_where_it_does_no_worse_and_taken_back(person: Person) -> None:
    first = person.together.begin("Our office", HEADS, 5)
    person.together.join(first, ())
    with pytest.raises(TogetherFileError, match="Nothing was learned"):
        person.together.adopt(first, person.learner)
    average = later(first, 2)
    told = person.together.adopt(average, person.learner)
    assert told.used == (Head.NEXT_DOCUMENT,)
    used = person.together.used()
    assert used == (read_round(average).numbers, (Head.NEXT_DOCUMENT,), NOW_MS)
    assert person.together.status().used == (Head.NEXT_DOCUMENT,)
    person.learner.better = dict.fromkeys(HEADS, False)
    assert person.together.adopt(later(first, 3), person.learner).used == ()
    assert person.together.used() == used  # a worse one takes nothing away
    assert person.together.take_back()
    assert person.together.used() is None
    foreign = json.loads(average)
    foreign["federation"] = "f" * 32
    with pytest.raises(TogetherFileError, match="changed since"):
        person.together.adopt(json.dumps(foreign).encode(), person.learner)


def test_an_update_is_never_longer_than_the_clip_before_noise(person: Person) -> None:
    first = person.together.begin("Our office", HEADS, 5)
    person.together.join(first, ())
    numbers = person.together.masked_numbers(read_round(first), "a", 500, person.learner)
    assert max(map(abs, numbers)) < CLIP + 12 * 6 * CLIP / 500**0.5


def test_a_made_up_number_far_ahead_is_refused_and_later_rounds_go_on(person: Person) -> None:
    first = person.together.begin("Our office", HEADS, 5)
    person.together.join(first, (), 100_000_000)
    for made_up in (9_000, 12):
        with pytest.raises(TogetherFileError, match=f"This is round {made_up}, far ahead of round 1"):
            person.together.update(later(first, made_up), person.learner)
    assert person.together.status().bytes == 0
    assert person.together.adopt(later(first, 9_000), person.learner).used  # an average does not say how far one is
    for number in (2, 2, 12):  # of several files of one number each is a round; some rounds may be left out
        person.together.update(later(first, number, people=5 + len(person.together.status().rounds)), person.learner)
    assert person.together.status().rounds == (2, 12)


def test_joining_again_begins_where_that_file_is(person: Person) -> None:
    first = person.together.begin("Our office", HEADS, 5)
    person.together.join(later(first, 9_000), ())
    person.together.update(later(first, 9_001), person.learner)
    with pytest.raises(TogetherFileError, match=r"to round 9001 already.*join with it"):
        person.together.update(later(first, 2), person.learner)
    person.together.join(first, ())
    assert person.together.update(later(first, 2), person.learner)
    with pytest.raises(TogetherFileError, match=r"far ahead.*join with it"):
        person.together.update(later(first, 9_002), person.learner)


def test_joining_again_keeps_what_was_agreed_on_where_nothing_else_is_said(person: Person) -> None:
    first = person.together.begin("Our office", HEADS, 5)
    person.together.join(first, [Head.NEXT_APP], 1_000_000)
    person.together.join(later(first, 3), ())
    found = person.together.status()
    assert (found.heads, found.limit_millionths) == ((Head.NEXT_APP,), 1_000_000)
    person.together.join(later(first, 3), HEADS, 2_000_000)
    found = person.together.status()
    assert (found.heads, found.limit_millionths) == (HEADS, 2_000_000)
