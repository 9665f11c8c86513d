"""What apps, projects and sites were recorded under, for whoever wants to know what can be named."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import exists, select

from engine.storage.database import Database
from engine.storage.tables import app, project, site, title

MOST_SITES = 2_000


@dataclass(frozen=True, slots=True)
class RecordedNames:
    """Each name once, as it was recorded; of sites the first so many."""

    apps: tuple[str, ...]
    projects: tuple[str, ...]
    sites: tuple[str, ...]


def recorded_names(database: Database) -> RecordedNames:
    """Return the names; raises Storage errors."""
    with database.reading() as connection:
        apps, projects, sites = (
            tuple(str(one) for one in connection.execute(select(table.c.name).distinct()).scalars() if one)
            for table in (app, project, site)
        )
    return RecordedNames(apps, projects, sites[:MOST_SITES])


def some_title_holds(database: Database, words: str) -> bool:
    """Return whether the words stand in any recorded title; raises Storage errors."""
    with database.reading() as connection:
        return bool(connection.execute(select(exists().where(title.c.text.contains(words, autoescape=True)))).scalar())
