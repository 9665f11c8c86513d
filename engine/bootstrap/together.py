"""Builds what learns together."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from engine.bootstrap.opening import open_existing_database
from engine.paths import ProfilePaths

if TYPE_CHECKING:
    from engine.api import Preferences
    from engine.api.together import Together
    from engine.domain.clock import Clock
    from engine.domain.model_status import Head
    from engine.mind.checkpoint.tensors import Tensors
    from engine.mind.train.together import PriorLearner
    from engine.storage.database import Database


def build_together(database: Database, preferences: Preferences, clock: Clock) -> Together:
    """Build one person's part."""
    from engine.api.together import Together  # noqa: PLC0415
    from engine.sharing.together.process import installed  # noqa: PLC0415
    from engine.storage.together import TogetherStore  # noqa: PLC0415

    return Together(TogetherStore(database), lambda: preferences.load().sharing.on, installed, clock)


@contextmanager
def prior_learner(paths: ProfilePaths) -> Iterator[PriorLearner]:
    """Build what learns from a profile's history, and take it down again; raises Storage errors, DirectionsMissing.

    It loads torch: never in the window or the recorder.
    """
    from engine.bootstrap.mind_advice import live_stream, local_clock  # noqa: PLC0415
    from engine.domain.together import TogetherError  # noqa: PLC0415
    from engine.mind.train.directions import FILE as DIRECTIONS  # noqa: PLC0415
    from engine.mind.train.directions import directions  # noqa: PLC0415
    from engine.mind.train.population import FILE, population_prior  # noqa: PLC0415
    from engine.mind.train.together import PriorLearner  # noqa: PLC0415
    from engine.paths import resource  # noqa: PLC0415

    database = open_existing_database(paths)
    try:
        prior = population_prior(resource(FILE))
        if not prior:
            raise TogetherError("The weights that models begin with are missing or damaged. Install Kairos again.")
        stream = live_stream(database, paths).upto(local_clock().now().wall_ms)
        yield PriorLearner(prior, directions(resource(DIRECTIONS)), stream)
    finally:
        database.close()


def prior_in_use(database: Database, shipped: dict[Head, Tensors]) -> tuple[dict[Head, Tensors], dict[Head, int]]:
    """Return the weights models begin with, and since when (UTC ms) which heads have others than the shipped ones."""
    import numpy as np  # noqa: PLC0415

    from engine.api.together import Together  # noqa: PLC0415
    from engine.bootstrap.mind_advice import local_clock  # noqa: PLC0415
    from engine.domain.together import part  # noqa: PLC0415
    from engine.mind.network.straight import moved  # noqa: PLC0415
    from engine.mind.train.directions import FILE, DirectionsMissing, directions  # noqa: PLC0415
    from engine.paths import resource  # noqa: PLC0415
    from engine.storage.together import TogetherStore  # noqa: PLC0415

    used = Together(TogetherStore(database), lambda: False, lambda: False, local_clock()).used()
    if used is None:
        return shipped, {}
    numbers, heads, since_ms = used
    try:
        ways = directions(resource(FILE))
    except DirectionsMissing:  # told where it is asked for
        return shipped, {}
    found = {
        head: dict(moved(shipped[head], np.asarray(part(numbers, head)) @ ways[head]))
        for head in heads
        if head in shipped and head in ways
    }
    return {**shipped, **found}, dict.fromkeys(found, since_ms)
