"""Builds what tells the history, searches it and puts it right."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engine.api import Away, Corrections, History, Preferences, Recording, Search
    from engine.domain.clock import Clock
    from engine.history.labels import CurrentRules
    from engine.storage.activities import ActivityStore
    from engine.storage.database import Database
    from engine.storage.heartbeat import HeartbeatFile


def build_history(
    store: ActivityStore,
    heartbeat: HeartbeatFile,
    clock: Clock,
    recording: Recording,
    preferences: Preferences,
    corrections: Corrections,
) -> History:
    """Build what tells a day and all events."""
    from engine.api import History  # noqa: PLC0415

    return History(
        store,
        heartbeat,
        clock,
        recorder_runs=recording.runs,
        start_minute=lambda: preferences.load().tracking.day_start_minute,
        corrections=corrections.in_force,
    )


def build_corrections(
    database: Database, store: ActivityStore, heartbeat: HeartbeatFile, clock: Clock, labeller: CurrentRules
) -> Corrections:
    """Build what puts the history right."""
    from engine.api import Corrections  # noqa: PLC0415
    from engine.domain.categories import CategoryTree  # noqa: PLC0415
    from engine.storage.categories import CategoryStore  # noqa: PLC0415
    from engine.storage.corrections import CorrectionStore  # noqa: PLC0415

    categories = CategoryStore(database)
    said = CorrectionStore(database, labeller)
    return Corrections(said, store, heartbeat, clock, lambda: CategoryTree(categories.all()))


def build_away(
    corrections: Corrections, clock: Clock, history: History, labeller: CurrentRules, preferences: Preferences
) -> Away:
    """Build what asks about time away."""
    from engine.api import Away  # noqa: PLC0415

    return Away(
        corrections,
        clock,
        rule=history.rule,
        label=labeller,
        when=lambda: preferences.load().tracking.ask_away,
    )


def build_search(database: Database) -> Search:
    """Build what looks for words in the history."""
    from engine.api import Search  # noqa: PLC0415
    from engine.storage.corrections import CorrectionStore  # noqa: PLC0415
    from engine.storage.search import SearchStore  # noqa: PLC0415

    return Search(SearchStore(database), CorrectionStore(database))
