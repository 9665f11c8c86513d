"""`kairos rules`: every command does what it says, and bad input is one clear message that changes nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from helpers.command_line import Commands


@pytest.fixture
def ruled(filled: Commands) -> Commands:
    """A profile with a morning in it and one rule."""
    assert filled("rules", "add", "--category", "Work > Code", "--create", "--app", "editor").status == 0
    return filled


def numbers(commands: Commands) -> list[int]:
    return [rule["id"] for rule in commands("rules", "list", "--json").json()["rules"]]


def test_an_empty_profile_says_how_to_begin(kairos: Commands) -> None:
    answer = kairos("rules", "list")
    assert (answer.status, answer.out) == (0, "There are no rules yet. Begin with: kairos rules starter\n")
    assert kairos("rules", "list", "--json").json() == {"categories": [], "rules": [], "warnings": []}


def test_a_rule_is_added_listed_tried_and_removed(ruled: Commands) -> None:
    found = ruled("rules", "list", "--json").json()
    assert [one["path"] for one in found["categories"]] == [["Work"], ["Work", "Code"]]
    assert found["rules"] == [
        {
            "id": 1,
            "facet": "category",
            "target": ["Work", "Code"],
            "enabled": True,
            "position": 1,
            "match": '["app","contains","editor"]',
            "words": "app contains “editor”",
        }
    ]
    assert "   1  Work > Code: app contains “editor”" in ruled("rules", "list").out
    tried = ruled("rules", "test", "--app", "The Editor", "--title", "x")
    assert tried.out == "category Work > Code: rule 1 wins, no other rule matched\n"
    assert ruled("rules", "remove", "1", "--json").json()["rules"] == [1]
    assert numbers(ruled) == []
    assert ruled("rules", "test", "--app", "The Editor").out == "no category: no rule matches\n"


def test_what_a_rule_changes_is_counted(ruled: Commands) -> None:
    apps = {one["app"] for one in ruled("export", "events").json() if one["app"]}
    app = min(apps)
    answer = ruled("rules", "add", "--tag", "x", "--app", app, "--how", "equals", "--json").json()
    assert answer["rules"] == [2]
    assert answer["looks_changed"] >= 1


def test_ties_are_explained(ruled: Commands) -> None:
    ruled("rules", "add", "--category", "work > code", "--title", "plan", "--case")
    ruled("rules", "add", "--project", "atlas", "--site", "example.org", "--title", "plan")
    found = ruled("rules", "test", "--app", "editor", "--title", "plan", "--site", "a.example.org/x", "--json").json()
    assert found["facets"]["category"] == {"rule": 2, "why": "more_specific", "others": [1]}
    assert (found["project"], found["tag"]) == ("atlas", None)
    said = ruled("rules", "test", "--app", "editor", "--title", "plan").out
    assert "rule 2 wins, it looks at the more specific field" in said
    assert "not rule 1  Work > Code" in said


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_starter_pack_comes_once(filled: Commands, language: str) -> None:
    first = filled("rules", "starter", language, "--json").json()
    assert len(first["rules"]) > 50
    assert filled("rules", "starter", language).out == "Nothing changed: all of it is there already.\n"
    assert len(numbers(filled)) == len(first["rules"])


@pytest.mark.parametrize("form", ["kairos", "activitywatch"])
def test_what_is_exported_is_imported_elsewhere(
    ruled: Commands, tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    file = tmp_path / "rules.txt"
    assert ruled("rules", "export", "--format", form, "-o", str(file)).out == ""
    assert ruled("rules", "export", "--format", form).out == file.read_text(encoding="utf-8")
    other = Commands(tmp_path / "other", capsys)
    before = other("rules", "import", str(file), "--dry-run", "--json").json()
    assert (before["categories"], before["rules"], before["known_rules"]) == (2, 1, 0)
    assert numbers(other) == []
    assert other("rules", "import", str(file)).status == 0
    assert other("rules", "import", str(file)).out.startswith("Nothing changed")
    tried = other("rules", "test", "--app", "my editor", "--json").json()
    assert tried["category"] == ["Work", "Code"]


def test_what_an_import_leaves_out_is_told(kairos: Commands, tmp_path: Path) -> None:
    file = tmp_path / "aw.json"
    entries = [
        {"name": ["A"], "rule": {"type": "regex", "regex": "a(?=b)"}},
        {"name": ["B"], "rule": {"type": "regex", "regex": r"\bplan"}},
    ]
    file.write_text(json.dumps({"categories": entries}), encoding="utf-8")
    said = kairos("rules", "import", str(file)).out
    assert "Left out: A: The pattern “a(?=b)” cannot be used: it looks ahead" in said
    assert "Note: B: \\b know only ASCII" in said
    assert len(numbers(kairos)) == 1


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("add", "--category", "Play", "--app", "x"), "no category “Play”"),
        (("add", "--category", "Work > Code"), "at least one of --app"),
        (("add", "--app", "x"), "one of --category, --project and --tag"),
        (("add", "--tag", "a", "--project", "b", "--app", "x"), "one of --category, --project and --tag"),
        (("add", "--tag", "", "--app", "x"), "A name is empty"),
        (("add", "--tag", "a", "--title", "(", "--how", "regex"), "cannot be used"),
        (("add", "--tag", "a", "--title", ""), "needs a text"),
        (("add", "--category", "Work > > Code", "--create", "--app", "x"), "A name is empty"),
        (("remove", "99"), "gone already"),
        (("remove", "9" * 20), "gone already"),
        (("test",), "at least one of --app"),
        (("import", "nowhere.toml"), "cannot be read"),
        (("export", "-o", "nowhere/rules.toml"), "cannot be written"),
    ],
)
def test_bad_input_is_one_message_and_changes_nothing(ruled: Commands, words: tuple[str, ...], message: str) -> None:
    before = ruled("rules", "list", "--json").out
    answer = ruled("rules", *words)
    assert (answer.status, answer.out) == (1, "")
    assert message in answer.err
    assert answer.err.count("\n") == 2
    assert ruled("rules", "list", "--json").out == before


@pytest.mark.parametrize(
    "text",
    ["", "format = 1\n[[rule]]\ntag='a'\nmatch.app.equals='x'\n[[rule]]\ntag='b'\n", '{"categories": [{"name": 3}]}'],
)
def test_a_bad_file_is_refused_whole(ruled: Commands, tmp_path: Path, text: str) -> None:
    file = tmp_path / "bad"
    file.write_text(text, encoding="utf-8")
    answer = ruled("rules", "import", str(file))
    assert (answer.status, answer.out, answer.err.count("\n")) == (1, "", 2)
    assert numbers(ruled) == [1]


def test_hostile_names_reach_no_terminal(kairos: Commands) -> None:
    kairos("rules", "add", "--tag", "\x1b[31mred\u202e", "--title", "\x1b]0;owned\x07<b>=cmd")
    for words in (("list",), ("test", "--title", "\x1b]0;owned\x07<b>=cmd")):
        said = kairos("rules", *words).out
        assert "\x1b" not in said
        assert "\u202e" not in said
        assert "red" in said


def test_sample_days_come_with_categories(kairos: Commands) -> None:
    assert kairos("demo", "--days", "2", "--no-window").status == 0
    found = kairos("rules", "list", "--json").json()
    assert len(found["rules"]) > 50
    assert len({one["rule"] for one in found["warnings"] if one["fault"] == "never_matches"}) < len(found["rules"])
