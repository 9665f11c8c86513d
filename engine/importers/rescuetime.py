"""RescueTime, the account archive (rescuetime-activity-history.csv): how long each thing was used in each hour.

No header, six columns: hour with its UTC offset, activity, details, category, class, seconds. When within the
hour is not known: the totals are laid end to end from its start and marked so. Known from one published parser and
its samples (2021) only, hence lenient: what does not fit in an hour is left out and counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

from engine.domain.activity import TOTALS, Observed
from engine.domain.clock import MS_PER_HOUR
from engine.domain.imports import Doubt
from engine.domain.presence import Presence
from engine.importers.local_time import moment_ms
from engine.importers.reading import ForeignFile, cut_off, wrong_kind
from engine.importers.spans import ImportedSpan
from engine.importers.terms import Terms

_WANTED = "the activity history of a RescueTime account archive"
_ROW = re.compile(r'"?\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2} [+-]\d{4}"?,')
_COLUMNS = 6
_SITE = re.compile(r"[\w-]+(?:\.[\w-]+)+")
_NOTHING = "no details"


def recognises(start: str) -> bool:
    """Tell whether a file that starts so is one of RescueTime."""
    return _ROW.match(start.lstrip()) is not None


def spans(file: ForeignFile, terms: Terms) -> Iterator[ImportedSpan]:
    """Yield the totals hour by hour as the file has them."""
    if not recognises(file.start_of_text):
        raise wrong_kind(file, _WANTED)
    used: dict[int, int] = {}
    last_short = False
    for line, row in file.rows(terms.findings):
        last_short = len(row) < _COLUMNS
        hour_ms, length_ms = (None, 0) if last_short else (_hour(row[0]), _length(row[5]))
        if hour_ms is None or length_ms is None:
            terms.findings.note(Doubt.UNREADABLE, f"line {line}")
            continue
        span = _laid(row, hour_ms, length_ms, used, f"line {line}")
        terms.findings.note(Doubt.POSITION_UNKNOWN, span.where)
        if span.end_ms - span.start_ms < length_ms:
            terms.findings.note(Doubt.OVERFULL, span.where)
        yield span
    if last_short:
        raise cut_off(file)


def _laid(row: list[str], hour_ms: int, length_ms: int, used: dict[int, int], where: str) -> ImportedSpan:
    """Return the total behind those that its hour has already."""
    start_ms = hour_ms + used.get(hour_ms, 0)
    end_ms = min(start_ms + length_ms, hour_ms + MS_PER_HOUR)
    used[hour_ms] = end_ms - hour_ms
    return ImportedSpan(start_ms, end_ms, _observed(row[1].strip(), row[2].strip()), where=where)


def _hour(text: str) -> int | None:
    try:
        moment = datetime.strptime(text.strip(), "%Y-%m-%d %H:%M:%S %z")
    except ValueError:
        return None
    return moment_ms(moment.replace(minute=0, second=0))


def _length(text: str) -> int | None:
    return int(text) * 1_000 if text.strip().isdecimal() and len(text.strip()) <= 6 else None  # noqa: PLR2004


def _observed(activity: str, details: str) -> Observed:
    return Observed(
        Presence.ACTIVE,
        app=activity,
        title="" if details.casefold() == _NOTHING else details,
        platform=TOTALS,
        site=activity.removeprefix("www.") if _SITE.fullmatch(activity) else "",
    )
