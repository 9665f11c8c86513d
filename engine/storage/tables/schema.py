"""The collection all tables belong to, and its version."""

from __future__ import annotations

from sqlalchemy import MetaData

SCHEMA_VERSION = 10
"""Written to user_version; equals the number of the newest revision in migrations/versions."""

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def revision_of(version: int) -> str:
    """Return the revision that leads to the schema version."""
    return f"{version:04}"
