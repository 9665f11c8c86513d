"""Whether the recorder of a profile starts when the person logs in."""

from __future__ import annotations

from collections.abc import Callable

from engine.domain.log_in import LogInState


class LogIn:
    """Start at log-in, off until chosen; the truth is what the system has noted, not a setting of ours.

    command: gives the command line that starts the recorder.
    """

    def __init__(self, command: Callable[[], tuple[str, ...]]) -> None:
        self._command = command

    def is_enabled(self) -> bool:
        """Return whether a recorder starts at log-in."""
        from engine.tracking import log_in  # noqa: PLC0415  (readers of foreign files, wanted on one page only)

        return log_in.is_enabled()

    def state(self) -> LogInState:
        """Return whether this Kairos starts at log-in with this data, nothing does, or another one."""
        from engine.tracking import log_in  # noqa: PLC0415

        return log_in.state_of(self._command())

    def enable(self) -> None:
        """Start this profile's recorder at every log-in; raises UsageError where that cannot be noted."""
        from engine.tracking import log_in  # noqa: PLC0415

        log_in.enable(self._command())

    def disable(self) -> None:
        """Start nothing at log-in any more; raises UsageError where the note cannot be removed."""
        from engine.tracking import log_in  # noqa: PLC0415

        log_in.disable()
