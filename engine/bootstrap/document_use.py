"""Builds what tells which document was in front."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engine.api.document_use import DocumentUses
    from engine.documents.use.service import UseMatching
    from engine.domain.clock import Clock
    from engine.domain.stretches import LabelledStretch
    from engine.storage.database import Database


def build_use_matching(database: Database) -> UseMatching:
    """Build what matches the history to the indexed documents."""
    from engine.documents.use.service import UseMatching  # noqa: PLC0415
    from engine.storage.document_uses import DocumentUseStore  # noqa: PLC0415
    from engine.storage.documents import DocumentStore  # noqa: PLC0415
    from engine.storage.shown_documents import ShownDocuments  # noqa: PLC0415

    return UseMatching(DocumentUseStore(database), ShownDocuments(database), DocumentStore(database))


def build_document_uses(
    database: Database, stretches: Callable[[int, int], list[LabelledStretch]], clock: Clock
) -> DocumentUses:
    """Build what tells and puts right which document was in front; stretches: the history as it counts."""
    from engine.api.document_use import DocumentUses  # noqa: PLC0415
    from engine.domain.intervals import Interval  # noqa: PLC0415
    from engine.storage.activities import ActivityStore  # noqa: PLC0415
    from engine.storage.document_uses import DocumentUseStore  # noqa: PLC0415
    from engine.storage.documents import DocumentStore  # noqa: PLC0415
    from engine.storage.shown_documents import ShownDocuments  # noqa: PLC0415

    def reach() -> Interval | None:
        bounds = ActivityStore(database).bounds()
        return None if bounds is None else Interval(bounds.start_ms, max(bounds.end_ms, clock.now().wall_ms))

    stores = DocumentUseStore(database), ShownDocuments(database), DocumentStore(database)
    return DocumentUses(*stores, build_use_matching(database), stretches, reach)
