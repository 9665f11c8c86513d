"""Which buses are used, and what is understood of what they carry."""

from __future__ import annotations

import sys

import pytest

from engine.domain.activity import Window
from engine.domain.errors import ProbeUnavailable

if sys.platform != "linux":
    pytest.skip("D-Bus is Linux's here", allow_module_level=True)

from dbus_fast import Message, MessageType

from engine.tracking.platforms import gnome, kwin
from engine.tracking.platforms.kwin_script import script_for
from engine.tracking.platforms.wayland_bus import new_owner, session_bus_address


def test_the_address_is_the_session_s_own() -> None:
    assert session_bus_address({"DBUS_SESSION_BUS_ADDRESS": "unix:path=/x"}) == "unix:path=/x"
    assert session_bus_address({"XDG_RUNTIME_DIR": "/run/user/7"}) == "unix:path=/run/user/7/bus"


@pytest.mark.parametrize(
    "address", ["tcp:host=127.0.0.1,port=9", "unix:path=/x;tcp:host=elsewhere,port=9", "nonce-tcp:host=h,port=1"]
)
def test_a_bus_over_a_network_is_refused(address: str) -> None:
    with pytest.raises(ProbeUnavailable, match="local buses only"):
        session_bus_address({"DBUS_SESSION_BUS_ADDRESS": address})


def test_no_bus_is_said_plainly() -> None:
    with pytest.raises(ProbeUnavailable, match="DBUS_SESSION_BUS_ADDRESS is not set"):
        session_bus_address({})


def owner_signal(name: str, now: str, sender: str = "org.freedesktop.DBus") -> Message:
    return Message(
        message_type=MessageType.SIGNAL, sender=sender, path="/org/freedesktop/DBus", interface="org.freedesktop.DBus",
        member="NameOwnerChanged", signature="sss", body=[name, ":1.1", now],
    )  # fmt: skip


def test_a_new_owner_is_believed_from_the_bus_alone() -> None:
    assert new_owner(owner_signal("org.kde.KWin", ":1.9"), "org.kde.KWin") == ":1.9"
    assert new_owner(owner_signal("org.kde.KWin", ""), "org.kde.KWin") == ""
    assert new_owner(owner_signal("org.other", ":1.9"), "org.kde.KWin") is None
    assert new_owner(owner_signal("org.kde.KWin", ":1.9", sender=":1.66"), "org.kde.KWin") is None


def kwin_call(member: str, *body: str) -> Message:
    return Message(
        destination=":1.7", path="/desktop/kairos/Focus", interface="desktop.kairos.Focus", member=member,
        signature="s" * len(body), body=list(body),
    )  # fmt: skip


def test_kwin_s_call_becomes_a_window() -> None:
    seen = kwin.seen(kwin_call("SawWindow", "org.kde.kate", "notes — Kate", "0"), "kwin")
    assert seen == Window("org.kde.kate", "notes — Kate", platform="kwin")


@pytest.mark.parametrize("number", ["-1", "", "NaN", "1.5", "²"])
def test_a_process_number_kwin_does_not_know_is_none(number: str) -> None:
    seen = kwin.seen(kwin_call("SawWindow", "app", "title", number), "kwin")
    assert seen is not None
    assert seen.pid is None


@pytest.mark.parametrize("message", [kwin_call("SawNothing"), kwin_call("SawWindow", "app"), kwin_call("Other", "a")])
def test_a_call_that_is_not_understood_names_no_window(message: Message) -> None:
    assert kwin.seen(message, "kwin") is None


def test_the_script_calls_this_connection_and_no_other() -> None:
    text = script_for(":1.42")
    assert '[":1.42", "/desktop/kairos/Focus", "desktop.kairos.Focus"]' in text
    assert "@" not in text


def test_gnome_s_answer_becomes_a_window() -> None:
    assert gnome.seen([True, "foot", "shell", 0], "gnome") == Window("foot", "shell", platform="gnome")
    assert gnome.seen([False, "", "", 0], "gnome") is None
