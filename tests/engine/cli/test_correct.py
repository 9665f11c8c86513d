"""`kairos correct`, `undo`, `redo` and `search`: what they do, what they say, and what they refuse."""

from __future__ import annotations

from typing import Any

import pytest
from helpers.command_line import Commands
from helpers.morning import DAY

from engine.paths import ProfilePaths
from engine.storage.categories import CategoryStore
from engine.storage.database import Database


def span(first: str, last: str) -> tuple[str, ...]:
    return "--from", f"{DAY} {first}", "--to", f"{DAY} {last}"


def day(kairos: Commands) -> dict[str, Any]:
    answer = kairos("today", "--date", DAY, "--json").json()
    assert isinstance(answer, dict)
    return answer


def minutes(kairos: Commands) -> dict[str, int]:
    return {one["app"]: one["length_ms"] // 60_000 for one in day(kairos)["apps"]}


def titles(kairos: Commands) -> list[tuple[str, str]]:
    return [(one["app"], one["title"]) for one in day(kairos)["segments"] if one["presence"] == "active"]


BEFORE = {"code": 30, "浏览器应用": 15, "": 5, "mail": 60}


def test_offline_time_is_added_and_undone_and_done_again(filled: Commands) -> None:
    answer = filled("correct", "add", *span("09:45", "09:55"), "--title", "Call with Bo")
    assert answer.status == 0, answer.err
    assert answer.out == f"added {DAY} 09:45 to 09:55 as “Call with Bo” in offline\n"
    assert minutes(filled) == {**BEFORE, "offline": 10}
    assert filled("undo").out == f"Undone: added {DAY} 09:45 to 09:55 as “Call with Bo” in offline\n"
    assert minutes(filled) == BEFORE
    assert filled("redo").status == 0
    assert minutes(filled) == {**BEFORE, "offline": 10}


def test_names_change(filled: Commands) -> None:
    assert filled("correct", "retitle", *span("09:00", "09:30"), "--title", "report", "--app", "word").status == 0
    assert titles(filled)[0] == ("word", "report")


def test_split_trim_merge_delete_revert(filled: Commands) -> None:
    assert filled("correct", "split", *span("09:00", "09:30"), "--at", f"{DAY} 09:20", "--title", "review").status == 0
    assert titles(filled)[:2] == [("code", "plan.py"), ("code", "review")]
    assert filled("correct", "merge", *span("09:00", "09:45")).status == 0
    assert titles(filled)[0] == ("code", "plan.py")
    assert minutes(filled)["code"] == 45
    assert filled("correct", "trim", *span("09:00", "09:45"), "--start", f"{DAY} 09:10").status == 0
    assert minutes(filled)["code"] == 35
    assert filled("correct", "delete", *span("10:00", "11:00")).status == 0
    assert "mail" not in minutes(filled)
    assert filled("correct", "revert", *span("09:00", "11:00")).status == 0
    assert minutes(filled) == BEFORE


def test_undo_and_redo_have_an_end(filled: Commands) -> None:
    for word in ("undo", "redo"):
        answer = filled(word)
        assert (answer.status, answer.out) == (1, "")
        assert answer.err == f"That cannot be done\nThere is nothing to {word}.\n"


def test_a_new_correction_ends_what_could_be_done_again(filled: Commands) -> None:
    filled("correct", "delete", *span("09:00", "09:30"))
    filled("undo")
    filled("correct", "delete", *span("10:00", "11:00"))
    assert filled("redo").status == 1
    assert minutes(filled)["code"] == 30


def test_the_list_says_it_in_words(filled: Commands) -> None:
    assert filled("correct", "list").out == "Nothing has been corrected.\n"
    filled("correct", "delete", *span("09:00", "09:30"))
    filled("undo")
    filled("correct", "label", *span("10:00", "11:00"), "--project", "garden", "--tag", "-", "--note", "by hand")
    lines = filled("correct", "list").out.splitlines()
    assert lines[0].endswith(f"labelled {DAY} 10:00 to 11:00 project garden tag none (by hand)")
    assert lines[1].endswith(f"undone  deleted {DAY} 09:00 to 09:30")
    first, second = filled("correct", "list", "--json").json()
    assert (first["undone"], second["undone"]) == (False, True)
    assert first["corrections"][0]["project"] == "garden"
    assert len(filled("correct", "list", "--limit", "1", "--json").json()) == 1


def test_json_says_what_changed(filled: Commands) -> None:
    said = filled("correct", "label", *span("10:00", "11:00"), "--project", "garden", "--json").json()
    assert (said["start"], said["end"]) == (f"{DAY}T10:00:00.000Z", f"{DAY}T11:00:00.000Z")
    assert said["corrections"][0]["kind"] == "relabel"


def test_categories_by_path_or_name(filled: Commands) -> None:
    database = Database.open(ProfilePaths(filled.folder).database)
    categories = CategoryStore(database)
    work = categories.add("Work")
    categories.add("Calls", work)
    categories.add("Calls", categories.add("Private"))
    database.close()
    assert filled("correct", "label", *span("10:00", "11:00"), "--category", "work > calls").status == 0
    assert "category Work > Calls" in filled("correct", "list").out
    answer = filled("correct", "label", *span("10:00", "11:00"), "--category", "Calls")
    assert answer.status == 1
    assert "Work > Calls, Private > Calls" in answer.err
    answer = filled("correct", "label", *span("10:00", "11:00"), "--category", "Nonsense")
    assert answer.status == 1
    assert "There is no category “Nonsense”. The categories are: " in answer.err
    assert filled("correct", "label", *span("10:00", "11:00"), "--category", "-").status == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("delete", "--from", "soon", "--to", "10:00"), "“soon” is not a time"),
        (("delete", *span("10:00", "09:00")), "has to be after"),
        (("delete", *span("10:00", "10:00")), "has to be after"),
        (("delete", "--from", f"{DAY} 10:00", "--to", "2400-01-01 00:00"), "lies in the future"),
        (("delete", *span("03:00", "04:00")), "Nothing is recorded"),
        (("add", *span("09:45", "09:55")), "Say what the time was"),
        (("retitle", *span("09:00", "09:30")), "Say what shall be different"),
        (("retitle", *span("09:45", "09:55"), "--title", "x"), "Nobody was at the machine"),
        (("retitle", *span("09:55", "10:00"), "--title", "x"), "private or excluded"),
        (("label", *span("09:00", "09:30"), "--category", "Nonsense"), "no category “Nonsense”"),
        (("split", *span("09:00", "09:30"), "--at", f"{DAY} 09:30", "--title", "x"), "does not lie within"),
        (("trim", *span("09:00", "09:30"), "--start", f"{DAY} 09:20", "--end", f"{DAY} 09:10"), "new end has to be"),
        (("trim", *span("09:00", "09:30")), "Nothing would be cut off"),
        (("revert", *span("09:00", "09:30")), "has been corrected"),
        (("retitle", *span("09:00", "09:30"), "--title", "x" * 1_001), "characters at most"),
    ],
)
def test_what_cannot_be_done_is_one_clear_message_and_nothing_is_half_done(
    filled: Commands, words: tuple[str, ...], said: str
) -> None:
    before = day(filled)
    answer = filled("correct", *words)
    assert (answer.status, answer.out) == (1, "")
    assert said in answer.err
    assert answer.err.count("\n") == 2
    assert day(filled) == before
    assert filled("correct", "list").out == "Nothing has been corrected.\n"


@pytest.mark.parametrize("zone", ["Europe/Berlin"], indirect=True)
def test_times_the_clocks_skip_or_show_twice_are_refused(filled: Commands, zone: str) -> None:
    skipped = filled("correct", "delete", "--from", "2026-03-29 02:30", "--to", "2026-03-29 04:00")
    assert skipped.status == 1
    assert "skip 02:30" in skipped.err
    twice = filled("correct", "delete", "--from", "2025-10-26 02:30", "--to", "2025-10-26 04:00")
    assert twice.status == 1
    assert "2025-10-26 02:30:00+02:00 or 2025-10-26 02:30:00+01:00" in twice.err


def test_hostile_words_reach_the_list_as_letters(filled: Commands) -> None:
    filled("correct", "retitle", *span("09:00", "09:30"), "--title", "\x1b[31mred\x1b[0m \u202egnp.exe\x07")
    out = filled("correct", "list").out
    assert "\x1b" not in out
    assert "\u202e" not in out
    assert "red gnp.exe" in out


def test_search_finds_what_was_recorded_and_what_was_said(filled: Commands) -> None:
    filled("correct", "add", *span("09:45", "09:55"), "--title", "Hello from Bo")
    found = filled("search", "HELLO", "--json").json()
    assert [(one["title"], one["by_person"]) for one in found] == [("Hello", False), ("Hello from Bo", True)]
    filled("undo")
    assert len(filled("search", "hello", "--json").json()) == 1
    assert "季度报告" in filled("search", "报告").out
    assert filled("search", "nowhere to be found").out == "Nothing was found.\n"
    assert len(filled("search", "e", "--limit", "1", "--json").json()) == 1


def test_any_words_can_be_searched_for(filled: Commands) -> None:
    for words in ("\udcff\udcfe", "%", "_", "'; DROP TABLE look; --", "\x1b[31m", "x" * 100_000):
        assert filled("search", words).status == 0


def test_half_characters_are_said_and_not_a_crash(filled: Commands) -> None:
    assert filled("correct", "retitle", *span("09:00", "09:30"), "--title", "\udcff", "--app", "\udcfe").status == 0
    assert filled("correct", "label", *span("09:00", "09:30"), "--project", "\udcff", "--note", "\udcff").status == 0
    assert filled("correct", "label", *span("09:00", "09:30"), "--category", "\udcff").status == 1
    assert filled("correct", "list").status == 0


def test_searching_for_nothing_is_refused(filled: Commands) -> None:
    answer = filled("search", "  ")
    assert answer.status == 1
    assert "Say what to look for" in answer.err


def test_the_record_stays_what_it_is(filled: Commands) -> None:
    before = filled("export", "events").out
    filled("correct", "delete", *span("09:00", "11:00"))
    filled("correct", "add", *span("09:00", "10:00"), "--title", "x")
    assert filled("export", "events").out == before
