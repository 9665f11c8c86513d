"""Builds what labels the history."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engine.api import Rules
    from engine.history.labels import CurrentRules
    from engine.storage.database import Database


def rules_in_force(database: Database) -> CurrentRules:
    """Build what labels looks as they come, by the rules stored at that moment."""
    from engine.history.labels import CurrentRules  # noqa: PLC0415
    from engine.storage.categories import CategoryStore  # noqa: PLC0415
    from engine.storage.rules import RuleStore  # noqa: PLC0415

    return CurrentRules(RuleStore(database), CategoryStore(database))


def build_rules(database: Database, labeller: CurrentRules) -> Rules:
    """Build what looks at rules, changes them and labels the history anew."""
    from engine.api import Rules  # noqa: PLC0415
    from engine.storage.categories import CategoryStore  # noqa: PLC0415
    from engine.storage.looks import LookStore  # noqa: PLC0415
    from engine.storage.rule_packs import PackStore  # noqa: PLC0415
    from engine.storage.rules import RuleStore  # noqa: PLC0415

    looks = LookStore(database, labeller)
    return Rules(labeller, CategoryStore(database), RuleStore(database), PackStore(database), looks)
