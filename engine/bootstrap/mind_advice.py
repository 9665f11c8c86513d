"""Builds what advises: with the learned models in a process of its own, by counting alone anywhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from engine.bootstrap.opening import open_database
from engine.paths import ProfilePaths

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.bootstrap.mind_models import ModelsInUse
    from engine.domain.advice_sources import Meant, MeantTime
    from engine.domain.clock import Clock
    from engine.domain.days import DayRule
    from engine.mind.advise.adviser import Adviser, Models
    from engine.mind.advise.foresee import Foreseer
    from engine.mind.stream.live import LiveStream
    from engine.storage.database import Database
    from engine.talking import Listener

    Answers: TypeAlias = dict[str, Callable[[Mapping[str, Any]], dict[str, Any]]]


@contextmanager
def advising(paths: ProfilePaths) -> Iterator[Listener]:
    """Build what answers what the models advise and take it down again; raises Storage errors."""
    from engine.bootstrap.mind_models import ModelsInUse  # noqa: PLC0415
    from engine.bootstrap.questions import question_answers  # noqa: PLC0415
    from engine.bootstrap.rule_suggestions import rule_answers  # noqa: PLC0415
    from engine.bootstrap.week_maker import week_answers  # noqa: PLC0415
    from engine.domain.advice_json import advice_to_json  # noqa: PLC0415
    from engine.domain.errors import KairosError  # noqa: PLC0415
    from engine.talking import Listener  # noqa: PLC0415

    database, clock = open_database(paths), local_clock()
    in_use, stream = ModelsInUse(database, paths), live_stream(database, paths)
    adviser = build_adviser(database, paths, in_use.models, stream)
    rules, soon = rule_answers(database, paths), _soon(stream, in_use, clock)
    kinds: Answers = {
        "advice": lambda _said: {"advice": advice_to_json(adviser.advise(clock.now()))},
        "rules": lambda _said: rules(),
        "soon": lambda _said: soon(),
        "week": week_answers(database, paths, adviser.week, clock),
        **question_answers(paths),
    }

    def warm() -> None:
        try:
            adviser.warm(clock.now())
        except KairosError:  # told to who asks
            return

    try:
        yield Listener(_answering(kinds), warm)
    finally:
        database.close()


def _answering(kinds: Answers) -> Callable[[bytes], bytes]:
    """Return what answers a line with what is asked for in it."""
    from engine.domain.errors import UsageError  # noqa: PLC0415
    from engine.talking import reply  # noqa: PLC0415

    def answer(said: Mapping[str, Any]) -> dict[str, Any]:
        kind = said.get("ask")
        if not isinstance(kind, str) or kind not in kinds:
            raise UsageError(f"Nothing but {', '.join(kinds)} can be asked for.")
        return kinds[kind](said)

    return lambda line: reply(line, answer)


def _soon(stream: LiveStream, in_use: ModelsInUse, clock: Clock) -> Callable[[], dict[str, Any]]:
    """Return what tells of the next minutes, built when first asked: it loads torch, which advice may do without."""
    from engine.domain.soon import soon_to_json  # noqa: PLC0415

    @cache
    def foreseer() -> Foreseer:
        from engine.mind.advise.foresee import Foreseer  # noqa: PLC0415

        return Foreseer(stream.upto, in_use.seers)

    return lambda: {"soon": soon_to_json(foreseer().soon(clock.now().wall_ms))}


def build_adviser(
    database: Database,
    paths: ProfilePaths,
    models: Callable[[], Models] | None = None,
    stream: LiveStream | None = None,
) -> Adviser:
    """Build what advises on a profile; without models by counting alone."""
    from engine.mind.advise.adviser import Adviser, Models, Sources  # noqa: PLC0415
    from engine.storage.document_facts import DocumentFactReader  # noqa: PLC0415
    from engine.storage.offers import OfferStore  # noqa: PLC0415

    sources = Sources(
        stream=stream or live_stream(database, paths),
        documents=DocumentFactReader(database),
        offers=OfferStore(database),
        meant=_meant(database),
        is_there=_is_file,
    )
    return Adviser(sources, models or Models)


def _meant(database: Database) -> MeantTime:
    """Return what tells what time is meant for; nothing where more is planned than can be told."""
    from engine.bootstrap.planning import build_plan  # noqa: PLC0415
    from engine.domain.errors import UsageError  # noqa: PLC0415

    plan = build_plan(database, local_clock())

    def meant(start_ms: int, end_ms: int) -> Sequence[Meant]:
        try:
            return plan.meant(start_ms, end_ms)
        except UsageError:  # told where the plan is shown
            return ()

    return meant


def live_stream(database: Database, paths: ProfilePaths) -> LiveStream:
    """Build what follows a profile's history."""
    from engine.bootstrap.rules import rules_in_force  # noqa: PLC0415
    from engine.mind.stream.live import LiveStream  # noqa: PLC0415
    from engine.storage.heartbeat import HeartbeatFile  # noqa: PLC0415
    from engine.storage.stream import StreamReader  # noqa: PLC0415

    reader = StreamReader(database, HeartbeatFile(paths.heartbeat).read, rules_in_force(database))
    return LiveStream(reader, lambda: focus_weights(database), lambda: day_rule(paths, local_clock()))


def focus_weights(database: Database) -> dict[int, float]:
    """Return how every category counts for focus."""
    from engine.domain.categories import CategoryTree  # noqa: PLC0415
    from engine.storage.categories import CategoryStore  # noqa: PLC0415

    found = CategoryStore(database).all()
    tree = CategoryTree(found)
    return {one.id: float(tree.weight(one.id)) for one in found}


def day_rule(paths: ProfilePaths, clock: Clock) -> DayRule:
    """Return how the person's days are cut; the default where the settings cannot be read."""
    from engine.domain.days import DayRule  # noqa: PLC0415
    from engine.domain.errors import SettingsError  # noqa: PLC0415
    from engine.settings import load_settings  # noqa: PLC0415

    try:
        return DayRule(clock.now().zone, load_settings(paths.settings).tracking.day_start_minute)
    except SettingsError:  # told where settings are shown
        return DayRule(clock.now().zone)


def local_clock() -> Clock:
    """Return the machine's clock, in its own zone."""
    from engine.domain.clock import SystemClock  # noqa: PLC0415
    from engine.zone import LocalZone  # noqa: PLC0415

    return SystemClock(LocalZone())


def _is_file(path: str) -> bool:
    try:
        return Path(path).is_file()
    except (OSError, ValueError):
        return False
