"""What every importer yields."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from engine.domain.activity import Observed


class ImportedSpan(NamedTuple):
    """One stretch as a foreign file tells it, in UTC milliseconds, its texts not yet cleaned.

    stream: whose it is within the file (a bucket, a list), empty where a file has one; stretches of one stream
    follow one another in time as far as the file does. where: its place in the file, for messages.
    """

    start_ms: int
    end_ms: int
    what: Observed
    stream: str = ""
    where: str = ""


def joined(spans: Iterable[ImportedSpan], gap_ms: int) -> Iterator[ImportedSpan]:
    """Yield the spans, equal neighbours made one where at most gap_ms lies between them."""
    held: ImportedSpan | None = None
    for span in spans:
        if held is None:
            held = span
        elif _goes_on(held, span, gap_ms):
            held = held._replace(end_ms=max(held.end_ms, span.end_ms))
        else:
            yield held
            held = span
    if held is not None:
        yield held


def _goes_on(before: ImportedSpan, after: ImportedSpan, gap_ms: int) -> bool:
    return (
        before.what == after.what
        and before.stream == after.stream
        and before.start_ms <= after.start_ms <= before.end_ms + gap_ms
    )
