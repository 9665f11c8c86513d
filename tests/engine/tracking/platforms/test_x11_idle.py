"""Finding the idle counter in the server's list, which the binding cannot read."""

from __future__ import annotations

import struct
import sys

import pytest

if sys.platform != "linux":
    pytest.skip("X11 is watched on Linux only", allow_module_level=True)

from engine.tracking.platforms.x11_idle import find_counter


def listed(*counters: tuple[int, bytes]) -> bytes:
    """Build a reply to ListSystemCounters."""
    body = b""
    for number, name in counters:
        entry = struct.pack("=IiIH", number, 0, 4, len(name)) + name
        body += entry + b"\0" * (-len(entry) % 4)
    return struct.pack("=BxHII20x", 1, 7, len(body) // 4, len(counters)) + body


def test_is_found_wherever_it_stands() -> None:
    names = [b"SERVERTIME", b"IDLETIME", b"DEVICEIDLETIME 2"]
    for turn in range(3):
        turned = [*names[turn:], *names[:turn]]
        assert find_counter(listed(*enumerate(turned, 100)), b"IDLETIME") == 100 + turned.index(b"IDLETIME")


def test_is_not_made_up() -> None:
    assert find_counter(listed((1, b"SERVERTIME"), (2, b"DEVICEIDLETIME 2")), b"IDLETIME") is None
    assert find_counter(listed(), b"IDLETIME") is None


def test_a_reply_cut_short_is_no_trouble() -> None:
    whole = listed((1, b"SERVERTIME"), (2, b"IDLETIME"))
    for length in range(32, len(whole) - 8):
        assert find_counter(whole[:length], b"IDLETIME") is None
