"""How well words find documents, on a part of the shared collections; the whole is tests/benchmarks/retrieval.py."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest
from helpers.document_library import document_library
from helpers.retrieval_sets import SHARED, as_words, file_name, ndcg_10, number_of, read_set

ASKED = 40


@pytest.mark.skipif(not SHARED.is_dir(), reason=f"the shared test collections are not at {SHARED}")
@pytest.mark.parametrize(("name", "least"), [("xquad_en", 0.93), ("xquad_zh", 0.93)])
def test_words_answer_questions_in_english_and_chinese(tmp_path: Path, name: str, least: float) -> None:
    judged = read_set(SHARED / name)
    with document_library(tmp_path) as library:
        library.add_all({file_name(number): text for number, text in judged.documents.items()})
        search, values = library.search(), []
        for number, question in islice(judged.questions.items(), 0, None, len(judged.questions) // ASKED):
            hits = search.words(as_words(question), 10)
            order = [number_of(hit.document.identity.path) for hit in hits]
            values.append(ndcg_10(order, judged.judgments[number]))
    assert sum(values) / len(values) > least
