"""The history as it counts, with the labels in force, in order: for what needs the activities and not their totals."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from sqlalchemy import Connection, func, select

from engine.domain.categories import NO_LABELS
from engine.domain.clock import MS_PER_HOUR
from engine.domain.intervals import Interval
from engine.domain.look import Labeller
from engine.domain.overlays import effective
from engine.domain.report import LabelledActivity
from engine.storage.database import Reads
from engine.storage.heartbeat import Beat
from engine.storage.queries.history import FOREVER_MS, closed, opened
from engine.storage.queries.look_labels import labels_of
from engine.storage.queries.looks import named
from engine.storage.queries.paints import in_force
from engine.storage.tables import hour_total

AT_ONCE_MS = 48 * MS_PER_HOUR


class LabelledHistory:
    """Reads what TotalStore counts.

    labeller: for what goes on under a name that a correction has just given it. Raises Storage errors.
    """

    def __init__(self, database: Reads, labeller: Labeller | None = None) -> None:
        self._database = database
        self._labeller = labeller

    def between(self, start_ms: int, end_ms: int, *, beat: Beat | None = None) -> Iterator[LabelledActivity]:
        """Yield the history within [start_ms, end_ms), cut there, in order and without overlaps.

        The open activity lasts until the beat's end where the beat names it. Memory stays constant. Close the
        iterator or exhaust it: until then the log cannot be cut.
        """
        with self._database.reading() as connection:
            start_ms, end_ms = _reached(connection, start_ms, end_ms, beat)
            last: LabelledActivity | None = None
            parts = (self._labelled(connection, span, beat) for span in _spans(start_ms, end_ms))
            for one in chain.from_iterable(parts):
                if last is not None and _cut_in_two(last, one, start_ms):
                    whole = Interval(last.interval.start_ms, one.interval.end_ms)
                    last = replace(last, interval=whole)
                    continue
                if last is not None:
                    yield last
                last = one
            if last is not None:
                yield last

    def _labelled(self, connection: Connection, span: Interval, beat: Beat | None) -> Iterator[LabelledActivity]:
        raw = [*closed(connection, span.start_ms, span.end_ms), *opened(connection, span.start_ms, span.end_ms, beat)]
        stretches = effective(raw, in_force(connection, span), span)
        labels = labels_of(connection, (named(one.what) for one in stretches), self._labeller) if stretches else {}
        for one in stretches:
            by_rules = labels.get(named(one.what), NO_LABELS)
            said = by_rules if one.override is None else one.override.over(by_rules)
            yield LabelledActivity(one.interval, one.what, one.zone, one.source, said, one.corrected)


def _reached(connection: Connection, start_ms: int, end_ms: int, beat: Beat | None) -> tuple[int, int]:
    """Return the bounds without the time before anything and after everything."""
    first, last = connection.execute(select(func.min(hour_total.c.hour), func.max(hour_total.c.hour))).one()
    edges = [] if first is None else [first * MS_PER_HOUR, (last + 1) * MS_PER_HOUR]
    for one in opened(connection, 0, FOREVER_MS, beat):
        edges += [one.start_ms, one.end_ms]
    return (max(start_ms, min(edges)), min(end_ms, max(edges))) if edges else (start_ms, start_ms)


def _spans(start_ms: int, end_ms: int) -> Iterator[Interval]:
    for start in range(start_ms, end_ms, AT_ONCE_MS):
        yield Interval(start, min(start + AT_ONCE_MS, end_ms))


def _cut_in_two(before: LabelledActivity, after: LabelledActivity, start_ms: int) -> bool:
    """Return whether only the edge between two spans lies between them."""
    edge = after.interval.start_ms
    at_edge = before.interval.end_ms == edge and (edge - start_ms) % AT_ONCE_MS == 0
    return at_edge and before == replace(after, interval=before.interval)
