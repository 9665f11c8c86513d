"""The made-up person's documents: the same for a seed, readable by what reads documents, and really used."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from datetime import date

import pypdfium2
import pytest

from engine.domain.clock import Instant
from engine.history.sample_days import sample_days
from engine.history.sample_files import SampleFile, begun_ms, sample_files
from engine.history.sample_person import Person

NOW = Instant(1_795_185_000_000, 0, 0, "Europe/Berlin")  # 2026-11-20 15:30 in Berlin
FIRST, LAST = date(2026, 8, 23), date(2026, 11, 20)


@pytest.fixture(scope="module")
def files() -> list[SampleFile]:
    return sample_files(Person(1), FIRST, LAST)


def test_the_same_seed_gives_the_same_files_and_more_days_more_of_them(files: list[SampleFile]) -> None:
    assert sample_files(Person(1), FIRST, LAST) == files
    year = sample_files(Person(1), date(2025, 11, 21), LAST)
    assert set(files) < set(year)
    assert 100 < len(year) < 300
    assert [one.data() for one in files] == [one.data() for one in sample_files(Person(1), FIRST, LAST)]


def test_no_two_files_share_a_place_and_none_is_begun_in_the_future(files: list[SampleFile]) -> None:
    assert len({(one.folder, one.name) for one in files}) == len(files)
    assert all(begun_ms(one, NOW.wall_ms) <= NOW.wall_ms for one in files)


def test_every_format_can_be_read(files: list[SampleFile]) -> None:
    endings = {one.name.rpartition(".")[2]: one for one in files}
    assert {"odt", "pdf", "md", "csv"} <= endings.keys()
    with zipfile.ZipFile(io.BytesIO(endings["odt"].data())) as packed:
        assert packed.namelist()[0] == "mimetype"
        assert endings["odt"].paragraphs[0][:20] in packed.read("content.xml").decode()
    document = pypdfium2.PdfDocument(endings["pdf"].data())
    page = document[0]
    text = page.get_textpage()
    assert endings["pdf"].paragraphs[-1][:20] in text.get_text_range()
    for one in (text, page, document):
        one.close()
    assert endings["md"].data().decode().startswith(f"# {endings['md'].title}\n")


def test_most_files_come_to_the_front_and_a_few_much_more_often_than_others(files: list[SampleFile]) -> None:
    titles = Counter(one.what.title for one in sample_days(90, 1, NOW))
    shown = {one.name: sum(titles[title] for title in titles if one.name in title) for one in files}
    odt = sorted((count for name, count in shown.items() if name.endswith(("odt", "py", "csv"))), reverse=True)
    assert sum(count > 0 for count in odt) > 0.6 * len(odt)
    assert odt[0] > 5 * odt[len(odt) // 2]
