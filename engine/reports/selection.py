"""From a figure to the activities it counts: pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import timedelta

from engine.domain.days import DayRule, day_of
from engine.domain.presence import Presence
from engine.domain.report import By, LabelledActivity, Selection
from engine.reports.local_hours import LocalHours


def selected(activities: Iterable[LabelledActivity], selection: Selection, rule: DayRule) -> Iterator[LabelledActivity]:
    """Yield the active time the selection counts, in order; its lengths add up to the figure."""
    clipped = (_clipped(one, selection) for one in activities if one.presence is Presence.ACTIVE)
    matching = (one for one in clipped if one is not None and _matches(one, selection))
    if selection.hour is None and selection.weekday is None and not selection.weekdays:
        yield from matching
        return
    hours = _hours(selection, rule)
    for activity in matching:
        for part in hours.cut(activity.interval):
            day, hour = hours.place(part.start_ms)
            right_hour = selection.hour is None or hour == selection.hour
            weekday = hours.days[day].weekday()
            right_day = selection.weekday in {None, weekday} and (
                not selection.weekdays or weekday in selection.weekdays
            )
            if right_hour and right_day:
                yield replace(activity, interval=part)


def _clipped(activity: LabelledActivity, selection: Selection) -> LabelledActivity | None:
    part = activity.interval.clip(selection.bounds)
    if part is None or part == activity.interval:
        return activity if part is not None else None
    return replace(activity, interval=part)


def _matches(activity: LabelledActivity, selection: Selection) -> bool:
    if selection.categories:
        return activity.labels.category_id in selection.categories
    if selection.by is By.CATEGORY:
        return str(activity.labels.category_id or "") == selection.key
    if selection.by is By.APP:
        return (activity.app, activity.withheld) == (selection.key, selection.withheld)
    if selection.by is By.PROJECT:
        return activity.labels.project == selection.key
    return selection.by is not By.TAG or activity.labels.tag == selection.key


def _hours(selection: Selection, rule: DayRule) -> LocalHours:
    first = day_of(selection.bounds.start_ms, rule)
    last = day_of(max(selection.bounds.start_ms, selection.bounds.end_ms - 1), rule)
    return LocalHours([first + timedelta(days=number) for number in range((last - first).days + 1)], rule)
