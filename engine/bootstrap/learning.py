"""Builds what keeps skills and cards and plans weeks of learning."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import PurePath
from typing import TYPE_CHECKING

from engine.domain.clock import MS_PER_HOUR, MS_PER_MINUTE

if TYPE_CHECKING:
    from engine.api.document_use import DocumentUses
    from engine.api.learning import Learning
    from engine.api.search import Search
    from engine.domain.clock import Clock
    from engine.domain.days import DayRule
    from engine.domain.learning import SeenTitle
    from engine.planning.plan import Plan
    from engine.planning.planner import Planner
    from engine.storage.database import Database

_LATELY_MS = 28 * 24 * MS_PER_HOUR
_SEARCHES = 200


def build_learning(
    database: Database,
    planned: tuple[Plan, Planner],
    seen: tuple[DocumentUses, Search],
    rule: Callable[[], DayRule],
    week_start: Callable[[], int],
    clock: Clock,
) -> Learning:
    """Build what one profile learns. planned: where its time goes. seen: where needs show."""
    from engine.api.learning import Learning  # noqa: PLC0415
    from engine.learning.blocks import LearningBlocks  # noqa: PLC0415
    from engine.learning.cards import Cards  # noqa: PLC0415
    from engine.learning.skills import Skills  # noqa: PLC0415
    from engine.learning.weeks import WeekParts, Weeks  # noqa: PLC0415
    from engine.storage.document_text import passages_of  # noqa: PLC0415
    from engine.storage.learning_weeks import LearningWeekStore  # noqa: PLC0415
    from engine.storage.recall_cards import CardStore  # noqa: PLC0415
    from engine.storage.skills import SkillStore  # noqa: PLC0415

    plan, planner = planned
    store, cards = SkillStore(database), CardStore(database)
    skills = Skills(store, cards.all, lambda: _seen(*seen, clock), clock)
    parts = WeekParts(
        LearningWeekStore(database),
        skills,
        store,
        LearningBlocks(plan, planner),
        planner.adherence,
        rule,
        week_start,
    )
    return Learning(skills, Cards(cards, lambda number: passages_of(database, number), clock), Weeks(parts, clock))


def _seen(uses: DocumentUses, search: Search, clock: Clock) -> Iterator[SeenTitle]:
    """Yield what was read and searched for in the last four weeks."""
    from engine.domain.learning import SeenTitle  # noqa: PLC0415
    from engine.learning.needs import SEARCH_MARKS, searched_words  # noqa: PLC0415

    now_ms = clock.now().wall_ms
    for use in uses.used(now_ms - _LATELY_MS, now_ms):
        title = use.document.title or PurePath(use.document.identity.path).stem
        yield SeenTitle(title, use.active_ms / MS_PER_MINUTE)
    for mark in SEARCH_MARKS:
        for one in search.titles(mark, _SEARCHES):
            words = searched_words(one.title)
            if words and one.interval.end_ms > now_ms - _LATELY_MS:
                yield SeenTitle(words, one.interval.length_ms / MS_PER_MINUTE, searched=True)
