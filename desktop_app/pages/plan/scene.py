"""From what is planned to what the week grid draws; pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from desktop_app.dialogs.block_words import kind_name
from desktop_app.pages.plan.source import Planned
from desktop_app.pages.plan.words import PlanWords
from desktop_app.pages.today_plan import colour_of
from desktop_app.widgets.plain_text import foreign
from desktop_app.widgets.week_values import Bar, Guise, WeekBlock, WeekScene
from engine.domain.blocks import BlockSource, Occurrence
from engine.domain.categories import CategoryTree
from engine.domain.proposals import Proposal
from engine.settings import PlanSettings

WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def key_of(occurrence: Occurrence) -> str:
    """Return what names one time of a block among all others."""
    block = occurrence.block
    return f"block {block.id} {occurrence.of_ms}" if block.recurrence.repeats else f"block {block.id}"


def proposal_key(proposal: Proposal) -> str:
    """Return what names a proposal among all that is drawn."""
    return f"proposal {proposal.key}"


def scene_of(
    planned: Planned, proposals: Iterable[tuple[Proposal, str]], settings: PlanSettings, words: PlanWords
) -> WeekScene:
    """Return what is drawn; each proposal comes with its reason in words."""
    troubles = _troubles(planned, words)
    kept = {key_of(one.occurrence): one for one in planned.adherence.kept} if planned.adherence is not None else {}
    blocks = [_block(one, planned, troubles, words, words.bar(kept.get(key_of(one)))) for one in planned.occurrences]
    ghosts = [_ghost(one, reason, planned.tree, words) for one, reason in proposals]
    workdays = frozenset(WEEKDAYS.index(day) for day in settings.workdays)
    work = settings.work_start, settings.work_end
    return WeekScene(
        planned.days, (*blocks, *ghosts), planned.actual, planned.rule.start_minute, work=work, workdays=workdays
    )


def _troubles(planned: Planned, words: PlanWords) -> dict[str, str]:
    found: dict[str, str] = {}
    for conflict in planned.conflicts:
        for one, other in ((conflict.first, conflict.second), (conflict.second, conflict.first)):
            found.setdefault(key_of(one), words.overlaps(other.block.about))
    return found


def _block(
    one: Occurrence, planned: Planned, troubles: Mapping[str, str], words: PlanWords, bar: Bar | None
) -> WeekBlock:
    about, key = one.block.about, key_of(one)
    trouble = troubles.get(key, "")
    foreign_one = one.block.origin.source is BlockSource.CALENDAR
    detail = foreign(about.project) if about.project else kind_name(about.kind) if about.title else ""
    return WeekBlock(
        key,
        one.interval.start_ms,
        one.interval.end_ms,
        words.name(about),
        colour_of(about, planned.tree),
        Guise.FOREIGN if foreign_one else Guise.OWN,
        all_day=one.block.all_day,
        detail=detail,
        marks=words.marks(one),
        trouble=trouble,
        bar=bar,
        said=words.said(one, trouble, bar),
    )


def _ghost(proposal: Proposal, reason: str, tree: CategoryTree, words: PlanWords) -> WeekBlock:
    span, said = proposal.interval, words.proposed(proposal, reason)
    name, colour = words.name(proposal.about), colour_of(proposal.about, tree)
    return WeekBlock(
        proposal_key(proposal), span.start_ms, span.end_ms, name, colour, Guise.PROPOSED, detail=reason, said=said
    )
