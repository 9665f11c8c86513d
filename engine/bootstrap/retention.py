"""Builds what keeps history only as long as the person wants."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.api import Backups, Preferences, RetentionApi
    from engine.domain.clock import Clock
    from engine.domain.days import DayRule
    from engine.domain.look import Labeller
    from engine.storage.database import Database


def build_retention(
    database: Database,
    labeller: Labeller,
    preferences: Preferences,
    rule: Callable[[], DayRule],
    clock: Clock,
    backups: Backups,
) -> RetentionApi:
    """Build what tells and applies the limits of one profile."""
    from engine.api.retention import RetentionApi  # noqa: PLC0415
    from engine.storage.retention.store import RetentionParts, RetentionStore  # noqa: PLC0415

    store = RetentionStore(database, RetentionParts(labeller))
    return RetentionApi(store, preferences, rule, clock, backups.before_bulk_edit)
