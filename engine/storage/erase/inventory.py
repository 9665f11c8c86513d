"""Every table and every file of a profile: how long what stands there is kept, and how it is erased.

Whoever adds a table adds its line here: a test fails until it is told. What a table may betray decides its line: a name
or text, a moment of use, or something learned from either.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from engine.domain.retention import Tier


class How(StrEnum):
    """How what stands in a table goes when it is erased by time, app, title, site or document."""

    CUT = "cut"  # rows within what is meant go, rows across its edges are cut
    RECOUNTED = "recounted"  # made anew from what is left, in the same transaction
    FORGOTTEN = "forgotten"  # goes where it lay in the time, bears or mentions the name, or was made of what goes
    UNUSED = "unused"  # a name goes with the last row that bears it
    HANGING = "hanging"  # goes with the row it hangs on
    NUMBERS = "numbers"  # holds numbers that say nothing of what was in front
    KEPT = "kept"  # what the person set up; told beforehand where it names what is erased


@dataclass(frozen=True, slots=True)
class Entry:
    """A table's line."""

    tier: Tier
    how: How


TABLES: dict[str, Entry] = {
    "activity": Entry(Tier.HOURS, How.CUT),
    "open_activity": Entry(Tier.HOURS, How.CUT),
    "correction": Entry(Tier.TITLES, How.CUT),
    "correction_group": Entry(Tier.TITLES, How.HANGING),
    "look": Entry(Tier.TITLES, How.UNUSED),
    "title": Entry(Tier.TITLES, How.UNUSED),
    "site": Entry(Tier.TITLES, How.UNUSED),
    "document": Entry(Tier.TITLES, How.UNUSED),
    "title_vector": Entry(Tier.TITLES, How.HANGING),
    "look_document": Entry(Tier.TITLES, How.HANGING),
    "app": Entry(Tier.EVER, How.UNUSED),
    "project": Entry(Tier.EVER, How.UNUSED),
    "tag": Entry(Tier.EVER, How.UNUSED),
    "source": Entry(Tier.HOURS, How.UNUSED),
    "zone": Entry(Tier.HOURS, How.UNUSED),
    "import_batch": Entry(Tier.HOURS, How.FORGOTTEN),
    "hour_total": Entry(Tier.EVER, How.RECOUNTED),  # of gathered days: one hour, which holds the day's totals
    "day_total": Entry(Tier.EVER, How.RECOUNTED),
    "month_total": Entry(Tier.EVER, How.RECOUNTED),
    "mixed_hour": Entry(Tier.HOURS, How.RECOUNTED),
    "focus_day": Entry(Tier.HOURS, How.RECOUNTED),  # a trigger takes a day away when one of its hours is counted anew
    "history_change": Entry(Tier.WORKING, How.NUMBERS),
    "insight": Entry(Tier.DERIVED, How.FORGOTTEN),
    "letter": Entry(Tier.EVER, How.FORGOTTEN),
    "forecast": Entry(Tier.DERIVED, How.FORGOTTEN),
    "training_run": Entry(Tier.DERIVED, How.FORGOTTEN),
    "mind_key": Entry(Tier.DERIVED, How.FORGOTTEN),
    "offer": Entry(Tier.HOURS, How.FORGOTTEN),
    "offer_reason": Entry(Tier.TITLES, How.FORGOTTEN),
    "feedback": Entry(Tier.HOURS, How.HANGING),
    "dialogue": Entry(Tier.TITLES, How.HANGING),
    "dialogue_turn": Entry(Tier.TITLES, How.FORGOTTEN),
    "notification": Entry(Tier.TITLES, How.FORGOTTEN),
    "block": Entry(Tier.OWN, How.FORGOTTEN),
    "flexible_block": Entry(Tier.OWN, How.FORGOTTEN),
    "plan_change": Entry(Tier.TITLES, How.FORGOTTEN),
    "plan_change_row": Entry(Tier.TITLES, How.HANGING),
    "calendar": Entry(Tier.OWN, How.KEPT),
    "focus_session": Entry(Tier.OWN, How.FORGOTTEN),
    "session_phase": Entry(Tier.OWN, How.HANGING),
    "nudge": Entry(Tier.OWN, How.FORGOTTEN),
    "focus_rating": Entry(Tier.OWN, How.FORGOTTEN),
    "focus_contract": Entry(Tier.OWN, How.FORGOTTEN),
    "document_folder": Entry(Tier.OWN, How.KEPT),
    "document_file": Entry(Tier.DERIVED, How.FORGOTTEN),
    "chunk": Entry(Tier.DERIVED, How.HANGING),
    "vector_encoder": Entry(Tier.WORKING, How.NUMBERS),
    "vector_block": Entry(Tier.DERIVED, How.HANGING),
    "unwanted_document": Entry(Tier.OWN, How.NUMBERS),
    "index_status": Entry(Tier.WORKING, How.NUMBERS),
    "skill": Entry(Tier.OWN, How.KEPT),
    "skill_level": Entry(Tier.OWN, How.HANGING),
    "learning_item": Entry(Tier.OWN, How.FORGOTTEN),
    "recall_card": Entry(Tier.OWN, How.FORGOTTEN),
    "recall_review": Entry(Tier.OWN, How.FORGOTTEN),
    "learning_week": Entry(Tier.OWN, How.FORGOTTEN),
    "share_release": Entry(Tier.OWN, How.FORGOTTEN),  # what it was made of; what it cost stays
    "team_round": Entry(Tier.OWN, How.FORGOTTEN),
    "together_step": Entry(Tier.OWN, How.FORGOTTEN),
    "pack_import": Entry(Tier.OWN, How.KEPT),
    "category": Entry(Tier.OWN, How.KEPT),
    "rule": Entry(Tier.OWN, How.KEPT),
    "refused_rule": Entry(Tier.OWN, How.KEPT),
    "rule_book": Entry(Tier.WORKING, How.NUMBERS),
    "goal": Entry(Tier.OWN, How.KEPT),
    "job": Entry(Tier.WORKING, How.NUMBERS),
    "command": Entry(Tier.WORKING, How.NUMBERS),
    "recorder_status": Entry(Tier.WORKING, How.NUMBERS),
    "retained": Entry(Tier.WORKING, How.NUMBERS),
    "erasure": Entry(Tier.WORKING, How.NUMBERS),
}

FILES: dict[str, str] = {
    "kairos.sqlite3": "every row; written anew without free pages",
    "kairos.sqlite3-wal": "emptied",
    "kairos.sqlite3-shm": "numbers of pages",
    "backups": "removed, and a fresh one made; keys.json holds no secret and no name",
    "models": "removed: numbers learned from the history",
    "logs": "emptied; titles stand there at DEBUG alone, which is never on by itself",
    "heartbeat": "numbers: which activity is open, and until when it lasted",
    "settings.toml": "the person's own, told beforehand where it names what is erased",
    "keys.json": "wrapped keys, no name",
    "check.json": "when the database was checked and what was found, no name",
    "shared.txt": "numbers: how much of which month's budget was spent",
    "network.txt": "counts of connections",
    "encoder_speed.json": "how fast this machine is",
    "*.lock": "the number of a process",
}
"""What lies below a profile's folder, and what an erase does to it."""
