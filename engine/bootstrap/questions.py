"""Builds what says, in the worker, what an unknown question may ask for, and who asks it from here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from engine.domain.intents import Proposal, Proposer
    from engine.mind.questions.proposer import LearnedProposer
    from engine.paths import ProfilePaths
    from engine.talking import Asker

PATIENCE_S = 20.0
"""So long a proposal is waited for: the first one loads torch and the encoder, and learns for a second or two."""

_LONGEST = 500


def question_answers(paths: ProfilePaths) -> Callable[[Mapping[str, Any]], dict[str, Any]]:
    """Build what answers in the worker; the first question loads torch and learns."""
    from functools import cache  # noqa: PLC0415

    @cache
    def proposer() -> LearnedProposer:
        from engine.mind.questions.paraphrases import FILE  # noqa: PLC0415
        from engine.mind.questions.proposer import LearnedProposer  # noqa: PLC0415
        from engine.paths import resource  # noqa: PLC0415

        return LearnedProposer(resource(FILE), lambda: _encoder(paths))

    def answer(said: Mapping[str, Any]) -> dict[str, Any]:
        from engine.domain.errors import UsageError  # noqa: PLC0415

        text = said.get("text")
        if not isinstance(text, str) or len(text) > _LONGEST:
            raise UsageError("A question needs a text of at most 500 characters.")
        return {"proposed": [[one.intent, one.confidence] for one in proposer()(text)]}

    return answer


def asked_proposer(asker: Asker, patience_s: float = PATIENCE_S) -> Proposer:
    """Return what asks the worker; where it does not answer, nothing is proposed."""
    from engine.talking import NoAnswer  # noqa: PLC0415

    def propose(masked: str) -> tuple[Proposal, ...]:
        from engine.domain.intents import Proposal  # noqa: PLC0415

        try:
            told = asker.ask({"ask": "question", "text": masked}, seconds=patience_s)
            return tuple(Proposal(str(intent), float(confidence)) for intent, confidence in told["proposed"])
        except (NoAnswer, KeyError, TypeError, ValueError):
            return ()

    return propose


def _encoder(paths: ProfilePaths) -> Any:
    """Return the encoder, None where it cannot be used: questions are proposed without it, too."""
    from engine.bootstrap.encoder import sentence_encoder  # noqa: PLC0415
    from engine.domain.errors import KairosError  # noqa: PLC0415

    try:
        return sentence_encoder(paths)
    except KairosError:
        return None
