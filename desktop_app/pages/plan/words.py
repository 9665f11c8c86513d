"""Planned time in words: what it is for, how it was kept, why it has no place, what was undone."""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtCore import QDate, QLocale, QObject

from desktop_app.dialogs.block_words import kind_name
from desktop_app.widgets.format import Wording
from desktop_app.widgets.plain_text import foreign, isolated
from desktop_app.widgets.week_values import Bar
from engine.domain.adherence import Adherence, Kept, Outcome
from engine.domain.blocks import NEEDS_FOCUS, About, BlockKind, BlockSource, Certainty, Occurrence
from engine.domain.clock import MS_PER_MINUTE
from engine.domain.intervals import Interval
from engine.domain.proposals import Basis, Obstacle, Proposal

_LONGEST: Final = 80
_NAMED: Final = re.compile(
    r"(Added flexible|Changed flexible|Removed flexible|Added|Changed|Moved|Removed|Planned|Took in|Took back) (.*)"
)
_MORE: Final = re.compile(r"(“.*”) and (\d+) more")
_PARTS: Final = ((" once", "once"), (" from one day on", "following"))


class PlanWords(QObject):
    """Writes times as Wording does, in its zone."""

    def __init__(self, wording: Wording, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.wording = wording

    def name(self, about: About) -> str:
        """Return what to call planned time: its title, or what it is for."""
        return foreign(about.title, _LONGEST) or kind_name(about.kind)

    def day(self, moment_ms: int) -> str:
        """Return the day of a moment, with its weekday."""
        local = self.wording.local(moment_ms)
        return QLocale().toString(QDate(local.year, local.month, local.day), self.tr("ddd d MMM"))

    def when(self, span: Interval) -> str:
        """Return the day and from when to when."""
        return self._on(self.day(span.start_ms), self.wording.span(span.start_ms, span.end_ms))

    def _on(self, day: str, time: str) -> str:
        return self.tr("%1, %2").replace("%1", day).replace("%2", time)

    # ---------------------------------------------------------------- plan against actual

    def bar(self, kept: Kept | None) -> Bar | None:
        """Return how a planned time was kept, None for what lies ahead or is not measured."""
        if kept is None or kept.outcome in {Outcome.AHEAD, Outcome.NOT_MEASURED}:
            return None
        if kept.outcome is Outcome.UNRECORDED:
            return Bar(None, self.tr("Nothing recorded"))
        done = self.wording.length(kept.matching_ms)
        if kept.outcome is Outcome.MISSED and kept.matching_ms < MS_PER_MINUTE:
            return Bar(0.0, self.tr("Missed"))
        if kept.outcome is Outcome.UNDER_WAY:
            return Bar(kept.share, self.tr("So far %1").replace("%1", done))
        of = self.wording.length(kept.occurrence.interval.length_ms)
        said = {
            Outcome.KEPT: self.tr("Kept: %1 of %2"),
            Outcome.PARTLY: self.tr("Partly: %1 of %2"),
            Outcome.MISSED: self.tr("Missed: %1 of %2"),
        }[kept.outcome]
        return Bar(kept.share, said.replace("%1", done).replace("%2", of), self.wording.percent(kept.share))

    def total(self, adherence: Adherence | None) -> str:
        """Return how much is planned but for rest, and how much of what is measured was kept; "" for nothing."""
        whole_ms = (
            0
            if adherence is None
            else sum(one.occurrence.interval.length_ms for one in adherence.kept if _is_work(one))
        )
        if adherence is None or not whole_ms:
            return ""
        planned = self.tr("%1 planned").replace("%1", self.wording.length(whole_ms))
        if adherence.share is None:
            return planned
        kept = self.tr("%1 of %2 kept").replace("%1", self.wording.percent(adherence.share))
        return f"{planned} · {kept.replace('%2', self.wording.length(adherence.planned_ms))}"

    # ---------------------------------------------------------------- blocks

    def marks(self, occurrence: Occurrence) -> str:
        """Return the signs before a block's title: repeated, protected, read only, not sure."""
        block = occurrence.block
        signs = (
            ("↻", block.recurrence.repeats or block.series_id != 0),
            ("◆", block.about.protected),
            ("▤", block.origin.source is BlockSource.CALENDAR),
            ("?", block.certainty is Certainty.TENTATIVE),
        )
        return " ".join(sign for sign, there in signs if there)

    def said(self, occurrence: Occurrence, trouble: str, bar: Bar | None) -> str:
        """Return all there is to say of a block, for those who hear it or point at it."""
        block = occurrence.block
        whole = self.tr("All day") if block.all_day else ""
        parts = [
            isolated(self.name(block.about)),
            kind_name(block.about.kind) if block.about.title else "",
            self._on(self.day(occurrence.interval.start_ms), whole) if whole else self.when(occurrence.interval),
            isolated(foreign(block.about.project, _LONGEST)),
            self.tr("Repeats") if block.recurrence.repeats or block.series_id else "",
            self.tr("Protected") if block.about.protected else "",
            self.tr("Not certain") if block.certainty is Certainty.TENTATIVE else "",
            self.tr("From a calendar: change it there") if block.origin.source is BlockSource.CALENDAR else "",
            trouble,
            "" if bar is None else bar.words,
            isolated(foreign(block.about.note, 4 * _LONGEST)),
        ]
        return "  ·  ".join(part for part in parts if part)

    def overlaps(self, about: About) -> str:
        """Return what is wrong with a block that shares its time with another."""
        return self.tr("Overlaps %1").replace("%1", isolated(self.name(about)))

    # ---------------------------------------------------------------- proposals

    def proposed(self, proposal: Proposal, reason: str) -> str:
        """Return all there is to say of a proposal."""
        name = self.tr("Proposed: %1").replace("%1", isolated(self.name(proposal.about)))
        parts = (name, self.when(proposal.interval), self.expected(proposal), reason)
        return "  ·  ".join(part for part in (*parts, self.tr("Enter accepts, Delete refuses")) if part)

    def obstacle(self, obstacle: Obstacle) -> str:
        """Return why a flexible block has no place."""
        return {
            Obstacle.NO_FREE_TIME: self.tr("Nothing long enough is free between its hours on its days."),
            Obstacle.DEADLINE: self.tr("There is free time, but only after its deadline."),
            Obstacle.DAILY_CAP: self.tr("It would be more deep work than you allow a day."),
            Obstacle.OUTSIDE_HOURS: self.tr("Its hours and your working hours have nothing in common."),
            Obstacle.CROWDED_OUT: self.tr("Others that promise more focus took the time."),
            Obstacle.TOO_LATE: self.tr("Its deadline has passed."),
        }[obstacle]

    def missing(self, about: About, count: int) -> str:
        """Return what has no place, and how often."""
        return self.tr("%1: %n without a place", "", count).replace("%1", isolated(self.name(about)))

    def basis(self, basis: Basis) -> str:
        """Return what the worth of the places rests on."""
        return {
            Basis.LEARNED: self.tr("Placed by the forecast learned from your history."),
            Basis.HOURS: self.tr("Placed by what these hours were like for you so far."),
            Basis.EVEN: self.tr(
                "Too little is recorded to tell good hours from others; all free time counts the same."
            ),
        }[basis]

    def expected(self, proposal: Proposal) -> str:
        """Return how much focus is expected of a place; of what needs none, how much it takes from other things.

        "" where nothing is known: a number would be made up.
        """
        if proposal.basis is Basis.EVEN:
            return ""
        minutes = round(proposal.focused_minutes)
        if proposal.about.kind in NEEDS_FOCUS:
            return self.tr("about %n minutes of focus, as you keep to plans", "", minutes)
        return self.tr("takes about %n minutes you would focus in", "", minutes)

    # ---------------------------------------------------------------- undo

    def undone(self, what: str) -> str:
        """Return what was taken back, from the engine's own words for it."""
        return self.tr("Taken back: %1").replace("%1", self._change(what))

    def redone(self, what: str) -> str:
        """Return what was made again."""
        return self.tr("Made again: %1").replace("%1", self._change(what))

    def _change(self, what: str) -> str:
        found = _NAMED.fullmatch(what)
        if found is None:
            return isolated(foreign(what))
        verb, name = found.groups()
        suffix = ""
        for ending, key in _PARTS:
            if name.endswith(f"”{ending}"):
                name, suffix = name.removesuffix(ending), key
        if (several := _MORE.fullmatch(name)) is not None:
            name = self.tr("%1 and %n more", "", int(several[2])).replace("%1", several[1])
        words = self._verbs(suffix).get(verb, "%1")
        return words.replace("%1", isolated(foreign(name)))

    def _verbs(self, suffix: str) -> dict[str, str]:
        removed = {
            "": self.tr("%1 removed"),
            "once": self.tr("%1 removed once"),
            "following": self.tr("%1 removed from that day on"),
        }
        return {
            "Added": self.tr("%1 added"),
            "Changed": self.tr("%1 changed"),
            "Moved": self.tr("%1 moved"),
            "Removed": removed[suffix],
            "Planned": self.tr("%1 planned"),
            "Took in": self.tr("the pack %1 taken in"),
            "Took back": self.tr("the pack %1 taken back"),
            "Added flexible": self.tr("flexible block %1 added"),
            "Changed flexible": self.tr("flexible block %1 changed"),
            "Removed flexible": self.tr("flexible block %1 removed"),
        }


def _is_work(kept: Kept) -> bool:
    """Return whether planned time is counted: what is busy for a part of a day and no rest."""
    block = kept.occurrence.block
    return block.busy and not block.all_day and block.about.kind not in {BlockKind.BREAK, BlockKind.PERSONAL}
