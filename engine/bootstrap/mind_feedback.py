"""Builds what takes feedback on recommendations and tells what came of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engine.api.mind_feedback import MindFeedback
    from engine.domain.clock import Clock
    from engine.domain.days import DayRule
    from engine.storage.database import Database
    from engine.storage.heartbeat import HeartbeatFile


def build_mind_feedback(
    database: Database, heartbeat: HeartbeatFile, clock: Clock, rule: Callable[[], DayRule]
) -> MindFeedback:
    """Build the feedback of one profile; NumPy is loaded by the first question for its effect."""
    from engine.api.mind_feedback import Lived, MindFeedback  # noqa: PLC0415
    from engine.bootstrap.rules import rules_in_force  # noqa: PLC0415
    from engine.domain.categories import CategoryTree  # noqa: PLC0415
    from engine.storage.categories import CategoryStore  # noqa: PLC0415
    from engine.storage.feedback import FeedbackStore  # noqa: PLC0415
    from engine.storage.offers import OfferStore  # noqa: PLC0415
    from engine.storage.ratings import RatingStore  # noqa: PLC0415
    from engine.storage.stream import StreamReader  # noqa: PLC0415

    categories = CategoryStore(database)
    stream = StreamReader(database, heartbeat.read, rules_in_force(database))
    lived = Lived(stream, lambda: CategoryTree(categories.all()), rule)
    return MindFeedback(OfferStore(database), FeedbackStore(database), RatingStore(database), clock, lived)
