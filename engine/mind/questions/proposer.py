"""Proposes what a question may ask for: learned in a second or two from the shipped ways to ask, when first asked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import numpy as np

from engine.domain.intents import NAME, TIME, Proposal
from engine.mind.questions.features import features
from engine.mind.questions.paraphrases import Way, filled, read_ways

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from engine.domain.encoding import Encoder
    from engine.mind.network.intents import IntentModel

_MOST = 3
_VARIANTS = 4
_APART = 5  # every fifth way sets the confidence right
_SEED = 0
_SPOKEN = {TIME: "last week", NAME: "Firefox"}


class LearnedProposer:
    """A head over hashed pieces and, where there is one that reads the language, the sentence encoder's vector.

    It holds nothing of the person's: it learns from what is shipped alone.
    """

    def __init__(self, path: Path, encoder: Callable[[], Encoder | None] = lambda: None) -> None:
        self._path = path
        self._encoder = encoder

    def __call__(self, masked: str) -> list[Proposal]:
        """Return the likeliest three; nothing for a question without a word. Raises EncoderError."""
        intents, encoder, model = self._learned
        row = self._rows([masked], _vectors([masked], encoder))
        if not row.any():
            return []
        chances = model.probabilities(row)[0]
        best = np.argsort(-chances)[:_MOST]
        return [Proposal(intents[place], float(chances[place])) for place in best]

    @cached_property
    def _learned(self) -> tuple[list[str], Encoder | None, IntentModel]:
        encoder = self._encoder()
        ways = read_ways(self._path)
        intents = sorted({way.intent for way in ways})
        numbers = np.array([intents.index(way.intent) for way in ways], dtype=np.int64)
        return intents, encoder, self._fitted(ways, _vectors([way.text for way in ways], encoder), numbers)

    def _fitted(self, ways: list[Way], vectors: NDArray[np.float32], numbers: NDArray[np.int64]) -> IntentModel:
        """Learn from all; the confidence is that of a model which did not see a fifth of the ways."""
        from engine.mind.network.intents import IntentModel, learn_intents, temperature_of  # noqa: PLC0415

        random = Random(_SEED)  # noqa: S311  (the same cases each time)
        many = int(numbers.max()) + 1
        places = np.repeat(np.arange(len(ways)), _VARIANTS)
        rows = self._rows([filled(ways[place], random) for place in places], vectors[places])
        labels = numbers[places]
        apart = places % _APART == 0
        tried = learn_intents(rows[~apart], labels[~apart], many, _SEED)
        temperature = temperature_of(tried, rows[apart], labels[apart])
        return IntentModel(learn_intents(rows, labels, many, _SEED).network, temperature)

    def _rows(self, questions: Sequence[str], vectors: NDArray[np.float32]) -> NDArray[np.float32]:
        return np.concatenate([features(questions), vectors], axis=1)


def _vectors(questions: Sequence[str], encoder: Encoder | None) -> NDArray[np.float32]:
    """Return the encoder's vector of each question it reads, zeros of others."""
    if encoder is None:
        return np.zeros((len(questions), 0), dtype=np.float32)
    found = np.zeros((len(questions), encoder.dimensions), dtype=np.float32)
    spoken = [_as_said(one) for one in questions]
    read = [place for place, one in enumerate(spoken) if encoder.reads(one)]
    if read:
        found[read] = encoder.encode([spoken[place] for place in read])
    return found


def _as_said(question: str) -> str:
    for mark, words in _SPOKEN.items():
        question = question.replace(mark, words)
    return question
