"""Corrections painted over recorded time: what the history looks like to the person; pure, the record stays as it is.

For every moment: take what was recorded (where sources overlap, what starts first), then let each correction over
that moment paint in turn. RETITLE changes active time that was recorded by name, RELABEL active time; time away, time
with a length only and time without a record stay what they are under them, until ADD says what they were.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter

from engine.domain.activity import Activity, Observed, Withheld
from engine.domain.corrections import ADDED_SOURCE, Correction, CorrectionKind
from engine.domain.intervals import Interval
from engine.domain.overlaps import by_precedence, first_come
from engine.domain.presence import Presence
from engine.domain.stretches import UNCHANGED, LabelledStretch, LabelOverride

_SOLID = frozenset({CorrectionKind.ADD, CorrectionKind.DELETE, CorrectionKind.REVERT})


def effective(
    raw: Iterable[Activity], corrections: Sequence[Correction], bounds: Interval | None = None
) -> list[LabelledStretch]:
    """Return the history as it counts, in order and without overlaps, cut at bounds where given.

    raw: in any order. corrections: those in force, in the order they were made. Within bounds the answer is right
    as soon as everything that shares time with bounds was given. Touching stretches are one where a correction made
    them the same; what was recorded apart and not corrected stays apart.
    """
    recorded = first_come(by_precedence(raw), bounds)
    layers = _layers(corrections, bounds)
    if not layers:
        return [_as_recorded(start, end, activity) for start, end, activity in recorded]
    stretches = [*_painted(recorded, layers), *(layer.added for layer in layers if layer.added is not None)]
    stretches.sort(key=attrgetter("interval.start_ms"))
    return list(_joined(stretches))


def _as_recorded(start_ms: int, end_ms: int, activity: Activity) -> LabelledStretch:
    return LabelledStretch(Interval(start_ms, end_ms), activity.what, activity.zone, activity.source)


@dataclass(frozen=True, slots=True)
class _Layer:
    """What all corrections over one interval come to; added: the stretch itself where recorded time has no say."""

    interval: Interval
    app: str | None
    title: str | None
    labels: LabelOverride | None
    solid: bool
    added: LabelledStretch | None

    def touches(self, what: Observed) -> bool:
        if self.solid or what.presence is not Presence.ACTIVE:
            return self.solid
        return self.labels is not None or (self._renames and what.withheld is Withheld.NO)

    @property
    def _renames(self) -> bool:
        return self.app is not None or self.title is not None

    def over(self, interval: Interval, activity: Activity) -> LabelledStretch:
        what = activity.what
        if self._renames and what.withheld is Withheld.NO:
            what = _renamed(what, self.app, self.title)
        return LabelledStretch(interval, what, activity.zone, activity.source, corrected=True, override=self.labels)


def _renamed(what: Observed, app: str | None, title: str | None) -> Observed:
    title = what.title if title is None else title
    if app is not None:
        return Observed(what.presence, app, title)
    return Observed(what.presence, what.app, title, what.executable, what.platform, what.site, what.document)


def _layers(corrections: Sequence[Correction], bounds: Interval | None) -> list[_Layer]:
    """Return what the corrections come to between every two moments where one of them starts or ends."""
    inside = [(part, one) for one in corrections if (part := _within(one.interval, bounds)) is not None]
    starts: dict[int, list[int]] = {}
    ends: dict[int, list[int]] = {}
    for place, (part, _) in enumerate(inside):
        starts.setdefault(part.start_ms, []).append(place)
        ends.setdefault(part.end_ms, []).append(place)
    layers: list[_Layer] = []
    lying: list[int] = []
    for start, end in pairwise(sorted({*starts, *ends})):
        for place in ends.get(start, ()):
            lying.remove(place)
        for place in starts.get(start, ()):
            insort(lying, place)
        layer = _composed(Interval(start, end), [inside[place][1] for place in lying])
        if layer is not None:
            layers.append(layer)
    return layers


def _within(interval: Interval, bounds: Interval | None) -> Interval | None:
    return interval if bounds is None else interval.clip(bounds)


def _composed(interval: Interval, lying: Sequence[Correction]) -> _Layer | None:
    """Return one layer that paints as all the corrections do one after another, None where they change nothing."""
    place = next((place for place in reversed(range(len(lying))) if lying[place].kind in _SOLID), None)
    ground, above = (None, lying) if place is None else (lying[place], lying[place + 1 :])
    app, title, labels = _said([ground, *above] if ground is not None and ground.kind is CorrectionKind.ADD else above)
    if ground is None or ground.kind is CorrectionKind.REVERT:
        changed = (app, title, labels) != (None, None, UNCHANGED)
        return _Layer(interval, app, title, labels or None, solid=False, added=None) if changed else None
    if ground.kind is CorrectionKind.DELETE:
        return _Layer(interval, None, None, None, solid=True, added=None)
    what = Observed(Presence.ACTIVE, app or "", title or "")
    added = LabelledStretch(interval, what, ground.zone, ADDED_SOURCE, corrected=True, override=labels or None)
    return _Layer(interval, None, None, None, solid=True, added=added)


def _said(corrections: Sequence[Correction]) -> tuple[str | None, str | None, LabelOverride]:
    """Return the last app, title and labels said, facet by facet."""
    app = title = None
    labels = UNCHANGED
    for one in reversed(corrections):
        app = one.app if app is None else app
        title = one.title if title is None else title
        if one.labels is not UNCHANGED:
            labels = labels.above(one.labels)
    return app, title, labels


def _painted(recorded: Iterable[tuple[int, int, Activity]], layers: Sequence[_Layer]) -> Iterator[LabelledStretch]:
    """Yield the recorded time under the layers; where one is solid nothing of it is left."""
    first = 0
    for start, end, activity in recorded:
        while first < len(layers) and layers[first].interval.end_ms <= start:
            first += 1
        place, reached = first, start
        while place < len(layers) and layers[place].interval.start_ms < end:
            layer = layers[place]
            place += 1
            if not layer.touches(activity.what):
                continue
            cut, until = max(start, layer.interval.start_ms), min(end, layer.interval.end_ms)
            if reached < cut:
                yield _as_recorded(reached, cut, activity)
            if not layer.solid:
                yield layer.over(Interval(cut, until), activity)
            reached = until
        if reached < end:
            yield _as_recorded(reached, end, activity)


def _joined(stretches: Iterable[LabelledStretch]) -> Iterator[LabelledStretch]:
    """Yield the stretches with corrected neighbours that touch and say the same made one."""
    last: LabelledStretch | None = None
    for stretch in stretches:
        if last is not None and last.corrected and stretch.corrected and _continues(last, stretch):
            span = Interval(last.interval.start_ms, stretch.interval.end_ms)
            last = LabelledStretch(span, last.what, last.zone, last.source, corrected=True, override=last.override)
            continue
        if last is not None:
            yield last
        last = stretch
    if last is not None:
        yield last


def _continues(before: LabelledStretch, after: LabelledStretch) -> bool:
    if before.interval.end_ms != after.interval.start_ms or before.override != after.override:
        return False
    return (before.zone, before.source, before.what) == (after.zone, after.source, after.what)
