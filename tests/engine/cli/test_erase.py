"""`kairos erase`: says what would go, does it when told to, proves it; errors name what is wrong."""

from __future__ import annotations

import pytest
from helpers.command_line import Commands
from helpers.morning import DAY


def test_without_yes_it_only_says_what_would_go(filled: Commands) -> None:
    answer = filled("erase", "--title", "plan.py")
    assert answer.status == 0
    assert "1  activity\n" in answer.out
    assert "30 min" in answer.out
    assert "Nothing was erased" in answer.out
    assert filled("erase", "--title", "plan.py", "--json").json()["counts"]["activities"] == 1


def test_with_yes_it_goes_and_is_proven(filled: Commands) -> None:
    answer = filled("erase", "--app", "CODE", "--yes", "--prove", "plan.py")
    assert answer.status == 0, answer.err
    assert "Erased" in answer.out
    assert "0 hits in" in answer.out
    assert "kairos.sqlite3" in answer.out
    assert filled("erase", "--app", "code", "--yes").out == "Nothing matches.\n"
    day = filled("report", "--from", DAY, "--to", DAY, "--by", "app", "--format", "json").out
    assert "mail" in day
    assert "code" not in day


def test_a_hit_is_told_and_fails(filled: Commands) -> None:
    answer = filled("erase", "--title", "plan.py", "--yes", "--prove", "plan.py", "--prove", "Hello", "--json")
    assert answer.status == 1
    done = answer.json()
    assert done["erased"]
    assert {one["place"] for one in done["proof"]["places"] if one["hits"]} >= {"kairos.sqlite3", "database: title"}


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--yes",), "Say what is to be erased"),
        (("--day", DAY, "--from", DAY), "Choose either --day"),
        (("--day", "soon"), "soon"),
        (("--everything", "--app", "code"), "cannot be narrowed"),
        (("--app", "code", "--dry-run", "--yes"), "Choose one of"),
        (
            (
                "--from",
                "2999-01-01",
            ),
            "time to come",
        ),
        (("--from", DAY, "--to", "2026-01-01"), "ends before"),
    ],
)
def test_what_makes_no_sense_is_refused(filled: Commands, words: tuple[str, ...], says: str) -> None:
    answer = filled("erase", *words)
    assert answer.status == 1
    assert says in answer.err


@pytest.mark.parametrize("option", ["--day", "--from", "--to"])
def test_a_long_word_is_not_told_back_whole(filled: Commands, option: str) -> None:
    answer = filled("erase", option, "soon " * 2_000)
    assert answer.status == 1
    assert "…” is no" in answer.err
    assert len(answer.err) < 200


def test_a_day_goes_whole(filled: Commands) -> None:
    assert filled("erase", "--day", DAY, "--yes", "--json").json()["counts"]["activities"] == 5
    assert filled("export", "events", "--from", DAY, "--to", DAY, "--format", "json").json() == []
