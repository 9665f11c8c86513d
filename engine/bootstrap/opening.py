"""Opens a profile's database: the one place where it meets its key."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engine.paths import ProfilePaths
    from engine.storage.database import Database


def open_database(paths: ProfilePaths) -> Database:
    """Open the profile's database, make it where there is none; raises Storage errors as Database.open does."""
    from engine.storage.database import Database  # noqa: PLC0415  (not every command needs it)

    return Database.open(paths.database)


def open_existing_database(paths: ProfilePaths) -> Database:
    """Open the profile's database; raises MissingDatabase where there is none, else as open_database does."""
    from engine.storage.database import Database  # noqa: PLC0415  (not every command needs it)

    return Database.open_existing(paths.database)
