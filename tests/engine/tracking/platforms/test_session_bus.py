"""Session states from a real D-Bus daemon with played services."""

from __future__ import annotations

import asyncio
import gc
import socket
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

if sys.platform != "linux":
    pytest.skip("D-Bus sessions are Linux's", allow_module_level=True)

import os

from dbus_fast import Variant
from helpers.desktop_bus import LOGIND, SESSION_PATH, PlayedLocker, PlayedLogind, connection, start_bus
from helpers.desktop_programs import Programs
from helpers.desktop_sink import RecordingSink, eventually, open_descriptors, running

from engine.domain.errors import ProbeUnavailable
from engine.tracking.platforms import session_bus_logind
from engine.tracking.platforms.session_bus import SessionBusProbe
from engine.tracking.platforms.session_bus_signs import SignBoard
from engine.tracking.probe import SessionSign

GNOME = "org.gnome.ScreenSaver"
LOCKED, SWITCHED, SUSPENDED = SessionSign.LOCKED, SessionSign.SWITCHED, SessionSign.SUSPENDED


@pytest.fixture
def programs(tmp_path: Path) -> Iterator[Programs]:
    with Programs(tmp_path, os.environ) as started:
        yield started


@pytest.fixture
def bus(programs: Programs, tmp_path: Path) -> str:
    return start_bus(programs, tmp_path / "b")


def probe(address: str) -> SessionBusProbe:
    return SessionBusProbe({"DBUS_SESSION_BUS_ADDRESS": address, "DBUS_SYSTEM_BUS_ADDRESS": address})


async def told(sink: RecordingSink, *expected: tuple[SessionSign, bool]) -> None:
    await eventually(lambda: len(sink.said) >= len(expected), f"{expected}, heard {sink.said}")
    assert sink.said == list(expected)


def test_lock_hint_switch_and_sleep_of_the_login_session(bus: str) -> None:
    async def story() -> None:
        sink = RecordingSink()
        async with connection(bus, LOGIND) as own, running(probe(bus), sink):
            logind = PlayedLogind(own, LockedHint=Variant("b", True))
            await told(sink, (LOCKED, True))
            await logind.change(LockedHint=False)
            await logind.change(Active=False)
            await logind.change(Active=True)
            await logind.sleep(True)
            await logind.sleep(False)
            await told(
                sink, (LOCKED, True), (LOCKED, False), (SWITCHED, True), (SWITCHED, False), (SUSPENDED, True),
                (SUSPENDED, False),
            )  # fmt: skip

    asyncio.run(story())


def test_a_recorder_outside_every_session_follows_the_one_with_a_screen(bus: str) -> None:
    terminal, user = SESSION_PATH + "5", "/org/freedesktop/login1/user/_0"

    async def story() -> None:
        sink = RecordingSink()
        async with connection(bus, LOGIND) as own:
            logind = PlayedLogind(own, LockedHint=Variant("b", True))
            manager, properties = f"{LOGIND}.Manager", "org.freedesktop.DBus.Properties"
            shown = {"Display": Variant("(so)", ["1", SESSION_PATH])}
            logind.answers |= {
                ("/org/freedesktop/login1", manager, "GetSessionByPID"): ("o", [terminal]),
                ("/org/freedesktop/login1", manager, "GetUser"): ("o", [user]),
                (terminal, properties, "GetAll"): (
                    "a{sv}",
                    [{"Type": Variant("s", "tty"), "Active": Variant("b", False)}],
                ),
                (user, properties, "GetAll"): ("a{sv}", [shown]),
            }
            async with running(probe(bus), sink):
                await told(sink, (LOCKED, True))
                await logind.change(LockedHint=False)
                await told(sink, (LOCKED, True), (LOCKED, False))

    asyncio.run(story())


def test_logind_that_ends_and_comes_again_is_asked_anew(bus: str) -> None:
    async def story() -> None:
        sink = RecordingSink()
        async with running(probe(bus), sink):
            async with connection(bus, LOGIND) as own:
                PlayedLogind(own, LockedHint=Variant("b", True))
                await told(sink, (LOCKED, True))
            await told(sink, (LOCKED, True), (LOCKED, False))
            async with connection(bus, LOGIND) as own:
                PlayedLogind(own, Active=Variant("b", False))
                await told(sink, (LOCKED, True), (LOCKED, False), (SWITCHED, True))
            await eventually(lambda: sink.said[-1] == (SWITCHED, False), "the end of logind")

    asyncio.run(story())


def test_another_session_is_not_ours(bus: str) -> None:
    async def story() -> None:
        sink = RecordingSink()
        async with connection(bus, LOGIND) as own, running(probe(bus), sink):
            logind = PlayedLogind(own, LockedHint=Variant("b", True))
            await told(sink, (LOCKED, True))
            other = SESSION_PATH + "7"
            await logind.say(other, f"{LOGIND}.Session", "Unlock")
            await logind.say(other, "org.freedesktop.DBus.Properties", "PropertiesChanged", "sa{sv}as",
                             f"{LOGIND}.Session", {"LockedHint": Variant("b", False)}, [])  # fmt: skip
            await logind.ask("Unlock")
            await told(sink, (LOCKED, True), (LOCKED, False))

    asyncio.run(story())


def test_a_lock_request_nobody_confirms_is_believed_for_a_while_only(bus: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session_bus_logind, "_CONFIRM_S", 0.3)

    async def story() -> None:
        sink = RecordingSink()
        async with connection(bus, LOGIND) as own, running(probe(bus), sink):
            logind = PlayedLogind(own, Active=Variant("b", False))
            await told(sink, (SWITCHED, True))
            await logind.ask("Lock")
            await told(sink, (SWITCHED, True), (LOCKED, True), (LOCKED, False))
            assert 250 <= sink.signs[2][0] - sink.signs[1][0] < 2_000

    asyncio.run(story())


def test_a_confirmed_lock_outlasts_the_request(bus: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session_bus_logind, "_CONFIRM_S", 0.2)

    async def story() -> None:
        sink = RecordingSink()
        async with connection(bus, LOGIND) as own, running(probe(bus), sink):
            logind = PlayedLogind(own, Active=Variant("b", False))
            await told(sink, (SWITCHED, True))
            await logind.ask("Lock")
            await logind.change(LockedHint=True)
            await asyncio.sleep(0.5)
            assert sink.said[-1] == (LOCKED, True)
            await logind.ask("Unlock")
            await eventually(lambda: sink.said[-1] == (LOCKED, False), "the unlocking")

    asyncio.run(story())


@pytest.mark.parametrize(
    ("name", "sign"),
    [
        ("org.gnome.ScreenSaver", SessionSign.LOCKED),
        ("org.freedesktop.ScreenSaver", SessionSign.LOCKED),
        ("org.cinnamon.ScreenSaver", SessionSign.LOCKED),
        ("org.mate.ScreenSaver", SessionSign.SCREENSAVER),
        ("org.xfce.ScreenSaver", SessionSign.SCREENSAVER),
    ],
)
def test_lockers_of_the_desktops(bus: str, name: str, sign: SessionSign) -> None:
    async def story() -> None:
        sink = RecordingSink()
        async with running(probe(bus), sink):
            async with connection(bus, name) as own:
                locker = PlayedLocker(own, name, active=True)
                await told(sink, (sign, True))
                await locker.become(False)
                await locker.become(True)
                await told(sink, (sign, True), (sign, False), (sign, True))
            await told(
                sink, (sign, True), (sign, False), (sign, True), (sign, False)
            )  # a locker that died locks nothing

    asyncio.run(story())


def test_a_bus_that_ends_and_comes_again(programs: Programs, tmp_path: Path) -> None:
    async def story() -> None:
        sink = RecordingSink()
        address = start_bus(programs, tmp_path / "b")
        daemon = programs._running[-1]
        async with running(probe(f"unix:path={tmp_path / 'b' / 'bus'}"), sink) as task:
            async with connection(address, GNOME) as own:
                PlayedLocker(own, GNOME, active=True)
                await told(sink, (LOCKED, True))
                await asyncio.to_thread(programs.end, daemon)
                await told(sink, (LOCKED, True), (LOCKED, False))
            again = await asyncio.to_thread(start_bus, programs, tmp_path / "b")
            async with connection(again, GNOME) as own:
                PlayedLocker(own, GNOME, active=True)
                await told(sink, (LOCKED, True), (LOCKED, False), (LOCKED, True))
            assert not task.done()

    asyncio.run(story())


@pytest.mark.parametrize("kind", ["nowhere", "left over", "rubbish", "silent"])
def test_a_bus_that_does_not_answer_costs_and_leaves_nothing(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "bus"
    gc.collect()  # what earlier tests left would be closed while descriptors are counted
    with socket.socket(socket.AF_UNIX) as deaf:
        if kind in ("left over", "silent"):
            deaf.bind(str(path))
        if kind == "silent":
            deaf.listen()
        held = open_descriptors()
        address = "unix:rubbish" if kind == "rubbish" else f"unix:path={path}"
        asyncio.run(stay_away(address, held))
        assert open_descriptors() <= held


async def stay_away(address: str, held: int) -> None:
    own = open_descriptors() - held  # the loop's
    async with running(probe(address), RecordingSink()) as task:
        await asyncio.sleep(0.3)
        spent = time.process_time()
        await asyncio.sleep(2)
        assert time.process_time() - spent < 0.05
        assert not task.done()
    assert open_descriptors() <= held + own  # what earlier tests left may be closed meanwhile


def test_buses_over_a_network_are_refused() -> None:
    with pytest.raises(ProbeUnavailable):
        asyncio.run(probe("tcp:host=localhost,port=1").run(RecordingSink(), 1))
    report = probe("unix:path=/x;tcp:host=localhost,port=1").report()
    assert (report.lock, report.suspend) == (False, False)
    assert report.note


def test_a_bus_without_its_socket_is_not_said_to_work(tmp_path: Path) -> None:
    gone, there = tmp_path / "gone", tmp_path / "there"
    there.touch()
    heard = {
        (system, session): SessionBusProbe(
            {
                "DBUS_SYSTEM_BUS_ADDRESS": f"unix:path={system}",
                "DBUS_SESSION_BUS_ADDRESS": f"unix:path={session}",
            }
        ).report()
        for system in (gone, there)
        for session in (gone, there)
    }
    works = {buses: (report.lock, report.suspend) for buses, report in heard.items()}
    assert works == {
        (gone, gone): (False, False),
        (gone, there): (True, False),
        (there, gone): (True, True),
        (there, there): (True, True),
    }
    assert heard[gone, gone].note
    assert not heard[there, there].note


def test_a_state_holds_while_anyone_says_so() -> None:
    heard: list[tuple[SessionSign, bool]] = []
    board = SignBoard(lambda sign, holds: heard.append((sign, holds)))
    board.put(LOCKED, "system", "hint", True)
    board.put(LOCKED, "session", GNOME, True)
    board.put(LOCKED, "system", "hint", False)
    assert heard == [(LOCKED, True)]
    board.withdraw("system")
    assert heard == [(LOCKED, True)]
    board.withdraw("session")
    assert heard == [(LOCKED, True), (LOCKED, False)]
