"""A whole round between a company's and people's parts, without Flower in between; and what ends it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from engine.domain.together import CLIP, HEADS, TogetherError, TogetherRound
from engine.sharing.together.clipping import averaged
from engine.sharing.together.course import ATTEMPTS, OVER, RESULT, Course
from engine.sharing.together.files import fresh_name, read_round, with_digest
from engine.sharing.together.parts import CompanyPart, MemberPart

PEOPLE = 6
BEGUN = with_digest(TogetherRound(fresh_name(), "Our office", 3, HEADS, (10, 20, 30, 40), 6, 5))


class Person:
    """One person's part, who gives the same numbers each time and counts how often they were asked."""

    def __init__(self, number: int) -> None:
        self.numbers, self.charged = (30 * CLIP + number, -number, 0, 0), 0
        self.part = MemberPart(read_round, self._numbers, lambda _: None)

    def _numbers(self, begun: TogetherRound, attempt: str, people: int) -> Sequence[int]:
        self.charged += 1
        return self.numbers

    def told(self, message: Mapping[str, Any]) -> list[Any]:
        answer = self.part.answer(message)
        return list(bytes.fromhex(answer["key"])) if "key" in answer else list(answer.get("words", []))


class Office:
    """A server and its people; gone: who does not answer to a stage of an attempt."""

    def __init__(self) -> None:
        self.company = CompanyPart(BEGUN, lambda _: None)
        self.people = {f"p{number}": Person(number) for number in range(PEOPLE)}
        begun = str(self.company.answer({"stage": "begin"})["file"])
        self.course = Course(begun, 5, self._summed, lambda: None)

    def _summed(self, masked: list[list[int]]) -> str:
        return str(self.company.answer({"stage": "masked", "masked": masked})["file"])

    def stage(self, gone: Sequence[str] = ()) -> None:
        message = self.course.message()
        asked = [name for name in self.people if self.course.asks(name)]
        self.course.took({name: self.people[name].told(message) for name in asked if name not in gone})


def test_a_round_adds_up_and_everybody_gets_what_came_of_it() -> None:
    office = Office()
    for _ in range(3):
        office.stage()
    assert office.course.stage == OVER
    total = [sum(column) for column in zip(*(one.numbers for one in office.people.values()), strict=True)]
    by = averaged(total, PEOPLE, 6.0)
    after = read_round(office.company.result)
    assert after.numbers == tuple(old + change for old, change in zip(BEGUN.numbers, by, strict=True))
    assert (after.round, after.people, after.federation) == (4, PEOPLE, BEGUN.federation)
    assert {one.part.result for one in office.people.values()} == {office.company.result}


def test_whoever_goes_missing_ends_the_attempt_and_the_rest_go_on_without() -> None:
    office = Office()
    office.stage()
    office.stage(gone=["p2"])  # everybody else has sent masked numbers already: nothing can be told from them
    assert office.company.result == b""
    del office.people["p2"]
    for _ in range(3):
        office.stage()
    assert read_round(office.company.result).people == PEOPLE - 1
    assert {one.charged for one in office.people.values()} == {2}  # each attempt is charged


def test_after_some_attempts_it_is_over() -> None:
    office = Office()
    for _ in range(ATTEMPTS):
        office.stage(gone=["p0", "p1"])
    assert office.course.stage == OVER
    assert {one.charged for one in office.people.values()} == {0}


def test_a_server_that_asks_out_of_turn_gets_nothing() -> None:
    person = Person(0)
    with pytest.raises(TogetherError, match="Nothing was sent"):
        person.part.answer({"stage": "masked", "attempt": "x", "everybody": "00"})
    with pytest.raises(TogetherError):
        person.part.answer({"stage": "history"})
    office = Office()
    office.stage()
    message = office.course.message()
    one = office.people["p0"]
    one.told(message)
    with pytest.raises(TogetherError):  # the same attempt again: a second sum could differ by one person
        one.told(message)
    assert one.charged == 1
    assert office.course.stage != RESULT
