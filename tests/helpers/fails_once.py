"""A read that goes wrong once, as when something else holds the database."""

from __future__ import annotations

from typing import Any

from engine.domain.errors import StorageBusy


class FailsOnce:
    """A page's source whose next answer is that something holds the database."""

    def __init__(self, source: Any) -> None:
        self._source, self._fails = source, True

    def read(self, *wanted: Any) -> Any:
        """Fail, and then no more."""
        fails, self._fails = self._fails, False
        if fails:
            message = "Something holds it."
            raise StorageBusy(message)
        return self._source.read(*wanted)
