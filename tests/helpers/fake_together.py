"""Learning together in memory, as the window asks for it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from engine.domain.errors import KairosError
from engine.domain.together import TogetherStatus


@dataclass
class FakeTogether:
    """How it stands, left and taken back as asked."""

    found: TogetherStatus = field(default_factory=lambda: TogetherStatus(installed=False))
    error: KairosError | None = None

    def status(self) -> TogetherStatus:
        """Return how it stands."""
        return self.found

    def leave(self) -> bool:
        """Take part no longer."""
        if self.error is not None:
            raise self.error
        self.found = replace(self.found, federation="", name="", heads=())
        return True

    def take_back(self) -> bool:
        """Use no average."""
        self.found = replace(self.found, used=())
        return True
