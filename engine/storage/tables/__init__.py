"""The tables, one idea per file; rows never leave engine.storage."""

from engine.storage.tables.activity import activity, open_activity
from engine.storage.tables.block import block, calendar, flexible_block, plan_change, plan_change_row
from engine.storage.tables.chunks import WORDS, WORDS_VOCABULARY, chunk, vector_block, vector_encoder
from engine.storage.tables.command import command
from engine.storage.tables.correction import correction, correction_group
from engine.storage.tables.dialogue import dialogue, dialogue_turn
from engine.storage.tables.dictionaries import app, document, project, site, source, tag, title, zone
from engine.storage.tables.documents import document_file, document_folder, index_status
from engine.storage.tables.focus_day import focus_day
from engine.storage.tables.focus_rating import focus_rating
from engine.storage.tables.focus_session import focus_contract, focus_session, nudge, session_phase
from engine.storage.tables.goal import goal
from engine.storage.tables.history_change import history_change
from engine.storage.tables.import_batch import import_batch
from engine.storage.tables.insight import insight, letter
from engine.storage.tables.job import job, notification
from engine.storage.tables.labels import category, refused_rule, rule, rule_book
from engine.storage.tables.learning import (
    learning_item,
    learning_week,
    recall_card,
    recall_review,
    skill,
    skill_level,
)
from engine.storage.tables.look import look
from engine.storage.tables.look_document import look_document
from engine.storage.tables.mind import forecast, mind_key, title_vector, training_run
from engine.storage.tables.offer import feedback, offer, offer_reason
from engine.storage.tables.recorder_status import recorder_status
from engine.storage.tables.retained import erasure, retained, unwanted_document
from engine.storage.tables.schema import SCHEMA_VERSION, metadata, revision_of
from engine.storage.tables.share import pack_import, share_release, team_round, together_step
from engine.storage.tables.totals import day_total, hour_total, mixed_hour, month_total

__all__ = [
    "SCHEMA_VERSION",
    "WORDS",
    "WORDS_VOCABULARY",
    "activity",
    "app",
    "block",
    "calendar",
    "category",
    "chunk",
    "command",
    "correction",
    "correction_group",
    "day_total",
    "dialogue",
    "dialogue_turn",
    "document",
    "document_file",
    "document_folder",
    "erasure",
    "feedback",
    "flexible_block",
    "focus_contract",
    "focus_day",
    "focus_rating",
    "focus_session",
    "forecast",
    "goal",
    "history_change",
    "hour_total",
    "import_batch",
    "index_status",
    "insight",
    "job",
    "learning_item",
    "learning_week",
    "letter",
    "look",
    "look_document",
    "metadata",
    "mind_key",
    "mixed_hour",
    "month_total",
    "notification",
    "nudge",
    "offer",
    "offer_reason",
    "open_activity",
    "pack_import",
    "plan_change",
    "plan_change_row",
    "project",
    "recall_card",
    "recall_review",
    "recorder_status",
    "refused_rule",
    "retained",
    "revision_of",
    "rule",
    "rule_book",
    "session_phase",
    "share_release",
    "site",
    "skill",
    "skill_level",
    "source",
    "tag",
    "team_round",
    "title",
    "title_vector",
    "together_step",
    "training_run",
    "unwanted_document",
    "vector_block",
    "vector_encoder",
    "zone",
]
