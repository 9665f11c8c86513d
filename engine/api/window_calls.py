"""What one launch of the desktop app may ask of the one already open."""

from __future__ import annotations

from engine.domain.clock import Clock
from engine.domain.commands import Command, CommandKind, Receiver
from engine.storage.commands import CommandQueue


class WindowCalls:
    """Requests to the open window of this profile."""

    def __init__(self, clock: Clock, commands: CommandQueue) -> None:
        self._clock = clock
        self._commands = commands

    def raise_other(self) -> None:
        """Ask the open window to come to the front."""
        self._commands.send(Command(CommandKind.RAISE_WINDOW, Receiver.WINDOW, self._clock.now().wall_ms))

    def take(self) -> list[Command]:
        """Return what the window was asked since it last looked, oldest first."""
        return self._commands.take(Receiver.WINDOW)
