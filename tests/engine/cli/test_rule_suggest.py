"""`kairos rules suggest`: suggests from corrections, makes what is chosen, and says so where nothing is sure."""

from __future__ import annotations

from helpers.command_line import Commands
from helpers.morning import DAY


def test_without_corrections_nothing_is_sure(filled: Commands) -> None:
    assert filled("rules", "suggest").out.startswith("Nothing is sure enough yet.")
    assert filled("rules", "suggest", "--json").json() == {"suggestions": [], "by_meaning": True, "looks_changed": 0}
    answer = filled("rules", "suggest", "--add", "1")
    assert answer.status == 1
    assert "There is no suggestion 1" in answer.err


def test_a_suggestion_is_shown_and_made(filled: Commands) -> None:
    filled("rules", "add", "--category", "Work", "--create", "--app", "nothing")
    span = ("--from", f"{DAY} 10:00", "--to", f"{DAY} 11:00")
    assert filled("correct", "label", *span, "--category", "Work").status == 0
    line = "   1  Work: app is “mail” (60 minutes, like “Hello”)\n"
    said = filled("rules", "suggest").out
    assert said.startswith(line)
    assert said.endswith("To make one a rule: kairos rules suggest --add NUMBER\n")
    (told,) = filled("rules", "suggest", "--json").json()["suggestions"]
    assert (told["category"], told["ms"], told["windows"], told["confidence"]) == (["Work"], 3_600_000, 1, 1.0)
    assert filled("rules", "suggest", "--add", "1").out == "Made: 1 rule. Counted otherwise now: 1 window.\n"
    assert filled("rules", "list", "--json").json()["rules"][-1]["words"] == "app is “mail”"
