"""How near looks are to each other: by what their titles mean, by shared words, by the app."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from math import log
from pathlib import PurePath

import numpy as np
from numpy.typing import NDArray

from engine.domain.look import Look
from engine.domain.word_tokens import tokens
from engine.sparse import Sparse

MEANING, WORDS, APP = 0.5, 0.3, 0.2
"""How much each tells of two looks; without a vector the other two share its part."""

Values = NDArray[np.float64]
_MARKS = re.compile(r"[\W_]+")


def text_of(look: Look) -> str:
    """Return the text whose meaning stands for the look: its title, else its site, else its app."""
    return look.title or look.site or look.app


def kinship(looks: Sequence[Look], others: Sequence[Look], vectors: Mapping[str, NDArray[np.float32]]) -> Values:
    """Return how near each look is to each of the others, 0 to 1, a row per look.

    vectors: of length 1, by the text of text_of; a text may have none.
    """
    near, known = _meaning(looks, others, vectors)
    app = np.array([one.app for one in looks])[:, None] == np.array([one.app for one in others])[None, :]
    spoken = WORDS * _words(looks, others) + APP * app
    return np.asarray(np.where(known, MEANING * near + spoken, spoken / (WORDS + APP)), dtype=np.float64)


def _meaning(
    looks: Sequence[Look], others: Sequence[Look], vectors: Mapping[str, NDArray[np.float32]]
) -> tuple[Values, NDArray[np.bool_]]:
    width = len(next(iter(vectors.values()))) if vectors else 1
    one, other = (_stacked(some, vectors, width) for some in (looks, others))
    near = np.clip(one @ other.T, 0.0, 1.0)
    return near, np.any(one, axis=1)[:, None] & np.any(other, axis=1)[None, :]


def _stacked(looks: Sequence[Look], vectors: Mapping[str, NDArray[np.float32]], width: int) -> Values:
    nothing = np.zeros(width, dtype=np.float32)
    rows = [vectors.get(text_of(look), nothing) for look in looks]
    return np.array(rows, dtype=np.float64).reshape(len(looks), width)


def _words(looks: Sequence[Look], others: Sequence[Look]) -> Values:
    """Return the cosine of the words of each two looks, rare words counting more."""
    bags = [_bag(look) for look in (*looks, *others)]
    spread = Counter(word for bag in bags for word in bag)
    places = {word: at for at, word in enumerate(spread)}
    weight = {word: log((1 + len(bags)) / (1 + count)) for word, count in spread.items()}
    rows = np.repeat(np.arange(len(bags)), [len(bag) for bag in bags])
    columns = np.array([places[word] for bag in bags for word in bag], dtype=np.int64)
    values = np.array([weight[word] for bag in bags for word in bag])
    table = Sparse.of(rows, columns, values, (len(bags), max(1, len(places))))
    length = np.sqrt(table.with_data(table.data**2).sums())
    products = (table.rows(slice(len(looks))) @ table.rows(slice(len(looks), None)).T).toarray()
    return np.asarray(products / np.maximum(np.outer(length[: len(looks)], length[len(looks) :]), 1e-12))


def _bag(look: Look) -> frozenset[str]:
    text = f"{look.title} {_MARKS.sub(' ', look.site)} {PurePath(look.document).name}"
    return frozenset(word.casefold() for word in tokens(text))
