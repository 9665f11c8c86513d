"""Histories in which there is nothing to find, and the same with something planted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import numpy as np
from helpers.simulated import _starter
from numpy.random import Generator

from engine.domain.routines import DayPart, Habit, HabitKind, Item, ItemKind, Measure
from engine.insights.routines.daily import Daily
from engine.insights.routines.sessions import Names, Sessions
from engine.mind.stream.columns import Stream

NAMES = Names({one.id: one.name for one in _starter()[0].in_order()}, {})


def day_shuffled(daily: Daily, dice: Generator) -> Daily:
    """Return the days changed places with equal weekdays."""
    order = np.arange(len(daily.days))
    for weekday in range(7):
        here = np.flatnonzero((daily.days - 1) % 7 == weekday)
        order[here] = dice.permutation(here)
    return Daily(daily.days, {key: values[order] for key, values in daily.series.items()})


def plant_change(daily: Daily, key: tuple[Measure, DayPart], factor: float) -> tuple[Daily, date]:
    """Return the days with one measure multiplied from two thirds on, and the day it begins."""
    at = len(daily.days) * 2 // 3
    values = daily.series[key].copy()
    values[at:] *= factor
    return Daily(daily.days, {**daily.series, key: values}), date.fromordinal(int(daily.days[at]))


def time_shuffled(stream: Stream, dice: Generator) -> Stream:
    """Return the active moments with what was in front changed places among all of them."""
    active = np.flatnonzero(stream.presence == 0)
    order = dice.permutation(active)
    moved = {}
    for name in ("app", "title", "category", "document", "weight"):
        values = getattr(stream, name).copy()
        values[active] = values[order]
        moved[name] = values
    return replace(stream, **moved)


@dataclass(frozen=True, slots=True)
class Planted:
    """A habit that was planted: a thing with one of others, or, with none of them named, before any."""

    kind: HabitKind
    thing: Item
    others: frozenset[Item]

    def is_in(self, habit: Habit) -> bool:
        """Return whether the habit is the planted one."""
        pair = {habit.first, habit.then}
        if self.kind is not habit.kind or self.thing not in pair:
            return False
        return bool(self.others & pair) if self.others else habit.first == self.thing


def plant_habits(sessions: Sessions, dice: Generator) -> tuple[Sessions, tuple[Planted, ...]]:
    """Return the stretches of work with three habits more: two things together, an app of Mondays, one begun with."""
    held, count = sessions.held.copy(), len(sessions.days)
    monday = sessions.items.index(Item(ItemKind.WEEKDAY, "0"))
    apps = [at for at, item in enumerate(sessions.items) if item.kind is ItemKind.APP]
    base = min(apps, key=lambda at: abs(float(held[:, at].mean()) - 0.35))
    new = tuple(Item(ItemKind.APP, f"planted {number}") for number in range(4))
    columns = [dice.random(count) < 0.12 for _ in new]
    columns[0] |= held[:, base] & (dice.random(count) < 0.6)
    columns[1] |= held[:, monday] & (dice.random(count) < 0.6)
    columns[2] |= dice.random(count) < 0.25
    columns[3] |= dice.random(count) < 0.25
    size = len(sessions.items)
    same = np.eye(size + len(new), dtype=np.bool_)
    same[:size, :size] = sessions.same
    order = dice.random(len(sessions.visit_session))
    session, item, place = [sessions.visit_session], [sessions.visit_item], [order]
    for number, column in enumerate(columns):
        here = np.flatnonzero(column)
        early = np.full(len(here), number == 2) & (dice.random(len(here)) < 0.9)
        session.append(here)
        item.append(np.full(len(here), size + number))
        place.append(np.where(early, -1.0, dice.random(len(here))))
    sorting = np.argsort(np.concatenate(place), kind="stable")
    planted = Sessions(
        (*sessions.items, *new),
        np.column_stack([held, *columns]),
        sessions.days,
        np.concatenate(session)[sorting],
        np.concatenate(item)[sorting],
        same,
        sessions.begins,
        sessions.ends,
    )
    alike = frozenset(sessions.items[at] for at in np.flatnonzero(sessions.same[base]))
    return planted, (
        Planted(HabitKind.TOGETHER, new[0], alike),
        Planted(HabitKind.TOGETHER, new[1], frozenset({sessions.items[monday]})),
        Planted(HabitKind.BEFORE, new[2], frozenset()),
    )


def hours_shuffled(stream: Stream, dice: Generator) -> Stream:
    """Return the history with each two hours changed places among days: no day is of any kind."""
    midnight = (stream.day.astype(np.float64) - 719_163) * 86_400
    which = ((stream.local_s - midnight) // 7_200).astype(np.int64)
    days = np.unique(stream.day)
    day = stream.day.copy()
    for one in np.unique(which):
        here = which == one
        day[here] = dice.permutation(days)[np.searchsorted(days, stream.day[here])]
    moved = (day - stream.day) * 86_400.0
    ends = np.minimum(stream.end_s, stream.start_s + 7_200)
    found = replace(stream, start_s=stream.start_s + moved, end_s=ends + moved, local_s=stream.local_s + moved, day=day)
    return found.rows(np.argsort(found.start_s, kind="stable"))
