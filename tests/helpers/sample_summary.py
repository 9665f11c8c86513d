"""Made-up days, for tests and for looking at pages."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise

from engine.domain.activity import Observed
from engine.domain.clock import Instant
from engine.domain.days import DayRule, day_bounds
from engine.domain.intervals import Interval
from engine.domain.presence import Presence
from engine.domain.summary import AppTotal, DaySummary, Segment, Stretch

MINUTE = 60_000
HOUR = 60 * MINUTE
DAY = date(2026, 11, 21)
ZONE = "Europe/Berlin"

ENGLISH = (
    ("LibreOffice Writer", "Q4 plan.docx – LibreOffice Writer"),
    ("Firefox", "How glaciers move – Encyclopaedia of the Earth — Mozilla Firefox"),
    ("Thunderbird", "Inbox – Mail"),
    ("Terminal", "~/work: make test"),
    ("Evince", "A field guide to lichens.pdf"),
    ("Chat", "Team room"),
)
CHINESE = (
    ("写字板", "第四季度计划.docx – 写字板"),
    ("火狐浏览器", "冰川如何移动 – 地球百科"),
    ("邮件", "收件箱 – 邮件"),
    ("终端", "~/工作: make test"),
    ("文档查看器", "地衣野外指南.pdf"),
    ("聊天", "团队房间"),
)
_AWAY = (
    Presence.IDLE,
    Presence.LOCKED,
    Presence.SCREENSAVER,
    Presence.SWITCHED,
    Presence.SUSPENDED,
    Presence.PAUSED,
)


class StandingClock:
    """A clock that shows one moment until it is told another; UTC milliseconds."""

    def __init__(self, wall_ms: int) -> None:
        self.wall_ms = wall_ms

    def now(self) -> Instant:
        """Return the moment it stands at."""
        return Instant(self.wall_ms, self.wall_ms, self.wall_ms, "UTC")


def bounds_of(day: date = DAY, zone: str = ZONE) -> Interval:
    """Return the day's bounds in UTC milliseconds."""
    return day_bounds(day, DayRule(zone))


def segment(start_ms: int, minutes: float, app: str, title: str = "", presence: Presence = Presence.ACTIVE) -> Segment:
    """Return a segment of that many minutes."""
    return Segment(Interval(start_ms, start_ms + round(minutes * MINUTE)), presence, app, title, withheld=False)


def summary_of(segments: Iterable[Segment], *, day: date = DAY, zone: str = ZONE) -> DaySummary:
    """Return a summary whose figures follow from the segments, simply counted."""
    parts = tuple(segments)
    apps: Counter[tuple[str, bool]] = Counter()
    presence: Counter[Presence] = Counter()
    active = [part for part in parts if part.presence is Presence.ACTIVE]
    for part in parts:
        presence[part.presence] += part.interval.length_ms
    for part in active:
        apps[part.app, part.withheld] += part.interval.length_ms
    active_ms = presence[Presence.ACTIVE]
    switches = sum(1 for one, two in pairwise(active) if one.app != two.app)
    longest = max(active, key=lambda part: part.interval.length_ms, default=None)
    last = parts[-1] if parts else None
    return DaySummary(
        day=day,
        zone=zone,
        bounds=bounds_of(day, zone),
        segments=parts,
        apps=tuple(AppTotal(app, length, withheld) for (app, withheld), length in apps.most_common()),
        presence_ms=dict(presence),
        active_ms=active_ms,
        switches=switches,
        switches_per_hour=switches * HOUR / active_ms if active_ms else 0.0,
        longest=None if longest is None else Stretch(longest.interval, longest.app),
        current=None if last is None else Observed(last.presence, last.app, last.title),
        current_since_ms=None if last is None else last.interval.start_ms,
    )


def sample_summary(
    apps: Sequence[tuple[str, str]] = ENGLISH, *, seed: int = 7, hours: float = 7.2, day: date = DAY, zone: str = ZONE
) -> DaySummary:
    """Return a believable day from about a quarter past eight on, the same for the same seed."""
    dice = random.Random(seed)
    moment = bounds_of(day, zone).start_ms + 8 * HOUR + 13 * MINUTE
    end, parts = moment + round(hours * HOUR), list[Segment]()
    away = list(_AWAY)
    while moment < end:
        draw = dice.random()
        if draw < 0.08:
            moment += dice.randint(4, 12) * MINUTE  # the recorder was off
            continue
        minutes = min(dice.expovariate(1 / 13) + 1, (end - moment) / MINUTE)
        if draw < 0.22:
            presence = away.pop(0) if away else Presence.IDLE
            part = segment(moment, minutes, "", "", presence)
        elif draw < 0.25:
            part = Segment(Interval(moment, moment + round(minutes * MINUTE)), Presence.ACTIVE, "", "", withheld=True)
        else:
            app, title = dice.choices(apps, weights=[1 / (place + 1) for place in range(len(apps))])[0]
            part = segment(moment, minutes, app, title)
        if part.interval.length_ms > 0:
            parts.append(part)
        moment = max(part.interval.end_ms, moment + 1)
    if parts:
        app, title = apps[0]
        parts.append(segment(max(moment, end), 6, app, title))
    return summary_of(parts, day=day, zone=zone)


def crowded_summary(count: int = 10_000, apps: int = 60) -> DaySummary:
    """Return a day of so many short segments over so many apps, without holes."""
    bounds = bounds_of()
    step = bounds.length_ms // count
    parts = [
        Segment(
            Interval(bounds.start_ms + place * step, bounds.start_ms + (place + 1) * step),
            Presence.IDLE if place % 11 == 0 else Presence.ACTIVE,
            "" if place % 11 == 0 else f"App {(place * place) % apps:02}",
            "" if place % 11 == 0 else f"Title {place}",
            withheld=False,
        )
        for place in range(count)
    ]
    return summary_of(parts)
