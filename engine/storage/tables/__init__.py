"""The tables, one idea per file; rows never leave engine.storage."""

from engine.storage.tables.activity import activity, open_activity
from engine.storage.tables.command import command
from engine.storage.tables.dictionaries import app, document, site, source, title, zone
from engine.storage.tables.recorder_status import recorder_status
from engine.storage.tables.schema import SCHEMA_VERSION, metadata, revision_of

__all__ = [
    "SCHEMA_VERSION",
    "activity",
    "app",
    "command",
    "document",
    "metadata",
    "open_activity",
    "recorder_status",
    "revision_of",
    "site",
    "source",
    "title",
    "zone",
]
