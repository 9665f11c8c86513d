"""What no file is trusted with: impossible moments, stretches of days, time told twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from engine.domain.clock import MS_PER_HOUR
from engine.domain.imports import Doubt
from engine.importers.findings import Findings
from engine.importers.spans import ImportedSpan

LONGEST_MS = 24 * MS_PER_HOUR
EARLIEST_MS = 631_152_000_000  # 1990
LATEST_MS = 4_102_444_800_000  # 2100
SORTED_AT_ONCE = 200_000


def tidied(spans: Iterable[ImportedSpan], findings: Findings, *, ordered: bool = False) -> Iterator[ImportedSpan]:
    """Yield the spans that can be kept, by start within each stream as far as memory allows, and note the others.

    ordered: within each stream they come by start already.
    """
    possible = _possible(spans, findings)
    return _once(possible if ordered else _by_start(possible), findings)


def _possible(spans: Iterable[ImportedSpan], findings: Findings) -> Iterator[ImportedSpan]:
    for span in spans:
        start_ms, end_ms = span.start_ms, span.end_ms
        if not EARLIEST_MS <= start_ms <= LATEST_MS:
            findings.note(Doubt.OUT_OF_RANGE, span.where)
        elif end_ms < start_ms:
            findings.note(Doubt.BACKWARDS, span.where)
        elif end_ms - start_ms > LONGEST_MS:
            findings.note(Doubt.TOO_LONG, span.where)
            yield span._replace(end_ms=start_ms + LONGEST_MS)
        elif end_ms > start_ms:
            yield span


def _by_start(spans: Iterator[ImportedSpan]) -> Iterator[ImportedSpan]:
    """Yield the spans sorted, a great many at a time: time sheets and the like fit in whole."""
    while batch := list(islice(spans, SORTED_AT_ONCE)):
        batch.sort(key=lambda span: span.start_ms)
        yield from batch


def _once(spans: Iterable[ImportedSpan], findings: Findings) -> Iterator[ImportedSpan]:
    """Cut what overlaps: of two that tell the same time the one that starts first keeps it.

    A span from before those that came already (a file too large to be sorted) is left to the storage, which knows
    what time is taken.
    """
    reached: dict[str, tuple[int, int]] = {}  # by stream: the last start, and the end of what was kept
    for span in spans:
        before_ms, kept_ms = reached.get(span.stream, (0, 0))
        overlaps = before_ms <= span.start_ms < kept_ms
        if overlaps:
            findings.note(Doubt.OVERLAP, span.where)
        reached[span.stream] = (span.start_ms, max(kept_ms, span.end_ms) if overlaps else span.end_ms)
        if not overlaps:
            yield span
        elif span.end_ms > kept_ms:
            yield span._replace(start_ms=kept_ms)
