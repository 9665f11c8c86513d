"""Every kind of file that can be imported, and how a file is known to be one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from engine.domain.errors import ImportFailed
from engine.domain.imports import ForeignKind
from engine.importers import (
    arbtt,
    gtimelog,
    hamster,
    manictime,
    rescuetime,
    timewarrior,
    tockler,
    toggl,
    wakatime,
)
from engine.importers.activitywatch import history as activitywatch
from engine.importers.reading import ForeignFile
from engine.importers.spans import ImportedSpan
from engine.importers.terms import Terms

Parser = Callable[[ForeignFile, Terms], Iterator[ImportedSpan]]
_BUCKETS = re.compile(r'"(?:buckets|events|hostname)"\s*:')


@dataclass(frozen=True, slots=True)
class Format:
    """How one kind is read.

    readings: how often the file is gone through. ordered: each stream comes by start. zone_unknown: it does not
    tell the zone.
    """

    recognises: Callable[[str], bool]
    spans: Parser
    readings: int
    ordered: bool = False
    zone_unknown: bool = True


def _is_activitywatch(start: str) -> bool:
    return start.lstrip().startswith("{") and _BUCKETS.search(start) is not None


# In the order in which a file is tried; the first that recognises it is taken.
FORMATS = {
    ForeignKind.ARBTT: Format(arbtt.recognises, arbtt.spans, 2, ordered=True),
    ForeignKind.WAKATIME: Format(wakatime.recognises, wakatime.spans, 2, ordered=True),
    ForeignKind.ACTIVITYWATCH: Format(_is_activitywatch, activitywatch.spans, 2, ordered=True),
    ForeignKind.TOCKLER: Format(tockler.recognises, tockler.spans, 2),
    ForeignKind.TIMEWARRIOR: Format(timewarrior.recognises, timewarrior.spans, 2, ordered=True),
    ForeignKind.TOGGL: Format(toggl.recognises, toggl.spans, 2),
    ForeignKind.MANICTIME: Format(manictime.recognises, manictime.spans, 2),
    ForeignKind.RESCUETIME: Format(rescuetime.recognises, rescuetime.spans, 1, zone_unknown=False),
    ForeignKind.GTIMELOG: Format(gtimelog.recognises, gtimelog.spans, 1),
    ForeignKind.HAMSTER: Format(hamster.recognises, hamster.spans, 1),
}


def kind_of(file: ForeignFile) -> ForeignKind:
    """Return which program wrote the file; ImportFailed where none of those known did."""
    if file.is_database:
        return ForeignKind.ACTIVITYWATCH
    start = file.start_of_text
    found = next((kind for kind, form in FORMATS.items() if form.recognises(start)), None)
    if found is None:
        raise ImportFailed(
            f"{file.path.name} is of no kind that Kairos knows. It imports exports of ActivityWatch, arbtt, Tockler, "
            "RescueTime, Toggl Track, WakaTime, Hamster, GTimeLog, Timewarrior and ManicTime."
        )
    return found
