"""From buckets to stretches: what was in front while the person was there, as ActivityWatch itself counts it.

Its canonical query, in this order: flood the window events; flood the afk events and keep "not-afk"; flood the events
of each browser and keep what lies within windows of that browser; count audible ones of them as present; keep of the
windows what lies within the time of presence. Categories come after that and are not the importer's business.

What is added here changes no total: a window is cut where the page in its tab or the file in its editor changes, so
that site and document are known, and time away becomes a stretch of its own.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise, tee
from typing import NamedTuple

from engine.domain.activity import Observed, Withheld
from engine.domain.imports import Doubt
from engine.domain.intervals import Interval, subtract
from engine.domain.presence import Presence
from engine.importers.activitywatch.browsers import is_window_of
from engine.importers.activitywatch.buckets import Bucket, Event
from engine.importers.activitywatch.cursor import Cursor
from engine.importers.activitywatch.flood import flood
from engine.importers.findings import Findings
from engine.importers.pages import document_of, site_of

_PLATFORM = "activitywatch"
_KEPT = 8_000
_PRESENT, _AWAY = "not-afk", "afk"


class Piece(NamedTuple):
    """A part of a window's time in which nothing known of it changed."""

    start_ms: int
    end_ms: int
    what: Observed


def weave(
    window: Bucket, afk: list[Bucket], browsers: list[Bucket], editors: list[Bucket], findings: Findings
) -> Iterator[Piece]:
    """Yield one computer's stretches by start: windows while present, and time away."""
    presence = Cursor(_flooded(afk)) if afk else None
    if presence is None:
        findings.note(Doubt.NO_PRESENCE, window.id)
    pages = [(one.id, Cursor(_flooded([one]))) for one in browsers]
    weaver = _Weaver(presence, pages, Cursor(_flooded(editors)) if editors else None, findings)
    for_windows, for_absence = tee(weaver.pieces(flood(window.events())))
    away = _absences(_flooded(afk), for_absence)
    return heapq.merge(for_windows, away, key=lambda piece: piece.start_ms)


def _flooded(buckets: list[Bucket]) -> Iterator[Event]:
    return flood(heapq.merge(*(bucket.events() for bucket in buckets), key=lambda event: event.start_ms))


def _absences(afk: Iterator[Event], pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Yield the time away, without what counts as present all the same because it was heard."""
    taken = Cursor(Event(piece.start_ms, piece.end_ms, {}) for piece in pieces)
    for event in afk:
        if event.text("status") != _AWAY:
            continue
        heard = [Interval(one.start_ms, one.end_ms) for one in taken.during(event.start_ms, event.end_ms)]
        for left in subtract(Interval(event.start_ms, event.end_ms), heard):
            yield Piece(left.start_ms, left.end_ms, Observed(Presence.IDLE, platform=_PLATFORM))


class _Weaver:
    """Holds the streams that windows are compared with."""

    def __init__(
        self, presence: Cursor | None, browsers: list[tuple[str, Cursor]], editors: Cursor | None, findings: Findings
    ) -> None:
        self._presence = presence
        self._browsers = browsers
        self._editors = editors
        self._findings = findings

    def pieces(self, windows: Iterable[Event]) -> Iterator[Piece]:
        """Yield the parts of the windows in which the person was present, by start."""
        for window in windows:
            app = window.text("app")
            pages = [
                page
                for bucket, cursor in self._browsers
                if is_window_of(bucket, app)
                for page in cursor.during(window.start_ms, window.end_ms)
            ]
            files = self._editors.during(window.start_ms, window.end_ms) if self._editors else []
            private = window.data.get("incognito") is True
            what = _observed(app or window.text("package"), window.text("title"), window.text("url"), private)
            for start_ms, end_ms in self._present(window, pages):
                if pages or files:
                    yield from _cut(Interval(start_ms, end_ms), what, pages, files)
                else:
                    yield Piece(start_ms, end_ms, what)

    def _present(self, window: Event, pages: list[Event]) -> list[tuple[int, int]]:
        """Return the parts of the window's time, start and end, in which the person was present."""
        if self._presence is None:
            return [(window.start_ms, window.end_ms)]
        told = self._presence.during(window.start_ms, window.end_ms)
        if len(told) == 1 and told[0][:2] == window[:2] and told[0].data.get("status") == _PRESENT:
            return [(window.start_ms, window.end_ms)]  # as most of the time
        present = [_interval(one) for one in told if one.data.get("status") == _PRESENT]
        heard = [_interval(page) for page in pages if page.data.get("audible") is True]
        if subtract(_interval(window), [_interval(one) for one in told] + heard):
            self._findings.note(Doubt.UNKNOWN_PRESENCE)
        return [(one.start_ms, one.end_ms) for one in united(present + heard)]


def _interval(event: Event) -> Interval:
    return Interval(event.start_ms, event.end_ms)


def united(intervals: list[Interval]) -> list[Interval]:
    """Return the time covered by at least one of the intervals, in order."""
    made: list[Interval] = []
    for one in sorted(intervals):
        if made and one.start_ms <= made[-1].end_ms:
            made[-1] = Interval(made[-1].start_ms, max(made[-1].end_ms, one.end_ms))
        else:
            made.append(one)
    return made


@lru_cache(maxsize=_KEPT)
def _observed(app: str, title: str, url: str, private: bool) -> Observed:
    return Observed(
        Presence.ACTIVE,
        app=app,
        title=title,
        platform=_PLATFORM,
        site=site_of(url),
        document=document_of(url),
        withheld=Withheld.PRIVATE if private else Withheld.NO,
    )


def _cut(span: Interval, what: Observed, pages: list[Event], files: list[Event]) -> Iterator[Piece]:
    """Yield the span cut where page or file changes."""
    changes = {edge for one in (*pages, *files) for edge in (one.start_ms, one.end_ms)}
    inside = (edge for edge in changes if span.start_ms < edge < span.end_ms)
    edges = sorted({span.start_ms, span.end_ms, *inside})
    held: Piece | None = None
    for start_ms, end_ms in pairwise(edges):
        seen = _with_file(_with_page(what, _at(pages, start_ms)), _at(files, start_ms))
        if held is not None and held.what == seen:
            held = Piece(held.start_ms, end_ms, seen)
            continue
        if held is not None:
            yield held
        held = Piece(start_ms, end_ms, seen)
    if held is not None:
        yield held


def _at(events: list[Event], moment_ms: int) -> Event | None:
    return next((event for event in events if event.start_ms <= moment_ms < event.end_ms), None)


def _with_page(what: Observed, page: Event | None) -> Observed:
    if page is None:
        return what
    return _on_page(what, page.text("url"), page.data.get("incognito") is True)


@lru_cache(maxsize=_KEPT)
def _on_page(what: Observed, url: str, private: bool) -> Observed:
    return replace(
        what,
        site=site_of(url) or what.site,
        document=document_of(url) or what.document,
        withheld=Withheld.PRIVATE if private else what.withheld,
    )


def _with_file(what: Observed, file: Event | None) -> Observed:
    """Name the document where the window's title shows that it is the editor's: it holds the file's name."""
    path = "" if file is None else file.text("file")
    name = path.replace("\\", "/").rpartition("/")[2]
    return replace(what, document=path) if name and name.casefold() in what.title.casefold() else what
