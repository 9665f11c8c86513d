"""Where probes report: stamps the time, filters, decides on presence and hands the changes on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from engine.domain.activity import Observed, Window
from engine.domain.changes import Change
from engine.domain.clock import Clock, Instant
from engine.domain.presence import Presence, Signs, decide
from engine.tracking.merge import DEBOUNCE_MS, Beat, Event, Saw, Stop, Track, advance
from engine.tracking.probe import SessionSign


class Admits(Protocol):
    """What decides which part of a window may be stored."""

    def admit(self, window: Window | None) -> Observed:
        """Return what may be stored of the window."""
        ...


class Tracker:
    """The sink of every probe.

    later(seconds, call) runs call on the same thread after some seconds; write takes the changes in order.
    """

    def __init__(
        self,
        clock: Clock,
        admits: Admits,
        write: Callable[[tuple[Change, ...]], object],
        later: Callable[[float, Callable[[], None]], object],
    ) -> None:
        self._clock = clock
        self._admits = admits
        self._write = write
        self._later = later
        self._track = Track()
        self._signs = Signs()
        self._window: Window | None = None
        self._sees = False

    @property
    def paused(self) -> bool:
        """Whether the person asked for a pause."""
        return self._signs.paused

    @property
    def sees(self) -> bool:
        """Whether a probe is telling what is in front."""
        return self._sees

    def saw_window(self, window: Window | None) -> None:
        """Take in the focused window; the same one twice changes nothing."""
        self._window = window
        self._sees = True
        self._look()

    def lost_sight(self) -> None:
        """Record nothing until a probe reports again: a gap is a gap."""
        self._window = None
        self._sees = False
        self._signs = replace(self._signs, idle=False, screensaver=False)
        self._look()

    def went_idle(self, idle_ms: int) -> None:
        """Take in that the last input was idle_ms ago; active time ends back there."""
        was = decide(self._signs)
        self._signs = replace(self._signs, idle=True)
        now = self._clock.now()
        went = was is Presence.ACTIVE and decide(self._signs) is Presence.IDLE
        self._look(now, away_since_ms=now.wall_ms - idle_ms if went else None)

    def came_back(self) -> None:
        """Take in that there is input again."""
        self._signs = replace(self._signs, idle=False)
        self._look()

    def session_sign(self, sign: SessionSign, holds: bool) -> None:
        """Take in a state of the whole session."""
        if sign is SessionSign.LOCKED:
            self._signs = replace(self._signs, locked=holds)
        elif sign is SessionSign.SCREENSAVER:
            self._signs = replace(self._signs, screensaver=holds)
        elif sign is SessionSign.SWITCHED:
            self._signs = replace(self._signs, switched=holds)
        else:
            self._signs = replace(self._signs, suspended=holds)
        self._look()

    def set_paused(self, paused: bool) -> None:
        """Start or end a pause."""
        self._signs = replace(self._signs, paused=paused)
        self._look()

    def use_filter(self, admits: Admits) -> None:
        """Filter by new rules from now on."""
        self._admits = admits
        self._look()

    def beat(self) -> Instant:
        """Say that time passed; returns the moment."""
        now = self._clock.now()
        self._advance(Beat(now))
        return now

    def stop(self) -> None:
        """End recording in good order."""
        self._advance(Stop(self._clock.now()))

    def _look(self, now: Instant | None = None, *, away_since_ms: int | None = None) -> None:
        self._advance(Saw(now or self._clock.now(), self._observed(), away_since_ms))
        if self._track.has_pending:
            self._later((DEBOUNCE_MS + 5) / 1_000, self._settle)

    def _settle(self) -> None:
        if self._track.has_pending:
            self.beat()

    def _observed(self) -> Observed | None:
        presence = decide(self._signs)
        if presence is not Presence.ACTIVE:
            return Observed(presence)
        return self._admits.admit(self._window) if self._sees else None

    def _advance(self, event: Event) -> None:
        self._track, changes = advance(self._track, event)
        self._write(changes)
