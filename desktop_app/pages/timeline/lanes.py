"""From the history to the timeline's lanes; pure, so that it can be done beside the window."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath, PureWindowsPath
from typing import Final

from desktop_app.pages.documents.words import readable
from desktop_app.pages.timeline.source import LabelledHistory
from desktop_app.theme.app_colours import AppColours
from desktop_app.widgets.plain_text import foreign
from desktop_app.widgets.ribbon_values import Kind, RibbonSegment
from desktop_app.widgets.timeline_values import TALL, THIN, Lane
from engine.domain.activity import Withheld
from engine.domain.categories import CategoryTree
from engine.domain.intervals import Interval
from engine.domain.presence import Presence
from engine.domain.stretches import LabelledStretch
from engine.domain.summary import Segment

LANES: Final = ("apps", "categories", "documents", "presence", "corrected")
_LONGEST: Final = 120


@dataclass(frozen=True, slots=True)
class LaneNames:
    """Words in the window's language: lanes by key, kinds of time, what to call an app, time without a category.

    total: said of an imported total, which lies somewhere within its hour or day and not where it is drawn.
    """

    lanes: Mapping[str, str]
    kinds: Mapping[Kind, str]
    app: Callable[[str], str]
    no_category: str
    total: str = ""


@dataclass(frozen=True, slots=True)
class TimelineColours:
    """Who has which colour, for as long as the page lives."""

    apps: AppColours
    documents: AppColours


def segments_of(history: LabelledHistory) -> tuple[Segment, ...]:
    """Return the stretches as the table shows them."""
    return tuple(_segment(one) for one in history.stretches)


def lanes_of(history: LabelledHistory, names: LaneNames, colours: TimelineColours) -> tuple[Lane, ...]:
    """Return a lane for everything there is something of; apps and presence stand there always."""
    colours.apps.remember(_by_length(history))
    found = {
        "apps": tuple(_apps(history, names, colours.apps)),
        "categories": tuple(_joined(_categories(history, names))) if len(history.tree) else (),
        "documents": tuple(_joined(_documents(history, colours.documents))),
        "presence": tuple(_joined(_presence(history, names))),
        "corrected": tuple(_joined(_corrected(history, names))),
    }
    return tuple(
        Lane(key, names.lanes[key], found[key], THIN if key == "corrected" else TALL)
        for key in LANES
        if found[key] or key in {"apps", "presence"}
    )


def kind_of(stretch: LabelledStretch) -> Kind:
    """Return what a stretch is drawn as."""
    what = stretch.what
    if what.presence is not Presence.ACTIVE:
        return Kind(what.presence.value)
    if what.withheld is not Withheld.NO:
        return Kind.WITHHELD
    return Kind.APP if what.app else Kind.NO_WINDOW


def _segment(one: LabelledStretch) -> Segment:
    what = one.what
    return Segment(one.interval, what.presence, what.app, what.title, what.withheld is not Withheld.NO)


def _by_length(history: LabelledHistory) -> Iterable[str]:
    lengths: Counter[str] = Counter()
    for one in history.stretches:
        if one.what.app:
            lengths[one.what.app] += one.interval.length_ms
    return (app for app, _ in lengths.most_common())


def _apps(history: LabelledHistory, names: LaneNames, colours: AppColours) -> Iterator[RibbonSegment]:
    looks: dict[tuple[Kind, str], tuple[str, int]] = {}
    for one in history.stretches:
        kind, app = kind_of(one), one.what.app
        if (kind, app) not in looks:
            name = names.app(app) if kind is Kind.APP else names.kinds[kind]
            looks[kind, app] = foreign(name, _LONGEST), colours.slot(app) if kind is Kind.APP else 0
        name, slot = looks[kind, app]
        title = one.what.title[:_LONGEST] if one.what.placed else names.total
        yield RibbonSegment(one.interval.start_ms, one.interval.end_ms, kind, slot, name, title)


def _categories(history: LabelledHistory, names: LaneNames) -> Iterator[RibbonSegment]:
    looks: dict[int | None, RibbonSegment] = {}
    for one, labels in zip(history.stretches, history.labels, strict=True):
        if one.what.presence is not Presence.ACTIVE:
            continue
        if labels.category_id not in looks:
            looks[labels.category_id] = _category(labels.category_id, history.tree, names)
        look, span = looks[labels.category_id], one.interval
        yield RibbonSegment(span.start_ms, span.end_ms, look.kind, look.slot, look.name, look.title, look.colour)


def _category(category_id: int | None, tree: CategoryTree, names: LaneNames) -> RibbonSegment:
    path = tree.path(category_id or 0)
    if not path:
        return RibbonSegment(0, 0, Kind.NO_WINDOW, 0, names.no_category)
    above = " › ".join(foreign(name, _LONGEST) for name in path) if len(path) > 1 else ""
    colour = tree.colour(category_id or 0) or ""
    return RibbonSegment(0, 0, Kind.APP, (category_id or 0) - 1, foreign(path[-1], _LONGEST), above, colour)


def _documents(history: LabelledHistory, colours: AppColours) -> Iterator[RibbonSegment]:
    """Yield the indexed documents in front, and what was recorded of a document where none of those was."""
    starts = [one.interval.start_ms for one in history.shown]
    for one in history.stretches:
        if one.what.presence is not Presence.ACTIVE:
            continue
        span = one.interval
        shown = history.shown[bisect_left(starts, span.start_ms) : bisect_left(starts, span.end_ms)]
        for use in shown:
            yield _document(use.interval, readable(use.document.identity.path), colours)
        if not shown and one.what.document:
            yield _document(span, one.what.document, colours)


def _document(span: Interval, path: str, colours: AppColours) -> RibbonSegment:
    name, slot = foreign(_file_name(path), _LONGEST), colours.slot(path)
    return RibbonSegment(span.start_ms, span.end_ms, Kind.APP, slot, name, foreign(path, _LONGEST))


def _file_name(document: str) -> str:
    path = PureWindowsPath(document) if "\\" in document else PurePosixPath(document)
    return path.name or document


def _presence(history: LabelledHistory, names: LaneNames) -> Iterator[RibbonSegment]:
    for one in history.stretches:
        kind = Kind(one.what.presence.value)
        yield RibbonSegment(one.interval.start_ms, one.interval.end_ms, kind, 0, names.kinds[kind])


def _corrected(history: LabelledHistory, names: LaneNames) -> Iterator[RibbonSegment]:
    for one in history.stretches:
        if one.corrected:
            yield RibbonSegment(one.interval.start_ms, one.interval.end_ms, Kind.APP, 0, names.lanes["corrected"])


def _joined(segments: Iterable[RibbonSegment]) -> Iterator[RibbonSegment]:
    """Yield the segments with those made one that touch and look the same."""
    first: RibbonSegment | None = None
    end_ms = 0
    for one in segments:
        if first is not None and end_ms == one.start_ms and _same(first, one):
            end_ms = one.end_ms
            continue
        if first is not None:
            yield _until(first, end_ms)
        first, end_ms = one, one.end_ms
    if first is not None:
        yield _until(first, end_ms)


def _until(segment: RibbonSegment, end_ms: int) -> RibbonSegment:
    return segment if segment.end_ms == end_ms else replace(segment, end_ms=end_ms)


def _same(one: RibbonSegment, other: RibbonSegment) -> bool:
    return (one.kind, one.name, one.title, one.colour) == (other.kind, other.name, other.title, other.colour)
