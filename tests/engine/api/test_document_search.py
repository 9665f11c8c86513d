"""Asking a process of its own for meaning: it is started, answers, dies, hangs and is ended."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import IO

import pytest
from helpers.document_library import DocumentLibrary, document_library

from engine.api.document_search import AnswerClient, DocumentFinding, Unanswered
from engine.domain.errors import EncoderError, UsageError
from engine.talking import LONGEST_LINE

HIT = """{'document': 1, 'score': 1.0, 'text': 'abc', 'marks': [[0, 1]], 'page': 2, 'heading': 'h', 'words': ['a'],
'similarity': 0.5, 'used': None}""".replace("\n", "")
LOOP = "import json, sys\nfor line in sys.stdin:\n    asked = json.loads(line)\n    "
SAY = "print(json.dumps({'id': asked['id'], **told}), flush=True)"
ANSWERS = f"{LOOP}told = {{'hits': [{HIT}]}}\n    {SAY}"


class Played:
    """A process that plays the worker."""

    def __init__(self, program: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-S", "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self.questions: IO[bytes] = self._process.stdin
        self.answers: IO[bytes] = self._process.stdout

    def end(self) -> None:
        self._process.kill()
        self._process.wait()
        with suppress(BrokenPipeError):  # of a question it died before reading
            self.questions.close()
        self.answers.close()


@pytest.fixture
def library(tmp_path: Path) -> Iterator[DocumentLibrary]:
    with document_library(tmp_path) as made:
        made.add("plan.txt", "The budget is small.")
        yield made


def _client(library: DocumentLibrary, *programs: str, timeout_s: float = 30) -> AnswerClient:
    left = list(programs)
    return AnswerClient(lambda: Played(left.pop(0)), library.documents, timeout_s=timeout_s)


def test_one_process_answers_all_questions(library: DocumentLibrary) -> None:
    with closing(_client(library, ANSWERS)) as client:
        (hit,) = client.ask("budget")
        assert hit.document.identity.path.endswith("plan.txt")
        assert (hit.snippet.text, hit.snippet.marks, hit.page, hit.reasons.similarity) == ("abc", ((0, 1),), 2, 0.5)
        assert client.ask("budget") == [hit]


def test_one_that_died_is_started_anew_once(library: DocumentLibrary) -> None:
    with closing(_client(library, "", ANSWERS)) as client:
        assert len(client.ask("budget")) == 1
    with closing(_client(library, "", "")) as client, pytest.raises(Unanswered):
        client.ask("budget")


def test_what_somebody_pasted_by_mistake_is_answered(library: DocumentLibrary) -> None:
    deaf_to_long_lines = f"{LOOP}if len(line) > {LONGEST_LINE}: continue\n    told = {{'hits': [{HIT}]}}\n    {SAY}"
    with closing(_client(library, deaf_to_long_lines, timeout_s=5)) as client:
        assert client.ask("\N{PILE OF POO}" * 100_000)


def test_no_answer_in_time_is_an_error(library: DocumentLibrary) -> None:
    hangs = "import sys\nfor line in sys.stdin: pass"
    with closing(_client(library, hangs, timeout_s=0.2)) as client, pytest.raises(Unanswered, match="No answer"):
        client.ask("budget")


@pytest.mark.parametrize(("kind", "error"), [("UsageError", UsageError), ("EncoderError", EncoderError)])
def test_errors_come_as_they_are(library: DocumentLibrary, kind: str, error: type[Exception]) -> None:
    told = f"{{'error': {{'kind': '{kind}', 'title': 't', 'message': 'what to do'}}}}"
    program = f"{LOOP}told = {told}\n    {SAY}"
    with closing(_client(library, program)) as client, pytest.raises(error, match="what to do"):
        client.ask("budget")


def test_closing_gives_up_a_question_that_waits(library: DocumentLibrary) -> None:
    asked = threading.Event()

    class Silent(Played):
        def __init__(self) -> None:
            super().__init__("import sys\nsys.stdin.read()")
            asked.set()

    client, raised = AnswerClient(Silent, library.documents), []

    def ask() -> None:
        try:
            client.ask("budget")
        except Unanswered as error:
            raised.append(error)

    asking = threading.Thread(target=ask)
    asking.start()
    assert asked.wait(30)
    client.close()
    asking.join(30)
    assert len(raised) == 1
    with pytest.raises(Unanswered):
        client.ask("again")


def test_a_process_that_cannot_start_is_told(library: DocumentLibrary) -> None:
    def start() -> Played:
        raise FileNotFoundError(2, "No such file or directory")

    with (
        closing(AnswerClient(start, library.documents)) as client,
        pytest.raises(Unanswered, match="cannot be started"),
    ):
        client.ask("budget")


def test_a_document_is_found_by_path_number_and_name(library: DocumentLibrary) -> None:
    finding = DocumentFinding(library.search, library.documents, lambda: Played(""))
    plan = finding.search("bud")[0].document
    assert {finding.find(text) for text in ("/shelf/plan.txt", str(plan.id), "plan.txt")} == {plan}
    library.add("2/plan.txt", "another plan")
    with pytest.raises(UsageError, match="several documents"):
        finding.find("plan.txt")
    for unknown in ("/elsewhere", "elsewhere.txt", "", "77", "9" * 5_000):
        with pytest.raises(UsageError, match="no indexed document"):
            finding.find(unknown)
