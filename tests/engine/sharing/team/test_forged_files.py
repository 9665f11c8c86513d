"""Files that somebody made up or changed, with digests that fit, are told by keys only the right people hold."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from engine.domain.errors import UsageError
from engine.domain.team import TeamFile, TeamRules
from engine.sharing.team.agreement import fresh_key, public_of
from engine.sharing.team.files import digest_of, paper_of
from engine.sharing.team.lead_files import ask, begin, close, total
from engine.sharing.team.member_files import contribute, give_answer, join
from engine.sharing.team.parts import Keys

RULES = TeamRules("0" * 32, "Team", date(2026, 11, 9), 5, 1_000_000, 160, ("a", "b"))
NUMBERS = range(1, 6)


class Round:
    """Five people, as far as their contributions."""

    def __init__(self) -> None:
        self.lead, self.first = begin(RULES)
        joined = [join(self.first, f"P{number}") for number in NUMBERS]
        self.keys = {number: keys for number, (keys, _file) in zip(NUMBERS, joined, strict=True)}
        self.joins = [file for _keys, file in joined]
        self.roster = close(self.lead, self.first, self.joins)
        self.given = {number: contribute(self.keys[number], self.roster, number, [number, 10]) for number in NUMBERS}
        self.request, self.masked = ask(self.lead, self.roster, list(self.given.values()))

    def answer(self, number: int, request: bytes | None = None) -> bytes:
        digest = paper_of(self.given[number], "given").digest
        return give_answer(self.keys[number], self.roster, number, request or self.request, digest)


@pytest.fixture(scope="module")
def round_() -> Round:
    return Round()


def forged(data: bytes, change: Callable[[Any], object]) -> bytes:
    """Return the file changed, with a digest that fits again."""
    told = json.loads(data)
    change(told)
    return json.dumps({**told, "digest": digest_of(told)}).encode()


def test_an_honest_round_works_out(round_: Round) -> None:
    answers = [round_.answer(number) for number in (1, 2, 4, 5)]
    assert total(round_.lead, round_.roster, round_.request, round_.masked, answers) == (15, 50)


@pytest.mark.parametrize("week", ["9999-12-27", "0001-01-01"])
def test_a_week_at_the_end_of_the_calendar_is_refused(round_: Round, week: str) -> None:
    with pytest.raises(UsageError, match="not a file of a round that this Kairos understands"):
        paper_of(forged(round_.first, lambda told: told.update(week=week)), "first")


def test_a_list_that_somebody_else_changed_is_refused(round_: Round) -> None:
    """A go-between with keys of its own in place of a member's could take that one's masks off."""
    own = public_of(fresh_key()).hex()
    changed = forged(round_.roster, lambda told: told["content"]["members"][1].update(mask_key=own))
    with pytest.raises(UsageError, match="not made by the lead"):
        contribute(round_.keys[1], changed, 1, [1, 1])
    with pytest.raises(UsageError, match="other keys for you"):
        contribute(round_.keys[2], changed, 2, [1, 1])
    with pytest.raises(UsageError, match="not on this list"):
        contribute(round_.keys[2], round_.roster, 6, [1, 1])


def test_a_key_that_agrees_with_everybody_is_refused(round_: Round) -> None:
    zero = forged(round_.first, lambda told: told["content"].update(lead_key="0" * 64))
    with pytest.raises(UsageError, match="protects nothing"):
        join(zero, "P")
    joined = forged(round_.joins[0], lambda told: told["content"].update(mask_key="0" * 64))
    with pytest.raises(UsageError, match="protects nothing"):
        close(round_.lead, round_.first, [joined, *round_.joins[1:]])


def test_who_joins_with_anothers_key_is_refused(round_: Round) -> None:
    theirs = json.loads(round_.joins[1])["content"]["mask_key"]
    joined = forged(round_.joins[0], lambda told: told["content"].update(mask_key=theirs))
    with pytest.raises(UsageError, match="not made by P1"):
        close(round_.lead, round_.first, [joined, *round_.joins[1:]])


def test_a_request_that_is_not_the_leads_is_refused(round_: Round) -> None:
    changed = forged(round_.request, lambda told: told["content"].update(there=[1, 2, 3, 4], missing=[5]))
    with pytest.raises(UsageError, match="not made by the lead"):
        round_.answer(1, changed)


def test_a_contribution_that_was_swapped_is_told_by_who_made_it(round_: Round) -> None:
    """The lead could put another contribution in one's place; one's own is known."""
    other = contribute(round_.keys[1], round_.roster, 1, [99, 99])
    request, _masked = ask(round_.lead, round_.roster, [other, *list(round_.given.values())[1:]])
    with pytest.raises(UsageError, match="not the one you made"):
        round_.answer(1, request)
    assert paper_of(round_.answer(2, request), "answer").kind is TeamFile.ANSWER


def test_a_contribution_under_anothers_number_is_refused(round_: Round) -> None:
    changed = forged(round_.given[1], lambda told: told["content"].update(number=2))
    with pytest.raises(UsageError, match="not made by P2"):
        ask(round_.lead, round_.roster, [changed])


def test_answers_of_others_or_to_another_request_open_nothing(round_: Round) -> None:
    answers = [round_.answer(number) for number in NUMBERS]
    moved = forged(answers[0], lambda told: told["content"].update(number=2))
    with pytest.raises(UsageError, match="not made by P2"):
        total(round_.lead, round_.roster, round_.request, round_.masked, [moved, *answers[2:]])
    elsewhere = json.loads(answers[0])
    elsewhere["after"] = "0" * 64
    with pytest.raises(UsageError, match="another version"):
        total(round_.lead, round_.roster, round_.request, round_.masked, [forged(json.dumps(elsewhere).encode(), dict)])


def test_nobody_but_the_lead_reads_answers(round_: Round) -> None:
    answers = [round_.answer(number) for number in NUMBERS]
    with pytest.raises(UsageError, match="not made by"):
        total(fresh_key(), round_.roster, round_.request, round_.masked, answers)


def test_a_member_needs_both_keys(round_: Round) -> None:
    with pytest.raises(UsageError, match="other keys for you"):
        contribute(Keys(fresh_key(), round_.keys[1].share), round_.roster, 1, [1, 1])
