"""Stores what a new model forecasts, slot by slot, so that reports and the planner can read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.paths import ProfilePaths

if TYPE_CHECKING:
    from engine.domain.model_status import TrainingRun
    from engine.mind.checkpoint.files import Checkpoint
    from engine.storage.database import Database


def store_forecasts(database: Database, paths: ProfilePaths, run: TrainingRun, checkpoint: Checkpoint | None) -> None:
    """Store the forecast of the next days in place of older ones; none where the model of focus is not in use.

    Raises Storage errors.
    """
    from engine.bootstrap.mind_advice import live_stream, local_clock  # noqa: PLC0415
    from engine.domain.clock import MS_PER_SECOND  # noqa: PLC0415
    from engine.domain.model_status import Head  # noqa: PLC0415
    from engine.domain.offers import SlotForecast  # noqa: PLC0415
    from engine.mind.advise.focus_time import slots_ahead  # noqa: PLC0415
    from engine.mind.focus.forecaster import Forecaster  # noqa: PLC0415
    from engine.mind.train.earlier import weights_in  # noqa: PLC0415
    from engine.storage.forecasts import ForecastStore  # noqa: PLC0415

    now = local_clock().now()
    part = None if checkpoint is None else checkpoint.manifest.heads.get(Head.FOCUS)
    if checkpoint is None or part is None or not part.live:
        ForecastStore(database).replace((), now.wall_ms)
        return
    now_s = now.wall_ms / MS_PER_SECOND
    stream = live_stream(database, paths).upto(now.wall_ms)
    ahead = slots_ahead(now_s, now.zone)
    seen = Forecaster.from_weights(weights_in(checkpoint.of(Head.FOCUS))).condition(stream)
    told = seen.forecast(ahead.start_s, now_s=now_s, local_s=ahead.local_s)
    columns = (told.start_s, told.probability, told.low, told.high, told.focused_minutes, told.abstains)
    slots = [
        SlotForecast(round(start * MS_PER_SECOND), now.wall_ms, chance, low, high, minutes, bool(silent), run.id)
        for start, chance, low, high, minutes, silent in zip(*(one.tolist() for one in columns), strict=True)
    ]
    ForecastStore(database).replace(slots, now.wall_ms)
