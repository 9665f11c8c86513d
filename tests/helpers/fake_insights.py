"""Findings in memory, as the window asks for them."""

from __future__ import annotations

from dataclasses import dataclass

from engine.domain.findings import Findings


@dataclass
class FakeInsights:
    """What was found, and what a look finds. looks: how many were asked for; looking: whether one goes on."""

    stored: Findings | None = None
    looking: bool = False
    looks: int = 0
    done: float = 0.0

    def found(self) -> Findings | None:
        """Return what there is."""
        return self.stored

    def running(self) -> bool:
        """Return whether a look goes on."""
        return self.looking

    def start(self) -> None:
        """Begin one."""
        self.looks += 1
        self.looking = True

    def stoppable(self) -> bool:
        """Return whether it was begun here."""
        return self.looking and self.looks > 0

    def share(self) -> float | None:
        """Return how much of it is done."""
        return self.done if self.stoppable() else None

    def stop(self) -> None:
        """Leave off."""
        self.looking = False
