"""Builds what makes weeks fit to be given away."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.api import Preferences
    from engine.domain.clock import Clock
    from engine.domain.days import DayRule
    from engine.domain.look import Labeller
    from engine.paths import ProfilePaths
    from engine.settings import SharingSettings
    from engine.sharing.week.service import Sharing
    from engine.storage.database import Database


def build_sharing(
    database: Database,
    paths: ProfilePaths,
    labeller: Labeller,
    preferences: Preferences,
    rule: Callable[[], DayRule],
    clock: Clock,
) -> Sharing:
    """Build what shares weeks of one profile and keeps the budget."""
    from engine.sharing.week.charges_file import ChargesFile  # noqa: PLC0415
    from engine.sharing.week.ledger import Ledger  # noqa: PLC0415
    from engine.sharing.week.service import Sharing, SharingParts, millionths  # noqa: PLC0415
    from engine.storage.sharing import ShareStore  # noqa: PLC0415
    from engine.storage.stream import StreamReader  # noqa: PLC0415

    def settings() -> SharingSettings:
        return preferences.load().sharing

    def choose(chosen: SharingSettings) -> None:
        preferences.change(replace(preferences.load(), sharing=chosen))

    store = ShareStore(database)
    rows = StreamReader(database, labeller=labeller)
    parts = SharingParts(rows, lambda: group_now(database), rule, clock, store, settings, choose)
    ledger = Ledger(store, ChargesFile(paths.shared, paths.shared_lock), lambda: millionths(settings().monthly))
    return Sharing(parts, ledger)


def group_now(database: Database) -> Callable[[int], str]:
    """Return what tells the group of a category's number, as the categories are now."""
    from engine.domain.categories import CategoryTree  # noqa: PLC0415
    from engine.domain.sharing import group_of  # noqa: PLC0415
    from engine.storage.categories import CategoryStore  # noqa: PLC0415

    tree = CategoryTree(CategoryStore(database).all())
    return lambda number: group_of(tree.path(number))
