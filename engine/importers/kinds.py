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
    """How one kind is read. local: its times are local ones, so a zone must be known to place them at all."""

    recognises: Callable[[str], bool]
    spans: Parser
    local: bool


def _is_activitywatch(start: str) -> bool:
    return start.lstrip().startswith("{") and _BUCKETS.search(start) is not None


# In the order in which a file is tried; the first that recognises it is taken.
FORMATS = {
    ForeignKind.ARBTT: Format(arbtt.recognises, arbtt.spans, local=False),
    ForeignKind.WAKATIME: Format(wakatime.recognises, wakatime.spans, local=True),
    ForeignKind.ACTIVITYWATCH: Format(_is_activitywatch, activitywatch.spans, local=False),
    ForeignKind.TOCKLER: Format(tockler.recognises, tockler.spans, local=True),
    ForeignKind.TIMEWARRIOR: Format(timewarrior.recognises, timewarrior.spans, local=False),
    ForeignKind.TOGGL: Format(toggl.recognises, toggl.spans, local=True),
    ForeignKind.MANICTIME: Format(manictime.recognises, manictime.spans, local=True),
    ForeignKind.RESCUETIME: Format(rescuetime.recognises, rescuetime.spans, local=False),
    ForeignKind.GTIMELOG: Format(gtimelog.recognises, gtimelog.spans, local=True),
    ForeignKind.HAMSTER: Format(hamster.recognises, hamster.spans, local=True),
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
