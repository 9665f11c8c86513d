"""What takes the masks off the sum: members' answers to one request, and what the lead makes of enough of them.

A member gives, of each who contributed, the share of the own mask; of each who did not, the shares of the pairs' masks.
Of nobody both: whoever asked for both of one person could take that person's masks off.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from engine.domain.errors import UsageError
from engine.domain.team import threshold
from engine.sharing.team.agreement import agreed, unseal
from engine.sharing.team.files import refused
from engine.sharing.team.masking import added, checks_of, mask, share_key, sign
from engine.sharing.team.parts import MODULUS, Answer, Keys, Masked, Request, Roster
from engine.sharing.team.request_checks import NOT_ASKED, check_request
from engine.sharing.team.shamir import secret_of, weights_of


def answer(request: Request, number: int, keys: Keys, roster: Roster) -> Answer:
    """Return the shares a member gives; UsageError where the request asks too much or its shares were changed."""
    check_request(request, roster)
    if number not in request.there:
        raise refused(NOT_ASKED)
    given = {giver: _opened(request, giver, number, keys, roster) for giver in request.there}
    return Answer(number, given)


def _opened(request: Request, giver: int, taker: int, keys: Keys, roster: Roster) -> dict[int, bytes]:
    secret = agreed(keys.share, roster.person(giver).share_key)
    sealed = request.shares[taker][giver]
    try:
        return {what: unseal(share_key(secret, giver, taker, what, roster), sealed[what]) for what in request.wanted}
    except ValueError as cause:
        name = roster.person(giver).name
        raise UsageError(f"What {name} gave for you was changed on the way. Tell the lead and {name}.") from cause


def sums(request: Request, roster: Roster, masked: Mapping[int, Masked], answers: Sequence[Answer]) -> tuple[int, ...]:
    """Return the sums over all who contributed; UsageError where answers are too few or do not fit.

    masked: by number.
    """
    enough = threshold(len(roster.people))
    if len(answers) < enough:
        raise UsageError(f"{len(answers)} answers are there; the sums need {enough}.")
    chosen = {one.number: one for one in answers[:enough]}
    weights = weights_of(tuple(chosen))
    totals = [0] * len(roster.rules.groups)
    for number in request.there:
        totals = added(totals, masked[number].figures, 1)
        for what in request.wanted:
            seed = _seed(number, what, chosen, weights, masked[number])
            totals = added(totals, mask(seed, len(totals)), -sign(number, what))
    return tuple(signed(word) for word in totals)


def signed(word: int) -> int:
    """Return a word of 2^64 as a number that may be below 0."""
    return word - MODULUS if word >= MODULUS // 2 else word


def _seed(number: int, what: int, chosen: Mapping[int, Answer], weights: Mapping[int, int], masked: Masked) -> bytes:
    try:
        seed = secret_of({giver: one.shares[number][what] for giver, one in chosen.items()}, weights)
    except ValueError:
        seed = b""
    if checks_of({what: seed})[what] != masked.checks[what]:
        raise UsageError(
            "The answers do not fit together: one was made by a changed program. Leave out one after the other."
        )
    return seed
