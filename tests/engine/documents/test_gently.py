"""What computes in the background comes last, and what holds the database does not."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
import pytest

from engine.documents.extract.extractor import Extractor
from engine.documents.gently import GentleEncoder, gentle_command
from engine.domain.documents import DocumentKind
from engine.domain.extraction import ExtractionRequest

if TYPE_CHECKING:
    from pathlib import Path

    from engine.domain.encoding import Vectors

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="priorities of Linux")


@dataclass
class AskingEncoder:
    """Tells with which priority it is run."""

    name: str = "asks"
    dimensions: int = 1
    policies: list[int] = field(default_factory=list)

    def reads(self, text: str) -> bool:
        return bool(text)

    def encode(self, texts: Sequence[str]) -> Vectors:
        self.policies.append(os.sched_getscheduler(0))
        return np.zeros((len(texts), 1), np.float32)


def test_encoding_comes_last_and_the_thread_that_stores_does_not() -> None:
    asking = AskingEncoder()
    before = os.sched_getscheduler(0)
    with GentleEncoder(asking) as gentle:
        assert gentle.encode(["text"]).shape == (1, 1)
        assert (gentle.name, gentle.dimensions, gentle.reads("x")) == ("asks", 1, True)
    assert asking.policies == [os.SCHED_IDLE]
    assert os.sched_getscheduler(0) == before


def test_what_goes_wrong_in_the_thread_reaches_who_asked() -> None:
    class Broken(AskingEncoder):
        def encode(self, texts: Sequence[str]) -> Vectors:
            raise ValueError("no weights")

    with GentleEncoder(Broken()) as gentle, pytest.raises(ValueError, match="no weights"):
        gentle.encode(["text"])


def test_readers_come_last_and_read_all_the_same(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Some words", encoding="utf-8")
    program = gentle_command("plain", 1)[:3]
    told = subprocess.run(
        [*program, sys.executable, "-c", "import os; print(os.sched_getscheduler(0))"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert int(told.stdout) == os.SCHED_IDLE
    with Extractor(gentle_command) as reader:
        (read,) = reader.extract_many([ExtractionRequest(str(path), DocumentKind.TEXT, 1_000)])
    assert read.extracted is not None
    assert read.extracted.pieces[0].text == "Some words"
