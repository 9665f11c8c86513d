"""What is stored, in words: kinds of rows, kinds of files, how long they are kept."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject

from engine.domain.retention import Tier
from engine.domain.stored import FileKind, StoredKind
from engine.settings import RetentionSettings


def kind_word(kind: StoredKind) -> str:
    """Return what rows are of."""
    translate = QCoreApplication.translate
    return {
        StoredKind.TITLES: translate("StoredWords", "Titles, sites, names of files"),
        StoredKind.ACTIVITIES: translate("StoredWords", "When which app was in front"),
        StoredKind.CORRECTIONS: translate("StoredWords", "Corrections of yours"),
        StoredKind.DOCUMENTS: translate("StoredWords", "Documents, with their text"),
        StoredKind.DIALOGUES: translate("StoredWords", "Questions and answers"),
        StoredKind.PLAN: translate("StoredWords", "Blocks of the plan"),
        StoredKind.SESSIONS: translate("StoredWords", "Focus sessions and ratings"),
        StoredKind.LEARNING: translate("StoredWords", "Skills and cards"),
        StoredKind.RULES: translate("StoredWords", "Categories, rules, goals"),
        StoredKind.ADVICE: translate("StoredWords", "Recommendations and trainings"),
        StoredKind.FINDINGS: translate("StoredWords", "Findings and letters"),
        StoredKind.SHARED: translate("StoredWords", "What was made to be shared"),
        StoredKind.TOTALS: translate("StoredWords", "Totals of hours and days"),
        StoredKind.NAMES: translate("StoredWords", "Names of apps and projects"),
        StoredKind.WORKING: translate("StoredWords", "Jobs, notifications, requests"),
    }[kind]


class TierWords(QObject):
    """Says how long rows are kept."""

    def word(self, tier: Tier, kept: RetentionSettings) -> str:
        """Return it, with the days of the settings in force where the person agreed to them."""
        days = {Tier.TITLES: kept.title_days, Tier.HOURS: kept.hour_days}.get(tier)
        if days and kept.agreed:
            return self.tr("%n day(s)", "", days)
        if days:
            return self.tr("until you agree to a limit")
        return {
            Tier.TITLES: self.tr("for ever"),
            Tier.HOURS: self.tr("for ever"),
            Tier.EVER: self.tr("for ever"),
            Tier.OWN: self.tr("until you remove it"),
            Tier.DERIVED: self.tr("with its source"),
            Tier.WORKING: self.tr("only for now"),
        }[tier]


def file_word(kind: FileKind) -> str:
    """Return what files are of."""
    translate = QCoreApplication.translate
    return {
        FileKind.DATABASE: translate("StoredWords", "Database"),
        FileKind.BACKUPS: translate("StoredWords", "Backups"),
        FileKind.MODELS: translate("StoredWords", "Learned models"),
        FileKind.KEYS: translate("StoredWords", "Wrapped keys"),
        FileKind.SETTINGS: translate("StoredWords", "Settings"),
        FileKind.LOGS: translate("StoredWords", "Logs"),
        FileKind.OTHERS: translate("StoredWords", "Locks, counts and other files"),
    }[kind]
