"""Rounds kept in memory, by the rules of the database."""

from __future__ import annotations

from dataclasses import dataclass, field

from engine.domain.team import TeamRole, TeamState
from engine.domain.team_kept import KeptRound


@dataclass
class RoundsInMemory:
    """Keeps rounds as the database does."""

    kept: dict[tuple[str, TeamRole], KeptRound] = field(default_factory=dict)

    def all(self) -> list[KeptRound]:
        """Return every round, the latest first."""
        return sorted(self.kept.values(), key=lambda one: -one.joined_ms)

    def one(self, round_id: str, role: TeamRole) -> KeptRound | None:
        """Return one round."""
        return self.kept.get((round_id, role))

    def add(self, new: KeptRound) -> bool:
        """Keep a round."""
        return self.kept.setdefault((new.round, new.role), new) is new

    def remove(self, kept: KeptRound) -> None:
        """Take out a round that is still in the state it is given in."""
        if self.kept[kept.round, kept.role].state is kept.state:
            del self.kept[kept.round, kept.role]

    def move(self, changed: KeptRound, before: TeamState) -> bool:
        """Replace a round that is still in this state."""
        this = changed.round, changed.role
        others = (one for key, one in self.kept.items() if key != this and one.first_day == changed.first_day)
        if changed.state is TeamState.CONTRIBUTED and any(one.contributed_ms is not None for one in others):
            return False
        if self.kept[this].state is not before:
            return False
        self.kept[this] = changed
        return True
