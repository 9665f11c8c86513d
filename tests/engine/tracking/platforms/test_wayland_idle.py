"""Which notifier is asked, and how idle time is dated."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from typing import Any, cast

import pytest
from helpers.desktop_sink import RecordingSink

if sys.platform != "linux":
    pytest.skip("Wayland is Linux's", allow_module_level=True)

from pywayland.protocol.ext_idle_notify_v1 import ExtIdleNotifierV1
from pywayland.protocol.wayland import WlSeat

from engine.tracking.platforms.protocols.kde_idle import KdeIdle
from engine.tracking.platforms.wayland_connection import WaylandConnection
from engine.tracking.platforms.wayland_idle import IdleWatch, can_tell_idle

IDLE_MS = 15_000
NEAR_MS = 3_000


class Compositor:
    """Stands for a connection; remembers which watches were asked for, and fires their events."""

    def __init__(self, **offered: int) -> None:
        self._offered = offered
        self.asked: list[tuple[str, int]] = []
        self._events: dict[int, dict[str, Callable[[Any], None]]] = {}

    def version(self, interface: Any) -> int:
        return self._offered.get(interface.name, 0)

    def bind(self, _interface: Any, _version: int | None = None) -> Compositor:
        return self

    def get_idle_notification(self, after_ms: int, _seat: Any) -> Any:
        return self._watch("ext", after_ms)

    def get_input_idle_notification(self, after_ms: int, _seat: Any) -> Any:
        return self._watch("ext input", after_ms)

    def get_idle_timeout(self, _seat: Any, after_ms: int) -> Any:
        return self._watch("kde", after_ms)

    def fire(self, after_ms: int, event: str) -> None:
        self._events[after_ms][event](None)

    def _watch(self, kind: str, after_ms: int) -> Any:
        self.asked.append((kind, after_ms))
        self._events[after_ms] = {}
        return type("Watch", (), {"dispatcher": self._events[after_ms]})


def offering(*interfaces: Any, **versions: int) -> Compositor:
    return Compositor(**{interface.name: 1 for interface in interfaces}, **versions)


def connection(compositor: Compositor) -> WaylandConnection:
    return cast(WaylandConnection, compositor)


@pytest.mark.parametrize(
    ("compositor", "asked"),
    [
        (offering(WlSeat, ExtIdleNotifierV1, KdeIdle), [("ext", IDLE_MS)]),
        (offering(WlSeat, KdeIdle, ext_idle_notifier_v1=2), [("ext input", IDLE_MS)]),
        (offering(WlSeat, KdeIdle), [("kde", IDLE_MS)]),
        (offering(WlSeat), []),
        (offering(KdeIdle, ExtIdleNotifierV1), []),
    ],
)
def test_the_best_notifier_is_asked(compositor: Compositor, asked: list[tuple[str, int]]) -> None:
    async def story() -> None:
        IdleWatch(connection(compositor), IDLE_MS)

    asyncio.run(story())
    assert compositor.asked == asked
    assert can_tell_idle(connection(compositor)) is bool(asked)


def test_idle_and_return_are_told_in_order_and_once() -> None:
    async def story() -> None:
        compositor, sink = offering(WlSeat, KdeIdle), RecordingSink()
        watch = IdleWatch(connection(compositor), IDLE_MS)
        for event in ("idle", "resumed", "idle"):
            compositor.fire(IDLE_MS, event)
        watch.tell(sink)
        watch.tell(sink)
        assert [idle_ms for _, idle_ms in sink.idle] == [IDLE_MS, None, IDLE_MS]

    asyncio.run(story())


def test_a_nearer_watch_dates_the_last_input() -> None:
    async def story() -> None:
        compositor, sink = offering(WlSeat, ExtIdleNotifierV1), RecordingSink()
        watch = IdleWatch(connection(compositor), IDLE_MS, near_ms=NEAR_MS)
        assert compositor.asked == [("ext", IDLE_MS), ("ext", NEAR_MS)]
        compositor.fire(NEAR_MS, "idled")
        await asyncio.sleep(0.1)
        compositor.fire(IDLE_MS, "idled")  # far too early, as a drifting timer may be
        watch.tell(sink)
        (_, idle_ms) = sink.idle[0]
        assert idle_ms is not None
        assert NEAR_MS + 90 <= idle_ms <= NEAR_MS + 1_500

    asyncio.run(story())


def test_input_after_the_nearer_watch_makes_its_date_void() -> None:
    async def story() -> None:
        compositor, sink = offering(WlSeat, ExtIdleNotifierV1), RecordingSink()
        watch = IdleWatch(connection(compositor), IDLE_MS, near_ms=NEAR_MS)
        compositor.fire(NEAR_MS, "idled")
        compositor.fire(NEAR_MS, "resumed")
        compositor.fire(IDLE_MS, "idled")
        watch.tell(sink)
        assert [idle_ms for _, idle_ms in sink.idle] == [IDLE_MS]

    asyncio.run(story())


def test_a_threshold_below_the_nearer_watch_needs_none() -> None:
    async def story() -> None:
        compositor = offering(WlSeat, ExtIdleNotifierV1)
        IdleWatch(connection(compositor), NEAR_MS, near_ms=NEAR_MS)
        assert compositor.asked == [("ext", NEAR_MS)]

    asyncio.run(story())
