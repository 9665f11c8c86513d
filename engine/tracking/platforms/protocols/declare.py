"""Writes Wayland messages down in a line each, in the order of their opcodes."""

from __future__ import annotations

from typing import Any

from pywayland import ffi
from pywayland.protocol_core.argument import Argument
from pywayland.protocol_core.interface import Interface
from pywayland.protocol_core.message import Message
from pywayland.scanner.argument import ArgumentType

TEXT = Argument(ArgumentType.String)
NUMBER = Argument(ArgumentType.Uint)
SIGNED = Argument(ArgumentType.Int)
BYTES = Argument(ArgumentType.Array)


def message(name: str, *arguments: Argument, version: int | None = None) -> Message:
    """Return one request or event; version is the one it came with, None for the first."""
    return Message(_named(name), arguments, version)


class ForeignText(Message):
    """An event that carries one text which another program chose.

    pywayland decodes strictly and then drops the whole event, so a title that is not UTF-8 would leave the one
    before it standing; here every byte that cannot be read becomes U+FFFD.
    """

    def __init__(self, name: str) -> None:
        super().__init__(_named(name), (TEXT,), None)

    def c_to_arguments(self, args_ptr: Any) -> list[Any]:
        """Return the text, whatever its bytes are."""
        return [ffi.string(args_ptr[0].s).decode("utf-8", "replace")]


def seal(interface: type[Interface], requests: list[Message], events: list[Message]) -> None:
    """Give the interface its messages and build what libwayland reads of it."""
    interface.requests[:] = requests
    interface.events[:] = events
    interface._gen_c()  # noqa: SLF001  (how pywayland's own generated protocols end)


def _named(name: str) -> Any:
    def stub() -> None:
        """Stand for the message, which pywayland knows by a function's name."""

    stub.__name__ = name
    return stub
