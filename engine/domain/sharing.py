"""What is shared of a week: groups instead of names, the noise's budget, and the ledger of what was made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from engine.domain.errors import KairosError

OTHER = "other"
GROUPS = ("focus", "meetings", "communication", "learning", "admin", OTHER)
"""All that shared figures tell apart. What is personal, a distraction or the person's own idea is "other"."""

BLOCK_MS = 900_000
"""The unit that is protected: a quarter of an hour, counted from 1970 in UTC."""

BLOCK_MINUTES = 15
MILLION = 1_000_000
"""Epsilons are kept as whole millionths."""

_TOPS = {
    "focus": "focus",
    "专注": "focus",
    "meetings": "meetings",
    "会议": "meetings",
    "communication": "communication",
    "沟通": "communication",
    "learning": "learning",
    "学习": "learning",
    "admin": "admin",
    "事务": "admin",
}


class ShareError(KairosError):
    """What was asked to be shared is not, and why."""

    title = "This cannot be shared"


class SharedFileError(KairosError):
    """A file that somebody shared cannot be used."""

    title = "This file cannot be used"


class ShareKind(StrEnum):
    """How a week is made fit to be given away."""

    ANONYMISED = "anonymised"  # rounded, small figures withheld; nothing is promised
    PRIVATE = "private"  # with noise: differentially private


@dataclass(frozen=True, slots=True)
class SharedLine:
    """One group's figure. minutes: None where it is withheld. low, high: its 95 % interval, in minutes.

    part: the part of the day it is of ("night", "morning", "afternoon", "evening"), "" for the whole week.
    """

    group: str
    minutes: int | None
    low: int | None = None
    high: int | None = None
    part: str = ""


@dataclass(frozen=True, slots=True)
class ShareBudget:
    """One month of data. month: "2026-11", in UTC. spent, allowed: epsilon in millionths.

    closed: what was spent on it can no longer be told, so nothing more may be.
    """

    month: str
    spent: int
    allowed: int
    closed: bool = False

    @property
    def left(self) -> int:
        """Epsilon that may still be spent, in millionths."""
        return 0 if self.closed else max(0, self.allowed - self.spent)


@dataclass(frozen=True, slots=True)
class ShareOffer:
    """What sharing a week would come to, before any noise is drawn.

    epsilon_millionths: what drawing costs now, 0 where the week's file is there already. budgets: the months it is of.
    holds, leaves_out, does_not_hide: plain sentences.
    """

    kind: ShareKind
    first_day: date
    last_day: date
    epsilon_millionths: int
    budgets: tuple[ShareBudget, ...]
    holds: tuple[str, ...]
    leaves_out: tuple[str, ...]
    does_not_hide: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SharePreview:
    """A week's file, as it would be written. epsilon_millionths: what it is protected by, 0 where nothing is promised.

    text: the very bytes of the file. digest: its own SHA-256, as hex. budget: of its months the one with the least
    left. saved_before: it was written to a file before. changed: the figures it was made of are others by now.
    """

    kind: ShareKind
    first_day: date
    last_day: date
    lines: tuple[SharedLine, ...]
    epsilon_millionths: int
    budget: ShareBudget
    text: str
    holds: tuple[str, ...]
    leaves_out: tuple[str, ...]
    does_not_hide: tuple[str, ...]
    saved_before: bool
    digest: str
    id: str = ""
    changed: bool = False


@dataclass(frozen=True, slots=True)
class SharedWeek:
    """One line of the ledger. made_ms, saved_ms: UTC milliseconds; saved_ms None where it was never written."""

    id: str
    kind: ShareKind
    first_day: date
    last_day: date
    epsilon_millionths: int
    made_ms: int
    saved_ms: int | None


@dataclass(frozen=True, slots=True)
class ReadShare:
    """A shared week's file of anybody's, checked."""

    kind: ShareKind
    first_day: date
    last_day: date
    lines: tuple[SharedLine, ...]
    epsilon_millionths: int
    does_not_hide: tuple[str, ...]
    digest: str


@dataclass(frozen=True, slots=True)
class Charge:
    """What one release cost. number: counted from 1. token: its name. months: of its data, in UTC."""

    number: int
    token: str
    months: tuple[str, ...]
    epsilon_millionths: int


@dataclass(frozen=True, slots=True)
class Release:
    """A week that was made fit to be given away. text, figures: "" once its days were erased."""

    charge: Charge
    kind: ShareKind
    first_day: date
    last_day: date
    text: str
    figures: str
    digest: str
    made_ms: int
    saved_ms: int | None = None


def require_on(on: bool) -> None:
    """Raise ShareError, which says how to turn it on, where sharing is off."""
    if not on:
        raise ShareError("Sharing is off. Turn it on in Settings, under Sharing, or with: kairos share on")


def group_of(path: tuple[str, ...]) -> str:
    """Return the group a category counts to, by its path from the root down; a person's own names never show."""
    return _TOPS.get(path[0].strip().casefold(), OTHER) if path else OTHER
