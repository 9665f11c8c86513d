"""The category of what no rule knows, as one of the heads a training run judges: each correction told by those before.

There is nothing to keep but the threshold: the examples themselves are the model, and they are in the history.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.domain.clock import MS_PER_SECOND
from engine.domain.look import Look
from engine.domain.model_status import Head
from engine.domain.rule_suggestion import Meanings
from engine.mind.category.kinship import text_of
from engine.mind.category.prototypes import Example, Prototypes, learned
from engine.mind.measures.compared import Compared
from engine.mind.train.learning import Course, Halted, Learned

FEWEST = 6
_DAY_MS = 86_400_000
_NEVER = 2.0  # no confidence is as high

Dated = tuple[Look, int, int]
"""A look, the category it was given, and when, UTC milliseconds."""


@dataclass(frozen=True, slots=True)
class CategoryTrainee:
    """Learns from looks that were given a category, in the order it was said. meanings: built when it learns."""

    said: Sequence[Dated]
    meanings: Callable[[], Meanings]
    head: Head = Head.CATEGORY

    def learn(self, course: Course) -> Learned | None:
        """Judge each example by those before it; None with fewer than FEWEST. Raises Halted."""
        said = [one for one in self.said if one[2] < course.before_s * MS_PER_SECOND]
        if len(said) < FEWEST:
            return None
        examples = [Example(look, category) for look, category, _ in said]
        vectors = self.meanings()(list(dict.fromkeys(text_of(one.look) for one in examples)))
        ours = np.zeros(len(said) - 1)
        for at in range(1, len(said)):
            if course.stop():
                raise Halted
            (guess,) = Prototypes(tuple(examples[:at]), vectors, None).guesses([examples[at].look], vectors)
            ours[at - 1] = guess.category == examples[at].category
        days = np.array([at_ms // _DAY_MS for _, _, at_ms in said[1:]], dtype=np.int32)
        compared = Compared("accuracy", "the app's last category", ours, _by_app(examples), days)
        threshold = learned(examples, vectors).threshold
        return Learned({"threshold": np.array([_NEVER if threshold is None else threshold])}, compared)


def _by_app(examples: Sequence[Example]) -> NDArray[np.float64]:
    """Return what the rule every model must beat gets: the app's last category, else the commonest so far."""
    last: dict[str, int] = {}
    often: Counter[int] = Counter()
    right: list[bool] = []
    for one in examples:
        if often:
            right.append(last.get(one.look.app, often.most_common(1)[0][0]) == one.category)
        last[one.look.app] = one.category
        often[one.category] += 1
    return np.array(right, dtype=np.float64)
