"""Answering questions a line at a time."""

from __future__ import annotations

import io
import json
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from helpers.document_library import DocumentLibrary, document_library
from helpers.small_encoder import SmallEncoder, SmallNearest

from engine.documents.answer import AnswerLoop
from engine.documents.search.meaning import Meaning
from engine.domain.errors import EncoderError
from engine.talking import LONGEST_LINE


@pytest.fixture
def library(tmp_path: Path) -> Iterator[DocumentLibrary]:
    with document_library(tmp_path) as made:
        made.add_all({"car.txt": "My automobile is red.", "plan.txt": "The budget is small."})
        made.embed(SmallEncoder())
        yield made


def _loop(library: DocumentLibrary, *, idle_s: float = 30) -> AnswerLoop:
    return AnswerLoop(library.search(), lambda: library.meaning(SmallEncoder(), SmallNearest()), idle_s=idle_s)


def _told(loop: AnswerLoop, *lines: bytes) -> list[dict[str, Any]]:
    """Return what the loop answers to lines that come through a pipe, which then ends."""
    reading, writing = os.pipe()
    output = io.BytesIO()
    os.write(writing, b"".join(lines))
    os.close(writing)
    loop.run(reading, output)
    os.close(reading)
    return [json.loads(line) for line in output.getvalue().splitlines()]


def test_questions_are_answered_until_the_input_ends(library: DocumentLibrary) -> None:
    first, second = _told(
        _loop(library), b'{"id": 1, "query": "vehicle"}\n', b'{"id": 2, "query": "budget", "limit": 1}\n'
    )
    assert first["id"] == 1
    assert first["hits"][0]["text"] == "My automobile is red."
    assert first["hits"][0]["similarity"] > 0.9
    assert [hit["words"] for hit in second["hits"]] == [["budget"]]


@pytest.mark.parametrize(
    "line",
    [b"", b"no json", b"[]", b"7", b'{"query": "a"}', b'{"id": "x", "query": "a"}', b'{"id": 1, "query": 2}',
     b'{"id": 1, "query": "a", "limit": 0}', b"[" * 5_000, b"\xff\xfe"],
)  # fmt: skip
def test_what_is_no_question_is_answered_with_an_error(library: DocumentLibrary, line: bytes) -> None:
    wrong, right = _told(_loop(library), line + b"\n", b'{"id": 9, "query": "budget"}\n')
    assert wrong["error"]["kind"] == "UsageError"
    assert right["id"] == 9
    assert right["hits"]


def test_a_question_that_is_not_understood_is_told_by_its_number(library: DocumentLibrary) -> None:
    (told,) = _told(_loop(library), b'{"id": 3, "query": "type:sculpture x"}\n')
    assert told["id"] == 3
    assert "sculpture" in told["error"]["message"]


def test_a_line_without_end_is_bounded(library: DocumentLibrary) -> None:
    reading, writing = os.pipe()
    output = io.BytesIO()
    loop = _loop(library)

    def send() -> None:
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(b"x" * (LONGEST_LINE * 5) + b"\n" + b'{"id": 4, "query": "budget"}\n')

    sender = threading.Thread(target=send)
    sender.start()
    loop.run(reading, output)
    sender.join()
    os.close(reading)
    told = [json.loads(line) for line in output.getvalue().splitlines()]
    assert ["error" in one for one in told] == [True, False]
    assert told[1]["id"] == 4


def test_it_ends_when_nobody_asks(library: DocumentLibrary) -> None:
    reading, writing = os.pipe()
    _loop(library, idle_s=0.05).run(reading, io.BytesIO())
    os.close(writing)
    os.read(reading, 1)
    os.close(reading)


def _broken() -> Meaning:
    raise EncoderError("The weights are damaged.")


@pytest.mark.parametrize(("make", "message"), [(lambda: None, "No sentence encoder"), (_broken, "damaged")])
def test_without_an_encoder_that_is_the_answer(
    library: DocumentLibrary, make: Callable[[], Meaning | None], message: str
) -> None:
    (told,) = _told(AnswerLoop(library.search(), make), b'{"id": 1, "query": "budget"}\n')
    assert told["error"]["kind"] == "EncoderError"
    assert message in told["error"]["message"]
