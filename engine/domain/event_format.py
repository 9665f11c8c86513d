"""How recorded activities leave as a file for programs."""

from __future__ import annotations

from enum import StrEnum


class EventFormat(StrEnum):
    """How raw activities are written."""

    JSON = "json"
    CSV = "csv"
    PARQUET = "parquet"
