"""How ActivityWatch itself counts, written down plainly over lists: the yardstick for what its export imports as.

The steps and their order are those of its canonical query: flood the windows; flood the afk events; flood the events
of each browser, keep what lies in windows of that browser, and count the audible ones as present; keep what lies in
the time of presence; categorise, where the deepest matching category wins and the later one a tie; add up.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from copy import deepcopy
from datetime import UTC, datetime
from itertools import pairwise
from typing import Any

Event = dict[str, Any]  # start, end (milliseconds), data
Category = tuple[tuple[str, ...], str]  # its path, its pattern


def events_of(bucket: dict[str, Any]) -> list[Event]:
    """Return an exported bucket's events by start."""
    made = []
    for one in bucket["events"]:
        moment = datetime.fromisoformat(one["timestamp"])
        start = round((moment - datetime(1970, 1, 1, tzinfo=UTC)).total_seconds() * 1_000)
        made.append({"start": start, "end": start + round(one["duration"] * 1_000), "data": one["data"]})
    return sorted(made, key=lambda event: event["start"])


def flood(events: list[Event], pulse: int = 5_000) -> list[Event]:
    """Return the events with their short holes filled."""
    events = deepcopy(events)
    for one, two in pairwise(events):
        gap = two["start"] - one["end"]
        same = one["data"] == two["data"]
        longer = one["end"] - one["start"] >= two["end"] - two["start"]
        if gap == 0:
            continue
        if gap < 0 and same:
            one["end"] = max(one["end"], two["end"])
            two["start"] = two["end"] = one["end"]
        elif -100 < gap <= pulse:
            if longer and same:
                one["end"] = two["end"]
                two["start"] = two["end"]
            elif longer:
                one["end"] = two["start"]
            elif same:
                two["start"] = one["start"]
                one["end"] = one["start"]
            else:
                two["start"] = one["end"]
    return _apart([event for event in events if event["end"] > event["start"]])


def _apart(events: list[Event]) -> list[Event]:
    """Return who is in front between each two edges: the one that came last of those that last."""
    reached = 0
    for event in events:
        event["start"] = reached = max(reached, event["start"])
    events = [event for event in events if event["end"] > event["start"]]
    edges = sorted({edge for event in events for edge in (event["start"], event["end"])})
    made: list[Event] = []
    for start, end in pairwise(edges):
        lasting = [event for event in events if event["start"] <= start and event["end"] >= end]
        if lasting:
            made.append({"start": start, "end": end, "data": lasting[-1]["data"]})
    return joined(made)


def joined(events: Iterable[Event]) -> list[Event]:
    """Return the events, those that touch and say the same as one."""
    made: list[Event] = []
    for event in events:
        if made and made[-1]["end"] == event["start"] and made[-1]["data"] == event["data"]:
            made[-1]["end"] = event["end"]
        else:
            made.append(dict(event))
    return made


def intersect(events: Iterable[Event], periods: Iterable[Event]) -> list[Event]:
    """Return the parts of the events that lie within a period."""
    periods = list(periods)
    made = []
    for event in events:
        for period in periods:
            start, end = max(event["start"], period["start"]), min(event["end"], period["end"])
            if start < end:
                made.append({"start": start, "end": end, "data": event["data"]})
    return made


def union(*lists: Iterable[Event]) -> list[Event]:
    """Return the time covered by any of the events, as events that do not touch."""
    made: list[Event] = []
    for event in sorted((one for events in lists for one in events), key=lambda event: event["start"]):
        if made and event["start"] <= made[-1]["end"]:
            made[-1]["end"] = max(made[-1]["end"], event["end"])
        else:
            made.append({"start": event["start"], "end": event["end"], "data": {}})
    return made


def canonical(windows: list[Event], afk: list[Event], browsers: dict[str, list[Event]]) -> list[Event]:
    """Return the windows that count; browsers: events by the app of that browser's windows."""
    windows = flood(windows)
    present = [event for event in flood(afk) if event["data"]["status"] == "not-afk"]
    heard: list[Event] = []
    for app, pages in browsers.items():
        shown = intersect(flood(pages), [event for event in windows if event["data"]["app"] == app])
        heard += [event for event in shown if event["data"].get("audible") is True]
    return intersect(windows, union(present, heard))


def app_totals(events: Iterable[Event]) -> dict[str, int]:
    """Return milliseconds by app."""
    totals: defaultdict[str, int] = defaultdict(int)
    for event in events:
        totals[event["data"]["app"]] += event["end"] - event["start"]
    return dict(totals)


def category_of(data: dict[str, Any], categories: list[Category]) -> tuple[str, ...]:
    """Return the deepest category whose pattern is found in app or title, the later one of equals."""
    found = [path for path, pattern in categories if any(re.search(pattern, data[key]) for key in ("app", "title"))]
    return max(reversed(found), key=len) if found else ("Uncategorized",)


def category_totals(events: Iterable[Event], categories: list[Category]) -> dict[tuple[str, ...], int]:
    """Return milliseconds by category."""
    totals: defaultdict[tuple[str, ...], int] = defaultdict(int)
    for event in events:
        totals[category_of(event["data"], categories)] += event["end"] - event["start"]
    return dict(totals)
