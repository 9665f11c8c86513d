"""Exports of ActivityWatch made up by chance, as messy as real ones."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

from hypothesis import strategies as st

START = datetime(2024, 3, 4, 9, tzinfo=UTC)
APPS = ("code", "firefox", "Slack", "kitty")
TITLES = ("plan.py - editor", "GitHub - Mozilla Firefox", "general", "Mail - Mozilla Firefox")


def moments(most_s: int) -> st.SearchStrategy[list[int]]:
    """Return starts in milliseconds, some of them close together."""
    return st.lists(st.integers(0, most_s * 4).map(lambda quarter: quarter * 250), max_size=14)


@st.composite
def bucket_events(draw: st.DrawFn, data: st.SearchStrategy[dict[str, Any]], *, apart: bool) -> list[dict[str, Any]]:
    """Return exported events, newest first; apart: none begins before the one before it ends."""
    made, reached = [], 0
    for start in sorted(draw(moments(120))):
        length = draw(st.sampled_from([0, 0, 250, 1_000, 3_000, 7_500, 30_000]))
        begin = max(start, reached) if apart else start
        reached = begin + length
        moment = START + timedelta(milliseconds=begin)
        made.append({"timestamp": moment.isoformat(), "duration": length / 1_000, "data": draw(data)})
    return made[::-1]


windows = st.builds(lambda app, title: {"app": app, "title": title}, st.sampled_from(APPS), st.sampled_from(TITLES))
states = st.builds(lambda status: {"status": status}, st.sampled_from(("afk", "not-afk")))
pages = st.builds(
    lambda host, audible: {"url": f"https://{host}/", "title": host, "audible": audible, "incognito": False},
    st.sampled_from(("a.example", "b.example")),
    st.booleans(),
)


@st.composite
def exports(draw: st.DrawFn, *, apart: bool = True) -> dict[str, Any]:
    """Return an export of one computer with windows, presence and one browser."""
    parts = {
        "aw-watcher-window_desk": ("currentwindow", "desk", windows),
        "aw-watcher-afk_desk": ("afkstatus", "desk", states),
        "aw-watcher-web-firefox": ("web.tab.current", "unknown", pages),
    }
    return {
        "buckets": {
            name: {
                "id": name,
                "type": kind,
                "client": name.partition("_")[0],
                "hostname": host,
                "events": draw(bucket_events(data, apart=apart)),
            }
            for name, (kind, host, data) in parts.items()
        }
    }


def seeded_export(seed: int, windows_wanted: int) -> dict[str, Any]:
    """Return days of work on one computer: windows by heartbeats with small holes, presence, pages that play sound."""
    chance = Random(seed)
    windows_made, presence, heard = [], [], []
    moment = START
    for _ in range(windows_wanted):
        seconds = round(chance.expovariate(1 / 60), 3)
        app = chance.choice(APPS)
        title = f"{chance.choice(TITLES)} {chance.randrange(40)}"
        windows_made.append(_event(moment, seconds, {"app": app, "title": title}))
        if app == "firefox" and chance.random() < 0.5:
            url = f"https://a.example/{title.rpartition(' ')[2]}"
            page = {"url": url, "title": title, "audible": chance.random() < 0.4, "incognito": False}
            heard.append(_event(moment, seconds, page))
        moment += timedelta(seconds=seconds + chance.choice((0, 0.4, 2, 4.9, 7, 600 if chance.random() < 0.02 else 1)))
    at, status = START, "not-afk"
    while at < moment:
        seconds = round(chance.expovariate(1 / (900 if status == "not-afk" else 300)), 3)
        presence.append(_event(at, seconds, {"status": status}))
        at += timedelta(seconds=seconds + chance.choice((0, 0, 1)))
        status = "afk" if status == "not-afk" else "not-afk"
    parts = {
        "aw-watcher-window_desk": ("currentwindow", "desk", windows_made),
        "aw-watcher-afk_desk": ("afkstatus", "desk", presence),
        "aw-watcher-web-firefox": ("web.tab.current", "unknown", heard),
    }
    return {
        "buckets": {
            name: {"id": name, "type": kind, "client": "c", "hostname": host, "events": events[::-1]}
            for name, (kind, host, events) in parts.items()
        }
    }


def _event(moment: datetime, seconds: float, data: dict[str, Any]) -> dict[str, Any]:
    return {"timestamp": moment.isoformat(timespec="milliseconds"), "duration": seconds, "data": data}
