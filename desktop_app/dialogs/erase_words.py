"""What an erase takes, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QObject, QTimeZone

from desktop_app.dialogs.error_messages import known_message
from desktop_app.widgets.format import Wording
from engine.domain.erasing import Erasable, Erased, ErasePreview


class EraseWords(QObject):
    """Says what would go, what went, and what stays."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wording = Wording(bytes(QTimeZone.systemTimeZoneId().data()).decode(), self)

    def preview(self, found: ErasePreview) -> str:
        """Return what would go, line by line."""
        if found.empty:
            return self.tr("Nothing is stored that matches this.")
        lines = [self.tr("This would go:"), *self._counts(found), *self._spans(found)]
        if found.backups:
            lines.append(self.tr("%n backup(s) that hold it go, too; one is made of what is left.", "", found.backups))
        return "\n".join([*lines, *self._stays(found)])

    def done(self, erased: Erased) -> str:
        """Return what went, and the proof where there is one."""
        seconds = QLocale().toString(erased.seconds, "f", 1)
        lines = [self.tr("Erased in %1 s:").replace("%1", seconds), *self._counts(erased.took)]
        if erased.took.backups and not erased.troubles:
            went = erased.took.backups
            lines.append(self.tr("%n backup(s) that held it went, too; one was made of what is left.", "", went))
        proof = erased.proof
        if proof is not None and proof.hits:
            lines.append(self.tr("⚠ It still stands %n time(s) in:", "", proof.hits))
            lines += [f"    {one.place}" for one in proof.found]
        elif proof is not None:
            lines.append(self.tr("Looked for in %n file(s) and tables: it stands in none.", "", len(proof.places)))
        if erased.troubles:
            lines.append(self.tr("Not finished yet; it is tried again by itself:"))
            lines += [f"    {known_message(trouble) or trouble}" for trouble in erased.troubles]
        return "\n".join([*lines, *self._stays(erased.took)])

    def _counts(self, found: ErasePreview) -> list[str]:
        return [f"    {self._count(kind, many)}" for kind, many in found.counts]

    def _count(self, kind: Erasable, many: int) -> str:
        return {
            Erasable.ACTIVITIES: self.tr("%Ln stretches of recorded time", "", many),
            Erasable.CORRECTIONS: self.tr("%Ln corrections", "", many),
            Erasable.TITLES: self.tr("%Ln titles, sites and names of files", "", many),
            Erasable.DOCUMENTS: self.tr("%Ln documents of the index, not the files themselves", "", many),
            Erasable.LEARNING: self.tr("%Ln items and cards to learn", "", many),
            Erasable.BLOCKS: self.tr("%Ln planned blocks and changes of the plan", "", many),
            Erasable.SESSIONS: self.tr("%Ln focus sessions and ratings", "", many),
            Erasable.DIALOGUES: self.tr("%Ln questions and answers", "", many),
            Erasable.ADVICE: self.tr("%Ln recommendations and forecasts", "", many),
            Erasable.FINDINGS: self.tr("%Ln findings and letters", "", many),
            Erasable.SHARED: self.tr("%Ln figures made to be shared, not files given away", "", many),
            Erasable.NOTIFICATIONS: self.tr("%Ln notifications", "", many),
            Erasable.IMPORTS: self.tr("%Ln names of imported files", "", many),
            Erasable.MODELS: self.tr("%Ln trainings; models are made anew from what is left", "", many),
            Erasable.OTHERS: self.tr("%Ln other rows", "", many),
        }[kind]

    def _spans(self, found: ErasePreview) -> list[str]:
        if found.first_ms is None or found.last_ms is None:
            return []
        text = self.tr("Recorded time: %1, from %2 to %3.").replace("%1", self._wording.length(found.length_ms))
        return [text.replace("%2", self._day(found.first_ms)).replace("%3", self._day(found.last_ms))]

    def _stays(self, found: ErasePreview) -> list[str]:
        if not found.stays:
            return []
        translate = QCoreApplication.translate
        words = {
            "rules": translate("EraseWords", "your rules"),
            "goals": translate("EraseWords", "your goals"),
            "settings": translate("EraseWords", "your settings"),
        }
        named = ", ".join(f"{words.get(what, what)} ({many})" for what, many in found.stays)
        return [self.tr("It also stands in what you wrote yourself, which stays: %1.").replace("%1", named)]

    def _day(self, moment_ms: int) -> str:
        local = self._wording.local(moment_ms)
        return QLocale().toString(QDate(local.year, local.month, local.day), QLocale.FormatType.ShortFormat)
