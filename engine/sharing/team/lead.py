"""What a lead does: begins a round, closes its list of members, combines what they give."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from engine.domain.errors import UsageError
from engine.domain.sharing import GROUPS
from engine.domain.team import (
    CAP_QUARTERS,
    EPSILON,
    FEWEST,
    MOST,
    RESULT_MINUTES,
    TeamFile,
    TeamNeeds,
    TeamResult,
    TeamRole,
    TeamRules,
    TeamState,
    fewest_of,
    is_noisy,
    monday,
    threshold,
)
from engine.domain.team_kept import KeptRound
from engine.domain.team_words import WAITING
from engine.sharing.team.collecting import Given, check_follows, check_once
from engine.sharing.team.figures import told
from engine.sharing.team.files import file_of, paper_of, refused
from engine.sharing.team.parts import Request, Roster
from engine.sharing.team.result_file import result_of, result_told
from engine.sharing.team.rounds import GONE, TeamParts, as_text, ended, file_in, fingerprint, moved, roster_kept
from engine.sharing.team.wire import answer_of, masked_of, person_of, request_of, tidy_name, value_of

_ROUND_BYTES = 16
_NOT_YOURS = "These files are of a round that was not begun in this profile."


@dataclass(frozen=True, slots=True)
class Lead:
    """A lead's side of rounds. Raises UsageError with the reason, and Storage errors."""

    parts: TeamParts

    def begin(self, name: str, day: date, expected: int, epsilon: int = EPSILON, cap: int = CAP_QUARTERS) -> bytes:
        """Return the first file of a round over the week around a day. epsilon: millionths. cap: quarters."""
        if not FEWEST <= expected <= MOST:
            raise UsageError(f"A round is for {FEWEST} to {MOST} people.")
        rules = TeamRules(secrets.token_hex(_ROUND_BYTES), tidy_name(name), monday(day), expected, epsilon, cap, GROUPS)
        key, file = self.parts.masks.begin(rules)
        digest = paper_of(file, TeamFile.ROUND).digest
        kept = KeptRound(
            rules.round,
            TeamRole.LEAD,
            rules.first_day,
            TeamState.BEGUN,
            key,
            {"first": as_text(file)},
            digest,
            self.parts.now_ms(),
        )
        self.parts.store.add(kept)
        return file

    def take_back(self, file: bytes) -> None:
        """Keep nothing of a round that was begun with this first file, which nobody got."""
        kept = self._kept(paper_of(file, TeamFile.ROUND).round)
        if kept.state is TeamState.BEGUN:
            self.parts.store.remove(kept)

    def close(self, joins: Sequence[Given]) -> bytes:
        """Return the list of all who joined; the same again for the same files."""
        kept = self._kept(joins[0].paper.round)
        first = file_in(kept, "first")
        check_follows(joins, paper_of(first, TeamFile.ROUND).digest)
        _check_names(joins)
        if kept.state is TeamState.BEGUN:
            kept = self._closed(kept, first, joins)
        roster = roster_kept(kept)
        if {one.paper.digest for one in joins} != {one.joined for one in roster.people}:
            raise refused("The list of members is closed, with others than these. Begin another round to add people.")
        return file_in(kept, "roster")

    def _closed(self, kept: KeptRound, first: bytes, joins: Sequence[Given]) -> KeptRound:
        file = self.parts.masks.close(kept.key, first, [one.data for one in joins])
        digest = paper_of(file, TeamFile.ROSTER).digest
        more = {"roster": as_text(file), "members": len(joins), "fingerprint": fingerprint(digest)}
        new = moved(kept, TeamState.CLOSED, digest, **more)
        return new if self.parts.store.move(new, TeamState.BEGUN) else self._kept(kept.round)

    # ---------------------------------------------------------------- sums

    def combine(self, files: Sequence[Given], *, without_missing: bool) -> tuple[bytes | None, TeamNeeds | TeamResult]:
        """Return what comes of contributions and answers: a request, the sums, or what is missing."""
        kept = self._kept(files[0].paper.round)
        if kept.state is TeamState.BEGUN:
            raise UsageError("The list of members is not closed yet: kairos share team close")
        if kept.state is TeamState.DONE:
            return _done(kept)
        roster = roster_kept(kept)
        given = [one for one in files if one.paper.kind is TeamFile.CONTRIBUTION]
        check_follows(given, roster.digest)
        numbers = _numbers(given, roster)
        if kept.state is TeamState.CLOSED:
            missing = [number for number in roster.numbers if number not in numbers]
            if missing and not without_missing:
                return None, _wait_for(roster, missing, len(numbers))
            kept = self._asked(kept, given)
        request = value_of(paper_of(file_in(kept, "request"), TeamFile.REQUEST), TeamFile.REQUEST, request_of(roster))
        _check_late(given, numbers, request, roster)
        return self._answered(kept, roster, request, [one for one in files if one.paper.kind is TeamFile.ANSWER])

    def _asked(self, kept: KeptRound, given: Sequence[Given]) -> KeptRound:
        file, masked = self.parts.masks.ask(kept.key, file_in(kept, "roster"), [one.data for one in given])
        digest = paper_of(file, TeamFile.REQUEST).digest
        new = moved(kept, TeamState.ASKED, digest, request=as_text(file), masked=masked)
        return new if self.parts.store.move(new, TeamState.CLOSED) else self._kept(kept.round)

    def _answered(
        self, kept: KeptRound, roster: Roster, request: Request, answers: Sequence[Given]
    ) -> tuple[bytes | None, TeamNeeds | TeamResult]:
        check_follows(answers, request.digest)
        numbers = [value_of(one.paper, TeamFile.ANSWER, answer_of)[0] for one in answers]
        check_once(answers, numbers, roster.names(tuple(roster.numbers)))
        more = threshold(len(roster.people)) - len(answers)
        if more > 0:
            names = roster.names(tuple(one for one in request.there if one not in numbers))
            needs = TeamNeeds(kept.round, TeamFile.ANSWER, names, more, WAITING[TeamFile.ANSWER])
            return (None if answers else file_in(kept, "request")), needs
        files = file_in(kept, "roster"), file_in(kept, "request"), kept.content["masked"]
        sums = self.parts.masks.total(kept.key, *files, [one.data for one in answers])
        return self._finished(kept, roster, request, sums)

    def _finished(
        self, kept: KeptRound, roster: Roster, request: Request, sums: Sequence[int]
    ) -> tuple[bytes, TeamResult]:
        file = file_of(
            TeamFile.RESULT,
            (kept.round, kept.first_day),
            request.digest,
            result_told(_result(roster, request, sums)),
        )
        paper = paper_of(file, TeamFile.RESULT)
        self.parts.store.move(ended(kept, TeamState.DONE, paper.digest, result=as_text(file)), TeamState.ASKED)
        return file, value_of(paper, TeamFile.RESULT, result_of)

    def _kept(self, round_id: str) -> KeptRound:
        kept = self.parts.store.one(round_id, TeamRole.LEAD)
        if kept is None:
            raise refused(_NOT_YOURS)
        if kept.state is TeamState.FORGOTTEN:
            raise refused(GONE)
        return kept


def _done(kept: KeptRound) -> tuple[bytes, TeamResult]:
    file = file_in(kept, "result")
    return file, value_of(paper_of(file, TeamFile.RESULT), TeamFile.RESULT, result_of)


def _check_names(joins: Sequence[Given]) -> None:
    seen: dict[str, str] = {}
    for one in joins:
        name = value_of(one.paper, TeamFile.JOIN, person_of).name
        if name.casefold() in seen:
            raise refused(
                f"“{one.name}” and “{seen[name.casefold()]}” are both of a {name}. "
                "If they are two people, one of them joins in again under another name."
            )
        seen[name.casefold()] = one.name


def _numbers(given: Sequence[Given], roster: Roster) -> list[int]:
    numbers = [value_of(one.paper, TeamFile.CONTRIBUTION, masked_of(roster)).number for one in given]
    check_once(given, numbers, roster.names(tuple(roster.numbers)))
    return numbers


def _wait_for(roster: Roster, missing: Sequence[int], there: int) -> TeamNeeds:
    names = roster.names(tuple(missing))
    more = max(0, fewest_of(len(roster.people)) - there)
    return TeamNeeds(roster.rules.round, TeamFile.CONTRIBUTION, names, more, WAITING[TeamFile.CONTRIBUTION])


def _check_late(given: Sequence[Given], numbers: Sequence[int], request: Request, roster: Roster) -> None:
    for one, number in zip(given, numbers, strict=True):
        name = roster.person(number).name
        if number in request.missing:
            raise refused(
                f"“{one.name}” of {name} came after the request was written; it cannot be counted. Leave it out."
            )
        if request.contributed[number] != one.paper.digest:
            raise refused(f"“{one.name}” is not the contribution of {name} that the request was written for.")


def _result(roster: Roster, request: Request, sums: Sequence[int]) -> TeamResult:
    people = len(roster.people)
    noisy = is_noisy(people)
    return TeamResult(
        roster.rules,
        roster.names(request.there),
        roster.names(request.missing),
        told(sums, roster.rules, people, len(request.there)),
        roster.rules.epsilon_millionths if noisy else 0,
        0 if noisy else RESULT_MINUTES,
    )
