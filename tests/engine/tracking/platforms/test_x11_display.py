"""Which displays are this machine's own."""

from __future__ import annotations

import sys

import pytest

if sys.platform != "linux":
    pytest.skip("X11 is watched on Linux only", allow_module_level=True)

from engine.domain.errors import ProbeUnavailable
from engine.tracking.platforms.x11_display import Property, local_display


@pytest.mark.parametrize(
    ("wanted", "used"),
    [(":0", "unix/:0"), (":1.0", "unix/:1.0"), ("unix:2", "unix/:2"), ("unix/:3", "unix/:3"), (" :4 ", "unix/:4")],
)
def test_a_display_of_this_machine_is_named_so_that_no_network_is_tried(wanted: str, used: str) -> None:
    assert local_display({"DISPLAY": wanted}) == used


@pytest.mark.parametrize(
    "wanted", ["", "host:0", "127.0.0.1:0", "tcp/host:0", "localhost:10.0", "[::1]:0", "::1:0", "0"]
)
def test_every_other_is_refused(wanted: str) -> None:
    with pytest.raises(ProbeUnavailable):
        local_display({"DISPLAY": wanted})


def test_a_property_of_another_length_has_no_numbers() -> None:
    assert Property(6, b"\1\0\0\0\2\0\0\0", False).words() == (1, 2)
    assert Property(6, b"\1\0\0", False).words() == ()
