"""Builds what says when to focus and what to read, of a profile's stores and of the models it is given."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engine.domain.advice_sources import Meant
    from engine.domain.days import DayRule
    from engine.mind.advise.adviser import Adviser
    from engine.mind.advise.models import Models
    from engine.mind.stream.live import LiveStream
    from engine.storage.database import Database
    from engine.storage.heartbeat import HeartbeatFile


def build_adviser(
    database: Database,
    heartbeat: HeartbeatFile,
    rule: Callable[[], DayRule],
    models: Callable[[], Models] | None = None,
) -> Adviser:
    """Build what advises; models: gives those in use, baselines where left out. It reads nothing before it is asked."""
    from engine.mind.advise.adviser import Adviser, Sources  # noqa: PLC0415
    from engine.mind.advise.models import Models  # noqa: PLC0415
    from engine.storage.document_facts import DocumentFactReader  # noqa: PLC0415
    from engine.storage.offers import OfferStore  # noqa: PLC0415

    sources = Sources(
        stream=build_live_stream(database, heartbeat, rule),
        documents=DocumentFactReader(database),
        offers=OfferStore(database),
        meant=_nothing_planned,
        is_there=os.path.exists,
    )
    return Adviser(sources, models or Models)


def build_live_stream(database: Database, heartbeat: HeartbeatFile, rule: Callable[[], DayRule]) -> LiveStream:
    """Build what follows the history for models."""
    from engine.bootstrap.rules import rules_in_force  # noqa: PLC0415
    from engine.domain.categories import CategoryTree  # noqa: PLC0415
    from engine.mind.stream.live import LiveStream  # noqa: PLC0415
    from engine.storage.categories import CategoryStore  # noqa: PLC0415
    from engine.storage.stream import StreamReader  # noqa: PLC0415

    categories = CategoryStore(database)

    def weights() -> dict[int, float]:
        everything = categories.all()
        tree = CategoryTree(everything)
        return {one.id: float(tree.weight(one.id)) for one in everything}

    return LiveStream(StreamReader(database, heartbeat.read, rules_in_force(database)), weights, rule)


def _nothing_planned(start_ms: int, end_ms: int) -> Sequence[Meant]:  # noqa: ARG001  (nothing can be planned yet)
    return ()
