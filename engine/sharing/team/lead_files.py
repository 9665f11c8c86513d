"""The files a lead makes: to begin, to close the list of members, to ask for shares; and the sums in the end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from engine.domain.team import FEWEST, MOST, TeamFile, TeamRules, fewest_of
from engine.sharing.team.agreement import agreed, fresh_key, public_of, unseal
from engine.sharing.team.files import Paper, file_of, paper_of, refused
from engine.sharing.team.member_files import answer_key
from engine.sharing.team.parts import Answer, Masked, Person, Request, Roster, Round
from engine.sharing.team.proofs import lead_proofs, not_theirs, same, to_lead
from engine.sharing.team.request_checks import check_request
from engine.sharing.team.shamir import SHARE_BYTES
from engine.sharing.team.unmasking import sums
from engine.sharing.team.wire import (
    answer_of,
    masked_of,
    person_of,
    request_of,
    request_told,
    roster_of,
    roster_told,
    round_of,
    round_told,
    shares_of_text,
    value_of,
)


def begin(rules: TeamRules) -> tuple[bytes, bytes]:
    """Return a fresh private key for a round, and its first file."""
    lead = fresh_key()
    content = round_told(rules, public_of(lead))
    return lead, file_of(TeamFile.ROUND, (rules.round, rules.first_day), "", content)


def close(lead: bytes, first: bytes, joins: Sequence[bytes]) -> bytes:
    """Return the list of members, in the order of their names; UsageError for one that is not theirs."""
    begun = value_of(paper_of(first, TeamFile.ROUND), TeamFile.ROUND, round_of)
    people = sorted((_joined(lead, begun, one) for one in joins), key=lambda one: (one.name.casefold(), one.joined))
    if not FEWEST <= len(people) <= MOST:
        raise refused(f"{len(people)} joined; a round takes {FEWEST} to {MOST} people.")
    keys = {number: one.share_key for number, one in enumerate(people, start=1)}
    rules = begun.rules
    return file_of(
        TeamFile.ROSTER,
        (rules.round, rules.first_day),
        begun.digest,
        roster_told(begun, people),
        lambda digest: lead_proofs(lead, keys, rules.round, digest),
    )


def _joined(lead: bytes, begun: Round, file: bytes) -> Person:
    paper = _follows(paper_of(file, TeamFile.JOIN), begun.digest, begun.rules)
    person = value_of(paper, TeamFile.JOIN, person_of)
    proofs = (to_lead(lead, key, paper.round, paper.digest) for key in (person.mask_key, person.share_key))
    if not same(paper.proof, "".join(proofs)):
        raise not_theirs(person.name)
    return person


def ask(lead: bytes, listed: bytes, contributions: Sequence[bytes]) -> tuple[bytes, dict[int, Masked]]:
    """Return the request for the shares that give the sum over these contributions, and what they hold by number."""
    roster = roster_in(listed)
    masked = {one.number: one for one in (contributed(lead, roster, file) for file in contributions)}
    there = tuple(sorted(masked))
    missing = tuple(number for number in roster.numbers if number not in masked)
    if len(there) < fewest_of(len(roster.people)):
        raise refused(f"Only {len(there)} contributed; sums need {fewest_of(len(roster.people))}.")
    rules, keys = roster.rules, {number: roster.person(number).share_key for number in roster.numbers}
    file = file_of(
        TeamFile.REQUEST,
        (rules.round, rules.first_day),
        roster.digest,
        request_told(there, missing, masked),
        lambda digest: lead_proofs(lead, keys, rules.round, digest),
    )
    return file, masked


def contributed(lead: bytes, roster: Roster, file: bytes) -> Masked:
    """Return what a contribution holds; UsageError where it is not the member's it names."""
    paper = _follows(paper_of(file, TeamFile.CONTRIBUTION), roster.digest, roster.rules)
    masked = value_of(paper, TeamFile.CONTRIBUTION, masked_of(roster))
    person = roster.person(masked.number)
    if not same(paper.proof, to_lead(lead, person.share_key, paper.round, paper.digest)):
        raise not_theirs(person.name)
    return masked


def total(
    lead: bytes, listed: bytes, asked: bytes, masked: Mapping[int, Masked], answers: Sequence[bytes]
) -> tuple[int, ...]:
    """Return the sums over all who contributed, exactly; UsageError where answers are too few, or not theirs."""
    roster = roster_in(listed)
    request = value_of(paper_of(asked, TeamFile.REQUEST), TeamFile.REQUEST, request_of(roster))
    check_request(request, roster)
    return sums(request, roster, masked, [_answered(lead, roster, request, file) for file in answers])


def _answered(lead: bytes, roster: Roster, request: Request, file: bytes) -> Answer:
    paper = _follows(paper_of(file, TeamFile.ANSWER), request.digest, roster.rules)
    number, sealed = value_of(paper, TeamFile.ANSWER, answer_of)
    if number not in request.there:
        raise refused("This answer is of somebody who was not asked.")
    person = roster.person(number)
    try:
        text = unseal(answer_key(agreed(lead, person.share_key), request.digest, number), sealed).decode("ascii")
        return Answer(number, shares_of_text(text, SHARE_BYTES, request.there, request.missing))
    except ValueError as cause:
        raise not_theirs(person.name) from cause


def roster_in(listed: bytes) -> Roster:
    """Return the list of members in a file."""
    return value_of(paper_of(listed, TeamFile.ROSTER), TeamFile.ROSTER, roster_of)


def _follows(paper: Paper, digest: str, rules: TeamRules) -> Paper:
    if paper.round != rules.round:
        raise refused("This file is of another round.")
    if paper.week != rules.first_day:
        raise refused("This file is of another week.")
    if paper.after != digest:
        raise refused("This file was made for another version of the file before it. Ask for it to be made again.")
    return paper
