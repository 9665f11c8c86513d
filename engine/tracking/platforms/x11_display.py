"""The connection to an X server on this machine: opening, asking, hearing, closing."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterable, Mapping
from types import ModuleType
from typing import Any

import xcffib
from xcffib import xproto

from engine.domain.errors import ProbeUnavailable

ANY_TYPE = 0
_LONGEST_WORDS = 4_096  # 32-bit words: 16 KiB of a property is more than any title that is kept
_MOST_EVENTS = 300
_XWAYLAND = "XWAYLAND"
_LOCAL = re.compile(r"(?:unix)?/?(?:unix)?:(\d+(?:\.\d+)?)")
_REMOTE = re.compile(r"[^:]+:\d+(\.\d+)?")


class Property:
    """One window property as read: type (an atom, 0 where it is not set), raw bytes, and whether it was cut."""

    __slots__ = ("cut", "data", "kind")

    def __init__(self, kind: int, data: bytes, cut: bool) -> None:
        self.kind = kind
        self.data = data
        self.cut = cut

    def words(self) -> tuple[int, ...]:
        """Return the value as 32-bit numbers, empty where it is something else."""
        return struct.unpack(f"={len(self.data) // 4}I", self.data) if len(self.data) % 4 == 0 else ()


class Display:
    """An open connection; every method may raise xcffib.ConnectionException once the server is gone."""

    def __init__(self, name: str) -> None:
        """Connect to the display named ("unix/:0"); raises xcffib.ConnectionException where nothing answers."""
        self._connection = _connect(name)
        self.core: Any = self._connection.core
        self.root: int = self._connection.setup.roots[self._connection.pref_screen].root
        setup = self._connection.setup
        self.key_codes: tuple[int, int] = (setup.min_keycode, setup.max_keycode)
        self._atoms: dict[str, int] = {}

    def close(self) -> None:
        """Give the connection back; a second call does nothing."""
        self._connection.disconnect()

    def fileno(self) -> int:
        """Return the descriptor that becomes readable when the server has something to say."""
        return int(self._connection.get_file_descriptor())

    def flush(self) -> None:
        """Send what waits to be sent."""
        self._connection.flush()

    def new_id(self) -> int:
        """Return an id for a resource of our own."""
        return int(self._connection.generate_id())

    def pending(self) -> list[Any]:
        """Return the events that have arrived, oldest first, some hundreds at most: in a storm others get their turn.

        Errors about windows that vanished are among them; they concern nobody.
        """
        events: list[Any] = []
        for _ in range(_MOST_EVENTS):
            try:
                event = self._connection.poll_for_event()
            except (xcffib.Error, KeyError) as odd:  # a window died before our request came, or an unknown event
                event = odd
            if event is None:
                break
            events.append(event)
        return events

    def extension(self, name: str, module: ModuleType) -> Any:
        """Return the extension's requests, or None where the server lacks it (asking anyway would hang up)."""
        present = self.core.QueryExtension(len(name), name).reply().present
        return self._connection(module.key) if present else None

    def is_of_wayland(self, *, surely: bool = False) -> bool:
        """Return whether the server shows X11 programs inside a Wayland session.

        Xwayland says so from version 23.1 on; its outputs have always been named for it until then, which is looked at
        where it must be known surely: what reads them costs 5 MB.
        """
        told = bool(self.core.QueryExtension(len(_XWAYLAND), _XWAYLAND).reply().present)
        return told or (surely and any(name.startswith(_XWAYLAND) for name in self._outputs()))

    def _outputs(self) -> list[str]:
        from xcffib import randr  # noqa: PLC0415  (large, and seldom wanted)

        asking = self.extension("RANDR", randr)
        if asking is None:
            return []
        found = asking.GetScreenResourcesCurrent(self.root).reply()
        told = [asking.GetOutputInfo(output, found.config_timestamp).reply() for output in found.outputs]
        return [bytes(each.name.raw).decode("latin-1") for each in told]

    def raw_reply(self, cookie: Any) -> bytes:
        """Return a reply's bytes, for those that the binding cannot parse."""
        found = self._connection.wait_for_reply(cookie.sequence)
        found.unpack(f"={found.known_max}x", increment=False)
        return bytes(found.buf)

    def atoms(self, names: Iterable[str]) -> dict[str, int]:
        """Return the numbers of the atoms named; all are asked for at once, each only once."""
        asked = {name: self.core.InternAtom(False, len(name), name) for name in names if name not in self._atoms}
        self._atoms.update({name: cookie.reply().atom for name, cookie in asked.items()})
        return self._atoms

    def properties(self, window: int, atoms: Iterable[int]) -> list[Property] | None:
        """Return the properties in the order asked, or None where the window is gone."""
        asked = [self.core.GetProperty(False, window, atom, ANY_TYPE, 0, _LONGEST_WORDS) for atom in atoms]
        found: list[Property] = []
        gone = False
        for cookie in asked:
            try:
                reply = cookie.reply()
            except xcffib.Error:
                gone = True
                continue
            found.append(Property(reply.type, reply.value.raw, reply.bytes_after > 0))
        return None if gone else found

    def listen(self, window: int, mask: int) -> None:
        """Ask for the events in the mask on the window, none for 0; a window that is gone is passed over."""
        self.core.ChangeWindowAttributes(window, xproto.CW.EventMask, [mask])


def _connect(name: str) -> Any:
    return xcffib.Connection(name)  # type: ignore[no-untyped-call]


def local_display(environ: Mapping[str, str]) -> str:
    """Return the display to connect to, as a name that can only mean a socket file on this machine.

    Raises ProbeUnavailable where DISPLAY is missing, makes no sense, or names another machine: a bare ":0"
    would make the library try the network when the socket file is missing.
    """
    wanted = environ.get("DISPLAY", "").strip()
    if not wanted:
        raise ProbeUnavailable("No screen was found: DISPLAY is not set. Start Kairos from inside a desktop session.")
    local = _LOCAL.fullmatch(wanted)
    if local is not None:
        return f"unix/:{local.group(1)}"
    if _REMOTE.fullmatch(wanted):
        raise ProbeUnavailable(
            f"DISPLAY is “{wanted}”, a screen reached over the network. Kairos watches only a screen of this "
            "machine and never opens a network connection."
        )
    raise ProbeUnavailable(f"DISPLAY is “{wanted}”, which names no screen. It should look like “:0”.")
