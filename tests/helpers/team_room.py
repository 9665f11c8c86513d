"""People of a team, each with rounds of their own kept in memory, who hand each other real files in a folder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

from helpers.rounds_in_memory import RoundsInMemory

from engine.api.team import Team
from engine.domain.sharing import GROUPS
from engine.domain.team import TeamNeeds, TeamResult, TeamRules
from engine.sharing.team import lead_files, member_files
from engine.sharing.team.kept import masked_again, masked_kept
from engine.sharing.team.parts import Keys
from engine.sharing.team.rounds import TeamParts

MONDAY = date(2026, 11, 9)
AFTER = date(2026, 11, 17)


class MasksHere:
    """Makes masked files in this process."""

    def begin(self, rules: TeamRules) -> tuple[str, bytes]:
        """As the process of its own does."""
        key, file = lead_files.begin(rules)
        return key.hex(), file

    def join(self, first: bytes, name: str) -> tuple[str, bytes]:
        """As the process of its own does."""
        keys, file = member_files.join(first, name)
        return (keys.mask + keys.share).hex(), file

    def close(self, key: str, first: bytes, joins: Sequence[bytes]) -> bytes:
        """As the process of its own does."""
        return lead_files.close(bytes.fromhex(key), first, joins)

    def contribute(self, key: str, roster: bytes, number: int, figures: Sequence[int]) -> bytes:
        """As the process of its own does."""
        return member_files.contribute(keys_of(key), roster, number, figures)

    def ask(self, key: str, roster: bytes, contributions: Sequence[bytes]) -> tuple[bytes, list[dict[str, Any]]]:
        """As the process of its own does."""
        file, masked = lead_files.ask(bytes.fromhex(key), roster, contributions)
        return file, masked_kept(masked)

    def answer(self, key: str, roster: bytes, number: int, request: bytes, contributed: str) -> bytes:
        """As the process of its own does."""
        return member_files.give_answer(keys_of(key), roster, number, request, contributed)

    def total(
        self, key: str, roster: bytes, request: bytes, masked: Sequence[Mapping[str, Any]], answers: Sequence[bytes]
    ) -> tuple[int, ...]:
        """As the process of its own does."""
        return lead_files.total(bytes.fromhex(key), roster, request, masked_again(masked), answers)


def keys_of(key: str) -> Keys:
    """Return a member's keys as they are kept."""
    both = bytes.fromhex(key)
    return Keys(both[:32], both[32:])


@dataclass
class Somebody:
    """One person: their quarters of an hour by group, and their rounds."""

    name: str
    quarters: dict[str, int]
    today: date = AFTER
    sharing: bool = True
    store: RoundsInMemory = field(default_factory=RoundsInMemory)
    now_ms: int = 0

    @property
    def team(self) -> Team:
        """What they can do."""
        parts = TeamParts(
            self.store, MasksHere(), lambda _day: self.quarters, lambda: self.today, self._now, lambda: self.sharing
        )
        return Team(parts)

    def _now(self) -> int:
        self.now_ms += 1
        return self.now_ms


class TeamRoom:
    """So many people and a lead, and the folder their files lie in; person 0 is "P00"."""

    def __init__(self, folder: Path, people: int, seed: int = 0) -> None:
        dice = Random(seed)
        self.folder = folder
        self.lead = Somebody("lead", {})
        self.people = [
            Somebody(f"P{number:02}", {group: dice.randrange(0, 40) for group in GROUPS}) for number in range(people)
        ]

    def begin(self) -> Path:
        """Begin a round."""
        return self.lead.team.begin("Team", MONDAY, len(self.people), self.folder / "round").file

    def joined(self) -> list[Path]:
        """Begin a round that everybody joins; return their files."""
        first = self.begin()
        return [self.taken(one, first, f"join-{one.name}") for one in self.people]

    def closed(self) -> Path:
        """Return the list of members."""
        return self.lead.team.close(self.joined(), self.folder / "roster").file

    def contributed(self, roster: Path, out: frozenset[int] = frozenset()) -> list[Path]:
        """Return the contributions of all but those who drop out."""
        return [
            self.taken(one, roster, f"contribution-{one.name}")
            for number, one in enumerate(self.people)
            if number not in out
        ]

    def asked(self, contributions: Sequence[Path]) -> Path:
        """Return the request for these contributions."""
        needs = self.lead.team.combine(contributions, self.folder / "request", without_missing=True)
        assert isinstance(needs, TeamNeeds)
        assert needs.file is not None
        return needs.file

    def answered(self, request: Path, out: frozenset[int] = frozenset()) -> list[Path]:
        """Return the answers of all but those who drop out."""
        return [
            self.taken(one, request, f"answer-{one.name}")
            for number, one in enumerate(self.people)
            if number not in out
        ]

    def sums(self, out: frozenset[int] = frozenset()) -> TeamResult:
        """Go through a whole round."""
        request = self.asked(self.contributed(self.closed(), out))
        result = self.lead.team.combine(self.answered(request, out), self.folder / "result")
        assert isinstance(result, TeamResult)
        return result

    def taken(self, one: Somebody, file: Path, name: str) -> Path:
        """Have somebody take a file; return what they make of it."""
        return one.team.take(one.team.look(file), self.folder / name, one.name).file
