"""Times of day as people write them, in the zone they are in; what the clocks skip or show twice is never guessed."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

from engine.domain.clock import utc, wall_ms
from engine.domain.days import DayRule
from engine.domain.errors import UsageError
from engine.domain.plain_text import LONGEST_TOLD, shortened

_CLOCK = re.compile(r"\d{1,2}:\d{2}(:\d{2})?")
_EXAMPLE = "Write it as 2026-11-21 14:05, or as 14:05 for today."
_FIRST, _LAST = datetime(1970, 1, 2, tzinfo=UTC), datetime(2500, 1, 1, tzinfo=UTC)


def local_moment(text: str, today: date, rule: DayRule) -> int:
    """Return UTC milliseconds for "2026-11-21 14:05", with seconds where wanted, or "14:05" of today.

    An offset ("2026-10-25 02:30+01:00", "Z") is taken as it is. Without one, a time that the clocks skip or show
    twice on that day raises UsageError with the ways out, as does anything that is no time.
    """
    text = text.strip()
    written = f"{today.isoformat()} {text.zfill(_width(text))}" if _CLOCK.fullmatch(text) else text
    try:
        moment = datetime.fromisoformat(written)
    except ValueError as cause:
        raise UsageError(f"“{shortened(text, LONGEST_TOLD)}” is not a time. {_EXAMPLE}") from cause
    if len(written) <= len("2026-11-21"):
        raise UsageError(f"“{shortened(text, LONGEST_TOLD)}” is a day without a time. {_EXAMPLE}")
    try:
        placed = moment if moment.tzinfo is not None else _in_zone(moment, rule)
        if not _FIRST <= placed < _LAST:
            raise OverflowError
    except OverflowError as cause:
        raise UsageError(f"“{shortened(text, LONGEST_TOLD)}” is too far away.") from cause
    return wall_ms(placed)


def _width(text: str) -> int:
    return len("14:05:00") if text.count(":") > 1 else len("14:05")


def _in_zone(local: datetime, rule: DayRule) -> datetime:
    zone = rule.tzinfo()
    early, late = local.replace(tzinfo=zone, fold=0), local.replace(tzinfo=zone, fold=1)
    if early.utcoffset() == late.utcoffset():
        return early
    if early.astimezone(UTC).astimezone(zone).replace(tzinfo=None) != local:
        # In a gap each fold reads the offset of the other side, so the two readings lie around the jump.
        skipped = f"On that day the clocks skip {local:%H:%M} in {rule.zone}"
        raise UsageError(f"{skipped}. The nearest times are {_clock(late, rule)} and {_clock(early, rule)}.")
    ways = " or ".join(one.isoformat(sep=" ") for one in (early, late))
    raise UsageError(f"On that day {local:%H:%M} comes twice in {rule.zone}. Say which: {ways}.")


def _clock(moment: datetime, rule: DayRule) -> str:
    return f"{utc(wall_ms(moment)).astimezone(rule.tzinfo()):%H:%M}"
