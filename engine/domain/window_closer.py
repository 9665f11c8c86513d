"""Asking the window in front to close."""

from __future__ import annotations

from typing import Protocol


class WindowCloser(Protocol):
    """What can ask windows of one kind of desktop to close, politely: a program may refuse or ask back."""

    def close_front(self, app: str) -> bool:
        """Ask the window in front to close if it is of that app (as recorded), and return whether it was asked."""
        ...
