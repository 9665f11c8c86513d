"""The files a member makes: to join, to contribute, to answer."""

from __future__ import annotations

from collections.abc import Sequence

from engine.domain.team import TeamFile, threshold
from engine.sharing.team.agreement import agreed, fresh_key, key_for, public_of, seal
from engine.sharing.team.files import file_of, paper_of, refused
from engine.sharing.team.masking import masked
from engine.sharing.team.parts import Keys, Roster
from engine.sharing.team.proofs import check_from_lead, to_lead
from engine.sharing.team.unmasking import answer
from engine.sharing.team.wire import (
    answer_told,
    masked_told,
    person_told,
    request_of,
    roster_of,
    round_of,
    shares_text,
    value_of,
)


def join(first: bytes, name: str) -> tuple[Keys, bytes]:
    """Return fresh private keys for a round, and the file that tells the lead the public ones."""
    begun = value_of(paper_of(first, TeamFile.ROUND), TeamFile.ROUND, round_of)
    keys, rules = Keys(fresh_key(), fresh_key()), begun.rules
    content = person_told(name, public_of(keys.mask), public_of(keys.share))

    def proof(digest: str) -> str:
        return "".join(to_lead(key, begun.lead_key, rules.round, digest) for key in (keys.mask, keys.share))

    return keys, file_of(TeamFile.JOIN, (rules.round, rules.first_day), begun.digest, content, proof)


def contribute(keys: Keys, listed: bytes, number: int, figures: Sequence[int]) -> bytes:
    """Return the file that holds a member's figures under masks. figures: in the order of the round's groups."""
    roster = _roster(keys, listed, number)
    try:
        content = masked_told(masked(figures, number, keys, roster, threshold(len(roster.people))))
    except ValueError as cause:
        raise refused("The list of members holds a key that protects nothing. Do not use it.") from cause
    of = roster.rules.round, roster.rules.first_day
    return file_of(
        TeamFile.CONTRIBUTION,
        of,
        roster.digest,
        content,
        lambda digest: to_lead(keys.share, roster.lead_key, of[0], digest),
    )


def give_answer(keys: Keys, listed: bytes, number: int, asked: bytes, contributed: str) -> bytes:
    """Return the file that answers a request, sealed for the lead. contributed: the digest of the own contribution."""
    roster, paper = _roster(keys, listed, number), paper_of(asked, TeamFile.REQUEST)
    check_from_lead(paper, number, keys.share, roster)
    request = value_of(paper, TeamFile.REQUEST, request_of(roster))
    given = answer(request, number, keys, roster)
    if request.contributed[number] != contributed:
        raise refused("The contribution that stands in this request for you is not the one you made. Tell the others.")
    key = answer_key(agreed(keys.share, roster.lead_key), request.digest, number)
    content = answer_told(number, seal(key, shares_text(given.shares, request).encode("ascii")))
    return file_of(TeamFile.ANSWER, (roster.rules.round, roster.rules.first_day), request.digest, content)


def answer_key(secret: bytes, request: str, number: int) -> bytes:
    """Return the key that seals a member's answer to one request."""
    return key_for(secret, f"answer {request} {number}".encode())


def _roster(keys: Keys, listed: bytes, number: int) -> Roster:
    """Return the list of members, made by the lead and with the own keys in it as they were given."""
    paper = paper_of(listed, TeamFile.ROSTER)
    roster = value_of(paper, TeamFile.ROSTER, roster_of)
    if number not in roster.numbers:
        raise refused("You are not on this list of members.")
    own = roster.person(number)
    if (own.mask_key, own.share_key) != (public_of(keys.mask), public_of(keys.share)):
        raise refused(
            "This list of members holds other keys for you than you gave. Do not use it, and tell the others."
        )
    check_from_lead(paper, number, keys.share, roster)
    return roster
