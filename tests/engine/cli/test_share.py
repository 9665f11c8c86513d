"""`kairos share`: off until chosen, shown before it is written, bad input told, nothing replaced unasked."""

from __future__ import annotations

import stat
from contextlib import closing
from pathlib import Path

import pytest
from helpers.command_line import Commands
from helpers.storage_samples import seen

from engine.domain.activity import Activity
from engine.paths import ProfilePaths
from engine.storage.activities import ActivityStore
from engine.storage.database import Database

BEGUN_MS = 1_767_225_600_000  # the first of January 2026
WEEK = ("share", "week", "--week", "2026-W12")


@pytest.fixture
def sharing(kairos: Commands) -> Commands:
    """Commands on a profile where sharing is on, and something was recorded once."""
    assert kairos("share", "on").status == 0
    with closing(Database.open(ProfilePaths(kairos.folder).database)) as database:
        ActivityStore(database).insert_many([Activity(BEGUN_MS, BEGUN_MS + 1_000, seen(), "UTC")])
    return kairos


def test_it_is_off_until_chosen_and_says_how(kairos: Commands) -> None:
    assert kairos("share").out == "Sharing is off: kairos share on\n"
    said = kairos("share", "week")
    assert (said.status, said.out) == (1, "")
    assert "Turn it on in Settings, under Sharing, or with: kairos share on" in said.err
    kairos("share", "on")
    assert "on = true" in (kairos.folder / "settings.toml").read_text(encoding="utf-8")
    assert "kairos share week" in kairos("share").out
    kairos("share", "off")
    assert kairos("share", "week").status == 1


def test_without_yes_nothing_is_spent_and_nothing_written(sharing: Commands, tmp_path: Path) -> None:
    file = tmp_path / "week.txt"
    said = sharing(*WEEK, "--file", str(file)).out
    assert "Drawing the noise costs 1, once" in said
    assert "It does not hide the overall pattern" in said
    assert said.endswith("Nothing was made and nothing spent. To do it, add --yes.\n")
    assert not file.exists()
    assert sharing("share", "budget", "--json").json()[0]["spent"] == "0"
    assert sharing("share", "list").out == "Nothing was made to be given away yet.\n"
    rounded = sharing(*WEEK, "--kind", "anonymised", "--file", str(file)).out
    assert "This is the whole file:\n\n    kairos-week 1\n    kind: anonymised\n" in rounded
    assert rounded.endswith("Nothing was written. To do it, add --yes.\n")


def test_what_was_shown_is_what_is_written_and_read(sharing: Commands, tmp_path: Path) -> None:
    file = tmp_path / "week.txt"
    said = sharing(*WEEK, "--file", str(file), "--yes")
    text = file.read_text(encoding="utf-8")
    assert said.status == 0
    assert all(line.strip() in said.out for line in text.splitlines())
    assert "2026-03: 1 of 4 spent, 3 left." in said.out
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert "The checksum is right." in sharing("share", "read", str(file)).out
    read = sharing("share", "read", str(file), "--json").json()
    assert (read["first_day"], read["epsilon"], len(read["figures"])) == ("2026-03-16", "1", 6)
    again = sharing(*WEEK, "--file", str(file), "--force", "--yes", "--json").json()
    assert (again["text"], again["saved_before"], again["budget"]["left"]) == (text, True, "3")
    assert "cost 1" in sharing("share", "list").out
    assert sharing("share", "list", "--json").json()[0]["first_day"] == "2026-03-16"


def test_nothing_is_replaced_and_nothing_drawn_for_it(sharing: Commands, tmp_path: Path) -> None:
    file = tmp_path / "mine.txt"
    file.write_text("mine", encoding="utf-8")
    said = sharing(*WEEK, "--file", str(file), "--yes")
    assert said.status == 1
    assert "is there already. Name another place, or add --force" in said.err
    assert file.read_text(encoding="utf-8") == "mine"
    assert sharing("share", "budget", "--json").json()[0]["spent"] == "0"


def test_a_bad_week_is_told(sharing: Commands) -> None:
    for week, word in (
        ("2026-W54", "Years have 52 or 53 weeks"),
        ("W12", "is no week. Write it as 2026-W47"),
        ("soon", "is not a date"),
        ("9999-12-31", "too far away"),
        ("2199-01-01", "not over yet"),
    ):
        said = sharing("share", "week", "--week", week, "--yes")
        assert said.status != 0
        assert word in said.err


def test_a_week_before_anything_was_recorded_is_told_and_costs_nothing(sharing: Commands, tmp_path: Path) -> None:
    said = sharing("share", "week", "--week", "2025-W40", "--file", str(tmp_path / "a"), "--yes")
    assert (said.status, said.out) == (1, "")
    assert "Nothing was recorded yet when this week ended. Choose a later one." in said.err
    assert sharing("share", "budget", "--json").json()[0]["spent"] == "0"
    assert not (tmp_path / "a").exists()


def test_a_spent_budget_is_told(sharing: Commands, tmp_path: Path) -> None:
    settings = sharing.folder / "settings.toml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("monthly = 4.0", "monthly = 1"), encoding="utf-8")
    assert sharing(*WEEK, "--file", str(tmp_path / "a"), "--yes").status == 0
    said = sharing(*WEEK, "--file", str(tmp_path / "b"), "--anew", "--yes")
    assert "The budget of 2026-03 does not last: 1 of 1 is spent" in said.err
    assert not (tmp_path / "b").exists()


def test_a_foreign_file_is_told(kairos: Commands, tmp_path: Path) -> None:
    (tmp_path / "x").write_text("{}", encoding="utf-8")
    said = kairos("share", "read", str(tmp_path / "x"))
    assert (said.status, said.out) == (1, "")
    assert "is no shared week of Kairos" in said.err


def test_a_place_that_no_file_can_have_is_refused_before_anything_is_spent(sharing: Commands, tmp_path: Path) -> None:
    for file in (tmp_path / ("x" * 300), tmp_path / "no folder" / "week.txt"):
        for force in ((), ("--force",)):
            said = sharing(*WEEK, "--file", str(file), *force, "--yes")
            assert (said.status, said.out) == (1, "")
            assert "cannot be written" in said.err
    assert sharing("share", "budget", "--json").json()[0]["spent"] == "0"


def test_no_file_of_the_profile_itself_is_replaced(sharing: Commands, tmp_path: Path) -> None:
    sharing(*WEEK, "--file", str(tmp_path / "week.txt"), "--yes")
    for name in ("settings.toml", "shared.txt", "kairos.sqlite3"):
        before = (sharing.folder / name).read_bytes()
        said = sharing(*WEEK, "--file", str(sharing.folder / name), "--force", "--yes")
        assert "among Kairos's own files" in said.err
        assert (sharing.folder / name).read_bytes() == before
