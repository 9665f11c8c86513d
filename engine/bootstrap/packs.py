"""Builds what makes packs and takes them in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from engine.domain.clock import MS_PER_HOUR

if TYPE_CHECKING:
    from engine.api import Documents, DocumentUses, Preferences, Rules
    from engine.api.packs import Packs
    from engine.domain.blocks import Block
    from engine.domain.clock import Clock
    from engine.domain.documents import Document
    from engine.sharing.packs.blocks_shelf import BlocksShelf
    from engine.sharing.packs.learning_shelf import LearningRooms
    from engine.sharing.packs.rules_shelf import RulesShelf
    from engine.storage.database import Database
    from engine.storage.plan_changes import PlanChange

_LATELY_MS = 28 * 24 * MS_PER_HOUR
_MOST_LATELY = 40


def build_packs(
    database: Database, rules: Rules, documents: Documents, uses: DocumentUses, preferences: Preferences, clock: Clock
) -> Packs:
    """Build what one profile gives to others and takes from them."""
    from engine.api.packs import Packs  # noqa: PLC0415
    from engine.domain.packs import PackKind  # noqa: PLC0415
    from engine.sharing.packs.learning_shelf import LearningShelf  # noqa: PLC0415
    from engine.sharing.packs.reading_shelf import ReadingShelf  # noqa: PLC0415
    from engine.storage.pack_imports import PackImportStore  # noqa: PLC0415

    rooms = _learning(database)
    return Packs(
        {
            PackKind.RULES: _rules(rules),
            PackKind.READING: ReadingShelf(rooms, lambda: _read_lately(uses, clock), documents.find_document),
            PackKind.BLOCKS: _blocks(database, clock),
            PackKind.LEARNING: LearningShelf(rooms),
        },
        PackImportStore(database),
        lambda: preferences.load().sharing.on,
        rules.relabel_all,
        lambda: (rooms.skills(), rooms.levels()),
        clock,
    )


def _rules(rules: Rules) -> RulesShelf:
    from engine.history.rules.pack_notation import table_of  # noqa: PLC0415
    from engine.history.rules.pack_reading import MOST_RULES, categories_of, rules_of  # noqa: PLC0415
    from engine.history.rules.rule_set import in_order  # noqa: PLC0415
    from engine.sharing.packs.rules_shelf import RuleForms, RulesShelf  # noqa: PLC0415

    forms = RuleForms(categories_of, rules_of, table_of, in_order, MOST_RULES)
    return RulesShelf(lambda: rules.tree().in_order(), rules.all, forms)


def _learning(database: Database) -> LearningRooms:
    from engine.learning.skills import checked_skill  # noqa: PLC0415
    from engine.sharing.packs.finding import Finder  # noqa: PLC0415
    from engine.sharing.packs.learning_shelf import LearningRooms  # noqa: PLC0415
    from engine.storage.documents import DocumentStore  # noqa: PLC0415
    from engine.storage.held_documents import documents_holding  # noqa: PLC0415
    from engine.storage.skills import SkillStore  # noqa: PLC0415

    store, documents = SkillStore(database), DocumentStore(database)
    finder = Finder(documents.names, lambda digests: documents_holding(database, digests))
    return LearningRooms(store.all, store.items, store.levels, documents.by_id, finder, checked_skill)


def _read_lately(uses: DocumentUses, clock: Clock) -> Iterable[Document]:
    now_ms = clock.now().wall_ms
    return [one.document for one in uses.used(now_ms - _LATELY_MS, now_ms)[:_MOST_LATELY]]


def _blocks(database: Database, clock: Clock) -> BlocksShelf:
    from engine.planning.block_checks import checked_flexible  # noqa: PLC0415
    from engine.planning.plan import new_uid  # noqa: PLC0415
    from engine.planning.plan_edits import Edits  # noqa: PLC0415
    from engine.planning.templates import placed, start_and_length  # noqa: PLC0415
    from engine.sharing.packs.blocks_shelf import BlocksShelf, PlanRooms  # noqa: PLC0415
    from engine.storage.blocks import BlockStore  # noqa: PLC0415
    from engine.storage.flexible_blocks import FlexibleBlockStore  # noqa: PLC0415

    blocks = BlockStore(database)

    def repeated() -> list[Block]:
        now_ms = clock.now().wall_ms
        found = blocks.within(now_ms, now_ms + _LATELY_MS).blocks
        return [one for one in found if one.recurrence.repeats]

    def add(change: PlanChange, block: Block) -> Block:
        return Edits(change, new_uid, clock.now().wall_ms).add(block)

    return BlocksShelf(
        PlanRooms(
            FlexibleBlockStore(database).all,
            repeated,
            start_and_length,
            checked_flexible,
            lambda template: placed(template, clock.now(), new_uid()),
            add,
        )
    )
