"""Builds what finds topics, routines and changes in the history, and what tells of them."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
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
    from engine.storage.insights import InsightStore

_MOST_DOCUMENTS, _PASSAGES = 2_000, 3
_READ, _TOPICS, _SHAPES, _HABITS = 0.04, 0.84, 0.9, 0.97  # how much is done by then, of a year
Told = Callable[[float], object]
SEED = 7
"""The same history gives the same findings."""


def _say_nothing(_share: float) -> None: ...


def build_insights(database: Database, paths: ProfilePaths) -> Insights:
    """Build the front door to what was found; it loads NumPy only where it is asked to find anew."""
    from engine.api.insights import Insights  # noqa: PLC0415
    from engine.launch import Worker, WorkerJob  # noqa: PLC0415
    from engine.storage.insights import InsightStore  # noqa: PLC0415

    return Insights(
        InsightStore(database),
        lambda: refresh_insights(database, paths),
        lambda: Worker(WorkerJob.INSIGHTS, paths.folder, talks=True, key=paths.key),
        paths.worker_lock(WorkerJob.INSIGHTS),
    )


class _LeftOff(Exception):
    """Whoever asked for the findings wants them no longer: no error."""


def work_out_insights(paths: ProfilePaths, stop: Callable[[], bool], told: Told = _say_nothing) -> None:
    """Find anew and store it: what the worker does; raises Storage errors. told: hears how much is done, 0 to 1."""
    database = open_database(paths)
    try:
        refresh_insights(database, paths, stop, told)
    finally:
        database.close()


def refresh_insights(
    database: Database, paths: ProfilePaths, stop: Callable[[], bool] = lambda: False, told: Told = _say_nothing
) -> None:
    """Find topics, routines and changes in all whole days and store them.

    stop: whether to leave off, storing nothing; asked between the steps. told: hears there how much is done, 0 to 1.
    What changed in the past meanwhile is read once more.
    """
    from engine.bootstrap.mind_advice import local_clock  # noqa: PLC0415
    from engine.storage.insights import InsightStore  # noqa: PLC0415

    def step(share: float) -> None:
        if stop():
            raise _LeftOff
        told(share)

    store, clock = InsightStore(database), local_clock()
    with suppress(_LeftOff):
        _refresh(store, lambda: _found_now(database, paths, clock, step))


def _refresh(store: InsightStore, find: Callable[[], Findings]) -> None:
    for _ in range(2):
        mark = store.mark()
        if store.replace(find(), mark):
            return


def _found_now(database: Database, paths: ProfilePaths, clock: Clock, told: Told) -> Findings:
    from engine.bootstrap.mind_advice import live_stream  # noqa: PLC0415

    to_ms = _today_ms(paths, clock)
    return find_insights(live_stream(database, paths).upto(to_ms), database, clock.now().wall_ms, to_ms, told)


def find_insights(stream: Stream, database: Database, made_ms: int, to_ms: int, told: Told = _say_nothing) -> Findings:
    """Return what is found in a history that ends at to_ms. told: hears between the steps how much is done, 0 to 1."""
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
    told(_READ)
    topics = find_topics(
        stream, _documents(database), is_browser, lambda share: told(_READ + share * (_TOPICS - _READ))
    )
    told(_TOPICS)
    shapes = day_shapes(stream, daily, categories, dice)
    told(_SHAPES)
    habits = tuple(find_habits(sessions_of(stream, Names(categories, _document_names(database))), dice))
    told(_HABITS)
    changes = tuple(find_changes(daily, dice))
    told(1.0)
    return Findings(
        made_ms=made_ms,
        from_ms=round(float(stream.start_s[0]) * MS_PER_SECOND) if len(stream) else to_ms,
        to_ms=to_ms,
        days=len(daily.days),
        topics=topics,
        shapes=shapes,
        habits=habits,
        changes=changes,
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
