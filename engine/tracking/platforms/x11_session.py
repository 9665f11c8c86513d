"""Keeps a recorder to the kind of session it began in, though displays are numbered anew at each log-in."""

from __future__ import annotations

from typing import Protocol

from engine.domain.errors import ProbeLost


class _Display(Protocol):
    def is_of_wayland(self, *, surely: bool = False) -> bool: ...

    def close(self) -> None: ...


class KeptSession:
    """What is known of the X servers one probe was connected to."""

    def __init__(self) -> None:
        self.begun = False
        self._of_wayland = False

    def admit(self, display: _Display) -> None:
        """Note the display; raises ProbeLost, and closes it, where it is the X11 side of a Wayland session begun since.

        Most windows would be missing there, in silence; the recorder of the new session sees them all.
        """
        of_wayland = display.is_of_wayland(surely=self.begun)
        if self.begun and of_wayland and not self._of_wayland:
            display.close()
            raise ProbeLost("A Wayland session has taken this display. Start Kairos from inside the desktop session.")
        self.begun, self._of_wayland = True, of_wayland
