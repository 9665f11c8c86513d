"""Which app the person is in front of, as far as it was recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from engine.domain.presence import Presence

if TYPE_CHECKING:
    from engine.api import Engine

OWN_APP: Final = "kairos"


def app_in_front(engine: Engine) -> str:
    """Return the app in front, "" while that is not known or the person is away."""
    current = engine.history.day(None).current
    return current.app if current is not None and current.presence is Presence.ACTIVE else ""


def is_gone(app: str, front: str | None) -> bool:
    """Return whether an app gave way to another; our own windows, which may lie over it, say nothing of that."""
    return front not in {None, "", OWN_APP, app}
