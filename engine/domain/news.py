"""What is new in which version, and which of it a person has not been told yet."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_NUMBERS = re.compile(r"\d{1,9}(?:\.\d{1,9}){0,5}")  # no more: it comes from a file people can edit


@dataclass(frozen=True, slots=True)
class Release:
    """One version, and what is new in it: short lines."""

    version: str
    lines: tuple[str, ...]


def order_of(version: str) -> tuple[int, ...]:
    """Return what versions are compared by: the numbers at its beginning, () for none."""
    found = _NUMBERS.match(version)
    return tuple(int(part) for part in found.group().split(".")) if found else ()


def news_between(releases: Iterable[Release], seen: str, now: str) -> tuple[Release, ...]:
    """Return what came after the version seen, up to the one now, newest first; nothing for one never noted."""
    first, last = order_of(seen), order_of(now)
    if not first:
        return ()
    new = [one for one in releases if first < order_of(one.version) <= last]
    return tuple(sorted(new, key=lambda one: order_of(one.version), reverse=True))
