"""What a week is made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from engine.domain.blocks import BlockKind, FlexibleBlock, Occurrence
from engine.domain.clock import Instant
from engine.domain.intervals import Interval
from engine.domain.week_forecast import WeekForecast
from engine.settings import PlanSettings


class Refusal(NamedTuple):
    """A place the person did not want for a flexible block, 0 for focus time nobody asked for."""

    flexible_id: int
    interval: Interval


@dataclass(frozen=True, slots=True)
class WeekFacts:
    """All that a week is made from.

    span: what is planned ahead, ending with a day. occurrences: what is planned from the start of today to its end.
    placed: flexible blocks that are wanted once and have a place already, wherever. forecast: of the whole slots of the
    span. kept: what share of planned time of a kind the person keeps to, by hour of the day; 1 where it is not told.
    """

    now: Instant
    span: Interval
    settings: PlanSettings
    forecast: WeekForecast
    flexible: tuple[FlexibleBlock, ...] = ()
    occurrences: tuple[Occurrence, ...] = ()
    placed: frozenset[int] = frozenset()
    refused: tuple[Refusal, ...] = ()
    kept: Mapping[BlockKind, tuple[float, ...]] = field(default_factory=dict)
