"""Files made to hurt: each is read or refused with a reason, within its share, and the reading process goes on."""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from helpers.extraction_room import LARGEST
from helpers.nasty_documents import CORPUS, Nasty

from engine.documents.extract.extractor import Extractor
from engine.documents.extract.troubles import SENTENCES, Trouble
from engine.domain.documents import DocumentKind
from engine.domain.errors import ExtractionFailed

_MOST_PARENT_KB = 400_000
_LONGEST_S = 45


@pytest.fixture(scope="module")
def extractor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Extractor]:
    """One extractor for all; its three servers run before the first test, so that none of them counts as left."""
    empty = tmp_path_factory.mktemp("warm") / "empty"
    empty.touch()
    with Extractor() as extractor:
        for kind in (DocumentKind.PDF, DocumentKind.DOCX, DocumentKind.TEXT):
            try:
                extractor.extract(str(empty), kind, LARGEST)
            except ExtractionFailed:
                continue
        yield extractor


@pytest.mark.skipif(sys.platform == "win32", reason="forks")
@pytest.mark.parametrize("nasty", CORPUS, ids=lambda nasty: nasty.name.replace(" ", "_"))
def test_a_nasty_file_ends_well(extractor: Extractor, tmp_path: Path, nasty: Nasty) -> None:
    file = tmp_path / "file"
    file.write_bytes(nasty.make())
    began, reason = time.monotonic(), ""
    try:
        told = extractor.extract(str(file), nasty.kind, LARGEST)
    except ExtractionFailed as failed:
        reason = failed.message
    else:
        assert told.extracted is not None
        assert sum(len(piece.text.encode()) for piece in told.extracted.pieces) <= 20_000_000
    assert time.monotonic() - began < _LONGEST_S
    assert reason not in {SENTENCES[Trouble.CRASHED], SENTENCES[Trouble.UNREADABLE], SENTENCES[Trouble.UNAVAILABLE]}
    if nasty.reason:
        assert nasty.reason in reason
    elif not nasty.either:
        assert reason == ""


def test_the_parent_stays_small() -> None:
    """The largest of these files are made in this process; what was read of them adds little."""
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss < 4 * _MOST_PARENT_KB
