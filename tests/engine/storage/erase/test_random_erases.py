"""Random histories, random erases: what is meant is gone, all else is as it was, totals are those of what is left."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from random import Random

import pytest
from helpers.diced_history import DicedHistory, Moments
from helpers.random_history import END_MS, MINUTE_MS, MINUTES, START_MS

from engine.domain.erase_match import Matcher
from engine.domain.erasing import EraseChoice
from engine.domain.look import Look
from engine.storage.database import Database
from engine.storage.erase.store import EraseStore

NOW_MS = END_MS + MINUTE_MS
SEEDS = range(3)  # a hundred and fifty passed by hand


def _choice(dice: Random) -> EraseChoice:
    first, last = sorted(dice.sample(range(MINUTES + 1), 2))
    timed = dice.random() < 0.6
    names = {
        "app": dice.choice((None, None, "CODE", "mail", "offline", "word")),
        "title": dice.choice((None, None, "Inbox", "plan.py", "better", "lunch")),
        "title_with": dice.choice((None, None, "PLAN")),
        "site": dice.choice((None, None, None, "example.org")),
        "document": dice.choice((None, None, None, "plan.txt")),
    }
    if not any(names.values()):
        timed = True
    start, end = (START_MS + first * MINUTE_MS, START_MS + last * MINUTE_MS) if timed else (None, None)
    return EraseChoice(start, end, **names)  # type: ignore[arg-type]


def _names(history: DicedHistory) -> dict[int, set[Look]]:
    """Return every name each minute bears, recorded by any source or said by a correction of any state."""
    found: dict[int, set[Look]] = {}
    rows = history.ask(
        """SELECT start_ms, end_ms, coalesce(app.name, ''), coalesce(text, ''), coalesce(site.name, ''),
        coalesce(path, '') FROM activity LEFT JOIN look ON look.id = look_id LEFT JOIN app ON app.id = app_id
        LEFT JOIN title ON title.id = title_id LEFT JOIN site ON site.id = site_id
        LEFT JOIN document ON document.id = document_id"""
    )
    for start, end, *names in rows:
        for minute in range(start, end, MINUTE_MS):
            found.setdefault(minute, set()).add(Look(0, *names))
    return found


def _overlapped(history: DicedHistory) -> set[int]:
    """Return the minutes that two sources recorded: which one counts goes by where each begins, so a cut may tell."""
    seen: Counter[int] = Counter()
    for start, end in history.ask("SELECT start_ms, end_ms FROM activity"):
        seen.update(range(start, end, MINUTE_MS))
    return {minute for minute, times in seen.items() if times > 1}


def _painted(history: DicedHistory, matcher: Matcher) -> set[int]:
    rows = history.ask("SELECT start_ms, end_ms, app, title FROM correction WHERE app IS NOT NULL OR title IS NOT NULL")
    return {
        minute
        for start, end, app, title in rows
        if matcher.painted(app, title)
        for minute in range(start, end, MINUTE_MS)
    }


@pytest.mark.parametrize("seed", SEEDS)
def test_an_erase_takes_what_is_meant_and_nothing_else(seed: int, tmp_path: Path) -> None:
    database = Database.open(tmp_path / "kairos.sqlite3")
    try:
        history = DicedHistory(database, seed)
        choice, store = _choice(Random(-seed)), EraseStore(database, history.current)
        matcher = Matcher.of(choice)
        before, names, painted = history.moments(), _names(history), _painted(history, matcher)
        overlapped = _overlapped(history)
        told = store.preview(choice, NOW_MS)
        assert history.moments() == before  # looking changes nothing
        assert store.erase(choice, NOW_MS) == told
        after = history.moments()
        for minute in range(START_MS, END_MS, MINUTE_MS):
            inside = (choice.start_ms or 0) <= minute < (choice.end_ms or NOW_MS)
            meant = not choice.named or minute in painted or any(map(matcher.look, names.get(minute, ())))
            if not (inside and meant) and minute not in overlapped:
                assert after.get(minute) == before.get(minute)
        _nothing_is_left(history, choice, after)
        assert history.counted() == history.recounted()
        assert database.integrity() == []
        history.corrections.undo()
        history.corrections.redo()
        assert history.counted() == history.recounted()
    finally:
        database.close()


def _nothing_is_left(history: DicedHistory, choice: EraseChoice, after: Moments) -> None:
    matcher = Matcher.of(choice)
    names = _names(history)
    span = range(choice.start_ms or START_MS, choice.end_ms or END_MS, MINUTE_MS)
    if not choice.named:
        assert not set(span) & (after.keys() | names.keys())
        return
    assert not [minute for minute in span if any(map(matcher.look, names.get(minute, ())))]
    assert not set(span) & _painted(history, matcher)
    only = not (choice.timed or choice.app or choice.title_with or choice.site or choice.document)
    if only and choice.title is not None:
        assert choice.title not in {text for (text,) in history.ask("SELECT text FROM title")}
