"""What Kairos keeps of a person, in words a person has for it: how much, since when, how long, in which files."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from engine.domain.egress import NetworkCount
from engine.domain.retention import Tier


class StoredKind(StrEnum):
    """What rows are of, the most personal first."""

    TITLES = "titles"  # window titles, sites, names of files
    ACTIVITIES = "activities"  # when which app was in front
    CORRECTIONS = "corrections"  # what the person said of recorded time
    DOCUMENTS = "documents"  # what documents say, their words and vectors
    DIALOGUES = "dialogues"  # questions asked and their answers
    PLAN = "plan"  # blocks, calendars, changes of the plan
    SESSIONS = "sessions"  # focus sessions, ratings, nudges
    LEARNING = "learning"  # skills and cards
    RULES = "rules"  # categories, rules, goals
    ADVICE = "advice"  # recommendations, what was said of them, forecasts, trainings
    FINDINGS = "findings"  # topics, habits, changes, letters
    SHARED = "shared"  # what was made to be given away, packs taken in
    TOTALS = "totals"  # time per hour, day and month
    NAMES = "names"  # of apps, projects, tags, zones
    WORKING = "working"  # how jobs, notifications and the recorder stand


class FileKind(StrEnum):
    """What files are of."""

    DATABASE = "database"
    BACKUPS = "backups"
    MODELS = "models"
    KEYS = "keys"
    SETTINGS = "settings"
    LOGS = "logs"
    OTHERS = "others"  # locks, the heartbeat, counts


@dataclass(frozen=True, slots=True)
class StoredRows:
    """One kind. rows: how many of what it is told by. oldest_ms: UTC milliseconds, None where it has no time."""

    kind: StoredKind
    rows: int
    oldest_ms: int | None
    tier: Tier


@dataclass(frozen=True, slots=True)
class StoredFiles:
    """One kind. open_to_others: how many of them other users of this computer could read."""

    kind: FileKind
    files: int
    bytes: int
    open_to_others: int = 0


@dataclass(frozen=True, slots=True)
class Stored:
    """Everything there is of one profile. encrypted: None where that cannot be told."""

    folder: Path
    rows: tuple[StoredRows, ...]
    files: tuple[StoredFiles, ...]
    network: NetworkCount
    encrypted: bool | None = None

    @property
    def bytes(self) -> int:
        """How much it is altogether."""
        return sum(one.bytes for one in self.files)


@dataclass(frozen=True, slots=True)
class Lately:
    """What was stored since a moment (UTC milliseconds): counts and lengths, no name.

    named: stretches stored with an app; titles: of those, how many with a title, site or document. withheld: stretches
    of excluded and private windows; withheld_ms: how long those are; leaked: of those, how many have any name, which
    is none unless something is wrong. away: stretches in which nobody was there.
    """

    since_ms: int
    now_ms: int
    named: int = 0
    titles: int = 0
    withheld: int = 0
    withheld_ms: int = 0
    leaked: int = 0
    away: int = 0
