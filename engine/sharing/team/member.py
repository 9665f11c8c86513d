"""What a member does with the files of a round: joins, contributes, answers once."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from pathlib import Path

from engine.domain.errors import UsageError
from engine.domain.team import FEWEST, TeamFile, TeamRole, TeamState, TeamStep, fewest_of, is_noisy
from engine.domain.team_kept import KeptRound
from engine.domain.team_words import FIGURES_LEFT_OUT, HOLDS, NEVER, does_not_hide
from engine.sharing.team.collecting import Given
from engine.sharing.team.figures import counted, lines_of, noised
from engine.sharing.team.files import paper_of, refused
from engine.sharing.team.parts import Roster
from engine.sharing.team.request_checks import NOT_ASKED, check_request
from engine.sharing.team.rounds import GIVEN, GONE, TeamParts, as_text, ended, file_in, fingerprint, moved, roster_kept
from engine.sharing.team.wire import request_of, roster_of, round_of, tidy_name, value_of

_JOIN_FIRST = "You did not join this round, or not with this file. Take its first file, join, and ask for a new list."
_ONCE = "You answered another request of this round. A second answer could take the masks off single people."


@dataclass(frozen=True, slots=True)
class Member:
    """One person's side of rounds. Raises UsageError with the reason, and Storage errors."""

    parts: TeamParts

    # ---------------------------------------------------------------- looking

    def look(self, file: Path, given: Given) -> TeamStep | None:
        """Return what taking a file would do; None for those that are the lead's to take."""
        looks = {TeamFile.ROUND: self._round, TeamFile.ROSTER: self._roster, TeamFile.REQUEST: self._request}
        look = looks.get(given.paper.kind)
        return None if look is None else look(file, given)

    def _round(self, file: Path, given: Given) -> TeamStep:
        first = value_of(given.paper, TeamFile.ROUND, round_of)
        kept = self._kept(given)
        made = kept is not None and _is_same(kept, "join", "first", given)
        step = TeamStep(file, TeamFile.ROUND, TeamFile.JOIN, first.rules, given.paper.digest, made_before=made)
        return replace(_told(step), leaves_out=NEVER, does_not_hide=does_not_hide(TeamFile.JOIN, noisy=False))

    def _roster(self, file: Path, given: Given) -> TeamStep:
        roster = value_of(given.paper, TeamFile.ROSTER, roster_of)
        kept = self._kept(given)
        if kept is None:  # the lead's own list, or somebody else's: it may be looked at
            return _listed(TeamStep(file, TeamFile.ROSTER, None, roster.rules, given.paper.digest), roster)
        _number(kept, roster)
        made = kept.contributed_ms is not None
        step = TeamStep(file, TeamFile.ROSTER, TeamFile.CONTRIBUTION, roster.rules, roster.digest, made_before=made)
        if not made:
            lines = lines_of(
                counted(self.parts.quarters(roster.rules.first_day), roster.rules, len(roster.people)), roster.rules
            )
            step = replace(step, lines=lines)
        return _listed(step, roster)

    def _request(self, file: Path, given: Given) -> TeamStep:
        kept = self._kept(given)
        if kept is None or kept.state not in {TeamState.CONTRIBUTED, TeamState.ANSWERED}:
            rules = self.parts.rules(given.paper.round, given.paper.week)
            return _told(TeamStep(file, TeamFile.REQUEST, None, rules, given.paper.digest))
        made = kept.state is TeamState.ANSWERED
        rules = self.parts.rules(given.paper.round, given.paper.week)
        step = TeamStep(file, TeamFile.REQUEST, TeamFile.ANSWER, rules, given.paper.digest, made_before=made)
        if made:
            if kept.content.get("request") != given.paper.digest:
                raise refused(_ONCE)
            return _told(step)
        roster = roster_kept(kept)
        request = value_of(given.paper, TeamFile.REQUEST, request_of(roster))
        check_request(request, roster)
        if kept.content["number"] not in request.there:
            raise refused(NOT_ASKED)
        return _listed(step, roster)

    # ---------------------------------------------------------------- taking

    def take(self, given: Given, name: str) -> tuple[TeamFile, bytes]:
        """Return the file that is made of this one; the same again where it was made before."""
        takes = {TeamFile.ROUND: self._join, TeamFile.ROSTER: self._contribute, TeamFile.REQUEST: self._answer}
        take = takes.get(given.paper.kind)
        if take is None:
            raise refused(f"A “{given.paper.kind}” is for the lead to combine. Give it to the lead.")
        return take(given, name)

    def _join(self, given: Given, name: str) -> tuple[TeamFile, bytes]:
        value_of(given.paper, TeamFile.ROUND, round_of)
        if (kept := self._kept(given)) is None:
            key, file = self.parts.masks.join(given.data, tidy_name(name) if name.strip() else _made_up())
            content = {"first": as_text(given.data), "join": as_text(file)}
            digest = paper_of(file, TeamFile.JOIN).digest
            new = KeptRound(
                given.paper.round,
                TeamRole.MEMBER,
                given.paper.week,
                TeamState.JOINED,
                key,
                content,
                digest,
                self.parts.now_ms(),
            )
            self.parts.store.add(new)
            kept = self._kept(given) or new  # another window may have been first
        _check_same(kept, "first", given, "You took part in this round by another first file. Do not use this one.")
        return TeamFile.JOIN, file_in(kept, "join")

    def _contribute(self, given: Given, _name: str) -> tuple[TeamFile, bytes]:
        kept = self._known(given)
        roster = value_of(given.paper, TeamFile.ROSTER, roster_of)
        number = _number(kept, roster)
        if kept.contributed_ms is None:
            kept = self._contributed(kept, given, roster, number)
        _check_same(kept, "roster", given, "You contributed to another list of this round's members. Tell the lead.")
        return TeamFile.CONTRIBUTION, file_in(kept, "contribution")

    def _contributed(self, kept: KeptRound, given: Given, roster: Roster, number: int) -> KeptRound:
        rules, people = roster.rules, len(roster.people)
        if self.parts.today() <= rules.last_day:
            raise UsageError(f"The week of this round ends on {rules.last_day}. Contribute afterwards.")
        figures = noised(counted(self.parts.quarters(rules.first_day), rules, people), rules, people)
        file = self.parts.masks.contribute(kept.key, given.data, number, figures)
        digest = paper_of(file, TeamFile.CONTRIBUTION).digest
        more = {
            "roster": as_text(given.data),
            "contribution": as_text(file),
            "number": number,
            "members": people,
            "fingerprint": fingerprint(roster.digest),
        }
        new = replace(moved(kept, TeamState.CONTRIBUTED, digest, **more), contributed_ms=self.parts.now_ms())
        if self.parts.store.move(new, TeamState.JOINED):
            return new
        now = self._known(given)
        if now.contributed_ms is None:
            raise refused(GIVEN)
        return now

    def _answer(self, given: Given, _name: str) -> tuple[TeamFile, bytes]:
        kept = self._known(given)
        if kept.state is TeamState.CONTRIBUTED:
            request = given.data
            key, roster, number = kept.key, file_in(kept, "roster"), kept.content["number"]
            file = self.parts.masks.answer(key, roster, number, request, kept.digest)
            digest = paper_of(file, TeamFile.ANSWER).digest
            new = ended(kept, TeamState.ANSWERED, digest, answer=as_text(file), request=given.paper.digest)
            self.parts.store.move(new, TeamState.CONTRIBUTED)
            kept = self._known(given)
        if kept.state is not TeamState.ANSWERED:
            raise refused("You contributed nothing to this round, so there is nothing to answer.")
        if kept.content.get("request") != given.paper.digest:
            raise refused(_ONCE)
        return TeamFile.ANSWER, file_in(kept, "answer")

    def _kept(self, given: Given) -> KeptRound | None:
        return self.parts.store.one(given.paper.round, TeamRole.MEMBER)

    def _known(self, given: Given) -> KeptRound:
        kept = self._kept(given)
        if kept is None:
            raise refused(_JOIN_FIRST)
        if kept.state is TeamState.FORGOTTEN:
            raise refused(GONE)
        return kept


def _made_up() -> str:
    return f"Somebody {secrets.token_hex(2)}"


def _is_same(kept: KeptRound, made: str, name: str, given: Given) -> bool:
    """Tell whether a file was taken before and what was made of it is still there."""
    return made in kept.content and paper_of(file_in(kept, name), name).digest == given.paper.digest


def _check_same(kept: KeptRound, name: str, given: Given, otherwise: str) -> None:
    if paper_of(file_in(kept, name), name).digest != given.paper.digest:
        raise refused(otherwise)


def _number(kept: KeptRound, roster: Roster) -> int:
    """Return one's number on the list; UsageError where one is not on it as one joined."""
    if kept.state is TeamState.FORGOTTEN:
        raise refused(GONE)
    first = paper_of(file_in(kept, "first"), TeamFile.ROUND)
    begun = value_of(first, TeamFile.ROUND, round_of)
    if (roster.round, roster.rules, roster.lead_key) != (first.digest, begun.rules, begun.lead_key):
        raise refused("This list belongs to another first file than the one you joined with. Do not use it.")
    if kept.state is TeamState.ANSWERED:
        return 0
    joined = paper_of(file_in(kept, "join"), TeamFile.JOIN).digest
    for number in roster.numbers:
        if roster.person(number).joined == joined:
            return number
    raise refused("You are not on this list of members. Ask the lead whether your file arrived.")


def _told(step: TeamStep) -> TeamStep:
    makes = step.makes or step.kind
    return replace(
        step,
        holds=HOLDS[makes],
        leaves_out=(*FIGURES_LEFT_OUT, *NEVER),
        does_not_hide=does_not_hide(makes, noisy=step.noisy),
    )


def _listed(step: TeamStep, roster: Roster) -> TeamStep:
    people = len(roster.people)
    return _told(
        replace(
            step,
            fingerprint=fingerprint(roster.digest),
            members=people,
            names=roster.names(tuple(roster.numbers)),
            fewest=fewest_of(people) if people else FEWEST,
            noisy=is_noisy(people),
        )
    )
