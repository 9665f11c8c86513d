"""Categories and rules, and which revision of the rules is in force."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, ForeignKey, Integer, Table, Text

from engine.storage.tables.schema import metadata

category = Table(
    "category",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("parent_id", Integer, ForeignKey("category.id")),
    Column("name", Text, nullable=False),
    Column("colour", Text),
    Column("weight", Integer),
    CheckConstraint("weight BETWEEN -2 AND 2", name="weight"),
    sqlite_autoincrement=True,  # a number is not given again: labels and corrections may still name it
    sqlite_strict=True,
)

# A category rule names its target by number, a rule for a project or tag by name.
rule = Table(
    "rule",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("facet", Text, nullable=False),
    Column("category_id", Integer, ForeignKey("category.id")),
    Column("name", Text),
    Column("expression", Text, nullable=False),
    Column("enabled", Integer, nullable=False),
    Column("position", Integer, nullable=False),
    CheckConstraint("(category_id IS NULL) = (facet <> 'category')", name="category"),
    CheckConstraint("(name IS NULL) = (facet = 'category')", name="name"),
    sqlite_autoincrement=True,
    sqlite_strict=True,
)

# One row from the first change of a rule or of the categories' order on; each change counts the revision up.
rule_book = Table(
    "rule_book",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("revision", Integer, nullable=False),
    CheckConstraint("id = 1", name="one_row"),
    sqlite_strict=True,
)

# Suggested rules that the person does not want, by what they match: never suggested again.
refused_rule = Table(
    "refused_rule",
    metadata,
    Column("matches", Text, primary_key=True),
    Column("refused_ms", Integer, nullable=False),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
