"""A folder of awkward calendars, each trap of RFC 5545 and of programs one small file: read right, or refused.

What each must give stands in expected.txt beside them: per block its title, when it first takes place on the clock of
its zone, how long, and what else is not usual; below it when it takes place after that, or what stands for a time.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

from engine.domain.blocks import Block, Certainty
from engine.domain.calendars import Series
from engine.domain.clock import utc
from engine.domain.days import DayRule
from engine.domain.intervals import Interval
from engine.planning.calendar_files.contents import Contents, ReadingRules
from engine.planning.calendar_files.keywords import words_of
from engine.planning.calendar_files.read import read_calendar
from engine.planning.calendar_files.write import WritingRules, calendar_bytes
from engine.planning.recurrence import expand
from engine.settings import Settings

FOLDER = Path(__file__).resolve().parents[3] / "data" / "calendars"
FILES = sorted(FOLDER.glob("*.ics"))
_YEARS = Interval(1_735_689_600_000, 1_830_297_600_000)  # 2025 to 2027
_SHOWN = 4


def _read(name: str, data: bytes) -> Contents:
    return read_calendar([(name, data)], ReadingRules("Europe/Berlin", words_of(Settings().plan.calendar_words)))


def _expected() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for line in (FOLDER / "expected.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            found[line[2:]] = []
        elif line:
            found[list(found)[-1]].append(line)
    return found


def shown(contents: Contents) -> Iterator[str]:
    """Yield what was read as lines of expected.txt."""
    for series in contents.series:
        yield _block(series.block)
        yield from _times(series)
        yield from (f"    for {_wall(one.replaces_ms or 0, series.block)}: {_block(one)}" for one in series.instead)
    for one in contents.skipped:
        yield f"left out {one.what}: {one.why.partition(': ')[0]}"
    for one in contents.unread:
        yield f"refused: {one.why}"


def _times(series: Series) -> Iterator[str]:
    block = series.block
    if block.recurrence.repeats:
        every = expand(block, _YEARS)
        starts = ", ".join(_wall(one.of_ms, block) for one in islice(every, 1, 1 + _SHOWN))
        last = f" .. {_wall(every[-1].of_ms, block)}" if len(every) > _SHOWN + 1 else ""
        yield f"    {len(every)} times: {starts}{last}"


def _block(block: Block) -> str:
    minutes = block.interval.length_ms // 60_000
    lasts = f"{minutes // 60} h" if minutes % 60 == 0 else f"{minutes} min"
    told = [block.about.kind.value, "" if block.busy else "free", "all day" if block.all_day else ""]
    told.append("" if block.certainty is Certainty.CONFIRMED else block.certainty.value)
    told.append("protected" if block.about.protected else "")
    told.append(f"({block.about.project})" if block.about.project else "")
    told.append("" if block.zone == "Europe/Berlin" else block.zone)
    told.append(f"“{block.about.note}”".replace("\n", " / ") if block.about.note else "")
    told.append(f"[{block.origin.extra}]".replace("\n", " ") if block.origin.extra else "")
    title = block.about.title
    return f"{title} @ {_wall(block.interval.start_ms, block)} {lasts} {' '.join(filter(None, told))}"


def _wall(moment_ms: int, block: Block) -> str:
    return f"{utc(moment_ms).astimezone(DayRule(block.zone).tzinfo()):%m-%d %H:%M%z}".removesuffix("00")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_it_gives_what_it_must(file: Path) -> None:
    assert list(shown(_read(file.name, file.read_bytes()))) == _expected()[file.name]


def test_every_file_has_its_expectation() -> None:
    assert [file.name for file in FILES] == sorted(_expected())


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_writing_and_reading_it_again_changes_nothing(file: Path) -> None:
    rules = WritingRules(made_ms=0)
    first = _read(file.name, file.read_bytes())
    second = _read(file.name, calendar_bytes(first.series, rules))
    assert all(one in first.skipped for one in second.skipped)  # what is not followed is kept, and not followed again
    assert second.series == first.series
    assert calendar_bytes(second.series, rules) == calendar_bytes(first.series, rules)
