"""`kairos retention`: shown, previewed, agreed to, applied; nothing goes before the person agreed."""

from __future__ import annotations

from helpers.command_line import Commands
from helpers.morning import DAY


def _titles(filled: Commands) -> set[str]:
    events = filled("export", "events", "--from", DAY, "--to", DAY, "--format", "json").json()
    return {one["title"] for one in events}


def test_nothing_is_dropped_before_it_was_agreed_to(filled: Commands) -> None:
    refused = filled("retention", "apply")
    assert refused.status == 1
    assert "kairos retention preview" in refused.err
    assert filled("retention", "show", "--json").json() == {"title_days": 90, "hour_days": 730, "agreed": False}
    assert "Not agreed to yet" in filled("retention", "show").out
    assert "plan.py" in _titles(filled)


def test_titles_go_and_reports_stay(filled: Commands) -> None:
    filled("retention", "set", "--titles", "1", "--hours", "0")
    due = filled("retention", "preview", "--json").json()
    assert (due["activities"], due["titles"], due["gone"], due["agreed"]) == (3, 3, 0, False)
    report = ("report", "--from", DAY, "--to", DAY, "--format", "csv")
    before = filled(*report).out
    assert filled("retention", "agree", "--json").json()["agreed"]
    assert "Backups made before keep it until" in filled("retention", "preview").out
    said = filled("retention", "apply").out
    assert "3  activities lose title" in said
    assert "kairos erase removes it from backups, too" in said
    assert _titles(filled) == {""}
    assert filled(*report).out == before
    assert filled("retention", "apply").out == "Nothing is older than the limits.\n"
    assert len(filled("backup", "list", "--json").json()) == 1


def test_a_shorter_limit_has_to_be_agreed_to_anew(filled: Commands) -> None:
    filled("retention", "agree")
    assert filled("retention", "set", "--titles", "200", "--json").json()["agreed"]
    assert filled("retention", "set", "--hours", "0", "--json").json()["agreed"]
    assert not filled("retention", "set", "--hours", "900", "--json").json()["agreed"]


def test_days_that_make_no_sense_are_refused(filled: Commands) -> None:
    assert filled("retention", "set").status == 1
    refused = filled("retention", "set", "--titles", "-1")
    assert refused.status == 1
    assert "36500" in refused.err


def test_hours_go_and_the_day_stays(filled: Commands) -> None:
    filled("retention", "set", "--titles", "0", "--hours", "1")
    filled("retention", "agree")
    before = filled("report", "--from", DAY, "--to", DAY, "--by", "app", "--format", "csv").out
    assert filled("retention", "apply", "--json").json()["gone"] == 5
    assert filled("report", "--from", DAY, "--to", DAY, "--by", "app", "--format", "csv").out == before
    assert _titles(filled) == set()
