"""Team figures by files: each step takes files that people carried, and writes the next one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from engine.api.team_encrypted import TeamEncrypted
from engine.domain.errors import KairosError, UsageError
from engine.domain.team import (
    CAP_QUARTERS,
    EPSILON,
    QUARTER_MINUTES,
    TeamFile,
    TeamNeeds,
    TeamResult,
    TeamRole,
    TeamRound,
    TeamState,
    TeamStep,
    TeamTaken,
    fewest_of,
    is_noisy,
)
from engine.domain.team_words import HOLDS, NEVER, NEXT, does_not_hide
from engine.sharing.team.collecting import Given, gathered, given
from engine.sharing.team.files import Paper, paper_of, refused
from engine.sharing.team.lead import Lead
from engine.sharing.team.member import Member
from engine.sharing.team.result_file import result_of
from engine.sharing.team.rounds import TeamParts, ended, fingerprint, shown
from engine.sharing.team.wire import value_of
from engine.sharing.team.writing import place, write_new

_MILLIONS_MOST, _CAP_MOST = 10_000_000, 7 * 96


class Team:
    """The rounds of one profile. What makes a file raises UsageError while sharing is off, before anything is done.

    Files are never overwritten; where a folder is named they get names of their own in it. Every method that takes
    files raises UsageError for those that cannot be used, with the reason; making and combining takes a second or two.
    """

    def __init__(self, parts: TeamParts) -> None:
        self._parts = parts
        self._lead, self._member = Lead(parts), Member(parts)
        self.encrypted = TeamEncrypted(parts)

    # ---------------------------------------------------------------- everybody

    def look(self, file: Path) -> TeamStep:
        """Return what a file is and what taking it would do; nothing is written, and sharing need not be on."""
        one = given(file)
        step = self._member.look(file, one)
        return self._for_lead(file, one.paper) if step is None else step

    def take(self, step: TeamStep, out: Path, name: str = "") -> TeamTaken:
        """Do what was looked at: join, contribute or answer; again gives the very same file.

        name: what the others see of who joins; without one it is made up. UsageError where the file changed meanwhile.
        """
        self._parts.check_on()
        one = given(step.file)
        if one.paper.digest != step.digest:
            raise refused("The file changed since you looked at it. Look at it again.")
        self._check_foreign(one)
        return self._written(*self._member.take(one, name), out)

    def rounds(self) -> tuple[TeamRound, ...]:
        """Return the rounds this profile knows, the latest first."""
        return tuple(shown(kept) for kept in self._parts.store.all())

    def forget(self, round_id: str) -> None:
        """Wipe a round's keys and all that is kept of it but that its week was given; UsageError for an unknown one."""
        mine = [kept for kept in self._parts.store.all() if kept.round.startswith(round_id)]
        if not round_id or len({kept.round for kept in mine}) != 1:
            raise UsageError("There is no round of that number, or more than one. See them: kairos share team show")
        for kept in (one for one in mine if one.state is not TeamState.FORGOTTEN):
            gone = replace(ended(kept, TeamState.FORGOTTEN, ""), content={})
            if not self._parts.store.move(gone, kept.state):
                raise UsageError("This round went on meanwhile. Try again.")

    # ---------------------------------------------------------------- the lead

    def begin(
        self,
        name: str,
        day: date,
        expected: int,
        out: Path,
        epsilon_millionths: int = EPSILON,
        cap_minutes: int = CAP_QUARTERS * QUARTER_MINUTES,
    ) -> TeamTaken:
        """Begin a round over the week around a day and write its first file.

        epsilon_millionths, cap_minutes: of the noise, which is added where enough people join. Where the file cannot
        be written, nothing is kept of the round.
        """
        self._parts.check_on()
        cap = cap_minutes // QUARTER_MINUTES
        if not 0 < epsilon_millionths <= _MILLIONS_MOST or not 0 < cap <= _CAP_MOST:
            raise UsageError("Epsilon lies above 0 and up to 10; the cap from a quarter of an hour to a week.")
        first = self._lead.begin(name, day, expected, epsilon_millionths, cap)
        try:
            return self._written(TeamFile.ROUND, first, out)
        except KairosError:
            self._lead.take_back(first)
            raise

    def close(self, files: Sequence[Path], out: Path) -> TeamTaken:
        """Close the list of members with those who joined by these files, and write it."""
        self._parts.check_on()
        return self._written(TeamFile.ROSTER, self._lead.close(gathered(files, TeamFile.JOIN)), out)

    def combine(
        self, files: Sequence[Path], out: Path, *, without_missing: bool = False
    ) -> TeamTaken | TeamNeeds | TeamResult:
        """Put together what people gave, and write what comes of it: the list of members, a request, or the sums.

        Once all contributed, or without_missing, the request is written and no contribution is taken any more.
        TeamNeeds says what is still to come; its file is the request where that was written now.
        """
        self._parts.check_on()
        found = gathered(files, TeamFile.JOIN, TeamFile.CONTRIBUTION, TeamFile.ANSWER)
        if found[0].paper.kind is TeamFile.JOIN:
            return self.close(files, out)
        if any(one.paper.kind is TeamFile.JOIN for one in found):
            raise refused("Files of who joins are not combined with others. Leave them out.")
        data, made = self._lead.combine(found, without_missing=without_missing)
        if data is None:
            return made
        kind = TeamFile.RESULT if isinstance(made, TeamResult) else TeamFile.REQUEST
        return replace(made, file=self._written(kind, data, out).file)

    # ---------------------------------------------------------------- parts

    def _written(self, kind: TeamFile, data: bytes, out: Path) -> TeamTaken:
        paper = paper_of(data, kind)
        file = place(out, kind, paper.week.isoformat(), paper.round)
        write_new(file, data)
        mark = fingerprint(paper.digest) if kind is TeamFile.ROSTER else ""
        return TeamTaken(file, kind, paper.round, len(data), NEXT[kind], mark)

    def _check_foreign(self, one: Given) -> None:
        kept = self._parts.store.one(one.paper.round, TeamRole.MEMBER)
        if kept is not None and kept.digest == one.paper.digest:
            raise refused("This is the file you made yourself. Give it to the lead.")

    def _for_lead(self, file: Path, paper: Paper) -> TeamStep:
        """Return what a file is that is not taken by a member."""
        if paper.kind is TeamFile.RESULT:
            result = value_of(paper, TeamFile.RESULT, result_of)
            people = (*result.contributed, *result.left_out)
            step = TeamStep(file, paper.kind, None, result.rules, paper.digest, "", len(people), people)
            step = replace(step, noisy=is_noisy(len(people)), fewest=fewest_of(len(people)), lines=result.lines)
        else:
            step = TeamStep(file, paper.kind, None, self._parts.rules(paper.round, paper.week), paper.digest)
        hides = does_not_hide(paper.kind, noisy=step.noisy)
        return replace(step, holds=HOLDS[paper.kind], leaves_out=NEVER, does_not_hide=hides)
