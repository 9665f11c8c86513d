"""Two profiles that hand packs to each other."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from pathlib import Path

from sqlalchemy import select

from engine.api import Engine
from engine.domain.blocks import About, Block, BlockKind, FlexibleBlock, Recurrence
from engine.domain.categories import Facet
from engine.domain.clock import MS_PER_HOUR
from engine.domain.intervals import Interval
from engine.domain.learning import ItemKind, LearningItem, Skill
from engine.domain.packs import Pack, PackKind, PackPreview
from engine.domain.rules import All, Field, How, Rule, Test
from engine.storage.database import Database
from engine.storage.tables import block, category, flexible_block, learning_item, rule, skill, skill_level

TABLES = (category, rule, skill, skill_level, learning_item, flexible_block, block)
HEAD = 'format = 1\nkind = "{}"\nname = "A pack"\n'
MONDAY_MS = 1_767_603_600_000  # 2026-01-05 09:00 UTC


def rows(engine: Engine) -> dict[str, list[tuple[object, ...]]]:
    """Return all that packs can change, row by row."""
    with closing(Database.open_existing(engine.paths.database)) as database, database.reading() as connection:
        return {table.name: [tuple(row) for row in connection.execute(select(table))] for table in TABLES}


def fill(engine: Engine) -> None:
    """Give a profile something of every kind, and what must never leave."""
    rules, plan, skills = engine.rules, engine.plan, engine.learning.skills
    (work,) = rules.add_category("Work", colour="#1F5FBF", weight=2).categories
    (code,) = rules.add_category("Code", work).categories
    rules.add_rule(Rule(None, Facet.CATEGORY, code, Test(Field.APP, How.EQUALS, "code")))
    both = All((Test(Field.TITLE, How.REGEX, "(?i)invoice"), Test(Field.SITE, How.EQUALS, "bank.example")))
    rules.add_rule(Rule(None, Facet.CATEGORY, work, both, enabled=False))
    rules.add_rule(Rule(None, Facet.PROJECT, "Atlas", Test(Field.TITLE, How.CONTAINS, "atlas")))
    rules.add_rule(Rule(None, Facet.TAG, "Mine", Test(Field.DOCUMENT, How.GLOB, "/home/ada/thesis/*")))
    about = About(BlockKind.FOCUS, "Deep work", work, "Atlas", "my own note", protected=True)
    plan.add_flexible(FlexibleBlock(about, 45, 90, 3, 540, 720, frozenset({0, 2}), date(2030, 1, 1)))
    span = Interval(MONDAY_MS, MONDAY_MS + MS_PER_HOUR)
    plan.add(
        Block(About(BlockKind.SHALLOW, "Letters", note="secret"), span, "UTC", recurrence=Recurrence("FREQ=DAILY"))
    )
    plan.add(Block(About(title="Course"), span, "UTC", recurrence=Recurrence("FREQ=WEEKLY;COUNT=300")))
    learned = skills.add(Skill("Statistics", 5, 120))
    skills.rate(learned.id, 6.5)
    skills.add_item(LearningItem(learned.id, ItemKind.COURSE, "Lectures — https://learn.example/stats", 600))
    skills.finish(skills.add_item(LearningItem(learned.id, ItemKind.DOCUMENT, "All of Statistics", 900)).id)


def handed(giver: Engine, taker: Engine, kind: PackKind, folder: Path) -> Pack:
    """Have a pack of all there is made by one and read by the other."""
    file = giver.packs.save(giver.packs.make(kind, name="A pack"), folder / "given")
    assert file.suffix == ".kairos-pack"
    return taker.packs.read(file)


def sealed(engine: Engine, folder: Path, kind: str, body: str) -> Pack:
    """Return a pack that somebody wrote by hand."""
    file = folder / "by-hand.kairos-pack"
    file.write_text(HEAD.format(kind) + body, encoding="utf-8")
    engine.packs.seal(file)
    return engine.packs.read(file)


def states(preview: PackPreview) -> list[tuple[str, str]]:
    """Return what would become of each item."""
    return [(line.name, line.state.value) for line in preview.lines]
