"""When to focus and what to read: advice from the learned models, feedback on it, and the models themselves.

Advice comes from a process that keeps the models warm; where that does not answer, the baseline is asked here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from engine.api.mind_feedback import MindFeedback
from engine.api.mind_training import ModelTraining
from engine.api.soon import STORAGE_ERRORS, ask_soon
from engine.domain.advice_json import advice_from_json
from engine.domain.model_status import Effect, MindStatus
from engine.domain.offers import Offered
from engine.domain.recommended import Advice, Notice, Verdict
from engine.domain.soon import Soon
from engine.talking import Asker, NoAnswer, raise_told

ADVICE_S = 10.0
"""So long an answer is waited for: the first one comes with the start of the process, which a busy machine delays."""


class Mind:
    """What the learned models of one profile say, and what is said of it. Every method may raise Storage errors."""

    def __init__(
        self,
        asker: Asker,
        baseline: Callable[[], Advice],
        feedback: MindFeedback,
        training: ModelTraining,
        *,
        patience_s: float = ADVICE_S,
    ) -> None:
        """asker: asks the process that knows the models. baseline: advises without it."""
        self._asker = asker
        self._baseline = baseline
        self._feedback = feedback
        self._training = training
        self._patience_s = patience_s

    # ---------------------------------------------------------------- advice

    def advice(self) -> Advice:
        """Return what is advised now; each offer in it is stored, so that it can be told as shown and be answered.

        It blocks, up to seconds the first time, so a window asks from a thread. Where the process that knows the
        models does not answer, the baseline advises, and the notices say so.
        """
        try:
            told = self._asker.ask({"ask": "advice"}, seconds=self._patience_s)
            raise_told(told, STORAGE_ERRORS)
            return advice_from_json(told["advice"])
        except (NoAnswer, KeyError, TypeError, ValueError):
            advice = self._baseline()
        silent = tuple(one for one in advice.notices if one is not Notice.WORKER_SILENT)
        return replace(advice, notices=(Notice.WORKER_SILENT, *silent))

    def soon(self) -> Soon:
        """Return what is likely to come in the next minutes; it blocks as advice does, and tells nothing unanswered."""
        return ask_soon(self._asker, self._patience_s)

    # ---------------------------------------------------------------- feedback

    def shown(self, offers: Sequence[int]) -> None:
        """Note that these offers were visible."""
        self._feedback.shown(offers)

    def say(self, offer: int, verdict: Verdict) -> None:
        """Note what the person says of an offer; the next advice heeds it. UsageError where there is no such offer."""
        self._feedback.say(offer, verdict)

    def unsay(self, offer: int, verdict: Verdict) -> None:
        """Forget what the person said of an offer a moment ago; the next advice is as if it had not been said."""
        self._feedback.unsay(offer, verdict)

    def opened(self, offer: int) -> None:
        """Note that what was offered was opened."""
        self.say(offer, Verdict.OPENED)

    def offered(self, offer: int) -> Offered:
        """Return what was offered under this number, with its reasons; UsageError where there is no such offer."""
        return self._feedback.offered(offer)

    def effect(self) -> Effect:
        """Return what came of what was recommended, by policy and by week."""
        return self._feedback.effect()

    def rating_due(self) -> bool:
        """Return whether to ask how focused the last half hour was: at a natural break, three times a day at most."""
        return self._feedback.rating_due()

    def rate(self, value: int) -> None:
        """Store how focused the last half hour was, 1 to 5; UsageError for anything else."""
        self._feedback.rate(value)

    def ratings_agreement(self) -> float | None:
        """Return how ratings and the score from activity rank the same times (Spearman); None under ten ratings."""
        return self._feedback.ratings_agreement()

    # ---------------------------------------------------------------- the models

    def status(self) -> MindStatus:
        """Return how the models stand."""
        return self._training.status()

    def train(self) -> None:
        """Start training now, in a process of its own. UsageError where that goes on already."""
        self._training.start()

    def stop_training(self) -> None:
        """Have the training leave off, whoever started it; it goes on from there the next time."""
        self._training.stop()

    def reset(self) -> None:
        """Forget the models, and all that was recommended and said."""
        self._training.reset()

    def roll_back(self) -> bool:
        """Use the models of the run before, the baselines where there is none; False where none is in use."""
        return self._training.roll_back()

    def let_go(self) -> None:
        """End the processes that were started here with all they keep in memory; others are started when asked for."""
        self._asker.let_go()
        self._training.close()

    def close(self) -> None:
        """End the processes that were started here; a question that waits is given up."""
        self._asker.close()
        self._training.close()
