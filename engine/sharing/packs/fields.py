"""What the tables of a file say, field by field; what is not as it should be is told in words."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any, Final

from engine.domain.errors import UsageError
from engine.domain.plain_text import LONGEST_TOLD, plain, shortened

DAYS: Final = ("mo", "tu", "we", "th", "fr", "sa", "su")
_CLOCK: Final = re.compile(r"([01]\d|2[0-4]):([0-5]\d)")
_DAY_MINUTES: Final = 24 * 60


def only(table: dict[str, Any], known: Collection[str]) -> None:
    """Raise UsageError for a key that nothing is known of: leaving it out unsaid could change what is meant."""
    strange = next((key for key in table if key not in known), None)
    if strange is not None:
        raise UsageError(f"“{shortened(strange, LONGEST_TOLD)}” is not known here. A newer Kairos may have written it.")


def text(table: dict[str, Any], key: str, most: int, *, needed: bool = False) -> str:
    """Return a text on one line; UsageError for another value, too long a one, and for what cannot be seen in it."""
    value = table.get(key, "")
    if not isinstance(value, str) or len(value) > most or (needed and not value.strip()):
        raise UsageError(f"“{key}” is a text of at most {most} characters.")
    if value != plain(value):
        raise UsageError(f"“{key}” holds characters that cannot be seen. Type it anew.")
    return " ".join(value.split())


def number(table: dict[str, Any], key: str, bounds: tuple[int, int], default: int) -> int:
    """Return a whole number within bounds; UsageError for anything else."""
    value = table.get(key, default)
    if not isinstance(value, int) or isinstance(value, bool) or not bounds[0] <= value <= bounds[1]:
        raise UsageError(f"“{key}” is a whole number from {bounds[0]} to {bounds[1]}.")
    return value


def truth(table: dict[str, Any], key: str, *, default: bool) -> bool:
    """Return true or false; UsageError for anything else."""
    value = table.get(key, default)
    if not isinstance(value, bool):
        raise UsageError(f"“{key}” is true or false.")
    return value


def choice(table: dict[str, Any], key: str, known: Collection[str], default: str) -> str:
    """Return one of the words; UsageError for anything else."""
    value = table.get(key, default)
    if not isinstance(value, str) or value not in set(known):
        raise UsageError(f"“{key}” is one of {', '.join(known)}.")
    return value


def clock(table: dict[str, Any], key: str, default: int) -> int:
    """Return minutes after midnight out of "09:30"; UsageError for anything else."""
    value = table.get(key, clock_text(default))
    found = _CLOCK.fullmatch(value) if isinstance(value, str) else None
    minutes = int(found[1]) * 60 + int(found[2]) if found else _DAY_MINUTES + 1
    if minutes > _DAY_MINUTES:
        raise UsageError(f'“{key}” is a time of day such as "09:30".')
    return minutes


def clock_text(minutes: int) -> str:
    """Return a time of day as a file says it."""
    return f"{minutes // 60:02}:{minutes % 60:02}"


def days(table: dict[str, Any], key: str, default: frozenset[int]) -> frozenset[int]:
    """Return days of the week, 0 for Monday; UsageError for anything else."""
    value = table.get(key)
    if value is None:
        return default
    if not isinstance(value, list) or not value or not all(isinstance(one, str) and one in DAYS for one in value):
        raise UsageError(f"“{key}” is a list of days out of {', '.join(DAYS)}.")
    return frozenset(DAYS.index(one) for one in value)
