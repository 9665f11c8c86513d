"""One day's summary as what Today's widgets show."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QObject

from desktop_app.theme.app_colours import AppColours
from desktop_app.widgets.bar_list import BarRow
from desktop_app.widgets.figure_card import Figure, Share
from desktop_app.widgets.format import Wording
from desktop_app.widgets.plain_text import foreign
from desktop_app.widgets.ribbon_values import Kind, RibbonDay, RibbonSegment
from engine.domain.app_names import AppNames
from engine.domain.presence import Presence
from engine.domain.summary import AppTotal, DaySummary, Segment

TOP_APPS: Final = 6
_LONGEST_TITLE: Final = 120
_SHORTEST_OFF_MS: Final = 60_000  # a recorder that was started anew is no gap worth a line
_AWAY: Final = (
    Kind.IDLE,
    Kind.SCREENSAVER,
    Kind.LOCKED,
    Kind.SWITCHED,
    Kind.SUSPENDED,
    Kind.PAUSED,
)


def kind_of(segment: Segment) -> Kind:
    """Return what a segment is drawn as."""
    if segment.presence is not Presence.ACTIVE:
        return Kind(segment.presence.value)
    if segment.withheld:
        return Kind.WITHHELD
    return Kind.APP if segment.app else Kind.NO_WINDOW


class DayWords(QObject):
    """Turns a DaySummary into rows, figures and a ribbon, in the window's language.

    names: what to call an app.
    """

    def __init__(self, wording: Wording, colours: AppColours, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wording = wording
        self._colours = colours
        self.names = AppNames()

    def kind_name(self, kind: Kind) -> str:
        """Return what to call a kind of time."""
        names = {
            Kind.ACTIVE: self.tr("Active"),
            Kind.NO_WINDOW: self.tr("No window"),
            Kind.WITHHELD: self.tr("Private or excluded"),
            Kind.IDLE: self.tr("Idle"),
            Kind.SCREENSAVER: self.tr("Screen saver"),
            Kind.LOCKED: self.tr("Locked"),
            Kind.SWITCHED: self.tr("Another user"),
            Kind.SUSPENDED: self.tr("Asleep"),
            Kind.PAUSED: self.tr("Paused"),
            Kind.OFF: self.tr("Not recorded"),
        }
        return names[kind]

    def segment_name(self, segment: Segment) -> str:
        """Return what was in front, or what the time was."""
        kind = kind_of(segment)
        return self.names.name(segment.app) if kind is Kind.APP else self.kind_name(kind)

    def ribbon(self, summary: DaySummary, now_ms: int, planned: Iterable[RibbonSegment] = ()) -> RibbonDay:
        """Return the day to draw, with what is planned on it; now lies on it only while the day lasts."""
        self._colours.remember(total.app for total in summary.apps)
        bounds = summary.bounds
        now = now_ms if bounds.start_ms <= now_ms < bounds.end_ms else None
        looks: dict[tuple[Kind, str], tuple[int, str]] = {}
        segments = tuple(self._segment(segment, looks) for segment in summary.segments)
        meant = tuple(one for one in planned if one.start_ms < bounds.end_ms and one.end_ms > bounds.start_ms)
        return RibbonDay(bounds.start_ms, bounds.end_ms, segments, now, meant)

    def _segment(self, segment: Segment, looks: dict[tuple[Kind, str], tuple[int, str]]) -> RibbonSegment:
        kind, interval = kind_of(segment), segment.interval
        look = looks.get((kind, segment.app))
        if look is None:
            slot = self._colours.slot(segment.app) if kind is Kind.APP else 0
            look = looks[kind, segment.app] = slot, foreign(self.segment_name(segment), _LONGEST_TITLE)
        title = segment.title[:_LONGEST_TITLE]
        return RibbonSegment(interval.start_ms, interval.end_ms, kind, look[0], look[1], title)

    def app_rows(self, summary: DaySummary) -> list[BarRow]:
        """Return the apps with the most time, and the rest as one."""
        totals = sorted(summary.apps, key=lambda total: -total.length_ms)
        self._colours.remember(total.app for total in totals)
        top = totals if len(totals) <= TOP_APPS + 1 else totals[:TOP_APPS]
        rest = totals[len(top) :]
        longest = max((total.length_ms for total in totals), default=0)
        longest = max(longest, sum(total.length_ms for total in rest), 1)
        rows = [self._app_row(total, longest) for total in top]
        if rest:
            length = sum(total.length_ms for total in rest)
            name = self.tr("%n other apps", "", len(rest))
            rows.append(BarRow(name, self._wording.length(length), length / longest, Kind.NO_WINDOW))
        return rows

    def _app_row(self, total: AppTotal, longest: int) -> BarRow:
        kind = Kind.WITHHELD if total.withheld else Kind.APP if total.app else Kind.NO_WINDOW
        name = self.names.name(total.app) if kind is Kind.APP else self.kind_name(kind)
        slot = self._colours.slot(total.app) if kind is Kind.APP else 0
        return BarRow(foreign(name), self._wording.length(total.length_ms), total.length_ms / longest, kind, slot)

    def away_rows(self, summary: DaySummary, now_ms: int) -> list[BarRow]:
        """Return how long each kind of time lasted: active, each way of being away, and not recorded."""
        lengths = {Kind(p.value): ms for p, ms in summary.presence_ms.items() if p is not Presence.ACTIVE}
        lengths[Kind.OFF] = _off_ms(summary, now_ms)
        lines = [(Kind.ACTIVE, summary.active_ms), *((kind, lengths.get(kind, 0)) for kind in (*_AWAY, Kind.OFF))]
        longest = max(1, *(length for _, length in lines))
        return [
            BarRow(self.kind_name(kind), self._wording.length(length), length / longest, kind)
            for kind, length in lines
            if length > 0 or kind is Kind.ACTIVE
        ]

    def share(self, summary: DaySummary) -> Share:
        """Return how much of the recorded time was active."""
        recorded = _recorded_ms(summary)
        fraction = summary.active_ms / recorded if recorded else 0.0
        return Share(fraction, self._wording.percent(fraction), self.tr("Active share of the recorded time"))

    def active(self, summary: DaySummary) -> Figure:
        """Return the active time, and of how much."""
        note = self.tr("of %1 recorded").replace("%1", self._wording.length(_recorded_ms(summary)))
        return Figure(self.tr("Active time"), self._wording.length(summary.active_ms), note)

    def others(self, summary: DaySummary) -> list[Figure]:
        """Return the longest stretch without a switch, and how often the app was switched."""
        longest = summary.longest
        length = "–" if longest is None else self._wording.length(longest.interval.length_ms)
        note = "" if longest is None else self._wording.span(longest.interval.start_ms, longest.interval.end_ms)
        return [
            Figure(self.tr("Longest stretch without a switch"), length, note),
            Figure(self.tr("Switches per hour"), self._wording.number(summary.switches_per_hour)),
        ]


def _recorded_ms(summary: DaySummary) -> int:
    """Return how long this session was on the screen; sleep, pauses and other people's sessions are no part of it."""
    elsewhere = {Presence.SUSPENDED, Presence.PAUSED, Presence.SWITCHED}
    here = sum(ms for presence, ms in summary.presence_ms.items() if presence not in elsewhere)
    return here or summary.active_ms


def _off_ms(summary: DaySummary, now_ms: int) -> int:
    """Return the time between the first segment and now, or the last segment, that no segment covers."""
    if not summary.segments:
        return 0
    start, end = summary.segments[0].interval.start_ms, summary.segments[-1].interval.end_ms
    if summary.bounds.start_ms <= now_ms < summary.bounds.end_ms:
        end = max(end, now_ms)
    off = end - start - sum(segment.interval.length_ms for segment in summary.segments)
    return off if off >= _SHORTEST_OFF_MS else 0
