"""Turns what is seen, moment by moment, into changes of the history: pure, one step at a time.

All decisions about time are made here: debouncing, heartbeats, gaps, suspend, clock steps, travel.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from engine.domain.activity import Observed
from engine.domain.changes import Begin, Change, End, TakeBack
from engine.domain.clock import Instant
from engine.domain.presence import Presence

DEBOUNCE_MS = 50  # window managers show "no window" for 1 to 2 ms between two windows
STALL_MS = 20_000  # without a heartbeat for so long nobody knows what was in front
SUSPEND_MS = 2_000  # boot clock ahead of awake clock by more than this: the machine slept
STEP_MS = 1_000  # wall clock off the boot clock by more than this: somebody set it


@dataclass(frozen=True, slots=True)
class Track:
    """Where recording stands between two events.

    last: the latest moment seen, with wall_ms never going back unless the clock was set. open: what is being
    recorded since open_since_ms, None for nothing. pending: what replaces it once it has lasted DEBOUNCE_MS.
    floor_ms: the earliest moment that may still be taken back.
    """

    last: Instant | None = None
    open: Observed | None = None
    open_since_ms: int = 0
    pending: Observed | None = None
    pending_since_ms: int | None = None
    floor_ms: int = 0

    @property
    def has_pending(self) -> bool:
        """Whether something waits for its debounce time."""
        return self.pending_since_ms is not None


@dataclass(frozen=True, slots=True)
class Saw:
    """This is in front now (None: nobody can see what is).

    away_since_ms: the person has been away since then, UTC milliseconds, where that is earlier than now.
    """

    at: Instant
    what: Observed | None
    away_since_ms: int | None = None


@dataclass(frozen=True, slots=True)
class Beat:
    """Nothing new: what was in front still is."""

    at: Instant


@dataclass(frozen=True, slots=True)
class Stop:
    """Recording ends in good order."""

    at: Instant


Event = Saw | Beat | Stop


def advance(track: Track, event: Event) -> tuple[Track, tuple[Change, ...]]:
    """Return the track after the event, and what it does to the history, in order."""
    track, changes = _pass_time(track, event.at)
    if isinstance(event, Stop):
        track, more = _settle(track, _wall(track))
        return replace(track, open=None, pending=None, pending_since_ms=None), changes + more + _end(
            track, _wall(track)
        )
    if isinstance(event, Saw):
        track, more = _see(track, event)
        changes += more
    return track, changes


def _wall(track: Track) -> int:
    return track.last.wall_ms if track.last else 0


def _pass_time(track: Track, at: Instant) -> tuple[Track, tuple[Change, ...]]:
    """Move the track to the moment at; breaks the open activity where time did not simply go on."""
    last = track.last
    if last is None:
        return replace(track, last=at, floor_ms=at.wall_ms), ()
    awake, boot, wall = (at.awake_ms - last.awake_ms, at.boot_ms - last.boot_ms, at.wall_ms - last.wall_ms)
    if boot - awake > SUSPEND_MS:
        return _after_suspend(track, at)
    if awake > STALL_MS:
        return _after_break(track, at, last.wall_ms)
    if abs(wall - boot) > STEP_MS:
        return _after_break(track, at, last.wall_ms + awake)
    at = replace(at, wall_ms=max(at.wall_ms, last.wall_ms))
    track = replace(track, last=at)
    track, changes = _settle(track, at.wall_ms)
    if at.zone != last.zone and track.open is not None:
        return _switch(track, at.wall_ms, track.open, changes)
    return track, changes


def _after_suspend(track: Track, at: Instant) -> tuple[Track, tuple[Change, ...]]:
    """The machine slept since the last event: that stretch is SUSPENDED, whatever was in front."""
    was = _wall(track)
    if track.open is not None and track.open.presence is Presence.SUSPENDED:
        return replace(track, last=at, floor_ms=at.wall_ms), ()
    if track.last is None or at.wall_ms <= was or abs((at.wall_ms - was) - (at.boot_ms - track.last.boot_ms)) > STEP_MS:
        return _after_break(track, at, was)  # slept and the clock was set: only the gap is sure
    slept = Begin(was, Observed(Presence.SUSPENDED), track.last.zone)
    changes = (*_end(track, was), slept, End(at.wall_ms))
    return _resume(replace(track, floor_ms=at.wall_ms), at, changes)


def _after_break(track: Track, at: Instant, sure_until_ms: int) -> tuple[Track, tuple[Change, ...]]:
    """End what was open at the last sure moment, and go on with it from now."""
    return _resume(replace(track, floor_ms=at.wall_ms), at, _end(track, sure_until_ms))


def _resume(track: Track, at: Instant, changes: tuple[Change, ...]) -> tuple[Track, tuple[Change, ...]]:
    what = track.pending if track.has_pending else track.open
    track = replace(track, last=at, open=what, open_since_ms=at.wall_ms, pending=None, pending_since_ms=None)
    return track, changes + _begin(at, at.wall_ms, what)


def _settle(track: Track, now_ms: int) -> tuple[Track, tuple[Change, ...]]:
    """Let what is pending take over once it has lasted long enough."""
    if track.pending_since_ms is None or now_ms - track.pending_since_ms < DEBOUNCE_MS:
        return track, ()
    return _switch(track, track.pending_since_ms, track.pending, ())


def _see(track: Track, event: Saw) -> tuple[Track, tuple[Change, ...]]:
    now_ms = _wall(track)
    if event.away_since_ms is not None and event.away_since_ms < now_ms:
        return _go_away(track, event, max(event.away_since_ms, track.floor_ms))
    if event.what == track.open:
        return replace(track, pending=None, pending_since_ms=None), ()
    if _presence(event.what) is not _presence(track.open):
        return _switch(track, now_ms, event.what, ())
    if track.has_pending and event.what == track.pending:
        return track, ()
    return replace(track, pending=event.what, pending_since_ms=now_ms), ()


def _go_away(track: Track, event: Saw, since_ms: int) -> tuple[Track, tuple[Change, ...]]:
    if track.open is None or track.last is None:
        return _switch(track, _wall(track), event.what, ())
    changes = (TakeBack(since_ms), *_begin(track.last, since_ms, event.what))
    gone = replace(track, open=event.what, open_since_ms=since_ms, pending=None, pending_since_ms=None)
    return replace(gone, floor_ms=_wall(track)), changes


def _switch(
    track: Track, at_ms: int, what: Observed | None, before: tuple[Change, ...]
) -> tuple[Track, tuple[Change, ...]]:
    """End what is open and begin what comes, both at at_ms."""
    if track.last is None:
        return track, before
    changes = before + _end(track, at_ms) + _begin(track.last, at_ms, what)
    floor_ms = track.floor_ms if _presence(what) is _presence(track.open) else at_ms
    after = replace(track, open=what, open_since_ms=at_ms, pending=None, pending_since_ms=None, floor_ms=floor_ms)
    return after, changes


def _presence(what: Observed | None) -> Presence | None:
    return None if what is None else what.presence


def _end(track: Track, at_ms: int) -> tuple[Change, ...]:
    return () if track.open is None else (End(max(at_ms, track.open_since_ms)),)


def _begin(last: Instant, at_ms: int, what: Observed | None) -> tuple[Change, ...]:
    return () if what is None else (Begin(at_ms, what, last.zone),)
