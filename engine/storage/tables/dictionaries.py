"""Texts stored once; other tables name them by number."""

from __future__ import annotations

from sqlalchemy import Column, Integer, Table, Text, UniqueConstraint

from engine.storage.tables.schema import metadata


def _dictionary(name: str, column: str) -> Table:
    return Table(
        name,
        metadata,
        Column("id", Integer, primary_key=True),
        Column(column, Text, nullable=False, unique=True),
        sqlite_strict=True,
    )


app = Table(
    "app",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("executable", Text, nullable=False),
    Column("platform", Text, nullable=False),
    UniqueConstraint("name", "executable", "platform"),
    sqlite_strict=True,
)
title = _dictionary("title", "text")
site = _dictionary("site", "name")
document = _dictionary("document", "path")
source = _dictionary("source", "name")
zone = _dictionary("zone", "name")
project = _dictionary("project", "name")
tag = _dictionary("tag", "name")
