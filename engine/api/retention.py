"""How long what is kept: told beforehand, agreed to once, then kept to."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace

from engine.api.preferences import Preferences
from engine.domain.clock import Clock
from engine.domain.days import DayRule, day_bounds, day_of
from engine.domain.errors import UsageError
from engine.domain.intervals import Interval
from engine.domain.retention import Limits, RetentionDone, RetentionPreview, limits_of
from engine.settings import RetentionSettings
from engine.storage.retention.store import RetentionStore

_MOST_DAYS = 36_500
_AGREE_FIRST = (
    "Nothing is dropped before you have seen what that would be and agreed: kairos retention preview, then "
    "kairos retention agree."
)


class RetentionApi:
    """The limits of one profile. preview and apply may take minutes, never on the GUI thread. Raises Storage errors.

    before: makes a backup of what is about to be changed.
    """

    def __init__(
        self,
        store: RetentionStore,
        preferences: Preferences,
        rule: Callable[[], DayRule],
        clock: Clock,
        before: Callable[[], object],
    ) -> None:
        self._store = store
        self._preferences = preferences
        self._rule = rule
        self._clock = clock
        self._before = before
        self._stopping = threading.Event()

    def settings(self) -> RetentionSettings:
        """Return the limits in days, and whether the person agreed to them."""
        return self._preferences.load().retention

    def preview(self) -> RetentionPreview:
        """Return what applying the limits now would drop; nothing is changed."""
        chosen = self.settings()
        return self._store.preview(self._limits(chosen), self._day, agreed=chosen.agreed)

    def agree(self) -> None:
        """Let the limits be kept to from now on, as the preview told."""
        self._save(replace(self.settings(), agreed=True))

    def set_days(self, title_days: int | None = None, hour_days: int | None = None) -> RetentionSettings:
        """Choose limits, None leaves one as it is; a shorter one has to be agreed to anew. UsageError out of range."""
        before = self.settings()
        chosen = replace(
            before,
            title_days=before.title_days if title_days is None else title_days,
            hour_days=before.hour_days if hour_days is None else hour_days,
        )
        if not all(0 <= days <= _MOST_DAYS for days in (chosen.title_days, chosen.hour_days)):
            raise UsageError(f"A limit is 0, for ever, to {_MOST_DAYS} days.")
        shorter = _shorter(chosen.title_days, before.title_days) or _shorter(chosen.hour_days, before.hour_days)
        self._save(chosen := replace(chosen, agreed=chosen.agreed and not shorter))
        return chosen

    def due(self) -> bool:
        """Return whether the person agreed, and anything is older than the limits."""
        return self.settings().agreed and not self.preview().empty

    def apply(self) -> RetentionDone:
        """Drop what is older than the limits, in small steps, after a backup; UsageError before the person agreed."""
        if not self.settings().agreed:
            raise UsageError(_AGREE_FIRST)
        due = self.preview()
        if due.empty:
            return RetentionDone(due)
        self._before()
        self._stopping.clear()
        return RetentionDone(due, self._store.apply(due.limits, self._day, self._stopping.is_set))

    def stop(self) -> None:
        """Have apply leave off after its present step; the next one goes on from there."""
        self._stopping.set()

    def _limits(self, chosen: RetentionSettings) -> Limits:
        rule = self._rule()
        today = day_of(self._clock.now().wall_ms, rule)
        return limits_of(today, rule, title_days=chosen.title_days, hour_days=chosen.hour_days)

    def _day(self, moment_ms: int) -> Interval:
        rule = self._rule()
        return day_bounds(day_of(moment_ms, rule), rule)

    def _save(self, chosen: RetentionSettings) -> None:
        self._preferences.change(replace(self._preferences.load(), retention=chosen))


def _shorter(new: int, old: int) -> bool:
    """Return whether a limit drops more than another; 0 is for ever."""
    return new not in (old, 0) and (old == 0 or new < old)
