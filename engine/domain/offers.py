"""Recommendations as they were made and what was said of them, for those who learn from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from engine.domain.intervals import Interval
from engine.domain.recommended import Kind, Offer, Scored, Verdict

ENTRY = "entry"
"""The feature that tells which entry of a feed was offered, where it was not the document as a whole."""


@dataclass(frozen=True, slots=True)
class Offered:
    """A recommendation as it was made: of a document (by number) or of a time, one of the two.

    context: what was in front then, in numbers of ours, as engine.mind.bandit.context writes it; never a title.
    features: what the policy saw of it, by name. shown_ms: when it was visible first, None for never.
    """

    offer: Offer
    kind: Kind
    why: Scored
    document_id: int | None = None
    interval: Interval | None = None
    context: str = ""
    features: Mapping[str, float] = field(default_factory=dict)
    shown_ms: int | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """What the person said of an offer, and when. dwell_ms: how long they stayed after opening, None if not known."""

    offer: int
    at_ms: int
    verdict: Verdict
    dwell_ms: int | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """An offer that was visible, with all that was said of it, in order."""

    offered: Offered
    said: tuple[Said, ...] = ()


class SlotForecast(NamedTuple):
    """What was forecast for one slot of 15 minutes; run: the training run, 0 for the baseline."""

    start_ms: int
    made_ms: int
    probability: float
    low: float
    high: float
    focused_minutes: float
    abstains: bool
    run: int


@dataclass(frozen=True, slots=True)
class FocusRating:
    """How focused the person says the half hour before at_ms was, from 1 to 5."""

    at_ms: int
    value: int
