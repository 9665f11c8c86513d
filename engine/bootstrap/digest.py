"""Builds what chooses documents worth reading now."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engine.api.digest import Digests
    from engine.api.document_use import DocumentUses
    from engine.domain.clock import Clock
    from engine.domain.topics import Topic
    from engine.planning.plan import Plan
    from engine.storage.database import Database


def build_digests(database: Database, uses: DocumentUses, plan: Plan, clock: Clock) -> Digests:
    """Build the digest of one profile."""
    from engine.api.digest import DigestParts, Digests  # noqa: PLC0415
    from engine.storage.document_text import passages_of  # noqa: PLC0415
    from engine.storage.document_uses import DocumentUseStore  # noqa: PLC0415
    from engine.storage.indexed_documents import indexed_documents  # noqa: PLC0415
    from engine.storage.insights import InsightStore  # noqa: PLC0415
    from engine.storage.offers import OfferStore  # noqa: PLC0415

    insights = InsightStore(database)

    def topics() -> Sequence[Topic]:
        found = insights.found()
        return () if found is None else found.topics.topics

    parts = DigestParts(
        facts=lambda: indexed_documents(database),
        last_used=DocumentUseStore(database).last_used,
        used=uses.used,
        passages=lambda number: passages_of(database, number),
        busy=plan.busy,
        topics=topics,
        offers=OfferStore(database),
    )
    return Digests(parts, clock)
