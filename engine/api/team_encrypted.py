"""Sums over encrypted figures, by files: an extra for those who have somebody to add up what that one cannot read."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from engine.domain.errors import UsageError
from engine.domain.sharing import GROUPS
from engine.domain.team import (
    FEWEST,
    QUARTER_MINUTES,
    WHOLE_QUARTERS,
    TeamLine,
    TeamRole,
    TeamRules,
    TeamState,
    monday,
)
from engine.domain.team_encrypted import EncryptedFile, EncryptedSums
from engine.domain.team_kept import KeptRound
from engine.sharing.team import encrypted
from engine.sharing.team.encrypted_files import EncryptedKind, EncryptedPaper, keys_digest, paper_in, paper_text
from engine.sharing.team.figures import counted
from engine.sharing.team.files import refused
from engine.sharing.team.rounds import GIVEN, TeamParts, as_text, file_in
from engine.sharing.team.wire import tidy_name
from engine.sharing.team.writing import write_new

_ROUND_HEX = 32


class TeamEncrypted:
    """Keys of a lead, encrypted figures, their sum. Raises UsageError with the reason; needs the extra."""

    def __init__(self, parts: TeamParts, seconds: Callable[[], float] = time.perf_counter) -> None:
        self._parts = parts
        self._seconds = seconds

    def keys(self, name: str, day: date, secret_out: Path, out: Path) -> EncryptedFile:
        """Make the lead's keys: the secret one, which stays with the lead, and the public ones for everybody."""
        self._parts.check_on()
        begun = self._seconds()
        secret, public = encrypted.fresh_context()
        paper = EncryptedPaper(EncryptedKind.SECRET, tidy_name(name), monday(day), keys_digest(public), 0, secret)
        write_new(secret_out, paper_text(paper))
        return self._written(replace(paper, kind=EncryptedKind.KEYS, content=public), out, begun)

    def figures(self, keys: Path) -> tuple[TeamLine, ...]:
        """Return the person's figures as they would be encrypted with these keys."""
        paper = paper_in(keys, EncryptedKind.KEYS)
        return tuple(
            TeamLine(group, figure * QUARTER_MINUTES)
            for group, figure in zip(GROUPS, self._counted(paper), strict=True)
        )

    def contribute(self, keys: Path, out: Path) -> EncryptedFile:
        """Encrypt the person's figures of the week; again gives the very same file."""
        self._parts.check_on()
        paper, begun = paper_in(keys, EncryptedKind.KEYS), self._seconds()
        if self._parts.today() <= _rules(paper).last_day:
            raise UsageError(f"The week ends on {_rules(paper).last_day}. Contribute afterwards.")
        kept = self._parts.store.one(paper.keys[:_ROUND_HEX], TeamRole.MEMBER) or self._kept(paper)
        data = file_in(kept, "contribution")
        write_new(out, data)
        return EncryptedFile(out, len(data), self._seconds() - begun, 1)

    def add(self, keys: Path, files: Sequence[Path], out: Path) -> EncryptedFile:
        """Add up encrypted figures without seeing them; sharing need not be on, and no secret is needed."""
        public, begun = paper_in(keys, EncryptedKind.KEYS), self._seconds()
        papers = [_belongs(paper_in(file, EncryptedKind.FIGURES), public, file.name) for file in files]
        if len({paper.digest for paper in papers}) < len(papers):
            raise refused("The same file was given twice. Leave one out.")
        if len(papers) < FEWEST:
            raise refused(f"Only {len(papers)} contributed; sums need {FEWEST}.")
        total = encrypted.added(public.content, [paper.content for paper in papers])
        paper = replace(public, kind=EncryptedKind.SUM, people=len(papers), content=total)
        return self._written(paper, out, begun)

    def open(self, secret: Path, file: Path) -> EncryptedSums:
        """Open a sum with the lead's secret key; a single contribution is refused."""
        key, paper = paper_in(secret, EncryptedKind.SECRET), paper_in(file, EncryptedKind.SUM)
        _belongs(paper, key, file.name)
        if paper.people < FEWEST:
            raise refused(f"Only {paper.people} contributed; sums need {FEWEST}.")
        begun = self._seconds()
        hours, error = encrypted.opened(key.content, paper.content, len(GROUPS))
        minutes = WHOLE_QUARTERS * QUARTER_MINUTES
        lines = tuple(TeamLine(group, one * minutes) for group, one in zip(GROUPS, hours, strict=True))
        return EncryptedSums(paper.name, paper.first_day, paper.people, lines, error, self._seconds() - begun)

    def _counted(self, paper: EncryptedPaper) -> tuple[int, ...]:
        return counted(self._parts.quarters(paper.first_day), _rules(paper), 0)

    def _kept(self, paper: EncryptedPaper) -> KeptRound:
        """Encrypt, and keep that the week was given."""
        hours = [figure // WHOLE_QUARTERS for figure in self._counted(paper)]
        content = encrypted.encrypted(paper.content, hours)
        data = paper_text(replace(paper, kind=EncryptedKind.FIGURES, people=1, content=content))
        told = {"name": paper.name, "contribution": as_text(data)}
        number, now = paper.keys[:_ROUND_HEX], self._parts.now_ms()
        joined = KeptRound(number, TeamRole.MEMBER, paper.first_day, TeamState.JOINED, "", told, paper.keys, now)
        self._parts.store.add(joined)
        given = replace(joined, state=TeamState.CONTRIBUTED, contributed_ms=now)
        if not self._parts.store.move(given, TeamState.JOINED):
            raise refused(GIVEN)
        return given

    def _written(self, paper: EncryptedPaper, out: Path, begun: float) -> EncryptedFile:
        data = paper_text(paper)
        write_new(out, data)
        return EncryptedFile(out, len(data), self._seconds() - begun, paper.people)


def _rules(paper: EncryptedPaper) -> TeamRules:
    return TeamRules(paper.keys[:_ROUND_HEX], paper.name, paper.first_day, 0, 0, 0, GROUPS)


def _belongs(paper: EncryptedPaper, keys: EncryptedPaper, name: str) -> EncryptedPaper:
    if (paper.keys, paper.first_day) != (keys.keys, keys.first_day):
        raise refused(f"“{name}” was made with other keys, or is of another week.")
    return paper
