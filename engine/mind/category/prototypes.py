"""Tells the category of a look by its nearest examples, and keeps silent where it cannot be sure enough.

Every example is a prototype of its category (Snell, Swersky and Zemel, 2017, with one prototype an example instead of
their mean, as categories are made of several kinds of windows). How sure is sure enough is told by leaving out one
example after another.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.domain.look import Look
from engine.mind.category.kinship import Values, kinship, text_of

RIGHT = 0.9
"""The share of what is said of left out examples that has to be right."""

FEWEST = 3  # examples left out and told rightly, below which nothing is said
_CERTAIN = 0.95
_FLOOR = 0.15  # no example is this far away and still one
_NEAREST_PART, _FEW = 0.7, 3  # the nearest example counts so much, the nearest few the rest
_SECOND_PART = 0.7  # of what speaks for the second best category speaks against the best


class Example(NamedTuple):
    """A look whose category is known. said: by the person, else by a rule."""

    look: Look
    category: int
    said: bool = True


class Guess(NamedTuple):
    """What a look seems to be: its category, how sure that is (0 to 1), and the place of the nearest example of it."""

    category: int
    confidence: float
    nearest: int


@dataclass(frozen=True, slots=True)
class Prototypes:
    """Examples and from which confidence on to speak; threshold is None where too few examples tell the others."""

    examples: tuple[Example, ...]
    vectors: Mapping[str, NDArray[np.float32]]
    threshold: float | None

    def guesses(self, looks: Sequence[Look], vectors: Mapping[str, NDArray[np.float32]]) -> list[Guess]:
        """Return what each look seems to be, however unsure; nothing without examples."""
        if not self.examples or not looks:
            return []
        known = [example.look for example in self.examples]
        found = _guesses(kinship(looks, known, {**self.vectors, **vectors}), self.examples)
        said = {example.look.id: at for at, example in enumerate(self.examples) if example.said}
        return [
            self._said(said[look.id]) if look.id in said else guess for look, guess in zip(looks, found, strict=True)
        ]

    def _said(self, place: int) -> Guess:
        return Guess(self.examples[place].category, 1.0, place)

    def sure(self, guess: Guess) -> bool:
        """Return whether a guess is sure enough to be said: by the threshold, or because the person said it."""
        return guess.confidence >= (_CERTAIN if self.threshold is None else self.threshold)


def learned(examples: Sequence[Example], vectors: Mapping[str, NDArray[np.float32]]) -> Prototypes:
    """Return the prototypes of examples, with the threshold that leaving each of them out tells."""
    return Prototypes(tuple(examples), vectors, _threshold(examples, vectors))


def left_out(examples: Sequence[Example], vectors: Mapping[str, NDArray[np.float32]]) -> list[Guess]:
    """Return what each example seems to be by the others.

    Those with the same text are left out with it, and with what a rule labelled all of the same app: rules go by apps
    and would only prove themselves.
    """
    if not examples:
        return []
    looks = [example.look for example in examples]
    near = kinship(looks, looks, vectors)
    text, app = np.array([text_of(look) for look in looks]), np.array([look.app for look in looks])
    by_rule = np.array([not example.said for example in examples])
    near[(text[:, None] == text[None, :]) | (by_rule[:, None] & (app[:, None] == app[None, :]))] = -1.0
    return _guesses(near, examples)


def _threshold(examples: Sequence[Example], vectors: Mapping[str, NDArray[np.float32]]) -> float | None:
    """Return the lowest confidence from which on enough of the guesses are right; None for none."""
    tried = left_out(examples, vectors)
    if not tried:
        return None
    sure = np.array([guess.confidence for guess in tried])
    right = np.array([guess.category == example.category for guess, example in zip(tried, examples, strict=True)])
    order = np.argsort(-sure, kind="stable")
    share = np.cumsum(right[order]) / np.arange(1, len(order) + 1)
    good = np.flatnonzero((share >= RIGHT) & (np.cumsum(right[order]) >= FEWEST) & (sure[order] >= _FLOOR))
    return float(sure[order][good[-1]]) if len(good) else None


def _guesses(near: Values, examples: Sequence[Example]) -> list[Guess]:
    category = np.array([example.category for example in examples])
    names = np.unique(category)
    each = np.column_stack([_support(near[:, category == name]) for name in names])
    order = np.argsort(-each, axis=1)
    rows = np.arange(len(near))
    best = each[rows, order[:, 0]]
    second = each[rows, order[:, 1]] if len(names) > 1 else np.zeros(len(near))
    confidence = np.clip(best - _SECOND_PART * second, 0.0, 1.0)
    found = names[order[:, 0]]
    nearest = np.where(category[None, :] == found[:, None], near, -1.0).argmax(axis=1)
    return [Guess(int(one), float(sure), int(at)) for one, sure, at in zip(found, confidence, nearest, strict=True)]


def _support(near: Values) -> Values:
    """Return what the examples of one category say for each look."""
    best = np.maximum(-np.sort(-near, axis=1)[:, :_FEW], 0.0)
    return np.asarray(_NEAREST_PART * best[:, 0] + (1.0 - _NEAREST_PART) * best.mean(axis=1), dtype=np.float64)
