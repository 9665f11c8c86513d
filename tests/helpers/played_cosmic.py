"""A compositor without a screen that plays COSMIC's list of windows, told what to say line by line.

Run as a program with XDG_RUNTIME_DIR set: `python played_cosmic.py NAME` listens as NAME, prints a line once it does,
and obeys JSON on stdin: ["toplevel", KEY], ["title", KEY, TEXT], ["app_id", KEY, TEXT], ["state", KEY, [NUMBERS]],
["done", KEY], ["closed", KEY], ["finished"]. A TEXT of surrogates stands for the bytes they escape.
"""

from __future__ import annotations

import json
import os
import struct
import sys
from typing import Any

from pywayland import ffi, lib
from pywayland.protocol_core.globals import Global
from pywayland.protocol_core.resource import Resource
from pywayland.server import Display
from pywayland.server.eventloop import EventLoop

from engine.tracking.platforms.protocols.cosmic_toplevel import CosmicToplevelHandle, CosmicToplevelInfo


class InfoResource(Resource[CosmicToplevelInfo]):
    """The list, as the compositor holds it."""

    interface = CosmicToplevelInfo


class HandleResource(Resource[CosmicToplevelHandle]):
    """One window, as the compositor holds it."""

    interface = CosmicToplevelHandle


class InfoGlobal(Global[CosmicToplevelInfo]):
    """The offer of the list."""

    interface = CosmicToplevelInfo


CosmicToplevelInfo.resource_class = InfoResource
CosmicToplevelHandle.resource_class = HandleResource
_EVENTS = [message.name for message in CosmicToplevelHandle.events]
_LIST_EVENTS = [message.name for message in CosmicToplevelInfo.events]


class PlayedCosmic:
    """Says to its one client what it is told to."""

    def __init__(self, display: Display) -> None:
        self._display = display
        self._list: InfoResource | None = None
        self._windows: dict[str, HandleResource] = {}
        self._waiting: list[list[Any]] = []

    def bound(self, resource: InfoResource) -> None:
        """Say to a new client what was to be said before it came."""
        self._list = resource
        for order in self._waiting:
            self._obey(order)

    def read(self, *_: object) -> int:
        """Obey what stands on stdin; its end is the compositor's."""
        told = os.read(0, 65_536)
        if not told:
            self._display.terminate()
        for line in told.splitlines():
            order = json.loads(line)
            if self._list is None:
                self._waiting.append(order)
            else:
                self._obey(order)
        self._display.flush_clients()
        return 0

    def _obey(self, order: list[Any]) -> None:
        word, *rest = order
        if word == "toplevel":
            self._open(rest[0])
        elif word == "finished":
            _post(self._list, _LIST_EVENTS.index(word))
        else:
            _post(self._windows[rest[0]], _EVENTS.index(word), *rest[1:])

    def _open(self, key: str) -> None:
        assert self._list is not None
        list_pointer: Any = self._list._ptr
        client = lib.wl_resource_get_client(list_pointer)
        window = self._windows[key] = HandleResource(client, 1)
        pointer: Any = window._ptr
        arguments: Any = ffi.new("union wl_argument[1]")
        arguments[0].o = ffi.cast("struct wl_object *", pointer)
        lib.wl_resource_post_event_array(list_pointer, _LIST_EVENTS.index("toplevel"), arguments)


def _post(resource: Any, opcode: int, *body: Any) -> None:
    """Send an event; texts go out byte by byte, well-formed or not."""
    arguments: Any = ffi.new("union wl_argument[1]")
    held: list[Any] = []
    for value in body:
        if isinstance(value, str):
            held.append(ffi.new("char[]", value.encode("utf-8", "surrogateescape")))
            arguments[0].s = held[-1]
        else:
            data = struct.pack(f"={len(value)}I", *value)
            held += [ffi.new("char[]", data), ffi.new("struct wl_array *")]
            held[-1].size = held[-1].alloc = len(data)
            held[-1].data = held[-2]
            arguments[0].a = held[-1]
    lib.wl_resource_post_event_array(resource._ptr, opcode, arguments)


def main(name: str) -> None:
    """Run until stdin ends."""
    display = Display()
    display.add_socket(name)
    cosmic = PlayedCosmic(display)
    offer: Any = InfoGlobal(display)
    offer.bind_func = cosmic.bound
    loop = display.get_event_loop()  # held here: C calls back into it
    loop.add_fd(0, cosmic.read, EventLoop.FdMask.WL_EVENT_READABLE, None)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    display.run()


if __name__ == "__main__":
    main(sys.argv[1])
