"""Builds what answers questions, out of the very parts reports and the plan are made of."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from engine.api import Engine, Rules
    from engine.api.assistant import Assistant
    from engine.assistant.beyond import Elsewhere
    from engine.assistant.counted import Counted, FocusOf
    from engine.assistant.names import Named
    from engine.domain.app_names import AppNames
    from engine.domain.clock import Clock
    from engine.domain.intervals import Interval
    from engine.domain.report import Focus as FocusFigures
    from engine.history.labels import CurrentRules
    from engine.storage.database import Database
    from engine.storage.heartbeat import HeartbeatFile
    from engine.talking import Asker


def assistant_of(
    database: Database, labeller: CurrentRules, heartbeat: HeartbeatFile, clock: Clock, asker: Asker
) -> Callable[[Engine], Assistant]:
    """Return what builds the assistant out of an engine's other features, once it is asked for."""
    return lambda engine: build_assistant(engine, database, labeller, heartbeat, clock, asker)


def build_assistant(
    engine: Engine,
    database: Database,
    labeller: CurrentRules,
    heartbeat: HeartbeatFile,
    clock: Clock,
    asker: Asker,
) -> Assistant:
    """Build what answers; nothing of it is loaded before, and neither NumPy nor torch."""
    from engine.api.assistant import Assistant  # noqa: PLC0415
    from engine.assistant.evidence import Evidence  # noqa: PLC0415
    from engine.assistant.service import Assistant as Answering  # noqa: PLC0415
    from engine.assistant.service import Sources  # noqa: PLC0415
    from engine.bootstrap.questions import asked_rewording, build_proposer  # noqa: PLC0415
    from engine.storage.activities import ActivityStore  # noqa: PLC0415
    from engine.storage.dialogues import DialogueStore  # noqa: PLC0415
    from engine.storage.snapshot import Snapshots  # noqa: PLC0415

    def now() -> int:
        return clock.now().wall_ms

    rule, rules, plan = engine.history.rule, engine.rules, engine.plan
    history: Any = Snapshots(database, labeller, heartbeat).take
    elsewhere = _elsewhere(engine, database, now, asker)
    evidence = Evidence(history, rules.tree, rule, engine.preferences.week_start, _focus(database, history, rules, now))
    named = _names(database, rules, engine.app_names.names)
    store = ActivityStore(database, labeller=labeller)
    reworded = asked_rewording(asker, engine.paths)
    answering = Answering(Sources(evidence, named, now, store.bounds, elsewhere, build_proposer(), reworded))
    return Assistant(answering, DialogueStore(database), clock, plan.add, elsewhere.said, plan.busy)


def _elsewhere(engine: Engine, database: Database, now: Callable[[], int], asker: Asker) -> Elsewhere:
    from engine.assistant.beyond import Elsewhere  # noqa: PLC0415
    from engine.bootstrap.questions import asked_nearness  # noqa: PLC0415
    from engine.storage.document_text import passages_of  # noqa: PLC0415
    from engine.storage.forecasts import ForecastStore  # noqa: PLC0415

    return Elsewhere(
        lambda words, most: engine.documents.search(words, most, typing=False),
        engine.planner.adherence,
        engine.mind.advice,
        engine.plan.busy,
        engine.history.rule,
        now,
        ForecastStore(database).between,
        lambda number: [text for _, text in passages_of(database, number)],
        asked_nearness(asker, engine.paths),
    )


def _focus(database: Database, history: Callable[[], Any], rules: Rules, now: Callable[[], int]) -> FocusOf:
    from engine.domain.errors import StorageError  # noqa: PLC0415
    from engine.reports.focus import focus_of  # noqa: PLC0415
    from engine.reports.focus_slots import focus_day  # noqa: PLC0415
    from engine.storage.focus_days import FocusDayStore  # noqa: PLC0415

    kept = FocusDayStore(database, history)

    def focus(state: Counted, spans: Sequence[Interval], *, whole: bool) -> FocusFigures:
        """Return the figures as reports have them; whole days that are over are kept as reports keep them."""
        tree, counted = rules.tree(), _whole(state)
        if not whole:
            days = (focus_day(counted.labelled(one.start_ms, one.end_ms)) for one in spans)
            return focus_of(days, tree.weight, tree.path, counted.labelled)
        with suppress(StorageError):  # what cannot be kept now is worked out again the next time
            kept.fill([day for day in kept.missing(spans) if day.end_ms <= now()], focus_day)
        return focus_of(counted.focus_days(spans, focus_day), tree.weight, tree.path, counted.labelled)

    return focus


def _whole(state: Any) -> Any:
    """Return the snapshot as what it is: the assistant knows only what it needs of it."""
    return state


def _names(database: Database, rules: Rules, app_names: Callable[[], AppNames]) -> Callable[[], Named]:
    from engine.assistant.names import Named  # noqa: PLC0415
    from engine.storage.recorded_names import recorded_names, some_title_holds  # noqa: PLC0415

    twins = _twins(rules)

    def in_titles(words: str) -> bool:
        return some_title_holds(database, words)

    def named() -> Named:
        found, names = recorded_names(database), app_names()
        called = {one: names.name(one) for one in found.apps}
        return Named(rules.tree(), called, found.projects, found.sites, twins, in_titles)

    return named


def _twins(rules: Rules) -> Mapping[str, str]:
    """Return what the starter categories are called in the other language, by their names."""
    english, chinese = (rules.starter(language).categories for language in ("en", "zh"))
    pairs = [(one.path[-1], other.path[-1]) for one, other in zip(english, chinese, strict=False)]
    return {**dict(pairs), **{other: one for one, other in pairs}}
