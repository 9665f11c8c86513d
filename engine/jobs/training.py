"""When the learned models are trained by themselves: the person away, the machine on mains power and not busy."""

from __future__ import annotations

from collections.abc import Callable

from engine.domain.training_due import TrainingFacts, is_due
from engine.jobs.background import BackgroundWork, Start, start_worker
from engine.launch import WorkerJob
from engine.paths import ProfilePaths


class BackgroundTraining(BackgroundWork):
    """Looks whether the models are to be trained, and starts what does it; that process ends with this one.

    facts: what is known at a moment. spare: whether the machine has power and time for it. look raises Storage errors.
    """

    def __init__(
        self,
        paths: ProfilePaths,
        facts: Callable[[int], TrainingFacts],
        now_ms: Callable[[], int],
        spare: Callable[[], bool],
        start: Start = start_worker,
    ) -> None:
        def wanted() -> bool:
            now = now_ms()
            return is_due(facts(now), now) and spare()

        super().__init__(WorkerJob.TRAIN, paths, wanted, start)
