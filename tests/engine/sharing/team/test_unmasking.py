"""Members give what takes the masks off one sum, and refuse what would take them off a person."""

from __future__ import annotations

from dataclasses import replace

import pytest
from helpers.masked_people import MaskedPeople, masked_people

from engine.domain.errors import UsageError
from engine.domain.team import FEWEST, MOST, threshold, withstood
from engine.sharing.team.parts import OWN, Answer
from engine.sharing.team.unmasking import answer, sums


@pytest.fixture(scope="module")
def people() -> MaskedPeople:
    return masked_people([[number, 2 * number] for number in range(1, 9)])


def test_nobody_gives_both_masks_of_a_person(people: MaskedPeople) -> None:
    both = replace(people.request({8}), there=tuple(people.roster.numbers))
    with pytest.raises(UsageError, match="both masks of P8"):
        answer(both, 1, people.keys[1], people.roster)


def test_nobody_answers_for_fewer_than_the_fewest(people: MaskedPeople) -> None:
    with pytest.raises(UsageError, match="Only 5 contributed; sums need 6"):
        answer(people.request({6, 7, 8}), 1, people.keys[1], people.roster)


def test_nobody_answers_for_other_people_than_the_list_has(people: MaskedPeople) -> None:
    with pytest.raises(UsageError, match="does not speak of the people"):
        answer(replace(people.request({8}), missing=()), 1, people.keys[1], people.roster)


def test_who_is_said_to_be_missing_does_not_answer(people: MaskedPeople) -> None:
    with pytest.raises(UsageError, match="not among those"):
        answer(people.request({8}), 8, people.keys[8], people.roster)


def test_a_share_that_was_changed_is_told_with_its_giver(people: MaskedPeople) -> None:
    request = people.request()
    sealed = request.shares[1][3][OWN]
    changed = {**request.shares[1], 3: {OWN: sealed[:-1] + bytes([sealed[-1] ^ 1])}}
    with pytest.raises(UsageError, match="What P3 gave for you"):
        answer(replace(request, shares={**request.shares, 1: changed}), 1, people.keys[1], people.roster)


def test_a_share_meant_for_another_opens_nothing(people: MaskedPeople) -> None:
    request = people.request()
    swapped = {**request.shares, 1: request.shares[2]}
    with pytest.raises(UsageError, match="gave for you"):
        answer(replace(request, shares=swapped), 1, people.keys[1], people.roster)


def test_wrong_shares_give_no_wrong_sums(people: MaskedPeople) -> None:
    request = people.request({2})
    answers = [answer(request, one, people.keys[one], people.roster) for one in request.there]
    wrong = {**answers[0].shares, 5: {**answers[0].shares[5], OWN: answers[0].shares[4][OWN]}}
    with pytest.raises(UsageError, match="do not fit together"):
        sums(request, people.roster, people.masked, [Answer(1, wrong), *answers[1:]])
    assert sums(request, people.roster, people.masked, answers[1:]) == (34, 68)


def test_too_few_answers_give_nothing(people: MaskedPeople) -> None:
    request = people.request()
    answers = [answer(request, one, people.keys[one], people.roster) for one in (1, 2, 3, 4, 5)]
    with pytest.raises(UsageError, match="5 answers are there; the sums need 6"):
        sums(request, people.roster, people.masked, answers)


def test_two_requests_never_find_enough_answers() -> None:
    """Honest members answer once; those in league with the lead, as many as are said to be withstood, always."""
    for members in range(FEWEST, MOST + 1):
        league = withstood(members)
        honest, wanted = members - league, threshold(members) - league
        assert league >= 1
        assert 2 * wanted > honest
        assert threshold(members) > league  # and alone they open nothing
