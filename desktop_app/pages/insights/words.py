"""Learned models in plain words: what each predicts, how well, and how a training went."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import QDate, QLocale, QObject

from desktop_app.widgets.format import Wording
from desktop_app.widgets.plain_text import foreign, isolated
from engine.domain.model_status import Head, HeadStatus, RunState, TrainingRun

_DIGITS: Final = 3
_LONGEST: Final = 40
_AGREES: Final = 0.2


class InsightWords(QObject):
    """Writes times as Wording does."""

    def __init__(self, wording: Wording, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.wording = wording

    # ---------------------------------------------------------------- heads

    def head(self, head: Head) -> str:
        """Return what a head predicts, in a word or two."""
        return {
            Head.FOCUS: self.tr("When to focus"),
            Head.NEXT_APP: self.tr("The next app"),
            Head.NEXT_DOCUMENT: self.tr("The next document"),
            Head.SWITCH: self.tr("Whether you stay at it"),
            Head.DISTRACTION: self.tr("Distraction ahead"),
            Head.CATEGORY: self.tr("Categories"),
            Head.DOCUMENTS: self.tr("Documents to suggest"),
        }[head]

    def meaning(self, head: Head) -> str:
        """Return what a head predicts, in a sentence."""
        return {
            Head.FOCUS: self.tr("Which quarters of an hour ahead will be focused"),
            Head.NEXT_APP: self.tr("Which app comes to the front next"),
            Head.NEXT_DOCUMENT: self.tr("Which document comes to the front next"),
            Head.SWITCH: self.tr("Whether the next ten minutes pass without a switch"),
            Head.DISTRACTION: self.tr("Whether something distracting comes within a quarter of an hour"),
            Head.CATEGORY: self.tr("Which category something has that no rule knows"),
            Head.DOCUMENTS: self.tr("Which documents you open from the suggestions"),
        }[head]

    def live(self, head: HeadStatus) -> str:
        """Return whether the head is used."""
        return self.tr("In use") if head.live else self.tr("Not in use")

    def both(self, head: HeadStatus) -> str:
        """Return the model's number beside the rule's, and what is measured."""
        text = self.tr("Model %1 against %2 of %3: %4")
        parts = (self.number(head.ours), self.number(head.baseline), self.rule(head.baseline_name))
        for place, part in enumerate((*parts, self.metric(head.metric)), 1):
            text = text.replace(f"%{place}", part)
        return text

    def verdict(self, head: HeadStatus) -> str:
        """Return by how much it is better, how sure that is, and on how many cases."""
        if not head.cases:
            return self.tr("Not measured yet: too few cases so far")
        gain = head.ours - head.baseline
        if head.low > 0:
            text = self.tr("Better by %1 (95 % sure: %2) on %n later cases", "", head.cases)
        elif head.high < 0:
            text = self.tr("Worse by %1 (95 % sure: %2) on %n later cases", "", head.cases)
        else:
            text = self.tr("No sure difference: %1 (95 % sure: %2) on %n later cases", "", head.cases)
        shown = self.signed(gain) if head.low <= 0 <= head.high else self.number(abs(gain))
        return text.replace("%1", shown).replace("%2", self._between(head.low, head.high))

    def _between(self, low: float, high: float) -> str:
        return self.tr("%1 to %2").replace("%1", self.signed(low)).replace("%2", self.signed(high))

    def metric(self, metric: str) -> str:
        """Return what a number measures; a measure this window does not know keeps its own name."""
        return {
            "auc": self.tr("how well good times are told from others (AUC)"),
            "within_person_auc": self.tr("how well good times are told from others (AUC)"),
            "mrr": self.tr("how far up the right one stands (MRR)"),
            "hit_rate": self.tr("how often the right one is named"),
            "hr_1": self.tr("how often the first one named is right"),
            "hr_5": self.tr("how often the right one is among five"),
            "hit_rate_1": self.tr("how often the first one named is right"),
            "hit_rate_5": self.tr("how often the right one is among five"),
            "recall": self.tr("the share of the right ones that are named"),
            "recall_5": self.tr("the share of the right ones among five"),
            "ndcg": self.tr("how well the right ones are ordered (nDCG)"),
            "accuracy": self.tr("the share that is right"),
            "1_brier": self.tr("how near its probabilities come (1 − Brier)"),
            "brier_skill": self.tr("how much nearer its probabilities are (Brier skill)"),
        }.get(_plain(metric), isolated(foreign(metric, _LONGEST)))

    def rule(self, name: str) -> str:
        """Return what a baseline is called."""
        plain = _plain(name)
        if plain.startswith("rate"):
            return self.tr("“as often as before”")
        return {
            "most_recent": self.tr("“the most recent one”"),
            "most_frequent": self.tr("“the most frequent one”"),
            "markov": self.tr("“what mostly came after”"),
            "own_mean": self.tr("“as often as usual”"),
            "hour_of_week_mean": self.tr("“as at this hour of the week”"),
            "bm25_on_the_title": self.tr("“words of the title”"),
            "recency_frequency_and_title_together": self.tr("“recent, frequent and like the title”"),
            "person_mean": self.tr("“as often as usual”"),
            "hour_of_week": self.tr("“as at this hour of the week”"),
            "bm25": self.tr("“words of the title”"),
        }.get(plain, isolated(foreign(name, _LONGEST)) or self.tr("the simple rule"))

    # ---------------------------------------------------------------- runs

    def state(self, state: RunState) -> str:
        """Return how a run ended."""
        return {
            RunState.RUNNING: self.tr("Running"),
            RunState.DONE: self.tr("Finished"),
            RunState.STOPPED: self.tr("Stopped, goes on later"),
            RunState.FAILED: self.tr("Failed"),
            RunState.ROLLED_BACK: self.tr("Taken back"),
        }[state]

    def note(self, note: str) -> str:
        """Return what is said of a run besides, "" for what its state says already; an error by its own name."""
        return {
            "": "",
            "stopped": "",
            "no_power": self.tr("no mains power or no time to spare"),
            "no_memory": self.tr("the graphics card had too little memory"),
        }.get(note, foreign(note, _LONGEST))

    def trained(self, run: TrainingRun) -> str:
        """Return when a run was and from what it learned."""
        text = self.tr("Learned on %1 from your history of %2 to %3; %4 parameters, %5 of processor time.")
        size = QLocale().toString(run.parameters)
        spent = self.wording.length(round(run.cpu_s * 1_000))
        parts = (self.moment(run.finished_ms), self.day(run.data_from_ms), self.day(run.data_to_ms), size, spent)
        for place, part in enumerate(parts, 1):
            text = text.replace(f"%{place}", part)
        return text

    def moment(self, moment_ms: int) -> str:
        """Return day and time."""
        return f"{self.day(moment_ms)} {self.wording.time(moment_ms)}"

    def day(self, moment_ms: int) -> str:
        """Return a day."""
        local = self.wording.local(moment_ms)
        return QLocale().toString(QDate(local.year, local.month, local.day), self.tr("d MMM yyyy"))

    def week(self, first: str) -> str:
        """Return a week by its first day; what is no date as it is."""
        try:
            day = date.fromisoformat(first)
        except ValueError:
            return foreign(first, _LONGEST)
        return QLocale().toString(QDate(day.year, day.month, day.day), self.tr("d MMM"))

    # ---------------------------------------------------------------- ratings

    def agreement(self, agreement: float | None) -> str:
        """Return how well ratings agree with the score, and what follows."""
        if agreement is None:
            return self.tr(
                "The focus score is told from your activity alone. After ten ratings on Today you see here whether it "
                "agrees with how focused you felt."
            )
        value = self.signed(agreement)
        if agreement > _AGREES:
            return self.tr("Your ratings agree with the activity-based score (rank correlation %1).").replace(
                "%1", value
            )
        return self.tr(
            "Your ratings do not agree with the activity-based score so far (rank correlation %1): take it for what it "
            "is, a measure of activity."
        ).replace("%1", value)

    # ---------------------------------------------------------------- numbers

    def number(self, value: float) -> str:
        """Return a number as it is measured."""
        return QLocale().toString(value, "f", _DIGITS)

    def signed(self, value: float) -> str:
        """Return a number with its sign."""
        text = QLocale().toString(abs(value), "f", _DIGITS)
        return f"−{text}" if value < 0 and round(value, _DIGITS) else f"+{text}"


def _plain(name: str) -> str:
    """Return a name as the tables here have it: "HR@5" and "most recent" are hr_5 and most_recent."""
    return "_".join("".join(char if char.isalnum() else " " for char in name.casefold()).split())
