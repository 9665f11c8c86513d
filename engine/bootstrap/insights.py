"""Builds what finds topics, routines and changes in the history, and what tells of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from engine.bootstrap.opening import open_database
from engine.paths import ProfilePaths

if TYPE_CHECKING:
    from collections.abc import Mapping

    from engine.api.insights import Insights
    from engine.domain.clock import Clock
    from engine.domain.findings import Findings
    from engine.insights.topics.texts import Text
    from engine.mind.stream.columns import Stream
    from engine.storage.database import Database

_MOST_DOCUMENTS, _PASSAGES = 2_000, 3
SEED = 7
"""The same history gives the same findings."""


def build_insights(database: Database, paths: ProfilePaths) -> Insights:
    """Build the front door to what was found; it loads NumPy only where it is asked to find anew."""
    from engine.api.insights import Insights  # noqa: PLC0415
    from engine.launch import Worker, WorkerJob  # noqa: PLC0415
    from engine.storage.insights import InsightStore  # noqa: PLC0415

    return Insights(
        InsightStore(database),
        lambda: refresh_insights(database, paths),
        lambda: Worker(WorkerJob.INSIGHTS, paths.folder, key=paths.key),
        paths.worker_lock(WorkerJob.INSIGHTS),
    )


def work_out_insights(paths: ProfilePaths, stop: Callable[[], bool]) -> None:
    """Find anew and store it: what the worker does; raises Storage errors."""
    database = open_database(paths)
    try:
        refresh_insights(database, paths, stop)
    finally:
        database.close()


def refresh_insights(database: Database, paths: ProfilePaths, stop: Callable[[], bool] = lambda: False) -> None:
    """Find topics, routines and changes in all whole days and store them. stop: whether to leave off, storing nothing.

    What changed in the past meanwhile is read once more.
    """
    from engine.bootstrap.mind_advice import live_stream, local_clock  # noqa: PLC0415
    from engine.storage.insights import InsightStore  # noqa: PLC0415

    store, clock = InsightStore(database), local_clock()
    for _ in range(2):
        mark = store.mark()
        to_ms = _today_ms(paths, clock)
        found = find_insights(live_stream(database, paths).upto(to_ms), database, clock.now().wall_ms, to_ms)
        if stop() or store.replace(found, mark):
            return


def find_insights(stream: Stream, database: Database, made_ms: int, to_ms: int) -> Findings:
    """Return what is found in a history that ends at to_ms."""
    import numpy as np  # noqa: PLC0415

    from engine.domain.clock import MS_PER_SECOND  # noqa: PLC0415
    from engine.domain.findings import Findings  # noqa: PLC0415
    from engine.history.sites import is_browser  # noqa: PLC0415
    from engine.insights.routines.changes import find_changes  # noqa: PLC0415
    from engine.insights.routines.daily import daily_values  # noqa: PLC0415
    from engine.insights.routines.habits import find_habits  # noqa: PLC0415
    from engine.insights.routines.sessions import Names, sessions_of  # noqa: PLC0415
    from engine.insights.routines.shapes import day_shapes  # noqa: PLC0415
    from engine.insights.topics.found import find_topics  # noqa: PLC0415

    dice, daily = np.random.default_rng(SEED), daily_values(stream)
    categories = _category_names(database)
    return Findings(
        made_ms=made_ms,
        from_ms=round(float(stream.start_s[0]) * MS_PER_SECOND) if len(stream) else to_ms,
        to_ms=to_ms,
        days=len(daily.days),
        topics=find_topics(stream, _documents(database), is_browser),
        shapes=day_shapes(stream, daily, categories, dice),
        habits=tuple(find_habits(sessions_of(stream, Names(categories, _document_names(database))), dice)),
        changes=tuple(find_changes(daily, dice)),
    )


def _today_ms(paths: ProfilePaths, clock: Clock) -> int:
    from engine.bootstrap.mind_advice import day_rule  # noqa: PLC0415
    from engine.domain.days import day_of, day_start_ms  # noqa: PLC0415

    rule = day_rule(paths, clock)
    return day_start_ms(day_of(clock.now().wall_ms, rule), rule)


def _category_names(database: Database) -> dict[int, str]:
    from engine.storage.categories import CategoryStore  # noqa: PLC0415

    return {one.id: one.name for one in CategoryStore(database).all()}


def _documents(database: Database) -> list[Text]:
    """Return what the indexed documents say, as far as their first passages do."""
    from engine.insights.topics.texts import DOCUMENTS, Text  # noqa: PLC0415
    from engine.storage.document_facts import DocumentFactReader  # noqa: PLC0415
    from engine.storage.words import WordStore  # noqa: PLC0415

    words, found = WordStore(database), []
    for one in DocumentFactReader(database).facts()[-_MOST_DOCUMENTS:]:
        passages = words.passages(range(one.first_chunk, one.first_chunk + min(one.chunks, _PASSAGES)))
        found.append(Text(one.title, DOCUMENTS, "\n".join([one.title, *(passage.text for passage in passages)])))
    return found


def _document_names(database: Database) -> Mapping[int, str]:
    from engine.storage.document_facts import DocumentFactReader  # noqa: PLC0415

    return {one.id: one.title for one in DocumentFactReader(database).facts() if one.title}
