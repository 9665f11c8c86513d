"""The protocols written down by hand: opcodes, signatures and texts."""

from __future__ import annotations

import sys
from typing import Any

import pytest

if sys.platform != "linux":
    pytest.skip("Wayland is Linux's", allow_module_level=True)

from pywayland import ffi
from pywayland.protocol_core.interface import Interface
from pywayland.protocol_core.message import Message

from engine.tracking.platforms.protocols.cosmic_toplevel import CosmicToplevelHandle, CosmicToplevelInfo
from engine.tracking.platforms.protocols.declare import ForeignText
from engine.tracking.platforms.protocols.foreign_toplevel import ToplevelHandle, ToplevelManager
from engine.tracking.platforms.protocols.kde_idle import KdeIdle, KdeIdleTimeout


def wire(messages: list[Message]) -> list[str]:
    return [
        f"{message.name}({message.version or ''}{''.join(argument.signature for argument in message.arguments)})"
        for message in messages
    ]


@pytest.mark.parametrize(
    ("interface", "requests", "events"),
    [
        (
            ToplevelHandle,
            (
                "set_maximized() unset_maximized() set_minimized() unset_minimized() activate(o) close() "
                "set_rectangle(oiiii) destroy() set_fullscreen(2?o) unset_fullscreen(2)"
            ),
            "title(s) app_id(s) output_enter(o) output_leave(o) state(a) done() closed() parent(3?o)",
        ),
        (ToplevelManager, "stop()", "toplevel(n) finished()"),
        (CosmicToplevelInfo, "stop()", "toplevel(n) finished()"),
        (
            CosmicToplevelHandle,
            "destroy()",
            (
                "closed() done() title(s) app_id(s) output_enter(o) output_leave(o) "
                "workspace_enter(o) workspace_leave(o) state(a)"
            ),
        ),
        (KdeIdleTimeout, "release() simulate_user_activity()", "idle() resumed()"),
        (KdeIdle, "get_idle_timeout(nou)", ""),
    ],
)
def test_every_message_stands_at_its_opcode(interface: type[Interface], requests: str, events: str) -> None:
    assert wire(interface.requests) == requests.split()
    assert wire(interface.events) == events.split()


@pytest.mark.parametrize(
    ("sent", "read"),
    [(b"plain", "plain"), ("标题".encode(), "标题"), (b"cut \xe6\xa0", "cut \ufffd"), (b"\xff\xfe", "\ufffd\ufffd")],
)
def test_a_title_is_read_whatever_its_bytes_are(sent: bytes, read: str) -> None:
    text: Any = ffi.new("char[]", sent)
    arguments: Any = ffi.new("union wl_argument[1]")
    arguments[0].s = text
    assert ForeignText("title").c_to_arguments(arguments) == [read]
