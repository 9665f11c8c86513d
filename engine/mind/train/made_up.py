"""Made-up inputs for golden outputs: the same on every machine, whatever is known of a person."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.mind.recommend.facts import Context, DocumentFacts, DocumentUses, Interest
from engine.mind.stream.columns import Moments, Stream

FROM_S = 1_750_032_000.0
"""Monday 16 June 2025, 00:00 UTC."""

_DAY_S, _HOUR_S = 86_400.0, 3_600.0
_DAYS, _ROWS_A_DAY, _ROW_S = 12, 120, 240.0
_DOCUMENTS, _PAIRS, _WORDS, _USES = 24, 8, 7, 90


def wave(*shape: int) -> NDArray[np.float32]:
    """Return numbers from -1 to 1 that no version of any library makes otherwise."""
    count = int(np.prod(shape))
    return np.sin(np.arange(1, count + 1, dtype=np.float64) * 1.7).astype(np.float32).reshape(shape)


def working_days() -> Stream:
    """Return twelve days of eight hours, in which what is worked on and what distracts take turns, more so at noon."""
    number = np.arange(_DAYS * _ROWS_A_DAY)
    day, row = number // _ROWS_A_DAY, number % _ROWS_A_DAY
    start = FROM_S + day * _DAY_S + 9 * _HOUR_S + row * _ROW_S
    kind = np.where((row // 12 + day) % 3 == 0, number % 3, row // 6 % 2 * 3)
    none = np.full(len(number), -1, np.int32)
    return Stream(
        start_s=start,
        end_s=start + _ROW_S,
        local_s=start,
        day=(739_418 + day).astype(np.int32),  # date(2025, 6, 16).toordinal()
        presence=np.zeros(len(number), np.int8),
        app=kind.astype(np.int32),
        title=none,
        category=(kind + 1).astype(np.int32),
        weight=np.array([2.0, -2.0, -1.0, 1.0], np.float32)[kind],
        document=np.zeros(len(number), np.int32),
        apps=("editor", "games", "chat", "notes"),
        titles=(),
    )


def slots_after(stream: Stream) -> Moments:
    """Return the starts of slots of the three days behind the stream."""
    return np.asarray(stream.end_s[-1] + np.arange(0, 72, 6) * _HOUR_S, np.float64)


def some_documents(numbers: Mapping[str, NDArray[Any]]) -> DocumentFacts:
    """Return made-up texts for some of the documents a recommender was learned with, those with neighbours first."""
    from engine.mind.recommend.words import with_words  # noqa: PLC0415  (loads what texts are cut by)

    documents = numbers["documents"].astype(np.int64)
    paired = [numbers[name][:_PAIRS].astype(np.int64) for name in sorted(numbers) if name.endswith((".row", ".column"))]
    first = np.concatenate([*paired, np.arange(min(_DOCUMENTS, len(documents)))])
    _, order = np.unique(first, return_index=True)
    chosen = np.sort(documents[first[np.sort(order)][:_DOCUMENTS]])
    return with_words(
        DocumentFacts(
            chosen,
            tuple(f"/d/{n % 5}/word{n % _WORDS}.md" for n in range(len(chosen))),
            tuple(f"word{n % _WORDS} theme{n % 3}" for n in range(len(chosen))),
            FROM_S - _DAY_S * np.arange(len(chosen), dtype=np.float64),
            vectors=wave(len(chosen), 8),
        )
    )


def uses_of(facts: DocumentFacts) -> DocumentUses:
    """Return a month of uses of these documents."""
    at = np.arange(_USES)
    start = np.asarray(FROM_S - _DAY_S * 30 + at * _HOUR_S * 8, np.float64)
    document = facts.id[at * 5 % len(facts)]
    before = np.where(at % 3 == 0, 0, np.roll(document, 1))
    return DocumentUses(document, start, start + 600.0, start, (at // 3).astype(np.int64), before)


def moment_among(facts: DocumentFacts) -> Context:
    """Return a moment at which everything that can speak for a document does."""
    return Context(
        FROM_S,
        FROM_S,
        recent=tuple(facts.id[:3].tolist()),
        recent_ago_s=(900.0, 300.0, 0.0),
        front_vector=wave(8),
        words="word1 theme2",
        sequence={int(number): 0.1 for number in facts.id[:5]},
        interests=(Interest(("word2", "theme1"), 0.4),),
    )
