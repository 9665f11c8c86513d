"""A round as a profile keeps it, and the steps from one state to the next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol

from engine.domain.team import TeamRole, TeamState


@dataclass(frozen=True, slots=True)
class KeptRound:
    """One round in one role. round: its id. key: private ones as hex, empty once they are wiped.

    content: what is needed for the next step; files in it are base64. digest: of the file made last.
    """

    round: str
    role: TeamRole
    first_day: date
    state: TeamState
    key: str = field(repr=False)
    content: Mapping[str, Any] = field(repr=False)
    digest: str
    joined_ms: int
    contributed_ms: int | None = None


class RoundStore(Protocol):
    """Where rounds are kept; raises Storage errors."""

    def all(self) -> list[KeptRound]:
        """Return every round, the latest first."""
        ...

    def one(self, round_id: str, role: TeamRole) -> KeptRound | None:
        """Return one round."""
        ...

    def add(self, new: KeptRound) -> bool:
        """Keep a round; returns whether there was none of its id and role."""
        ...

    def remove(self, kept: KeptRound) -> None:
        """Take out a round that is still in the state it is given in: nothing of it is known any more."""
        ...

    def move(self, changed: KeptRound, before: TeamState) -> bool:
        """Replace a round that is still in this state; returns whether it was.

        A contribution is refused, too, where another round has one of its week.
        """
        ...
