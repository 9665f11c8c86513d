"""Team rounds in memory, as the window asks for them: files are looked at by their names, and written as one line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from engine.domain.errors import KairosError, UsageError
from engine.domain.sharing import GROUPS
from engine.domain.team import (
    TeamFile,
    TeamLine,
    TeamNeeds,
    TeamResult,
    TeamRole,
    TeamRound,
    TeamRules,
    TeamState,
    TeamStep,
    TeamTaken,
    monday,
)

RULES = TeamRules("r1", "Platform", date(2026, 11, 9), 6, 1_000_000, 160, GROUPS)
MADE_MS = 1_795_000_000_000
FINGERPRINT = "ab12 cd34 ef56"
MAKES = {
    TeamFile.ROUND: TeamFile.JOIN,
    TeamFile.ROSTER: TeamFile.CONTRIBUTION,
    TeamFile.REQUEST: TeamFile.ANSWER,
}
RESULT = TeamResult(
    rules=RULES,
    contributed=("Ada", "Bo", "Cy", "Di", "Ed"),
    left_out=("Fay",),
    lines=(TeamLine("focus", 6_000), TeamLine("meetings", 2_400)),
    epsilon_millionths=0,
    step_minutes=300,
    does_not_hide=("Whether a person took part.",),
)


@dataclass
class FakeTeam:
    """A file called kind.json is of that kind."""

    error: KairosError | None = None
    known: list[TeamRound] = field(default_factory=list)
    found: TeamResult | TeamNeeds | TeamTaken = RESULT
    asked: list[tuple[object, ...]] = field(default_factory=list)

    def look(self, file: Path) -> TeamStep:
        """Return what the file is."""
        if file.stem not in set(TeamFile):
            raise UsageError(f"{file.name} is no team file of Kairos.")
        kind = TeamFile(file.stem)
        listed = kind in {TeamFile.ROSTER, TeamFile.REQUEST}
        step = TeamStep(file, kind, MAKES.get(kind), RULES, "0" * 64, fewest=5)
        if not listed:
            return step
        lines = (TeamLine("focus", 1_200), TeamLine("meetings", 480)) if kind is TeamFile.ROSTER else ()
        names = ("Ada", "<b>Bo</b>")
        holds, hides = ("Numbers that look random.",), ("That you took part.",)
        return replace(
            step,
            fingerprint=FINGERPRINT,
            members=6,
            names=names,
            lines=lines,
            holds=holds,
            leaves_out=("Your name's figures.",),
            does_not_hide=hides,
        )

    def take(self, step: TeamStep, out: Path, name: str = "") -> TeamTaken:
        """Write the answer."""
        self._refuse("take", step.kind, out, name)
        assert step.makes is not None
        return self._write(out, step.makes)

    def begin(self, name: str, day: date, expected: int, out: Path) -> TeamTaken:
        """Write the invitation."""
        self._refuse("begin", name, monday(day), expected, out)
        self.known.append(TeamRound("r2", TeamRole.LEAD, TeamState.BEGUN, name, monday(day), MADE_MS))
        return self._write(out, TeamFile.ROUND)

    def combine(
        self, files: Sequence[Path], out: Path, *, without_missing: bool = False
    ) -> TeamResult | TeamNeeds | TeamTaken:
        """Return what was laid ready."""
        self._refuse("combine", tuple(files), out, without_missing)
        return self.found

    def rounds(self) -> tuple[TeamRound, ...]:
        """Return the rounds."""
        return tuple(self.known)

    def forget(self, round_id: str) -> None:
        """Wipe its keys."""
        self._refuse("forget", round_id)
        self.known = [replace(one, state=TeamState.FORGOTTEN) if one.id == round_id else one for one in self.known]

    def _write(self, out: Path, kind: TeamFile) -> TeamTaken:
        out.write_text(f"{kind}\n", encoding="utf-8")
        return TeamTaken(out, kind, "r1", out.stat().st_size, "Give it to the lead.", FINGERPRINT)

    def _refuse(self, *asked: object) -> None:
        self.asked.append(asked)
        if self.error is not None:
            raise self.error
