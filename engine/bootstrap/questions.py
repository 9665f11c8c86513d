"""Builds what proposes unknown questions' meanings, and what asks the worker how near texts are to a question.

Where the worker does not answer, texts are weighed by their words.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from engine.domain.encoding import Encoder
    from engine.domain.intents import Proposal, Proposer
    from engine.mind.questions.proposer import QuestionHead
    from engine.paths import ProfilePaths
    from engine.talking import Asker

PATIENCE_S = 20.0
"""So long an answer is waited for: the first one loads torch and the encoder."""

_LONGEST, _MOST_TEXTS = 500, 24
_Answer = Callable[[Mapping[str, Any]], dict[str, Any]]


def build_proposer() -> Proposer:
    """Build what proposes, with the head that comes with Kairos; it is read by the first unknown question."""
    from functools import cache  # noqa: PLC0415

    @cache
    def head() -> QuestionHead | None:
        from engine.mind.questions.proposer import FILE, read_head  # noqa: PLC0415
        from engine.paths import resource  # noqa: PLC0415

        return read_head(resource(FILE))

    def propose(masked: str, /) -> Sequence[Proposal]:
        found = head()
        return () if found is None else found(masked)

    return propose


def question_answers(paths: ProfilePaths) -> dict[str, _Answer]:
    """Build what answers in the worker, by what is asked for; the first question loads torch."""
    from functools import cache  # noqa: PLC0415

    @cache
    def encoder() -> Encoder | None:
        return _encoder(paths)

    def near(said: Mapping[str, Any]) -> dict[str, Any]:
        from engine.mind.questions.nearness import nearness  # noqa: PLC0415

        given = said.get("texts")
        texts = [_text(one) for one in given[:_MOST_TEXTS]] if isinstance(given, list) else []
        return {"near": nearness(_text(said.get("text")), texts, encoder())}

    return {"near": near}


def _text(given: object) -> str:
    from engine.domain.errors import UsageError  # noqa: PLC0415

    if not isinstance(given, str) or len(given) > _LONGEST:
        raise UsageError("A question needs a text of at most 500 characters.")
    return given


def _encoder(paths: ProfilePaths) -> Encoder | None:
    """Return the encoder, None where it cannot be used: questions are answered without it, too."""
    from engine.bootstrap.encoder import sentence_encoder  # noqa: PLC0415
    from engine.domain.errors import KairosError  # noqa: PLC0415

    try:
        return sentence_encoder(paths)
    except KairosError:
        return None


# ---------------------------------------------------------------- who asks


def asked_nearness(
    asker: Asker, paths: ProfilePaths, patience_s: float = PATIENCE_S
) -> Callable[[str, Sequence[str]], Sequence[float] | None]:
    """Return what asks the worker how near texts are to a question; without an encoder nobody is asked."""
    from engine.talking import NoAnswer  # noqa: PLC0415

    def near(question: str, texts: Sequence[str]) -> list[float] | None:
        if _encoder(paths) is None:
            return None
        try:
            said = asker.ask({"ask": "near", "text": question, "texts": list(texts)}, seconds=patience_s)
        except NoAnswer:
            return None
        told = said.get("near")
        return [float(one) for one in told] if isinstance(told, list) else None

    return near
