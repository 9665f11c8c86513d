"""Words of titles and paths as a sparse table: how much each says of its document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from engine.domain.stop_words import STOP_WORDS
from engine.domain.word_tokens import tokens
from engine.mind.recommend.facts import DocumentFacts
from engine.mind.recommend.tables import Table, scaled, table, unit_rows

_FOLDERS, _JOINS, _SUFFIX = re.compile(r"[\\/]"), re.compile(r"[_.\-]+"), re.compile(r"\.\w{1,8}$")
_LEAST = 2  # documents that must have a word for it to say anything of two


def document_words(title: str, path: str = "") -> tuple[str, ...]:
    """Return the telling words of a title, of the file's name and of its folder's, each once."""
    ending = _JOINS.sub(" ", " ".join(_FOLDERS.split(_SUFFIX.sub("", path))[-2:]))
    return tuple(dict.fromkeys(word for word in tokens(f"{title} {ending}") if word not in STOP_WORDS))


def word_table(texts: Sequence[Sequence[str]]) -> tuple[Table, dict[str, int]]:
    """Return which document has which word (documents, words), and each word's column."""
    column: dict[str, int] = {}
    places = [[column.setdefault(word, len(column)) for word in text] for text in texts]
    rows = np.repeat(np.arange(len(texts)), [len(text) for text in places])
    flat = np.array([one for text in places for one in text], np.int64)
    return table(rows, flat, np.ones(len(flat)), (len(texts), max(1, len(column)))), column


def with_words(facts: DocumentFacts) -> DocumentFacts:
    """Return the facts with the words of titles and paths."""
    texts = [document_words(title, path) for title, path in zip(facts.title, facts.path, strict=True)]
    words, column = word_table(texts)
    return replace(facts, words=words, column=column)


def asked_words(text: str, facts: DocumentFacts) -> Table:
    """Return the known words of a text as a table (1, words)."""
    found = [facts.column[word] for word in document_words(text) if word in facts.column]
    columns = np.array(found, np.int64)
    return table(np.zeros(len(found), np.int64), columns, np.ones(len(found)), (1, max(1, len(facts.column))))


def weighed(present: Table) -> Table:
    """Return the table weighed by how few documents have a word (TF-IDF), rows of length 1; lone words go."""
    documents = np.bincount(present.indices, minlength=present.shape[1])
    rare = np.log(max(2, present.shape[0]) / np.maximum(documents, 1)) * (documents >= _LEAST)
    return unit_rows(scaled(present, columns=np.maximum(rare, 0.0)))
