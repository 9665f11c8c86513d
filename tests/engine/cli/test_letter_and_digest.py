"""`kairos letter` and `kairos digest`: what they say on an empty profile, and clear messages for bad input."""

from __future__ import annotations

from helpers.command_line import Commands


def test_an_empty_profile_says_what_is_missing(kairos: Commands) -> None:
    assert "too little for a letter" in kairos("letter").err
    assert kairos("letter", "list").out.startswith("There are no letters yet.")
    assert kairos("letter", "list", "--json").json() == []
    assert "There are no letters yet" in kairos("letter", "accept").err
    assert kairos("digest").out.startswith("There is nothing unread.")
    assert kairos("digest", "--json").json()["items"] == []


def test_a_bad_week_is_told(kairos: Commands) -> None:
    said = kairos("letter", "--week", "soon")
    assert said.status != 0
    assert "is not a date" in said.err


def test_trials_are_stopped_from_the_command_line(kairos: Commands) -> None:
    assert kairos("letter", "stop-trying").status == 0
    assert "letter_trial = false" in (kairos.folder / "settings.toml").read_text(encoding="utf-8")
