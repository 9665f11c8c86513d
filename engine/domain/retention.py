"""How long what is kept: titles for a while, apps and categories longer, totals of days for ever."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from engine.domain.days import DayRule, day_start_ms


class Tier(StrEnum):
    """How long the rows of a table are kept."""

    TITLES = "titles"  # until titles are dropped
    HOURS = "hours"  # until days are all that is left
    EVER = "ever"  # totals and figures without a name of anything but apps, categories and projects
    OWN = "own"  # what the person wrote or set up, until they remove it
    DERIVED = "derived"  # worked out anew all the time, or gone with what it was made of
    WORKING = "working"  # how Kairos itself stands; nothing of the person


@dataclass(frozen=True, slots=True)
class Limits:
    """From when on what is kept, UTC milliseconds: starts of days of the person. None: for ever."""

    titles_ms: int | None = None
    hours_ms: int | None = None


@dataclass(frozen=True, slots=True)
class RetentionPreview:
    """What applying the limits now would drop. agreed: whether the person agreed to limits once.

    activities: that lose title, site and document; titles: texts that go with them. gone: activities older than
    hours_ms, of which the totals of days stay; days: days that come down to their totals. corrections: that become
    part of the record. first_ms: the oldest activity, None where nothing is recorded. others: dialogues, changes of the
    plan and notifications older than titles_ms.
    """

    limits: Limits
    agreed: bool
    activities: int = 0
    titles: int = 0
    gone: int = 0
    days: int = 0
    corrections: int = 0
    others: int = 0
    first_ms: int | None = None

    @property
    def empty(self) -> bool:
        """Whether nothing is due."""
        return not (self.activities or self.titles or self.gone or self.corrections or self.others)


@dataclass(frozen=True, slots=True)
class RetentionDone:
    """What was dropped. whole: whether all that was due is done; else the next run goes on."""

    dropped: RetentionPreview
    whole: bool = True


def limits_of(today: date, rule: DayRule, *, title_days: int, hour_days: int) -> Limits:
    """Return the limits on a day; 0 days keep for ever. Titles are never kept longer than what they are titles of."""
    hours = _start(today, rule, hour_days)
    titles = _start(today, rule, title_days)
    if hours is not None and (titles is None or titles < hours):
        titles = hours
    return Limits(titles, hours)


def _start(today: date, rule: DayRule, days: int) -> int | None:
    if days <= 0 or days >= today.toordinal():
        return None
    return day_start_ms(today - timedelta(days=days), rule)
