"""Builds what goes in and out: imports and reports."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from engine.api import Goals, Imports, Preferences, Reports
    from engine.domain.clock import Clock
    from engine.domain.days import DayRule
    from engine.history.labels import CurrentRules
    from engine.importers.admission import Admission
    from engine.storage.database import Database
    from engine.storage.heartbeat import HeartbeatFile


def build_imports(
    database: Database,
    labeller: CurrentRules,
    preferences: Preferences,
    clock: Clock,
    back_up: Callable[[], object],
) -> Imports:
    """Build what takes in other programs' history, under the same rules of privacy as recording.

    back_up: makes a backup before much is changed.
    """
    from engine.api import Imports  # noqa: PLC0415
    from engine.storage.batches import BatchStore  # noqa: PLC0415

    def admission() -> Admission:
        from engine.importers.admission import Admission, PrivacyRules  # noqa: PLC0415
        from engine.tracking.privacy.filter import PrivacyFilter  # noqa: PLC0415
        from engine.tracking.privacy.titles import clean_title  # noqa: PLC0415

        tracking, privacy = preferences.load().tracking, preferences.load().privacy
        return Admission(
            PrivacyRules(
                PrivacyFilter(tracking, privacy).admit,
                clean_title,
                titles=tracking.titles,
                private=privacy.record_private_windows,
                patterns=bool(privacy.excluded_titles),
            )
        )

    return Imports(BatchStore(database, labeller), clock, admission, back_up)


def build_reports(  # noqa: PLR0913, PLR0917  (what reports are made of)
    database: Database,
    labeller: CurrentRules,
    heartbeat: HeartbeatFile,
    rule: Callable[[], DayRule],
    clock: Clock,
    goals: Goals,
    drafts: Path,
) -> Reports:
    """Build what reports on the history, each report on one state of it."""
    from engine.api import Reports  # noqa: PLC0415
    from engine.domain.categories import CategoryTree  # noqa: PLC0415
    from engine.storage.categories import CategoryStore  # noqa: PLC0415
    from engine.storage.focus_days import FocusDayStore  # noqa: PLC0415
    from engine.storage.snapshot import Snapshots  # noqa: PLC0415

    categories = CategoryStore(database)
    history = Snapshots(database, labeller, heartbeat).take
    kept = FocusDayStore(database, history)

    def tree() -> CategoryTree:
        return CategoryTree(categories.all())

    return Reports(history, tree, rule, clock, goals.week_start, goals.over, kept, drafts)
