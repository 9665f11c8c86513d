"""Builds what proposes unknown questions' meanings, and what asks the worker how near texts are to a question.

Where the worker does not answer, texts are weighed by their words.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from engine.domain.answers import Answer
    from engine.domain.encoding import Encoder
    from engine.domain.intents import Proposal, Proposer
    from engine.mind.questions.language_model import LanguageModel
    from engine.mind.questions.proposer import QuestionHead
    from engine.paths import ProfilePaths
    from engine.talking import Asker

PATIENCE_S = 20.0
"""So long an answer is waited for: the first one loads torch and the encoder."""

REWORD_S = 60.0
"""So long another wording is waited for: a language model takes its time to load."""

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

    @cache
    def model(chosen: str) -> LanguageModel | None:
        from engine.mind.questions.language_model import load_model  # noqa: PLC0415

        return load_model(chosen)

    def reword(said: Mapping[str, Any]) -> dict[str, Any]:
        from engine.mind.questions.language_model import rephrase  # noqa: PLC0415

        found = model(_chosen_model(paths)) if _chosen_model(paths) else None
        language = str(said.get("language"))
        return {"reworded": "" if found is None else rephrase(found, _text(said.get("text")), language)}

    return {"near": near, "reword": reword}


def _chosen_model(paths: ProfilePaths) -> str:
    """Return the language model's file, "" for none; also where the settings cannot be read."""
    from engine.domain.errors import KairosError  # noqa: PLC0415
    from engine.settings import load_settings  # noqa: PLC0415

    try:
        return load_settings(paths.settings).assistant.language_model
    except KairosError:
        return ""


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


def asked_rewording(asker: Asker, paths: ProfilePaths, patience_s: float = REWORD_S) -> Callable[[Answer], Answer]:
    """Return what has an answer worded anew by the person's language model; as it was without one, or in doubt."""
    from engine.talking import NoAnswer  # noqa: PLC0415

    def reworded(answer: Answer) -> Answer:
        from engine.assistant.rephrased import faithful, in_other_words, may_be_rephrased  # noqa: PLC0415
        from engine.assistant.tokens import is_chinese  # noqa: PLC0415

        if not may_be_rephrased(answer) or not _chosen_model(paths):
            return answer
        question = {"ask": "reword", "text": answer.text, "language": "zh" if is_chinese(answer.text) else "en"}
        try:
            text = str(asker.ask(question, seconds=patience_s).get("reworded") or "")
        except NoAnswer:
            return answer
        return in_other_words(answer, text) if faithful(text, answer) else answer

    return reworded
