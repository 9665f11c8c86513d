"""`kairos documents used` and `correct`: what they say, and what they refuse."""

from __future__ import annotations

from dataclasses import replace

import pytest
from helpers.activities import day_of_looks, seen
from helpers.command_line import Commands
from helpers.morning import DAY, NINE_MS, store
from helpers.storage_documents import folder, put

from engine.paths import ProfilePaths
from engine.storage.database import Database


@pytest.fixture
def read(kairos: Commands) -> Commands:
    """Commands on a profile where two documents were read one morning."""
    database = Database.open(ProfilePaths(kairos.folder).ensure().database)
    number = folder(database)
    for path in ("/docs/paper.pdf", "/docs/第二/报告.pdf"):
        put(database, number, path, "text")
    database.close()
    by_path = replace(seen("Evince", "报告.pdf"), document="/docs/第二/报告.pdf")
    store(kairos.folder, day_of_looks(NINE_MS, (30, seen("Evince", "paper.pdf")), (15, by_path)))
    return kairos


def minutes(kairos: Commands) -> dict[str, float]:
    return {one["path"]: one["minutes"] for one in kairos("documents", "used", "--date", DAY, "--json").json()}


def test_documents_of_a_day_with_minutes_moments_and_confidence(read: Commands) -> None:
    first, second = read("documents", "used", "--date", DAY, "--json").json()
    assert (first["path"], first["minutes"], first["first"]) == ("/docs/paper.pdf", 30, "2026-03-02T09:00:00.000Z")
    assert (second["path"], second["last"], second["confidence"]) == (
        "/docs/第二/报告.pdf",
        "2026-03-02T09:45:00.000Z",
        1.0,
    )
    table = read("documents", "used", "--date", DAY).out
    assert [line.split()[0] for line in table.splitlines()] == ["paper.pdf", "报告.pdf"]
    assert "30 min" in table
    assert "/docs/第二" in table


def test_weeks_months_and_any_days_can_be_asked_for(read: Commands) -> None:
    for days in (("--week", "--date", "2026-03-08"), ("--month", "--date", "2026-03-31"), ("--from", DAY, "--to", DAY)):
        assert len(read("documents", "used", *days, "--json").json()) == 2, days
    assert read("documents", "used").out == "No indexed document was in front then.\n"


def test_what_was_in_front_can_be_said_and_taken_back(read: Commands) -> None:
    told = read("documents", "correct", "--at", f"{DAY} 09:10", "报告.pdf")
    assert told.out == "“paper.pdf” in Evince shows “/docs/第二/报告.pdf”.\n"
    assert minutes(read) == {"/docs/第二/报告.pdf": 45}
    assert (
        read("documents", "correct", "--at", f"{DAY} 09:10", "none").out == "“paper.pdf” in Evince shows no document.\n"
    )
    assert minutes(read) == {"/docs/第二/报告.pdf": 15}
    back = read("documents", "correct", "--at", f"{DAY} 09:10", "auto", "--json").json()
    assert (back["path"], back["said_by"]) == ("/docs/paper.pdf", "title")
    assert minutes(read) == {"/docs/paper.pdf": 30, "/docs/第二/报告.pdf": 15}


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("used", "--day", "--week"), "Ask for one of"),
        (("used", "--from", DAY, "--week"), "not for both"),
        (("used", "--from", "2026-03-05", "--to", DAY), "before --from"),
        (("correct", "--at", f"{DAY} 12:00", "paper.pdf"), "Nothing was recorded"),
        (("correct", "--at", f"{DAY} 09:10", "unknown.pdf"), "no indexed document"),
    ],
)
def test_what_cannot_be_done_is_said(read: Commands, words: tuple[str, ...], reason: str) -> None:
    answer = read("documents", *words)
    assert answer.status == 1
    assert reason in answer.err


@pytest.mark.parametrize(("zone", "day"), [("Pacific/Honolulu", "2026-03-01"), ("UTC", DAY)], indirect=["zone"])
def test_a_search_says_the_day_of_the_last_use_as_the_person_counts_days(read: Commands, zone: str, day: str) -> None:
    read("documents", "used", "--date", DAY)
    found = read("documents", "search", "--words-only", "text", "in:/docs/第二")
    assert f"last used {day}" in found.out, zone
