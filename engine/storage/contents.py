"""What is in the database, table by table: of which kind, how many rows, since when; never what stands in them."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from engine.domain.clock import MS_PER_HOUR
from engine.domain.retention import Tier
from engine.domain.stored import StoredKind, StoredRows
from engine.storage.database import Database
from engine.storage.tables import metadata


@dataclass(frozen=True, slots=True)
class _Kind:
    """counted: the tables a kind is told by, each with the column that says when, "" for none. beside: its others."""

    tier: Tier
    counted: tuple[tuple[str, str], ...]
    beside: tuple[str, ...] = ()


KINDS: dict[StoredKind, _Kind] = {
    StoredKind.TITLES: _Kind(Tier.TITLES, (("title", ""), ("site", ""), ("document", ""))),
    StoredKind.ACTIVITIES: _Kind(
        Tier.HOURS, (("activity", "start_ms"),), ("open_activity", "look", "import_batch", "history_change")
    ),
    StoredKind.CORRECTIONS: _Kind(Tier.TITLES, (("correction", "start_ms"),), ("correction_group",)),
    StoredKind.DOCUMENTS: _Kind(
        Tier.DERIVED,
        (("document_file", ""),),
        tuple("document_folder index_status chunk vector_encoder vector_block look_document unwanted_document".split()),
    ),
    StoredKind.DIALOGUES: _Kind(Tier.TITLES, (("dialogue_turn", "at_ms"),), ("dialogue",)),
    StoredKind.PLAN: _Kind(
        Tier.OWN, (("block", "start_ms"), ("flexible_block", "")), ("calendar", "plan_change", "plan_change_row")
    ),
    StoredKind.SESSIONS: _Kind(
        Tier.OWN,
        (("focus_session", "start_ms"), ("focus_rating", "at_ms")),
        ("session_phase", "nudge", "focus_contract"),
    ),
    StoredKind.LEARNING: _Kind(
        Tier.OWN,
        (("skill", "made_ms"), ("recall_card", "")),
        ("skill_level", "learning_item", "recall_review", "learning_week"),
    ),
    StoredKind.RULES: _Kind(Tier.OWN, (("category", ""), ("rule", ""), ("goal", "")), ("rule_book", "refused_rule")),
    StoredKind.ADVICE: _Kind(
        Tier.DERIVED,
        (("offer", "made_ms"), ("training_run", "started_ms")),
        ("offer_reason", "feedback", "forecast", "mind_key", "title_vector"),
    ),
    StoredKind.FINDINGS: _Kind(Tier.DERIVED, (("insight", "from_ms"), ("letter", "made_ms"))),
    StoredKind.SHARED: _Kind(
        Tier.OWN,
        (("share_release", "made_ms"), ("team_round", "joined_ms"), ("together_step", "made_ms")),
        ("pack_import",),
    ),
    StoredKind.TOTALS: _Kind(
        Tier.EVER, (("hour_total", "hour"), ("day_total", ""), ("month_total", "")), ("mixed_hour", "focus_day")
    ),
    StoredKind.NAMES: _Kind(Tier.EVER, (("app", ""), ("project", ""), ("tag", "")), ("source", "zone")),
    StoredKind.WORKING: _Kind(
        Tier.WORKING,
        (("job", ""), ("notification", "due_ms"), ("command", "sent_ms")),
        ("recorder_status", "retained", "erasure"),
    ),
}
"""Every table has its kind, which a test sees to."""

_HOUR = "hour"


class Contents:
    """Counts what is kept; raises Storage errors."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def rows(self) -> tuple[StoredRows, ...]:
        """Return every kind, in the order of kinds, those of which there is nothing too."""
        with self._database.reading() as connection:
            return tuple(_rows(connection, kind, told) for kind, told in KINDS.items())


def _rows(connection: Connection, kind: StoredKind, told: _Kind) -> StoredRows:
    many, oldest = 0, None
    for name, moment in told.counted:
        table = metadata.tables[name]
        many += connection.execute(select(func.count()).select_from(table)).scalar_one()
        if moment:
            first = connection.execute(select(func.min(table.c[moment]))).scalar()
            first = first * MS_PER_HOUR if moment == _HOUR and first is not None else first
            oldest = first if oldest is None else min(oldest, first if first is not None else oldest)
    return StoredRows(kind, many, oldest, told.tier)
