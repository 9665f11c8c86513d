"""The filter of last resort: while the rules cannot be read, nothing is stored by name."""

from __future__ import annotations

from engine.domain.activity import Observed, Window, Withheld
from engine.domain.presence import Presence


class RefuseAll:
    """Admits the length of every window and nothing else."""

    def admit(self, window: Window | None) -> Observed:  # noqa: ARG002  (the shape every filter has)
        """Return an observation without a name, whatever the window is."""
        return Observed(Presence.ACTIVE, withheld=Withheld.FILTER)
